/** A line of content as RFC 5545 has it, unfolded (section 3.1). */
export interface ContentLine {
  readonly text: string;
  /** On which it begins, from 1. */
  readonly line: number;
}

/** A name, and what parts it from parameters or value; Mozilla folded before it, too. */
const PROPERTY = /^[a-z\d-]+\s*[;:]/i;

/**
 * The lines of content of a calendar: folds taken out, empty lines passed over. A line that is folded without the blank
 * which should stand before it goes with the text that it can only belong to. O(n).
 */
export function* contentLines(text: string): Generator<ContentLine, void> {
  let current = '';
  let from = 0;
  let line = 0;
  for (const found of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    const [, row = ''] = found;
    line += 1;
    if (row === '') continue;
    if (/^[ \t]/.test(row) && current !== '') {
      current += row.slice(1);
    } else if (!PROPERTY.test(row) && !BARE_NAME.test(row) && LONG_TEXT.test(current) && !row.includes('=')) {
      current += `\\n${row}`;
    } else {
      if (current !== '') yield { text: current, line: from };
      current = row;
      from = line;
    }
  }
  if (current !== '') yield { text: current, line: from };
}

/** Mozilla's first calendars folded after the name of a property. */
const BARE_NAME = /^[A-Z\d-]+\s*$/;

const LONG_TEXT = /^(?:DESCRIPTION|SUMMARY|LOCATION|COMMENT)\s*[;:]/i;
