import { edtfOfParts, readIso } from '../imported/exact-date';
import type { ExactDate } from '../imported/exact-date';
import { isRecord } from '../json/decode';
import { textIn, textOf } from '../imported/json-text';

/** A date of TimelineJS, with what of it was no date. */
export interface TimelineJsDate extends ExactDate {
  readonly lost?: 'month' | 'day';
  /** It is written `1/26/2012`, month first. */
  readonly isSlashed?: boolean;
  readonly isBeforeOurEra?: boolean;
  /** The author's words to show in its place. */
  readonly display?: string | undefined;
}

/**
 * `start_date` of version 3, an object of texts or numbers in which an empty text says nothing, or `startDate` of
 * version 2 (`2012,1,26`, `2012`, `1/26/2012`). Years count as TimelineJS shows them: -500 is 500 BCE. Undefined where
 * nothing is said, `unread` where it isn't understood.
 */
export function readTimelineJsDate(value: unknown): TimelineJsDate | 'unread' | undefined {
  if (isRecord(value)) return readParts(value);
  const text = textOf(value)?.trim();
  if (text === undefined) return undefined;
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(-?\d{1,6})(?:\s+(\d{1,2}:\d{2}).*)?$/.exec(text);
  if (slashed !== null) {
    const [, month, day, year, time] = slashed;
    const date = fromParts(year, month, day, time);
    return date === 'unread' || date === undefined || date.lost !== undefined ? 'unread' : { ...date, isSlashed: true };
  }
  if (/^-?\d{1,6}(?:\s*,\s*\d*)*$/.test(text)) {
    const [year, month, day, hour, minute] = text.split(',').map((part) => part.trim());
    return fromParts(year, month, day, hour && `${hour}:${minute === undefined || minute === '' ? '00' : minute}`);
  }
  return readIso(text) ?? 'unread';
}

function readParts(parts: Readonly<Record<string, unknown>>): TimelineJsDate | 'unread' | undefined {
  const [year, month, day, hour, minute, display] = ['year', 'month', 'day', 'hour', 'minute', 'display_date'].map(
    (key) => textIn(parts, key)?.trim(),
  );
  if (year === undefined) return month === undefined && day === undefined ? undefined : 'unread';
  const date = fromParts(year, month, day, hour && `${hour}:${minute ?? '00'}`);
  return typeof date === 'object' ? { ...date, display } : date;
}

function fromParts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: string | undefined,
): TimelineJsDate | 'unread' | undefined {
  const number = Number(year);
  if (year === undefined || year === '' || !Number.isInteger(number)) return 'unread';
  const monthNumber = partOf(month);
  const dated = edtfOfParts(number < 0 ? number + 1 : number, monthNumber, partOf(day));
  if (dated === undefined) return 'unread';
  const { edtf, lost = monthNumber === undefined && partOf(day) !== undefined ? 'day' : undefined } = dated;
  return {
    edtf,
    ...(lost === undefined ? {} : { lost }),
    hour: lost === undefined && /^-?\d+-\d\d-\d\d$/.test(edtf) ? clockOf(time) : undefined,
    isBeforeOurEra: number < 0,
  };
}

/** Empty and 0 say nothing; other words are NaN, which no calendar has. */
function partOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' || Number(text) === 0 ? undefined : Number(text);
}

function clockOf(time: string | undefined): string | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{1,2})$/.exec(time ?? '') ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
