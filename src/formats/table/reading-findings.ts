import type { Dataset } from '../../model/dataset';
import { DAY_MS } from '../../model/dates/instant';
import type { BoundDate, BoundMapping } from './bind-mapping';
import type { DateTallyCounts } from './dates/date-tally';
import type { TableFindings } from './findings';
import type { RecordColumns } from './record-columns';

const NO_YEARS: TableFindings['years'] = { unit: 1, counts: [] };

/** What reading found out so far: as much work as there are different names and days, however many records there are. */
export function findingsOf(records: RecordColumns | undefined, dataset: Dataset): TableFindings {
  if (records === undefined) return NOTHING_READ;
  const { binding, dates, parties, words, sources, titles } = records;
  const size = records.size();
  const { undated, byYear, lastEnd } = dates.counts();
  const actors = records.actors.all();
  const type = binding.type;
  const typeWords = words.typeWords();
  return {
    records: size,
    events: size,
    undated,
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
    years: yearsOf(byYear),
    lastEnd: lastEndOf(lastEnd, binding),
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

const MOST_BARS = 400;
const UNITS = [1, 10, 100, 1000] as const;

/** Events by the year in which they begin, by decade or more where that would be more than a picture holds. */
function yearsOf(byYear: DateTallyCounts['byYear']): TableFindings['years'] {
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
  { at, records }: DateTallyCounts['lastEnd'],
  { end: bound, ...binding }: BoundMapping,
): TableFindings['lastEnd'] {
  if (bound === undefined || !Number.isFinite(at)) return undefined;
  const day = new Date(at - DAY_MS).toISOString().slice(0, 10);
  return { column: headerOf(bound, { ...binding, end: bound }), day, count: records };
}
