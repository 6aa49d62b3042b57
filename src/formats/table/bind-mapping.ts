import { EVENT_TYPES, ROLES, TONES } from '../../model/vocabulary';
import type { ActorKind, SourceGrade, SourceKind } from '../../model/vocabulary';
import type { CsvDateFormat, CsvValues } from './mapping';
import type { ActorMapping, DateMapping, SourceMapping, TableMapping } from './table-mapping';

/** A mapping with its headers found: columns go by their place in a record, words by their index in our lists. */
export interface BoundMapping {
  /** How many cells the header has. */
  readonly width: number;
  readonly headers: readonly string[];
  readonly date: BoundDate | undefined;
  readonly end: BoundDate | undefined;
  readonly title: readonly TitlePart[];
  readonly id: number | undefined;
  readonly actors: readonly BoundActor[];
  readonly countries:
    | { readonly column: number; readonly separator: string | undefined; readonly names: boolean }
    | undefined;
  readonly type: BoundWord | undefined;
  readonly tone: BoundWord | undefined;
  readonly cameo: { readonly column: number; readonly scheme: 'cameo' | 'weis' } | undefined;
  readonly status: number | undefined;
  readonly importance: number | { readonly column: number } | undefined;
  readonly place: number | undefined;
  readonly placeCountry: number | undefined;
  readonly summary: number | undefined;
  readonly source: BoundSource | undefined;
  /** Columns that nothing is said of, in their order: where a title is looked for that nobody gives. */
  readonly free: readonly number[];
}

/** Where a date stands, and how it is to be read. */
export interface BoundDate {
  readonly column: number | undefined;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly time: number | undefined;
  readonly precision: number | undefined;
  readonly display: number | undefined;
  /** Nothing but this, where somebody has said it. */
  readonly format: CsvDateFormat | undefined;
  readonly mapping: DateMapping;
}

/** A text that every title has, or a column. */
export type TitlePart = string | { readonly column: number };

export interface BoundActor {
  readonly column: number;
  readonly role: number;
  readonly roleBy: BoundWordColumn | undefined;
  readonly kind: ActorKind | undefined;
  /** Column of its country; `own` where the name itself says it. */
  readonly country: number | 'own' | undefined;
  /** Its country may stand there by name. */
  readonly names: boolean;
  readonly separators: readonly string[];
  readonly whole: readonly string[];
}

export interface BoundSource {
  readonly address: number | undefined;
  readonly name: number | undefined;
  readonly title: number | undefined;
  readonly published: number | undefined;
  readonly quote: number | undefined;
  readonly separator: string | undefined;
  readonly paired: boolean;
  readonly kind: SourceKind | undefined;
  readonly grade: SourceGrade | undefined;
}

/** An index for all records, or by the cell of a column. */
export type BoundWord = number | BoundWordColumn;

export interface BoundWordColumn {
  readonly column: number;
  readonly indexOf: ReadonlyMap<string, number>;
  /** Those that it knows, for whoever has to be told. */
  readonly words: string;
  /** A word that it lacks is looked for among our own. */
  readonly known: boolean;
}

/** The header that a mapping names and the file hasn't got. */
export interface MissingColumn {
  readonly missing: string;
  readonly headers: readonly string[];
}

type Place = (header: string) => number;

/** Finds a mapping's headers in those of a table; of two columns with one header the first counts. */
export function bindMapping(mapping: TableMapping, firstRecord: readonly string[]): BoundMapping | MissingColumn {
  const headers = firstRecord.map((cell) => cell.trim());
  const places = new Map<string, number>();
  headers.forEach((header, index) => {
    if (!places.has(header)) places.set(header, index);
  });
  const used = new Set<number>();
  let missing: string | undefined;
  const place = (header: string): number => {
    const index = places.get(header.trim());
    if (index === undefined) missing ??= header;
    else used.add(index);
    return index ?? 0;
  };
  const placeOf = (header: string | undefined): number | undefined =>
    header === undefined ? undefined : place(header);
  const { countries, importance, cameo } = mapping;
  const binding = {
    width: headers.length,
    headers,
    date: boundDate(mapping.date, place),
    end: boundDate(endMapping(mapping), place),
    title: mapping.title === undefined ? [] : titleParts(mapping.title, place),
    id: placeOf(mapping.id),
    actors: (mapping.actors ?? []).map((actor) => boundActor(actor, place)),
    countries:
      countries === undefined
        ? undefined
        : typeof countries === 'string'
          ? { column: place(countries), separator: undefined, names: false }
          : { column: place(countries.column), separator: countries.separator, names: countries.names === true },
    type: boundWord(mapping.type, EVENT_TYPES, place),
    tone: boundWord(mapping.tone, TONES, place),
    cameo: cameo === undefined ? undefined : { column: place(cameo.column), scheme: cameo.scheme },
    status: placeOf(mapping.status),
    importance: typeof importance === 'object' ? { column: place(importance.column) } : importance,
    place: placeOf(mapping.place),
    placeCountry: placeOf(mapping.placeCountry),
    summary: placeOf(mapping.summary),
    source: boundSource(mapping.source, placeOf),
  };
  if (missing !== undefined) return { missing, headers };
  return { ...binding, free: headers.map((_, index) => index).filter((index) => !used.has(index)) };
}

/** An end is written as the date is, unless more is said of it. */
function endMapping({ date, end }: TableMapping): string | DateMapping | undefined {
  if (typeof end !== 'string' || date === undefined || typeof date === 'string') return end;
  const { format, order, lastYear, serials, languages } = date;
  return {
    column: end,
    ...(format && { format }),
    ...(order && { order }),
    ...(lastYear !== undefined && { lastYear }),
    ...(serials && { serials }),
    ...(languages && { languages }),
  };
}

function boundDate(date: string | DateMapping | undefined, place: Place): BoundDate | undefined {
  if (date === undefined) return undefined;
  const mapping = typeof date === 'string' ? { column: date } : date;
  const { column, year, month, day, time, precision, display, format } = mapping;
  const at = (header: string | undefined): number | undefined => (header === undefined ? undefined : place(header));
  return {
    column: at(column),
    year: at(year),
    month: at(month),
    day: at(day),
    time: at(time),
    precision: at(precision?.column),
    display: at(display),
    format,
    mapping,
  };
}

function boundActor(
  { column, role, roleBy, kind, countryColumn, country, names = false, separator, whole }: ActorMapping,
  place: Place,
): BoundActor {
  return {
    column: place(column),
    role: ROLES.indexOf(role ?? 'party'),
    roleBy: roleBy === undefined ? undefined : wordColumn(roleBy, ROLES, place),
    kind,
    separators: separator === undefined ? [] : typeof separator === 'string' ? [separator] : separator,
    whole: whole ?? [],
    country: country === 'as-actor' ? 'own' : countryColumn === undefined ? undefined : place(countryColumn),
    names,
  };
}

function boundSource(
  source: SourceMapping | undefined,
  placeOf: (header: string | undefined) => number | undefined,
): BoundSource | undefined {
  if (source === undefined) return undefined;
  const { address, name, title, published, quote, separator, paired = false, kind, grade } = source;
  return {
    address: placeOf(address),
    name: placeOf(name),
    title: placeOf(title),
    published: placeOf(published),
    quote: placeOf(quote),
    separator,
    paired,
    kind,
    grade: grade ?? (paired ? undefined : 'C'),
  };
}

type Values<Word extends string> = CsvValues<Word> & { readonly known?: boolean };

function boundWord<Word extends string>(
  word: Word | Values<Word> | undefined,
  words: readonly Word[],
  place: Place,
): BoundWord | undefined {
  if (word === undefined) return undefined;
  return typeof word === 'string' ? words.indexOf(word) : wordColumn(word, words, place);
}

function wordColumn<Word extends string>(
  { column, values, known = false }: Values<Word>,
  words: readonly Word[],
  place: Place,
): BoundWordColumn {
  const entries = Object.entries<Word>(values);
  return {
    column: place(column),
    words: entries.map(([value]) => value).join(', '),
    indexOf: new Map(entries.map(([value, meant]) => [value.trim(), words.indexOf(meant)])),
    known,
  };
}

/** `{country} votes {vote}` as texts and columns in turn; without braces it is a column's header. */
function titleParts(title: string, place: Place): readonly TitlePart[] {
  const parts = title.split(/\{([^{}]*)\}/);
  if (parts.length === 1) return [{ column: place(title) }];
  return parts.map((part, index) => (index % 2 === 1 ? { column: place(part) } : part)).filter((part) => part !== '');
}
