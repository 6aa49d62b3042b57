import type { TableSuggestion } from '../../../formats/table/findings';
import type { ActorMapping, DateMapping, RegroupMapping, TableMapping } from '../../../formats/table/table-mapping';
import type { PrecisionBook } from '../../../model/dates/reading/date-reading';
import type { EventType } from '../../../model/vocabulary';

/** What parts the names in a column's cells; none where each cell is one name. */
export function separatorsOf(mapping: TableMapping, column: string): readonly string[] {
  const separator = mapping.actors?.find((actor) => actor.column === column)?.separator;
  if (separator === undefined) return [];
  return typeof separator === 'string' ? [separator] : separator;
}

function withActor(mapping: TableMapping, column: string, change: (actor: ActorMapping) => ActorMapping): TableMapping {
  return {
    ...mapping,
    actors: (mapping.actors ?? []).map((actor) => (actor.column === column ? change(actor) : actor)),
  };
}

/** What a word of the column of types stands for; undefined takes back what was said of it. */
export function withTypeWord(
  mapping: TableMapping,
  column: string,
  word: string,
  type: EventType | undefined,
): TableMapping {
  const known = typeof mapping.type === 'object' && mapping.type.column === column ? mapping.type : undefined;
  const others = without(known?.values ?? {}, word);
  return {
    ...mapping,
    type: { known: true, ...known, column, values: type === undefined ? others : { ...others, [word]: type } },
  };
}

/** What titles are made of, as a text with columns in braces; empty where they are made from the summary. */
export function titleText({ title = '' }: TableMapping): string {
  return title === '' || title.includes('{') ? title : `{${title}}`;
}

/** The date, or the last day, in its long form; undefined where no column says it. */
export function dateMappingOf(mapping: TableMapping, of: 'date' | 'end'): DateMapping | undefined {
  const said = mapping[of];
  return typeof said === 'string' ? { column: said } : said;
}

function withDate(mapping: TableMapping, of: 'date' | 'end', change: (date: DateMapping) => DateMapping): TableMapping {
  const date = dateMappingOf(mapping, of);
  return date === undefined ? mapping : { ...mapping, [of]: change(date) };
}

/** Which of the two, or both, take their precision from a column. */
function datesWithPrecision(mapping: TableMapping, column: string): readonly ('date' | 'end')[] {
  return (['date', 'end'] as const).filter((of) => dateMappingOf(mapping, of)?.precision?.column === column);
}

/** The code book of a column of precisions; undefined where the column is none. */
export function bookOf(mapping: TableMapping, column: string): PrecisionBook | undefined {
  const [of] = datesWithPrecision(mapping, column);
  return of === undefined ? undefined : dateMappingOf(mapping, of)?.precision?.book;
}

export function withBook(mapping: TableMapping, column: string, book: PrecisionBook): TableMapping {
  return datesWithPrecision(mapping, column).reduce(
    (changed, of) => withDate(changed, of, (date) => ({ ...date, precision: { column, book } })),
    mapping,
  );
}

/** The mapping without what following a suggestion has put into it. */
export function withoutSuggestion(mapping: TableMapping, suggestion: TableSuggestion): TableMapping {
  switch (suggestion.about) {
    case 'heap':
      return withDate(mapping, suggestion.of, ({ coarse = [], ...date }) => {
        const left = coarse.filter((at) => at !== suggestion.at);
        return left.length === 0 ? date : { ...date, coarse: left };
      });
    case 'one-name':
      return withActor(mapping, suggestion.column, ({ whole = [], ...actor }) => {
        const left = whole.filter((name) => name !== suggestion.whole);
        return left.length === 0 ? actor : { ...actor, whole: left };
      });
    case 'mirrored':
    case 'only':
      return withoutStep(mapping, suggestion.about);
    case 'grouping':
      return withoutStep(mapping, 'group');
    case 'country-names':
      return { ...mapping, countries: withoutNames(mapping.countries) ?? suggestion.column };
    case 'censored':
      return (['date', 'end'] as const).reduce(
        (changed, of) =>
          dateMappingOf(changed, of)?.column === suggestion.column
            ? withDate(changed, of, (date) => without(date, 'censoredAt'))
            : changed,
        mapping,
      );
  }
}

function withoutStep({ regroup, ...mapping }: TableMapping, step: keyof RegroupMapping): TableMapping {
  const left = without(regroup ?? {}, step);
  return Object.keys(left).length === 0 ? mapping : { ...mapping, regroup: left };
}

function withoutNames(countries: TableMapping['countries']): TableMapping['countries'] {
  if (typeof countries !== 'object') return countries;
  return without(countries, 'names');
}

/** All but one field. */
function without<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const { [key]: _, ...left } = whole;
  return left;
}
