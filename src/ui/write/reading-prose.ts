import { listInWords, withoutIsolates } from '../../base/translate';
import type { MessageKey, Translate } from '../../base/translate';
import type { EventReading, LineReading, NotebookCounts } from '../../formats/notebook/notebook-types';
import { dateInWords, weekdayDate } from '../../model/dates/date-prose';
import type { EventDate } from '../../model/dates/event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { readingInWords } from '../../model/dates/reading/reading-in-words';
import type { Role } from '../../model/vocabulary';
import type { LineFault } from './text-services';

/** Undefined where it isn't one. */
function eventDateOf(edtf: string | undefined): EventDate | undefined {
  const date = edtf === undefined ? undefined : parseEventDate(edtf);
  return date === undefined || isDateFault(date) ? undefined : date;
}

/** A date as it stands beside its line: a day with its weekday. */
export function shortDate(reading: DateReading | undefined, t: Translate): string {
  if (reading === undefined) return t('date.none');
  const date = eventDateOf(reading.edtf);
  if (date === undefined) return reading.display ?? reading.edtf ?? '';
  if (reading.display !== undefined) return reading.display;
  const words =
    date.form === 'single' && date.precision === 'day' && !date.uncertain && !date.approximate
      ? weekdayDate(date.start.start, t)
      : dateInWords(date, t);
  return reading.civilTime === undefined
    ? words
    : t('date.withClock', { date: words, clock: reading.civilTime.replace(/\d/g, (digit) => t.digits(Number(digit))) });
}

/** One of the readings of a date. */
export function alternativeInWords(edtf: string, t: Translate): string {
  const date = eventDateOf(edtf);
  return date === undefined ? edtf : dateInWords(date, t);
}

/** What a line is, in a few words; empty for events and what isn't read, which say more. */
export function kindInWords(
  { kind, of, source, owner }: LineReading,
  t: Translate,
  asOf: EventDate | undefined,
): string {
  const n = t.number((of ?? 0) + 1);
  switch (kind) {
    case 'event':
    case 'unread':
      return '';
    case 'as-of':
      return t('write.is.as-of', { date: dateInWords(asOf, t) });
    case 'evidence':
      return t(source?.quote === undefined ? 'write.is.evidence' : 'write.is.quote', { n });
    case 'summary':
      return of === undefined || owner?.kind === 'head' ? t('write.is.about') : t('write.is.summary', { n });
    case 'field':
      return of === undefined || owner?.kind === 'head' ? t('write.is.about') : t('write.is.field', { n });
    case 'note':
      return of === undefined ? t('write.is.note') : t('write.is.note.on', { n });
    case 'media':
      return t('write.is.media', { n });
    default:
      return t(`write.is.${kind}`);
  }
}

/** What keeps a line from being read, or a part of it, in sentences. Of two readings its reader is asked. */
export function problemsInWords({ problems }: LineReading, t: Translate): string {
  return problems
    .filter(({ key }) => key !== 'notebook.problem.twoWays')
    .map(({ key, params }) => t(key, params))
    .join(' ');
}

/** Why a line that was read isn't on the timeline all the same. */
export function faultInWords({ found, expected }: LineFault, t: Translate): string {
  return t('write.notTaken', { found, expected });
}

/** All that is to be said of a line, in sentences: for its reader's ear, and for the row under the text. */
export function lineInWords(
  reading: LineReading,
  {
    t,
    asOf,
    fault,
  }: { readonly t: Translate; readonly asOf: EventDate | undefined; readonly fault: LineFault | undefined },
): string {
  if (fault !== undefined) return faultInWords(fault, t);
  const problems = problemsInWords(reading, t);
  if (reading.kind === 'unread') return `${t('write.notRead')} ${problems}`;
  const told = problems === '' ? '' : ` ${problems}`;
  if (reading.kind !== 'event') return `${kindInWords(reading, t, asOf)}.${told}`;
  const words = reading.date === undefined ? t('date.none') : readingInWords(reading.date, t, asOf);
  return `${words}${/[.?!؟]$/.test(words) ? '' : '.'} ${t(drawnAs(reading.date))}${told}`;
}

/** How an event of that date is drawn. */
function drawnAs(reading: DateReading | undefined): MessageKey {
  const date = eventDateOf(reading?.edtf);
  switch (date?.form) {
    case undefined:
      return 'write.drawn.none';
    case 'single':
      return date.uncertain || date.approximate ? 'write.drawn.dashed' : 'write.drawn.mark';
    case 'one-of':
      return 'write.drawn.dashed';
    case 'all-of':
      return 'write.drawn.marks';
    case 'interval':
      return date.open === 'ongoing' ? 'write.drawn.onward' : 'write.drawn.bar';
    case 'before':
    case 'after':
      return 'write.drawn.arrow';
  }
}

/** "20 lines: 12 events, 4 sources, 2 headings", and what isn't read apart, which stands out. */
export function countsInWords(
  counts: NotebookCounts,
  t: Translate,
): { readonly lines: string; readonly list: string; readonly unread: string } {
  const { lines, events, sources, headings, asOf, unread } = counts;
  const parts = [
    t('write.count.events', { n: events }),
    ...(sources === 0 ? [] : [t('write.count.sources', { n: sources })]),
    ...(headings === 0 ? [] : [t('write.count.headings', { n: headings })]),
    ...(asOf === 0 ? [] : [t('write.count.asOf', { n: asOf })]),
  ];
  return {
    lines: t('write.count.lines', { n: lines }),
    list: listInWords(parts, t),
    unread: unread === 0 ? '' : t('write.count.unread', { n: unread }),
  };
}

/** "+ 3 claims, 2 relations": what is known of an event and no line says; empty where there is nothing. */
export function moreInWords(more: EventReading['more'], t: Translate): string {
  const named = ['claims', 'relations', 'statements'] as const;
  const count = (field: string): number => more.find((each) => each.field === field)?.count ?? 0;
  const rest = more.filter(({ field }) => !(named as readonly string[]).includes(field)).length;
  const parts = [
    ...named.filter((field) => count(field) > 0).map((field) => t(`write.plus.${field}`, { n: count(field) })),
    ...(rest === 0 ? [] : [t('write.plus.fields', { n: rest })]),
  ];
  return parts.length === 0 ? '' : t('write.plus', { list: listInWords(parts, t) });
}

/** Words of a role before and after the name. */
export function aroundName(role: Role, t: Translate): readonly [before: string, after: string] {
  const [before = '', after = ''] = withoutIsolates(t(`write.party.${role}`, { name: NAME })).split(NAME);
  return [before, after];
}

/** Stands for a name, and in none. */
const NAME = '\uFFFC';

/** The host of an address, without what all have; the address itself where it isn't one. */
export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}
