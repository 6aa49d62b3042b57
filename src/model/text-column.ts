/** Texts of a table in the order of its records, however they are kept. */
export interface TextColumn {
  readonly size: number;
  /** Empty for a record that has none; throws outside the column. */
  readonly at: (record: number) => string;
  /** The first record that holds exactly this text; O(n). */
  readonly find: (text: string) => number | undefined;
}

/** A list of texts as a column. */
export function textColumnOf(texts: readonly string[]): TextColumn {
  return {
    size: texts.length,
    at: (record) => {
      const text = texts[record];
      if (text === undefined) throw new RangeError(`No text at record ${record}: the column has ${texts.length}`);
      return text;
    },
    find: (text) => {
      const at = texts.indexOf(text);
      return at < 0 ? undefined : at;
    },
  };
}
