import ICAL from 'ical.js';
import type { Translate } from '../../base/translate';
import type { ExactDate } from '../imported/exact-date';
import type { CalendarProperty } from './calendar-property';
import { readCalendarTime } from './calendar-time';
import { dayInZone } from '../zone-wall';

/** What an entry says of happening more than once. */
export interface Recurrence {
  readonly rules: readonly CalendarProperty[];
  /** Further dates, given one by one. */
  readonly more: readonly ExactDate[];
  /** Dates on which it doesn't happen, or that entries of their own tell. */
  readonly except: readonly ExactDate[];
}

/** So many occurrences are looked at for the first that happens. */
const MOST_LOOKED_AT = 400;

/** Reads `RRULE`, `RDATE` and `EXDATE`; undefined for an entry that happens once. */
export function readRecurrence(
  properties: readonly CalendarProperty[],
  told: readonly ExactDate[],
): Recurrence | undefined {
  const datesOf = (name: string): readonly ExactDate[] =>
    properties
      .filter((property) => property.name === name)
      .flatMap((property) =>
        property.values.flatMap((value) => readCalendarTime(property, value.split('/')[0] ?? value) ?? []),
      );
  const rules = properties.filter(({ name }) => name === 'rrule');
  const more = datesOf('rdate');
  if (rules.length === 0 && more.length === 0) return undefined;
  return { rules, more, except: [...datesOf('exdate'), ...told] };
}

/**
 * The first occurrence that happens: the start, unless that is excepted. The start too where no other is found among the
 * first few hundred.
 */
export function firstOccurrence(start: ExactDate, { rules, except }: Recurrence): ExactDate {
  const isOut = (day: string, hour: string | undefined): boolean =>
    except.some((date) => date.edtf === day && (date.hour === undefined || hour === undefined || date.hour === hour));
  if (!isOut(start.edtf, start.hour)) return start;
  const rule = rules.length === 1 ? ruleOf(rules[0]) : undefined;
  if (rule === undefined) return start;
  const from = start.hour === undefined ? start.edtf : `${start.edtf}T${start.hour}:00`;
  const next = rule.iterator(ICAL.Time.fromData(partsOf(from)));
  for (let looked = 0; looked < MOST_LOOKED_AT; looked++) {
    const time = next.next() as { toString: () => string } | null | undefined;
    if (time === null || time === undefined) return start;
    const text = time.toString();
    const [day = '', hour] = [text.slice(0, 10), text.length > 10 ? text.slice(11, 16) : undefined];
    if (!isOut(day, hour)) return { ...start, edtf: day };
  }
  return start;
}

function partsOf(text: string): ConstructorParameters<typeof ICAL.Time>[0] {
  const [year = 0, month = 1, day = 1, hour, minute] = text.split(/[-T:]/).map(Number);
  return hour === undefined
    ? { year, month, day, isDate: true }
    : { year, month, day, hour, minute: minute ?? 0, second: 0, isDate: false };
}

function ruleOf(property: CalendarProperty | undefined): InstanceType<typeof ICAL.Recur> | undefined {
  try {
    return property === undefined ? undefined : ICAL.Recur.fromString(property.raw);
  } catch {
    // It throws for what is no rule: a file's value, not our mistake.
    return undefined;
  }
}

const EVERY = {
  YEARLY: 'imported.repeats.yearly',
  MONTHLY: 'imported.repeats.monthly',
  WEEKLY: 'imported.repeats.weekly',
  DAILY: 'imported.repeats.daily',
  HOURLY: 'imported.repeats.hourly',
  MINUTELY: 'imported.repeats.otherwise',
  SECONDLY: 'imported.repeats.otherwise',
} as const;

/** `repeats every 2 weeks, until 2013-10-25; also on 2013-11-02`; the first date alone is shown. */
export function recurrenceInWords({ rules, more }: Recurrence, { zone }: ExactDate, t: Translate): string {
  const words = rules.map((property) => {
    const rule = ruleOf(property);
    if (rule === undefined) return t('imported.repeats.otherwise', { n: 1 });
    const key = EVERY[rule.freq as keyof typeof EVERY] ?? 'imported.repeats.otherwise';
    const until = rule.until === null ? undefined : dayInZone(rule.until.toString(), zone);
    return [
      t(key, { n: rule.interval }),
      ...(until === undefined ? [] : [t('imported.repeats.until', { date: until })]),
      ...(rule.count === null || rule.count === undefined ? [] : [t('imported.repeats.times', { n: rule.count })]),
    ].join(', ');
  });
  const days = [...new Set(more.map(({ edtf }) => edtf))];
  const also = days.length === 0 ? [] : [t('imported.repeats.also', { list: days.slice(0, 12).join(', ') })];
  return [...words, ...also].join('; ');
}
