import type { Ink } from '../../src/render/ink';

/** One call of an ink's verb, with what it was given. */
export type Drawn = {
  readonly [Verb in keyof Ink]: { readonly verb: Verb; readonly args: Parameters<Ink[Verb]> };
}[keyof Ink];

/** An ink that draws nothing and remembers everything; what is drawn inside a clip follows the clip. */
export function recordingInk(): { readonly ink: Ink; readonly drawn: Drawn[] } {
  const drawn: Drawn[] = [];
  return {
    drawn,
    ink: {
      line: (...args) => void drawn.push({ verb: 'line', args }),
      rect: (...args) => void drawn.push({ verb: 'rect', args }),
      rects: (...args) => void drawn.push({ verb: 'rects', args }),
      circle: (...args) => void drawn.push({ verb: 'circle', args }),
      diamond: (...args) => void drawn.push({ verb: 'diamond', args }),
      polygon: (...args) => void drawn.push({ verb: 'polygon', args }),
      polyline: (...args) => void drawn.push({ verb: 'polyline', args }),
      curve: (...args) => void drawn.push({ verb: 'curve', args }),
      text: (...args) => void drawn.push({ verb: 'text', args }),
      clipped: (...args) => {
        drawn.push({ verb: 'clipped', args });
        args[4]();
      },
    },
  };
}
