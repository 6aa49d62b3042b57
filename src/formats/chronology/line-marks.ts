/** A line without what only shows where it stands. */
export interface MarkedLine {
  /** Columns it is indented by; a tab reaches the next fourth. */
  readonly indent: number;
  /** A bullet, number or box of a list before the text. */
  readonly hasMark: boolean;
  readonly text: string;
}

const MARK = /^(?:[-*+•‣▪◦–—]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?/;

/**
 * Takes indentation, bullets, numbers and boxes of a list off. A number before a text that is a date with it ("22.
 * Februar 2016") is one: the caller looks at the whole line first where that matters.
 */
export function markedLine(line: string): MarkedLine {
  const body = line.trimStart();
  const mark = MARK.exec(body)?.[0] ?? '';
  return {
    indent: columnsOf(line.slice(0, line.length - body.length)),
    hasMark: mark !== '',
    text: body.slice(mark.length).trimEnd(),
  };
}

function columnsOf(blanks: string): number {
  let columns = 0;
  for (const blank of blanks) columns = blank === '\t' ? columns + 4 - (columns % 4) : columns + 1;
  return columns;
}

/** Text without Markdown's signs of emphasis and code; stars and underlines inside words stay. */
export function withoutEmphasis(text: string): string {
  return text
    .replaceAll(/\*\*|__(?=\S)|(?<=\S)__|`/g, '')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,500}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,500}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1');
}
