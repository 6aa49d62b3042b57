import { dateFormatOf } from '../../base/messages/locale-formats';
import type { Translate } from '../../base/translate';
import type { ListedTimeline } from '../context/keep-services';

const MINUTE_MS = 60_000;

/**
 * By the reader's own clock: "18:02", with the day where it is another than `today`'s (or always, `withDay`), and the year
 * where that is.
 */
export function timeInWords(at: number, { locale }: Pick<Translate, 'locale'>, today: number, withDay = false): string {
  const [then, now] = [wallDate(at), wallDate(today)];
  const isToday = !withDay && then.toISOString().slice(0, 10) === now.toISOString().slice(0, 10);
  const isThisYear = then.getUTCFullYear() === now.getUTCFullYear();
  return dateFormatOf(locale, {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(then);
}

/** Formatters of the page write what UTC has: this is an instant that has there what the wall clock has here. */
function wallDate(at: number): Date {
  return new Date(at - new Date(at).getTimezoneOffset() * MINUTE_MS);
}

/** So many bytes, as somebody counts them who looks for room. */
export function sizeInWords(bytes: number, t: Translate): string {
  if (bytes < 1_000_000) return t('keep.size.kB', { n: Math.max(1, Math.round(bytes / 1000)) });
  return t('keep.size.MB', { n: Math.round(bytes / 100_000) / 10 });
}

type About = NonNullable<ListedTimeline['about']>;

/** "12 events, 4 with a source. Changed 24 Feb 18:02. 15 versions." */
export function aboutInWords(about: About, isElsewhere: boolean, t: Translate, today: number): string {
  const counts = t('keep.entry.events', { n: about.events });
  return [
    about.withSource > 0
      ? t('keep.entry.counts', { events: counts, sources: t('keep.entry.sources', { n: about.withSource }) })
      : t('keep.entry.countsOnly', { events: counts }),
    originInWords(about.origin, t),
    t('keep.entry.changed', { time: timeInWords(about.changedAt, t, today) }),
    t('keep.entry.versions', { n: about.versions.length + 1 }),
    isElsewhere ? t('keep.entry.elsewhere') : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function originInWords(origin: About['origin'], t: Translate): string {
  switch (origin.from) {
    case 'new':
      return '';
    case 'file':
      return t('keep.entry.from.file', { name: origin.name });
    case 'shipped':
      return t('keep.entry.from.shipped');
    case 'link':
      return t('keep.entry.from.link');
    case 'page':
      return t('keep.entry.from.page');
  }
}

/** Whether it is safe outside of the browser. */
export function fileInWords(file: About['file'], t: Translate): string {
  if (file === undefined) return t('keep.entry.noFile');
  return t(file.isCurrent ? 'keep.entry.file' : 'keep.entry.fileOld', { name: file.name });
}
