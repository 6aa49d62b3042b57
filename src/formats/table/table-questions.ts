import type { TableFindings, TableQuestion, TableSuggestion } from './findings';
import { countryByName, countryCode } from '../../model/country-names';
import { dateIn } from './mapping-edits';
import { groupingsOf, mirroredOf } from './sample-shapes';
import type { TableMapping } from './table-mapping';
import type { ColumnProfile, TableSurvey } from './table-plan';

/** So many cells of a column are dates in a table that has several of them a row. */
const MOSTLY_DATES = 0.8;

/** What only a person can say, and hasn't said in the mapping. */
export function questionsOf(
  survey: Pick<TableSurvey, 'columns' | 'sample'>,
  findings: TableFindings,
  mapping: TableMapping,
): readonly TableQuestion[] {
  const { asked = [] } = findings.offers ?? {};
  const questions: TableQuestion[] = [...asked];
  for (const { of, decision } of findings.dates) {
    const said = dateIn(mapping, of);
    if (decision.order === 'asked' && decision.counts.either > 0 && said?.order === undefined)
      questions.push({ about: 'day-order', of, decision });
    if (decision.counts.twoDigitYears > 0 && decision.context.lastYear === undefined)
      questions.push({ about: 'century', of, decision });
  }
  const columns = mapping.preset === undefined ? spreadable(survey.columns, mapping) : [];
  if (mapping.regroup?.spread === undefined && columns.length > 1)
    questions.push({
      about: 'spreading',
      columns: columns.map(({ header }) => header),
      rows: survey.sample.length,
      events: filledIn(survey, columns),
    });
  return questions;
}

/** Further columns of dates, that the mapping says nothing of: of signature, of ratification. With the date's own first. */
function spreadable(columns: readonly ColumnProfile[], mapping: TableMapping): readonly ColumnProfile[] {
  const own = dateIn(mapping, 'date')?.column;
  const end = dateIn(mapping, 'end');
  const used = new Set([end?.column, mapping.source?.published, mapping.id]);
  const dated = columns.filter(
    // The year beside a date is no other date.
    ({ header, dates, years = 0, filled, distinct }) =>
      dates >= MOSTLY_DATES &&
      years < MOSTLY_DATES &&
      filled > 0 &&
      distinct > 1 &&
      !used.has(header) &&
      end === undefined,
  );
  return own !== undefined && dated.some(({ header }) => header === own) ? dated : [];
}

function filledIn(
  { columns, sample }: Pick<TableSurvey, 'columns' | 'sample'>,
  wanted: readonly ColumnProfile[],
): number {
  const places = wanted.map(({ header }) => columns.findIndex((column) => column.header === header));
  let filled = 0;
  for (const { cells } of sample) for (const place of places) if ((cells[place]?.trim() ?? '') !== '') filled += 1;
  return filled;
}

/** By chance so many end on one day. */
const CENSORED = { least: 5, share: 0.03 };
const MOST_NAMES_TO_JOIN = 5;

/** What may be done with the table with one click, and isn't yet. */
export function suggestionsOf(
  survey: Pick<TableSurvey, 'columns' | 'sample'>,
  findings: TableFindings,
  mapping: TableMapping,
): readonly TableSuggestion[] {
  return [
    ...heaps(findings, mapping),
    ...censored(findings, mapping),
    ...joinedNames(findings, mapping),
    ...countryNames(survey, mapping),
    ...(findings.offers?.suggested ?? []),
    // Of a known layout it is known what may be made of its rows.
    ...(mapping.preset === undefined ? shapes(survey, mapping) : []),
  ];
}

function shapes(survey: Pick<TableSurvey, 'columns' | 'sample'>, mapping: TableMapping): readonly TableSuggestion[] {
  const { only, mirrored, group } = mapping.regroup ?? {};
  return [
    ...(only === undefined ? onlySome(survey, mapping) : []),
    ...(mirrored === true ? [] : mirroredOf(survey, mapping)),
    ...(group === undefined ? groupingsOf(survey, mapping) : []),
  ];
}

function heaps({ dates }: TableFindings, mapping: TableMapping): readonly TableSuggestion[] {
  return dates.flatMap(({ of, decision }) =>
    decision.heaps
      .filter(({ at }) => dateIn(mapping, of)?.coarse?.includes(at) !== true)
      .map(({ at, count, of: all }) => ({ about: 'heap' as const, of, at, count, dates: all })),
  );
}

function censored({ lastEnd, events, undated }: TableFindings, mapping: TableMapping): readonly TableSuggestion[] {
  if (lastEnd === undefined || dateIn(mapping, 'end')?.censoredAt !== undefined) return [];
  const { column, day, count } = lastEnd;
  const isMany = count > Math.max(CENSORED.least, CENSORED.share * (events - undated));
  return isMany ? [{ about: 'censored', column, day, count }] : [];
}

function joinedNames({ names }: TableFindings, { actors = [] }: TableMapping): readonly TableSuggestion[] {
  return names.flatMap(({ column, together }) => {
    const whole = actors.find((actor) => actor.column === column)?.whole ?? [];
    return together
      .filter((each) => !whole.includes(each.whole))
      .slice(0, MOST_NAMES_TO_JOIN)
      .map((each) => ({ about: 'one-name' as const, column, whole: each.whole, names: each.names, count: each.count }));
  });
}

function countryNames(
  { columns, sample }: Pick<TableSurvey, 'columns' | 'sample'>,
  { countries }: TableMapping,
): readonly TableSuggestion[] {
  if (countries === undefined || (typeof countries === 'object' && countries.names === true)) return [];
  const { column, separator } = typeof countries === 'string' ? { column: countries, separator: undefined } : countries;
  const place = columns.findIndex(({ header }) => header === column);
  const cells = sample.flatMap(({ cells: all }) => {
    const cell = all[place]?.trim() ?? '';
    return separator === undefined ? [cell] : cell.split(separator).map((part) => part.trim());
  });
  const names = [...new Set(cells)].filter(
    (cell) => cell !== '' && countryCode(cell) === undefined && countryByName(cell) !== undefined,
  );
  return names.length === 0 ? [] : [{ about: 'country-names', column, names }];
}

/** What GDELT and its kin call an event that stands for itself: `IsRootEvent`. */
const ROOT = 'root';

/** A column that marks the records that count: events of their own, not what a text mentions besides. */
function onlySome(
  { columns, sample }: Pick<TableSurvey, 'columns' | 'sample'>,
  mapping: TableMapping,
): readonly TableSuggestion[] {
  return columns.flatMap(({ header, distinct }, place): readonly TableSuggestion[] => {
    if (distinct !== 2 || !header.toLowerCase().includes(ROOT) || header === mapping.id) return [];
    const values = sample.map(({ cells }) => cells[place]?.trim() ?? '');
    const events = values.filter((value) => value === '1').length;
    return values.every((value) => value === '0' || value === '1')
      ? [{ about: 'only', column: header, values: ['1'], events }]
      : [];
  });
}
