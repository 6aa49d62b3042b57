import type { RecordHead } from '../../record-source';
import type { SourceMapping, TableMapping } from '../table-mapping';
import type { ColumnProfile } from '../table-plan';
import { assign } from './assigned';
import type { Assigned } from './assigned';
import { fit, guessColumns, share } from './guess-columns';
import type { GuessColumn } from './guess-columns';
import { guessActors } from './guess-actors';
import { guessDates } from './guess-dates';
import { guessTexts } from './guess-texts';
import type { Meaning } from './header-words';

/** What is guessed from: columns, and the records of a sample under them. */
export interface Guessable {
  readonly columns: readonly ColumnProfile[];
  readonly sample: RecordHead['records'];
}

/**
 * Which column means what, by the words in the headers (eight languages, spelt right or nearly) and by what stands in the
 * cells. A column that nothing speaks for is left alone; one of a table without headers goes by its cells. Never a
 * date where none looks like one: then `date` is absent. O(cells of the sample).
 */
export function guessMapping({ columns: profiles, sample }: Guessable): TableMapping {
  const assigned = assign(guessColumns(profiles, sample));
  const { date, end } = guessDates(assigned);
  const { source } = guessSource(assigned);
  const { actors, countries, isDirected } = guessActors(assigned);
  const type = typeColumn(assigned);
  const { title, summary } = guessTexts(assigned, { actors, isDirected });
  const header = (meaning: Meaning): string | undefined => assigned.get(meaning)?.header;
  return {
    ...given('date', date),
    ...given('end', end),
    ...given('title', title),
    ...given('summary', summary),
    ...given('id', header('id')),
    ...(actors.length > 0 && { actors }),
    ...given('countries', countries),
    ...(type !== undefined && { type: { column: type.header, values: {}, known: true } }),
    ...(header('code') !== undefined && { cameo: { column: header('code') ?? '', scheme: 'cameo' as const } }),
    ...(header('importance') !== undefined && { importance: { column: header('importance') ?? '' } }),
    ...given('place', header('place')),
    ...given('source', source),
  };
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}

function guessSource({ get, free, take }: Assigned): { readonly source: SourceMapping | undefined } {
  const bare = free().find((column) => fit(column, 'address') === 1 && !share(column.cells, isPicture));
  if (get('address') === undefined && bare !== undefined) take(bare, 'address');
  const address = get('address')?.header;
  const name = get('sourceName')?.header;
  const title = get('sourceTitle')?.header;
  const quote = get('quote')?.header;
  if (address === undefined && name === undefined && title === undefined && quote === undefined)
    return { source: undefined };
  return {
    source: {
      ...given('address', address),
      ...given('name', name),
      ...given('title', title),
      ...given('published', get('published')?.header),
      ...given('quote', quote),
    },
  };
}

function isPicture(address: string): boolean {
  return /\.(?:jpe?g|png|gif|svg|webp|tiff?)(?:[?#]|$)/i.test(address);
}

/** By its header, else a column of few short words that begin small: names don't. */
function typeColumn({ get, free, take }: Assigned): GuessColumn | undefined {
  const named = get('type');
  if (named !== undefined) return named;
  const found = free().find(
    (column) =>
      column.texts >= 0.8 &&
      column.profile.filled >= 5 &&
      column.profile.distinct <= Math.min(20, column.profile.filled / 2) &&
      column.profile.longest <= 30 &&
      share(column.cells, (cell) => /^\p{Ll}/u.test(cell)) >= 0.6,
  );
  if (found !== undefined) take(found, 'type');
  return found;
}
