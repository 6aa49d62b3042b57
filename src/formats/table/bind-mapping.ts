import { EVENT_TYPES, ROLES, TONES } from '../../model/vocabulary';
import type { ActorKind } from '../../model/vocabulary';
import type { CsvActor, CsvDateFormat, CsvMapping, CsvValues } from './mapping';

/** A mapping with its headers found: columns go by their place in a record, words by their index in our lists. */
export interface BoundMapping {
  /** How many cells the header has. */
  readonly width: number;
  readonly headers: readonly string[];
  readonly date: number;
  readonly dateFormat: CsvDateFormat;
  readonly end: number | undefined;
  readonly title: readonly TitlePart[];
  readonly id: number | undefined;
  readonly actors: readonly BoundActor[];
  readonly countries: { readonly column: number; readonly separator: string | undefined } | undefined;
  readonly type: BoundWord | undefined;
  readonly tone: BoundWord | undefined;
  readonly importance: number | { readonly column: number } | undefined;
  readonly place: number | undefined;
  readonly summary: number | undefined;
}

/** A text that every title has, or a column. */
export type TitlePart = string | { readonly column: number };

export interface BoundActor {
  readonly column: number;
  readonly role: number;
  readonly kind: ActorKind | undefined;
  readonly country: number | undefined;
  readonly separator: string | undefined;
}

/** An index for all records, or by the cell of a column. */
export type BoundWord =
  | number
  | { readonly column: number; readonly indexOf: ReadonlyMap<string, number>; readonly words: string };

/** The header that a mapping names and the file hasn't got. */
export interface MissingColumn {
  readonly missing: string;
  readonly headers: readonly string[];
}

/** Finds a mapping's headers in the first record of a file; of two columns with one header the first counts. */
export function bindMapping(mapping: CsvMapping, firstRecord: readonly string[]): BoundMapping | MissingColumn {
  const headers = firstRecord.map((cell) => cell.trim());
  const places = new Map<string, number>();
  headers.forEach((header, index) => {
    if (!places.has(header)) places.set(header, index);
  });
  let missing: string | undefined;
  const place = (header: string): number => {
    const index = places.get(header.trim());
    if (index === undefined) missing ??= header;
    return index ?? 0;
  };
  const placeOf = (header: string | undefined): number | undefined =>
    header === undefined ? undefined : place(header);
  const { date, countries, importance } = mapping;
  const binding: BoundMapping = {
    width: headers.length,
    headers,
    date: place(typeof date === 'string' ? date : date.column),
    dateFormat: typeof date === 'string' ? 'edtf' : (date.format ?? 'edtf'),
    end: placeOf(mapping.end),
    title: titleParts(mapping.title, place),
    id: placeOf(mapping.id),
    actors: mapping.actors.map((actor) => boundActor(actor, place)),
    countries:
      countries === undefined
        ? undefined
        : typeof countries === 'string'
          ? { column: place(countries), separator: undefined }
          : { column: place(countries.column), separator: countries.separator },
    type: boundWord(mapping.type, EVENT_TYPES, place),
    tone: boundWord(mapping.tone, TONES, place),
    importance: typeof importance === 'object' ? { column: place(importance.column) } : importance,
    place: placeOf(mapping.place),
    summary: placeOf(mapping.summary),
  };
  return missing === undefined ? binding : { missing, headers };
}

function boundActor(
  { column, role, kind, countryColumn, country, separator }: CsvActor,
  place: (header: string) => number,
): BoundActor {
  return {
    column: place(column),
    role: ROLES.indexOf(role ?? 'party'),
    kind,
    separator,
    country: country === 'as-actor' ? place(column) : countryColumn === undefined ? undefined : place(countryColumn),
  };
}

function boundWord<Word extends string>(
  word: Word | CsvValues<Word> | undefined,
  words: readonly Word[],
  place: (header: string) => number,
): BoundWord | undefined {
  if (word === undefined) return undefined;
  if (typeof word === 'string') return words.indexOf(word);
  const entries = Object.entries<Word>(word.values);
  return {
    column: place(word.column),
    words: entries.map(([value]) => value).join(', '),
    indexOf: new Map(entries.map(([value, meant]) => [value.trim(), words.indexOf(meant)])),
  };
}

/** `{country} votes {vote}` as texts and columns in turn; without braces it is a column's header. */
function titleParts(title: string, place: (header: string) => number): readonly TitlePart[] {
  const parts = title.split(/\{([^{}]*)\}/);
  if (parts.length === 1) return [{ column: place(title) }];
  return parts.map((part, index) => (index % 2 === 1 ? { column: place(part) } : part)).filter((part) => part !== '');
}
