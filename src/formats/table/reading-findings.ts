import type { Dataset } from '../../model/dataset';
import { DAY_MS } from '../../model/dates/instant';
import type { BoundDate, BoundMapping } from './bind-mapping';
import type { DateStandings } from './dates/date-cells';
import type { TableFindings } from './findings';
import type { RecordColumns } from './record-columns';

const NO_YEARS: TableFindings['years'] = { unit: 1, counts: [] };

/** What reading found out so far, in one pass over the records. */
export function findingsOf(records: RecordColumns | undefined, dataset: Dataset): TableFindings {
  if (records === undefined) return NOTHING_READ;
  const { binding, dates, parties, words, sources, titles } = records;
  const size = records.size();
  const standings = dates.standings();
  const actors = records.actors.all();
  const type = binding.type;
  const typeWords = words.typeWords();
  return {
    records: size,
    events: size,
    undated: countUndated(standings, size),
    dates: dates.decisions().map(({ of, decision }) => ({
      of,
      decision,
      column: headerOf(of === 'date' ? binding.date : binding.end, binding),
    })),
    names: parties.counts.flatMap((counts, index) => {
      const { column } = binding.actors[index] ?? {};
      return column === undefined ? [] : [counts.findings(binding.headers[column] ?? '', actors)];
    }),
    types:
      type === undefined || typeof type === 'number'
        ? undefined
        : { column: binding.headers[type.column] ?? '', words: typeWords },
    sources: sources?.findings() ?? { addresses: 0, rowsWith: dataset.sources.length === 1 ? size : 0 },
    titles: titles.findings(),
    renamed: records.renamed(),
    merged: 0,
    passedOver: 0,
    years: yearsOf(standings, size),
    lastEnd: lastEndOf(standings, binding, size),
  };
}

const NOTHING_READ: TableFindings = {
  records: 0,
  events: 0,
  undated: 0,
  dates: [],
  names: [],
  types: undefined,
  sources: { addresses: 0, rowsWith: 0 },
  titles: { distinct: 0, longest: 0, made: 0 },
  renamed: 0,
  merged: 0,
  passedOver: 0,
  years: NO_YEARS,
};

function headerOf(bound: BoundDate | undefined, { headers }: BoundMapping): string {
  const column = bound?.column ?? bound?.year ?? bound?.month ?? bound?.day;
  return column === undefined ? '' : (headers[column] ?? '');
}

function countUndated({ isDated }: DateStandings, size: number): number {
  let undated = 0;
  for (let record = 0; record < size; record++) if (!isDated(record)) undated += 1;
  return undated;
}

const MOST_BARS = 400;
const UNITS = [1, 10, 100, 1000] as const;

/** Events by the year in which they begin, by decade or more where that would be more than a picture holds. */
function yearsOf({ isDated, start }: DateStandings, size: number): TableFindings['years'] {
  const byYear = new Map<number, number>();
  for (let record = 0; record < size; record++) {
    if (!isDated(record)) continue;
    const year = new Date(start(record)).getUTCFullYear();
    byYear.set(year, (byYear.get(year) ?? 0) + 1);
  }
  const years = [...byYear.keys()];
  if (years.length === 0) return NO_YEARS;
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  const unit = UNITS.find((each) => (last - first) / each < MOST_BARS) ?? 1000;
  const counts = new Map<number, number>();
  for (const [year, events] of byYear) {
    const from = Math.floor(year / unit) * unit;
    counts.set(from, (counts.get(from) ?? 0) + events);
  }
  return {
    unit,
    counts: [...counts].map(([year, events]) => ({ year, events })).toSorted((a, b) => a.year - b.year),
  };
}

/** The last day on which anything ends, and how much ends on it. */
function lastEndOf(
  { isDated, end }: DateStandings,
  { end: bound, ...binding }: BoundMapping,
  size: number,
): TableFindings['lastEnd'] {
  if (bound === undefined) return undefined;
  let last = -Infinity;
  let count = 0;
  for (let record = 0; record < size; record++) {
    if (!isDated(record)) continue;
    const at = end(record);
    if (at > last) {
      last = at;
      count = 0;
    }
    if (at === last) count += 1;
  }
  if (!Number.isFinite(last)) return undefined;
  const day = new Date(last - DAY_MS).toISOString().slice(0, 10);
  return { column: headerOf(bound, { ...binding, end: bound }), day, count };
}
