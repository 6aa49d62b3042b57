import type { RecordNote } from '../../record-source';

/** What was found out about lines, one note a kind: the first line, and how many. */
export interface LineNotes {
  readonly add: (about: RecordNote['about'], line: number) => void;
  /** For each line of a text that holds a character; its first is `line`. */
  readonly addEach: (about: RecordNote['about'], text: string, character: string, line: number) => void;
  readonly all: () => readonly RecordNote[];
}

/** Nothing yet. */
export function makeLineNotes(): LineNotes {
  const found = new Map<RecordNote['about'], { first: number; lines: number }>();
  const add: LineNotes['add'] = (about, line) => {
    const before = found.get(about);
    if (before === undefined) found.set(about, { first: line, lines: 1 });
    else before.lines += 1;
  };
  return {
    add,
    addEach: (about, text, character, line) => {
      if (!text.includes(character)) return;
      text.split(/\r\n?|\n/).forEach((part, at) => {
        if (part.includes(character)) add(about, line + at);
      });
    },
    all: () =>
      [...found].map(([about, { first, lines }]) => (lines > 1 ? { about, n: first, lines } : { about, n: first })),
  };
}
