import type { WriteStream } from 'node:tty';
import type { Translate } from '../base/translate';

/** Says on a terminal how far something is, on one line that goes again. */
export interface Progress {
  readonly say: (done: number | undefined) => void;
  readonly clear: () => void;
}

const EVERY_MS = 100;
/** Sooner than that nobody wonders. */
const FIRST_MS = 400;
const CLEAR_LINE = '\r\u001B[K';

/** Silent where nobody is looking: where standard error is no terminal. */
export function makeProgress(
  stream: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean },
  name: string,
  t: Translate,
  now: () => number = () => performance.now(),
): Progress {
  if (stream.isTTY !== true) return { say: () => undefined, clear: () => undefined };
  let saidAt = now() + FIRST_MS - EVERY_MS;
  let isThere = false;
  return {
    say: (done) => {
      if (done === undefined || now() - saidAt < EVERY_MS) return;
      saidAt = now();
      isThere = true;
      stream.write(CLEAR_LINE + t('notice.loadingPart', { source: name, percent: Math.floor(done * 100) }));
    },
    clear: () => {
      if (isThere) stream.write(CLEAR_LINE);
      isThere = false;
    },
  };
}
