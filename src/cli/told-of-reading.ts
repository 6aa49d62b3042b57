import type { Translate } from '../base/translate';
import type { TableFindings } from '../formats/table/findings';
import type { Rejection } from '../model/rejection';
import type { ReadFiles } from './read-files';

/** What became of files, in words. */
export interface Told {
  /** One sentence. */
  readonly summary: string;
  /** What was decided or found, a sentence each. */
  readonly facts: readonly string[];
  /** What was left out or is to be mended, by its place. */
  readonly lines: readonly string[];
  /** How much is to be looked at: of facts and lines. */
  readonly toLookAt: number;
}

interface Fact {
  readonly text: string;
  readonly isToLookAt: boolean;
}

/** Words for what came of reading; `further` are facts of what was done with it. */
export function toldOf(read: ReadFiles, further: readonly Fact[], t: Translate): Told {
  const { dataset, findings, rejections, source, format } = read;
  const facts = [
    ...read.notes.map(({ kind, text }) => ({ text, isToLookAt: kind === 'to-settle' })),
    ...(findings === undefined ? [] : factsOf(findings, t)),
    ...further,
  ];
  const toLookAt = facts.filter(({ isToLookAt }) => isToLookAt).length + countOf(rejections);
  const events = t('convert.events', { n: dataset.events.length });
  const look = toLookAt === 0 ? t('convert.nothing') : t('convert.look', { n: toLookAt });
  const rows = findings === undefined ? undefined : t('convert.rows', { n: findings.records });
  return {
    summary:
      rows === undefined
        ? t('convert.summary', { file: source, format, events, look })
        : t('convert.summaryOfRows', { file: source, format, rows, events, look }),
    facts: facts.map(({ text }) => text),
    lines: rejections.map((rejection) => rejectionLine(source, rejection, t)),
    toLookAt,
  };
}

function countOf(rejections: readonly Rejection[]): number {
  return rejections.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** A line a rejection, as `check` writes them. */
export function rejectionLine(file: string, rejection: Rejection, t: Translate): string {
  const { where, record, found, expected, effect } = rejection;
  const name = record === undefined ? '' : t('check.record', { record });
  const onOneLine = found.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
  return t('check.line', { file, where, record: name, found: onOneLine, expected, effect: t(`effect.${effect}`) });
}

function factsOf(findings: TableFindings, t: Translate): readonly Fact[] {
  const counted = (
    [
      ['convert.undated', findings.undated],
      ['convert.renamed', findings.renamed],
      ['convert.merged', findings.merged],
      ['convert.passedOver', findings.passedOver],
    ] as const
  )
    .filter(([, n]) => n > 0)
    .map(([key, n]) => ({ text: t(key, { n }), isToLookAt: key === 'convert.undated' || key === 'convert.renamed' }));
  return [...findings.dates.flatMap((dates) => dateFacts(dates, t)), ...counted];
}

function dateFacts({ column, decision }: TableFindings['dates'][number], t: Translate): readonly Fact[] {
  const { counts, order, context, example, heaps, otherCalendar } = decision;
  const facts: Fact[] = [];
  if (order === 'cells' && context.order !== undefined) {
    const n = context.order === 'day-first' ? counts.dayFirst : counts.monthFirst;
    facts.push({ text: t(`convert.${context.order}`, { column, n }), isToLookAt: false });
  }
  if (order === 'asked' && counts.either > 0)
    facts.push({
      text: t('convert.twoWays', { column, n: counts.either, example: example?.text ?? '' }),
      isToLookAt: true,
    });
  if (counts.twoDigitYears > 0 && context.lastYear === undefined)
    facts.push({ text: t('convert.century', { column, n: counts.twoDigitYears }), isToLookAt: true });
  if (context.serials !== undefined && counts.read > 0)
    facts.push({ text: t('convert.serials', { column, n: counts.read, era: context.serials }), isToLookAt: false });
  if (counts.twoDigitYears > 0 && context.lastYear !== undefined) {
    const last = context.lastYear;
    const years = { n: counts.twoDigitYears, from: String(last - 99), to: String(last) };
    facts.push({ text: t('convert.centuryTaken', { column, ...years }), isToLookAt: false });
  }
  if (otherCalendar !== undefined) {
    const { count: n, example: like } = otherCalendar;
    facts.push({ text: t('convert.otherCalendar', { column, n, example: like }), isToLookAt: true });
  }
  for (const { at, count, of } of heaps)
    facts.push({ text: t('convert.heap', { column, n: count, of, at }), isToLookAt: true });
  return facts;
}
