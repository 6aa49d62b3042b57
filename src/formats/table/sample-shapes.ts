import type { TableSuggestion } from './findings';
import { dateIn } from './mapping-edits';
import type { TableMapping } from './table-mapping';
import type { TableSurvey } from './table-plan';

type Sample = Pick<TableSurvey, 'columns' | 'sample'>;

/** A few rows may be alike by chance. */
const LEAST_MERGED = 4;
const LEAST_SHARE = 0.05;

/** Whether A-B and B-A stand in the sample with all else equal: one call, told from both sides. */
export function mirroredOf({ columns, sample }: Sample, { actors = [] }: TableMapping): readonly TableSuggestion[] {
  const [one, other, ...more] = actors;
  if (one === undefined || other === undefined || more.length > 0) return [];
  if (one.column === other.column || one.separator !== undefined || other.separator !== undefined) return [];
  const place = (header: string | undefined): number => columns.findIndex((column) => column.header === header);
  const from = place(one.column);
  const to = place(other.column);
  // What says more of the one or the other goes with them, and isn't compared.
  const beside = new Set([from, to, place(one.countryColumn), place(other.countryColumn)]);
  const events = new Set<string>();
  for (const { cells } of sample) {
    const pair = [cells[from]?.trim() ?? '', cells[to]?.trim() ?? ''].toSorted();
    const rest = cells.filter((_, column) => !beside.has(column));
    events.add(JSON.stringify([pair, rest]));
  }
  const rows = new Set(sample.map(({ cells }) => JSON.stringify(cells))).size;
  return isEnough(rows, events.size)
    ? [{ about: 'mirrored', rows: sample.length, events: sample.length - (rows - events.size) }]
    : [];
}

/**
 * Columns whose values repeat while all that makes an event stays equal, and only who took part differs: 193 votes of one
 * roll call.
 */
export function groupingsOf({ columns, sample }: Sample, mapping: TableMapping): readonly TableSuggestion[] {
  const { actors = [] } = mapping;
  if (actors.length === 0 || sample.length === 0) return [];
  const places = new Map(columns.map(({ header }, place) => [header, place]));
  const of = (header: string | undefined): number => places.get(header ?? '') ?? -1;
  const parties = new Set(
    actors.flatMap(({ column, countryColumn, roleBy }) => [of(column), of(countryColumn), of(roleBy?.column)]),
  );
  const said = saidOfEvents(mapping)
    .map(of)
    .filter((place) => place >= 0 && !parties.has(place));
  const own = sample.map(({ cells }) => JSON.stringify(said.map((place) => cells[place]?.trim() ?? '')));
  const best = columns
    .map(({ header }, place) => ({ header, place, ...groupsBy(place, sample, own) }))
    .filter(({ place, events, isEqual }) => !parties.has(place) && isEqual && isEnough(sample.length, events))
    .filter(({ header }) => header !== dateIn(mapping, 'date')?.column || said.length > 1)
    // That which says most exactly which event it is: of two that part alike, the first column.
    .toSorted((a, b) => b.events - a.events)[0];
  if (best === undefined) return [];
  return [{ about: 'grouping', by: [best.header], rows: sample.length, events: best.events }];
}

/** Columns that say something of the event itself. */
function saidOfEvents(mapping: TableMapping): readonly string[] {
  const { title = '', summary, type, place } = mapping;
  const titled = title.includes('{') ? [...title.matchAll(/\{([^{}]*)\}/g)].map(([, column = '']) => column) : [title];
  const date = dateIn(mapping, 'date');
  return [
    ...titled,
    ...[summary, place, date?.column, date?.year, typeof type === 'object' ? type.column : undefined],
  ].filter((header) => header !== undefined && header !== '') as string[];
}

function groupsBy(
  place: number,
  sample: Sample['sample'],
  said: readonly string[],
): { readonly events: number; readonly isEqual: boolean } {
  const first = new Map<string, string | undefined>();
  for (const [index, { cells }] of sample.entries()) {
    const value = cells[place]?.trim() ?? '';
    if (value === '' || (first.has(value) && first.get(value) !== said[index])) return { events: 0, isEqual: false };
    first.set(value, said[index]);
  }
  return { events: first.size, isEqual: true };
}

function isEnough(rows: number, events: number): boolean {
  return events > 1 && rows - events >= Math.max(LEAST_MERGED, rows * LEAST_SHARE);
}
