import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { TableFindings } from '../../formats/table/findings';
import type { TableMapping } from '../../formats/table/table-mapping';
import { dateFormatOf } from '../../base/messages/locale-formats';
import { tallyRejections } from '../../model/rejection-tally';
import type { Planned } from './open-services';
import type { SettlePlace } from './table-tools';

/** One thing that was decided, or that somebody should look at. */
export interface PlanPoint {
  readonly kind: 'settled' | 'to-settle';
  readonly text: string;
  /** Where it can be settled, or settled otherwise. */
  readonly place?: SettlePlace;
  /** Ids that stood there twice: each of them is told among what was noted. */
  readonly about?: 'renamed';
}

/** What was decided and what is open, of what has been read so far; each sentence once. */
export function pointsOf({ plan, table, found }: Planned, t: Translate): readonly PlanPoint[] {
  const { findings, rejections, count } = found;
  const points: readonly PlanPoint[] = [
    ...(plan.notes ?? []),
    ...(findings === undefined ? [] : findingsInWords(findings, table?.mapping, t)),
    ...(findings === undefined && count !== undefined && count.undated > 0
      ? [{ kind: 'to-settle', text: t('open.undated', { n: count.undated }) } as const]
      : []),
    ...faultPoints(rejections, findings !== undefined, t),
  ];
  const texts = points.map(({ text }) => text);
  return points.filter(({ text }, at) => texts.indexOf(text) === at);
}

/** What reading a table has found out says more of what deserves a look than their number. */
function faultPoints(rejections: Planned['found']['rejections'], isTold: boolean, t: Translate): readonly PlanPoint[] {
  const { events, dropped, noted } = tallyRejections(rejections);
  return [
    ...(events > 0 ? [{ kind: 'to-settle', text: t('open.leftOut', { n: events }) } as const] : []),
    ...(dropped > 0 ? [{ kind: 'to-settle', text: t('open.dropped', { n: dropped }) } as const] : []),
    ...(noted > 0 && !isTold ? [{ kind: 'to-settle', text: t('open.noted', { n: noted }) } as const] : []),
  ];
}

/** The same of a table: what its columns' cells decide. */
export function findingsInWords(
  findings: TableFindings,
  mapping: TableMapping | undefined,
  t: Translate,
): readonly PlanPoint[] {
  return [
    ...findings.dates.flatMap(({ decision, column }) => datesInWords(decision, column, t)),
    ...titlesInWords(findings, t).map(settled),
    ...(mapping?.actors ?? []).flatMap(({ separator }) =>
      separator === undefined ? [] : [settled(t('open.parted', { signs: quoted([separator].flat(), t) }))],
    ),
    ...findings.names.flatMap(({ together, column }) =>
      together.map(({ names }) => open(t('open.oneName', { names: quoted(names, t) }), { about: 'one-name', column })),
    ),
    ...typesInWords(findings, t),
    ...(findings.renamed > 0
      ? [{ ...settled(t('open.renamed', { n: findings.renamed })), about: 'renamed' } as const]
      : []),
    ...(findings.merged > 0 ? [settled(t('open.merged', { n: findings.merged }))] : []),
    ...(findings.passedOver > 0 ? [settled(t('open.passedOver', { n: findings.passedOver }))] : []),
    ...(isMoreThanUnread(findings) ? [open(t('open.undated', { n: findings.undated }))] : []),
  ];
}

function settled(text: string): PlanPoint {
  return { kind: 'settled', text };
}

function open(text: string, place?: SettlePlace): PlanPoint {
  return { kind: 'to-settle', text, ...(place !== undefined && { place }) };
}

/** Rows whose date can't be read are told of with it, and kept without one. */
function isMoreThanUnread({ undated, dates }: TableFindings): boolean {
  return undated > 0 && dates.find(({ of }) => of === 'date')?.decision.counts.unread !== undated;
}

type Decision = TableFindings['dates'][number]['decision'];

function datesInWords(
  { counts, order, context, heaps, example, otherCalendar }: Decision,
  column: string,
  t: Translate,
): readonly PlanPoint[] {
  const at = (about: SettlePlace['about']): SettlePlace => ({ about, column });
  const points: PlanPoint[] = [];
  const { read, unread, dayFirst, monthFirst, either, twoDigitYears } = counts;
  const isOpen = order === 'asked' && either > 0;
  const sure = isOpen ? read - either : read;
  if (sure > 0) points.push({ kind: 'settled', text: t('open.dates.read', { n: sure }) });
  if (order === 'cells' && context.order !== undefined) {
    const n = context.order === 'day-first' ? dayFirst : monthFirst;
    points.push({ kind: 'settled', text: t(`open.dates.${context.order}`, { n }) });
  }
  if (order === 'given' && context.order !== undefined && either > 0)
    points.push({
      kind: 'settled',
      text: t(`open.dates.given.${context.order}`, { n: either }),
      place: at('day-order'),
    });
  if (isOpen) points.push(open(t('open.dates.either', { n: either, example: example?.text ?? '' }), at('day-order')));
  if (twoDigitYears > 0 && context.lastYear === undefined)
    points.push(open(t('open.dates.century', { n: twoDigitYears }), at('century')));
  if (unread > 0) points.push(open(t('open.dates.unread', { n: unread }), at('column')));
  if (context.serials !== undefined && read > 0)
    points.push({ kind: 'settled', text: t('open.dates.serials', { n: read, era: context.serials }) });
  if (otherCalendar !== undefined) {
    const { count: n, example: like } = otherCalendar;
    points.push(open(t('open.dates.otherCalendar', { n, example: like }), at('column')));
  }
  for (const heap of heaps) {
    const n = heap.count;
    const text =
      heap.on === 'month-day'
        ? t('open.dates.heap', { n, day: dayInWords(heap.at, t) })
        : t('open.dates.heapOfMonths', { n });
    points.push(open(text, at('heap')));
  }
  return points;
}

/** `01-09` as the language writes a day without a year. */
function dayInWords(monthDay: string, t: Translate): string {
  const date = new Date(`2000-${monthDay}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return monthDay;
  return dateFormatOf(t.locale, { day: 'numeric', month: 'long' }).format(date);
}

function titlesInWords({ titles, events }: TableFindings, t: Translate): readonly string[] {
  if (events === 0) return [];
  return titles.made > 0 ? [t('open.titles.made', { n: titles.made })] : [t('open.titles', { n: events })];
}

function typesInWords({ types }: TableFindings, t: Translate): readonly PlanPoint[] {
  if (types === undefined || types.words.length === 0) return [];
  const unknown = types.words.filter(({ type }) => type === undefined);
  if (unknown.length === 0) return [{ kind: 'settled', text: t('open.types', { n: types.words.length }) }];
  const first = unknown.slice(0, 3).map(({ word }) => word);
  const place = { about: 'column', column: types.column } as const;
  return [open(t('open.types.unknown', { n: unknown.length, words: quoted(first, t) }), place)];
}

function quoted(words: readonly string[], t: Translate): string {
  return listInWords(
    words.map((word) => t('open.quoted', { word: word.trim() === '' ? word : word.trim() })),
    t,
  );
}
