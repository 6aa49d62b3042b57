/** Headers of a table by what they are called, however they are written: `EVENT_ID_CNTY`, `Event ID Cnty`. */
export interface KnownColumns {
  /** The header as it stands; undefined where no column is called so. */
  readonly get: (name: string) => string | undefined;
  readonly has: (...names: readonly string[]) => boolean;
  /** How many of the names are there. */
  readonly count: (names: readonly string[]) => number;
}

/** Looks headers up without regard to capitals, blanks, underscores, dots and hyphens. Of two alike it finds the first. */
export function knownColumns(headers: readonly string[]): KnownColumns {
  const byName = new Map<string, string>();
  for (const header of headers) if (!byName.has(plain(header))) byName.set(plain(header), header);
  const get = (name: string): string | undefined => byName.get(plain(name));
  return {
    get,
    has: (...names) => names.every((name) => get(name) !== undefined),
    count: (names) => names.filter((name) => get(name) !== undefined).length,
  };
}

function plain(header: string): string {
  return header.toLowerCase().replaceAll(/[\s_.-]+/g, '');
}

/** An object without what is undefined: a mapping that a table has no column for says nothing of it. */
export function known<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>;
  };
}

/** Cells of one column of a sample that aren't empty. */
export function cellsUnder(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  header: string | undefined,
): readonly string[] {
  const place = header === undefined ? -1 : headers.indexOf(header);
  return sample.map((cells) => cells[place]?.trim() ?? '').filter((cell) => cell !== '');
}
