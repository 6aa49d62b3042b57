import { invariant } from '../../../base/invariant';
import type { RecordSource } from '../../record-source';
import type { GroupingOffer, RowWatch } from '../presets/preset';
import { offersOf, watchOf } from '../presets/registry';
import type { DateMapping, TableMapping } from '../table-mapping';
import { compareDateCells } from './compare-date-cells';
import { countGroupings } from './count-groupings';
import type { GroupingCounts } from './count-groupings';
import { deriveStep } from './derive-columns';
import { groupStep } from './group-records';
import { joinStep, joinedHeaders } from './join-records';
import type { JoinedTable } from './join-records';
import { onlyStep } from './keep-only';
import type { LookUps } from './look-ups';
import { lookStep } from './look-step';
import { mirroredStep, mirroringOf } from './merge-mirrored';
import { freeHeader } from './record-step';
import type { RecordStep } from './record-step';
import type { SpanColumns } from './span-of-days';
import { spreadStep } from './spread-records';

export interface RegroupCounts {
  /** Records of the file. */
  readonly records: number;
  /** That went into an event of another record: of its group, the other way round, or equal. */
  readonly merged: number;
  /** Of these, A-B into B-A, and exact duplicates. */
  readonly mirrored: number;
  readonly equal: number;
  /** Left out by `only`. */
  readonly passedOver: number;
  /** For which a joined table had no record. */
  readonly notFound: number;
  /** Handed over. */
  readonly given: number;
}

/** What a reading of a table brings along, and who looks on. */
export interface World {
  joined: JoinedTable[];
  lookUps: LookUps;
  watch: RowWatch | undefined;
  groupings: GroupingCounts | undefined;
}

/** The same while they grow. */
export type Counts = { -readonly [Key in keyof RegroupCounts]: RegroupCounts[Key] };

/** Nothing counted yet. */
export function makeCounts(): Counts {
  return { records: 0, merged: 0, mirrored: 0, equal: 0, passedOver: 0, notFound: 0, given: 0 };
}

/** What is done to the records of a table, in this order, and what its mapping is then. */
export interface PlannedSteps {
  readonly steps: readonly RecordStep[];
  readonly headers: readonly string[];
  readonly mapping: TableMapping;
  readonly joins: readonly { readonly other: RecordSource; readonly key: string }[];
  readonly missing: readonly string[];
}

/** The steps that a mapping asks for; what it needs and a table hasn't got is `missing`, and its step left out. */
export function planSteps(
  source: RecordSource,
  others: readonly RecordSource[],
  given: TableMapping,
  counts: Counts,
  world: World,
): PlannedSteps {
  const { derive = [], regroup = {}, ...rest } = given;
  const steps: RecordStep[] = [];
  const joins: { other: RecordSource; key: string }[] = [];
  const missing: string[] = [];
  let mapping: TableMapping = rest;
  let headers = headersOf(source);
  const add = (step: RecordStep): void => {
    steps.push(step);
    ({ headers } = step);
  };
  const need = (...wanted: readonly string[]): boolean => {
    const absent = wanted.filter((header) => !headers.includes(header));
    missing.push(...absent);
    return absent.length === 0;
  };
  for (const { file, key, on } of regroup.join ?? []) {
    const other = others.find(({ name }) => name === file);
    if (other === undefined) missing.push(file);
    if (!need(on) || other === undefined) continue;
    const at = joins.length;
    const own = headersOf(other);
    if (!own.includes(key)) missing.push(key);
    joins.push({ other, key });
    const named = joinedHeaders(
      headers,
      own.filter((header) => header !== key),
      file,
    );
    const table = (): JoinedTable => world.joined[at] ?? { headers: named, byKey: new Map() };
    add(joinStep(headers, on, { headers: named, table }, () => (counts.notFound += 1)));
  }
  if (derive.length > 0) add(deriveStep(headers, derive, () => world.lookUps));
  const { only, spread, mirrored } = regroup;
  const offers = offersOf(given, headers);
  const group = completed(regroup.group, offers);
  add(watchStep(headers, given, world));
  if (only !== undefined && need(only.column)) add(onlyStep(headers, only, () => (counts.passedOver += 1)));
  add(offersStep(headers, given, offers, world));
  if (spread !== undefined && need(...spread.columns)) {
    const added = { date: freeHeader(headers, 'Date'), title: freeHeader(headers, 'Title') };
    const title = spread.title ?? (mapping.title === undefined ? '{}' : `${asTemplate(mapping.title)}: {}`);
    add(spreadStep(headers, { columns: spread.columns, title, id: mapping.id }, added));
    mapping = { ...mapping, date: dateIn(mapping, added.date), title: added.title };
  }
  if (group !== undefined && need(...group.by)) {
    const { by, tally, title, id } = group;
    const { end, span } = spanOf(headers, mapping, group.span);
    const options = { by, kept: keptColumns(mapping), ...(span && { span }), ...(tally && { tally }) };
    add(groupStep(headers, options, () => (counts.merged += 1)));
    if (end !== undefined) mapping = { ...mapping, end };
    if (title !== undefined) mapping = { ...mapping, title };
    if (id !== undefined) mapping = { ...mapping, id };
  }
  if (mirrored === true)
    add(
      mirroredStep(headers, mirroringOf(headers, given), (how) => {
        counts.merged += 1;
        counts[how] += 1;
      }),
    );
  return { steps, headers, mapping, joins, missing };
}

/** A group by the columns of an offer is made as the offer says, in what it says nothing of itself. */
function completed(
  group: NonNullable<TableMapping['regroup']>['group'],
  offers: readonly GroupingOffer[],
): NonNullable<TableMapping['regroup']>['group'] {
  if (group === undefined) return undefined;
  const own = group.by.join('\n');
  for (const offer of offers)
    if (offer.kind === 'group' && offer.by.join('\n') === own) return { ...offer.group, ...group };
  return group;
}

function watchStep(headers: readonly string[], mapping: TableMapping, world: World): RecordStep {
  return lookStep(headers, () => {
    world.watch = watchOf(mapping, headers);
    return world.watch?.see ?? (() => {});
  });
}

/** Counts what isn't done already: a mapping that groups has been asked about. */
function offersStep(
  headers: readonly string[],
  mapping: TableMapping,
  offers: readonly GroupingOffer[],
  world: World,
): RecordStep {
  const { only, spread, group, mirrored } = mapping.regroup ?? {};
  const done = { only, spread, group, mirrored: mirrored || undefined };
  const open = group === undefined ? offers.filter(({ kind }) => done[kind] === undefined) : [];
  return lookStep(headers, () => {
    world.groupings = countGroupings(open, headers, mapping);
    return open.length === 0 ? () => {} : world.groupings.see;
  });
}

function headersOf({ name, headers }: RecordSource): readonly string[] {
  invariant(headers, `Nobody has said what the columns of "${name}" are called`);
  return headers;
}

function asTemplate(title: string): string {
  return title.includes('{') ? title : `{${title}}`;
}

function dateIn({ date }: TableMapping, column: string): string | DateMapping {
  if (date === undefined || typeof date === 'string') return column;
  const { year: _year, month: _month, day: _day, time: _time, ...how } = date;
  return { ...how, column };
}

/** Who takes part, and who says so: what all records of a group have a say in. */
function keptColumns({ actors = [], countries, source }: TableMapping): readonly string[] {
  const { address, name, title, published, quote } = source ?? {};
  const columns = [
    ...actors.flatMap(({ column, countryColumn, roleBy }) => [column, countryColumn, roleBy?.column]),
    typeof countries === 'string' ? countries : countries?.column,
    address,
    name,
    title,
    published,
    quote,
  ];
  return columns.filter((column) => column !== undefined);
}

/** A group's days stand in one column each, or it has no span: parts of dates aren't compared. */
function spanOf(
  headers: readonly string[],
  { date, end }: TableMapping,
  wanted: boolean | { readonly last: string } | undefined,
): { readonly end?: TableMapping['end']; readonly span?: SpanColumns } {
  const first = columnOf(date);
  if (wanted === undefined || wanted === false || date === undefined || first === undefined) return {};
  const own = typeof wanted === 'object' ? wanted.last : undefined;
  const last = own ?? columnOf(end) ?? first;
  const added = freeHeader(headers, `${last} (last)`);
  const how = own === undefined ? (end ?? date) : last;
  return {
    end: typeof how === 'string' ? added : { ...how, column: added },
    span: { first, last, added, compare: compareDateCells(typeof date === 'string' ? {} : date) },
  };
}

function columnOf(date: TableMapping['date']): string | undefined {
  if (date === undefined || typeof date === 'string') return date;
  const { column, year, month, day } = date;
  return column ?? (month === undefined && day === undefined ? year : undefined);
}
