import type { MeasureText } from '../layout/labels/label-place';
import { LABEL_PX } from '../render/ink';
import { numbered } from '../base/numbered';

/** Lettering of a line: `sizePx` in CSS px. */
export interface Lettering {
  readonly sizePx: number;
  readonly bold: boolean;
}

/** Width of a text in CSS px at any size; `measure` knows one. */
export function widthAt(text: string, { sizePx, bold }: Lettering, measure: MeasureText): number {
  return (measure(text, bold) * sizePx) / LABEL_PX;
}

/** The text, or as much of it as fits before an ellipsis. */
export function shortened(text: string, roomPx: number, lettering: Lettering, measure: MeasureText): string {
  if (widthAt(text, lettering, measure) <= roomPx) return text;
  const characters = [...text];
  while (characters.length > 0 && widthAt(`${characters.join('').trimEnd()}…`, lettering, measure) > roomPx)
    characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Broken at spaces into at most `most` lines of `roomPx`; what is left over ends the last one with an ellipsis. */
export function wrapped(
  text: string,
  roomPx: number,
  most: number,
  lettering: Lettering,
  measure: MeasureText,
): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const [i, word] of numbered(words)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthAt(longer, lettering, measure) <= roomPx || line === '') {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, shortened([line, ...words.slice(i)].join(' '), roomPx, lettering, measure)];
    lines.push(line);
    line = word;
  }
  return line === '' ? lines : [...lines, shortened(line, roomPx, lettering, measure)];
}
