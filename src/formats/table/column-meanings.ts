import type { PrecisionBook } from '../../model/dates/reading/date-reading';
import type { ActorMapping, DateMapping, SourceMapping, TableMapping } from './table-mapping';
import { bindMapping } from './bind-mapping';
import { dateIn, without } from './mapping-edits';

/** What a column of a table may be said to mean; `nothing` leaves it out. */
export const COLUMN_MEANINGS = [
  'date',
  'end',
  'year',
  'month',
  'day',
  'time',
  'precision',
  'title',
  'summary',
  'actor',
  'initiator',
  'target',
  'country',
  'type',
  'place',
  'source-address',
  'source-name',
  'quote',
  'importance',
  'id',
  'nothing',
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

const PARTS = ['year', 'month', 'day', 'time'] as const;
const SOURCE_FIELDS = { 'source-address': 'address', 'source-name': 'name', quote: 'quote' } as const;
const FIRST_BOOK: PrecisionBook = 'wikidata';

/**
 * What a mapping takes a column for: the first thing of it, where it is several (a column in a composed title may also be
 * who it is about). A column in a title of several counts as nothing by itself where it is nothing else.
 */
export function meaningOf(mapping: TableMapping, column: string): ColumnMeaning {
  return dateMeaning(mapping, column) ?? actorMeaning(mapping, column) ?? plainMeaning(mapping, column) ?? 'nothing';
}

function dateMeaning(mapping: TableMapping, column: string): ColumnMeaning | undefined {
  for (const of of ['date', 'end'] as const) {
    const date = dateIn(mapping, of);
    if (date === undefined) continue;
    if (date.column === column) return of;
    const part = PARTS.find((each) => date[each] === column);
    if (part !== undefined) return of === 'date' ? part : 'end';
    if (date.precision?.column === column) return 'precision';
  }
  return undefined;
}

function actorMeaning({ actors = [], countries }: TableMapping, column: string): ColumnMeaning | undefined {
  const actor = actors.find((each) => each.column === column);
  if (actor !== undefined)
    return actor.role === 'initiator' || actor.role === 'target'
      ? actor.role
      : actor.role === 'addressee'
        ? 'target'
        : 'actor';
  const ofCountries = typeof countries === 'string' ? countries : countries?.column;
  return ofCountries === column || actors.some((each) => each.countryColumn === column) ? 'country' : undefined;
}

function plainMeaning(mapping: TableMapping, column: string): ColumnMeaning | undefined {
  const { title, summary, type, place, source, importance, id } = mapping;
  if (title === column || title === `{${column}}`) return 'title';
  if (summary === column) return 'summary';
  if (typeof type === 'object' && type.column === column) return 'type';
  if (place === column) return 'place';
  if (source?.address === column) return 'source-address';
  if (source?.name === column || source?.title === column) return 'source-name';
  if (source?.quote === column) return 'quote';
  if (typeof importance === 'object' && importance.column === column) return 'importance';
  return id === column ? 'id' : undefined;
}

/**
 * The mapping in which a column means this and nothing else; one that meant it before loses it, where only one may. How dates
 * are read, names parted and words understood stays, if it still can.
 */
export function withMeaning(mapping: TableMapping, column: string, meaning: ColumnMeaning): TableMapping {
  if (meaningOf(mapping, column) === meaning) return mapping;
  const before = mapping.actors?.find((actor) => actor.column === column);
  const rest = withoutColumn(mapping, column);
  switch (meaning) {
    case 'nothing':
      return rest;
    case 'date':
    case 'end':
      return { ...rest, [meaning]: dateAt(rest, meaning, column) };
    case 'year':
    case 'month':
    case 'day':
    case 'time':
      return { ...rest, date: partAt(dateIn(rest, 'date'), meaning, column) };
    case 'precision': {
      const date = dateIn(rest, 'date') ?? {};
      return { ...rest, date: { ...date, precision: { column, book: date.precision?.book ?? FIRST_BOOK } } };
    }
    case 'title':
    case 'summary':
    case 'place':
    case 'id':
      return { ...rest, [meaning]: column };
    case 'importance':
      return { ...rest, importance: { column } };
    case 'type':
      return { ...rest, type: { values: {}, known: true, ...(typeof rest.type === 'object' && rest.type), column } };
    case 'actor':
    case 'initiator':
    case 'target':
      return { ...rest, actors: [...(rest.actors ?? []), actorAs(before ?? { column }, meaning)] };
    case 'country':
      return { ...rest, countries: { ...(typeof rest.countries === 'object' && rest.countries), column } };
    case 'source-address':
    case 'source-name':
    case 'quote':
      return { ...rest, source: { ...rest.source, [SOURCE_FIELDS[meaning]]: column } };
  }
}

/** What was said of another column's own cells doesn't hold for this one; what is the table's stays. */
function dateAt(mapping: TableMapping, of: 'date' | 'end', column: string): string | DateMapping {
  const before = mapping[of];
  if (before === undefined || typeof before === 'string') return column;
  const { time, languages, precision, display } = before;
  const kept: DateMapping = {
    ...(time !== undefined && { time }),
    ...(languages && { languages }),
    ...(precision && { precision }),
    ...(display !== undefined && { display }),
  };
  return Object.keys(kept).length === 0 ? column : { ...kept, column };
}

/** Parts and a whole date don't go together; an hour goes with both. */
function partAt(date: DateMapping | undefined, part: (typeof PARTS)[number], column: string): DateMapping {
  const kept = part === 'time' || date === undefined ? (date ?? {}) : without(date, 'column');
  return { ...kept, [part]: column };
}

function actorAs(actor: ActorMapping, meaning: 'actor' | 'initiator' | 'target'): ActorMapping {
  const rest = without(actor, 'role');
  return meaning === 'actor' ? rest : { ...rest, role: meaning };
}

function own<Value>(key: string, value: Value | undefined): Readonly<Record<string, Value>> {
  return value === undefined ? {} : { [key]: value };
}

/** The mapping in which a column means nothing. */
function withoutColumn(mapping: TableMapping, column: string): TableMapping {
  const {
    date,
    end,
    title,
    actors,
    countries,
    type,
    importance,
    source,
    summary,
    place,
    placeCountry,
    id,
    tone,
    status,
    cameo,
    ...rest
  } = mapping;
  const plain = <Value extends string>(value: Value | undefined) => (value === column ? undefined : value);
  const words = <Value>(value: Value | undefined) =>
    typeof value === 'object' && value !== null && 'column' in value && value.column === column ? undefined : value;
  const named = (actors ?? [])
    .filter((actor) => actor.column !== column)
    .map((actor) => (actor.countryColumn === column ? without(actor, 'countryColumn') : actor))
    .map((actor) => (actor.roleBy?.column === column ? without(actor, 'roleBy') : actor));
  return {
    ...rest,
    ...own('date', dateWithout(date, column)),
    ...own('end', dateWithout(end, column)),
    ...own('title', title === `{${column}}` ? undefined : plain(title)),
    ...own('summary', plain(summary)),
    ...own('id', plain(id)),
    ...(actors !== undefined && { actors: named }),
    ...own(
      'countries',
      plain(typeof countries === 'string' ? countries : undefined) ??
        (typeof countries === 'object' ? words(countries) : undefined),
    ),
    ...own('type', words(type)),
    ...own('tone', words(tone)),
    ...own('status', plain(status)),
    ...own('cameo', words(cameo)),
    ...own('importance', words(importance)),
    ...own('place', plain(place)),
    ...own('placeCountry', plain(placeCountry)),
    ...own('source', sourceWithout(source, column)),
  };
}

function dateWithout(date: string | DateMapping | undefined, column: string): string | DateMapping | undefined {
  if (date === undefined || typeof date === 'string') return date === column ? undefined : date;
  let kept: DateMapping = date;
  for (const part of ['column', ...PARTS, 'display'] as const) if (kept[part] === column) kept = without(kept, part);
  if (kept.precision?.column === column) kept = without(kept, 'precision');
  const isSaid = kept.column !== undefined || PARTS.some((part) => kept[part] !== undefined);
  return isSaid ? kept : undefined;
}

function sourceWithout(source: SourceMapping | undefined, column: string): SourceMapping | undefined {
  if (source === undefined) return undefined;
  let kept = source;
  for (const field of ['address', 'name', 'title', 'published', 'quote'] as const)
    if (kept[field] === column) kept = without(kept, field);
  const { kind: _kind, grade: _grade, separator: _separator, paired: _paired, ...columns } = kept;
  return Object.keys(columns).length === 0 ? undefined : kept;
}

/** A mapping as far as a table has its columns: what names one that isn't there says nothing. */
export function mappingThatFits(mapping: TableMapping, headers: readonly string[]): TableMapping {
  let fitting = mapping;
  for (;;) {
    const bound = bindMapping(fitting, headers);
    if (!('missing' in bound)) return fitting;
    const { missing } = bound;
    const changed = withoutColumn(fitting, missing);
    // A title of several columns can't do without one.
    fitting = changed.title?.includes(`{${missing}}`) === true ? without(changed, 'title') : changed;
  }
}
