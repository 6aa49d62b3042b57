import type { BoundDate } from '../bind-mapping';

/** One end of an event as its record writes it. */
export interface DateText {
  /** Empty where nothing stands there. */
  readonly text: string;
  readonly time: string;
  readonly precision: string;
  readonly display: string;
  /** A part that can't be used without another: a day without its month. */
  readonly stray: string;
  /** A number in the place of the month that no month has, and what stands in that of the day. */
  readonly noMonth: string;
}

type Parts = Pick<DateText, 'text' | 'stray' | 'noMonth'>;

const NO_PARTS: Parts = { text: '', stray: '', noMonth: '' };
const NOTHING: DateText = { ...NO_PARTS, time: '', precision: '', display: '' };

/** What a record says of a date: the cell of its column, or put together from those of its parts. */
export function dateTextOf(bound: BoundDate | undefined, cell: (column: number) => string): DateText {
  if (bound === undefined) return NOTHING;
  const at = (column: number | undefined): string => (column === undefined ? '' : cell(column));
  const own = at(bound.column);
  const parts = own === '' ? textOfParts(at(bound.year), at(bound.month), at(bound.day)) : { ...NO_PARTS, text: own };
  return { ...parts, time: at(bound.time), precision: at(bound.precision), display: at(bound.display) };
}

/** What tables write for a month or day that nobody knows; Correlates of War has -9. */
const UNKNOWN = /^(?:|0{1,2}|-9+|99|n\/?a|nan|null|none|unknown|xx|\?+|-|–)$/i;
/** Programs that read a column with gaps write its numbers with a point: `5.0`. */
const POINT_ZERO = /^(-?\d+)\.0+$/;

/**
 * Year, month and day as EDTF where they are numbers, else as somebody would write them. A month or day that isn't known is
 * no part of it; a month that there is none of leaves the year.
 */
function textOfParts(year: string, month: string, day: string): Parts {
  const [y, m, d] = [year, month, day].map((part) => POINT_ZERO.exec(part)?.[1] ?? part) as [string, string, string];
  const hasMonth = !UNKNOWN.test(m);
  const hasDay = !UNKNOWN.test(d);
  if (UNKNOWN.test(y)) return { ...NO_PARTS, stray: [hasDay ? d : '', hasMonth ? m : ''].join(' ').trim() };
  const stray = hasDay && !hasMonth ? d : '';
  if (!/^-?\d{3,4}$/.test(y) || (hasMonth && !/^\d{1,2}$/.test(m)) || (hasDay && !/^\d{1,2}$/.test(d)))
    return {
      ...NO_PARTS,
      text: [hasMonth && hasDay ? d : '', hasMonth ? m : '', y].filter((part) => part !== '').join(' '),
      stray,
    };
  const edtf = y.startsWith('-') ? `-${y.slice(1).padStart(4, '0')}` : y.padStart(4, '0');
  if (!hasMonth) return { ...NO_PARTS, text: edtf, stray };
  if (!(Number(m) >= 1 && Number(m) <= 12)) return { ...NO_PARTS, text: edtf, noMonth: hasDay ? `${m}, ${d}` : m };
  return { ...NO_PARTS, text: `${edtf}-${m.padStart(2, '0')}${hasDay ? `-${d.padStart(2, '0')}` : ''}` };
}

/** A time of day by itself, as minutes since midnight; undefined where it is none. */
export function minutesOf(time: string): number | undefined {
  const [, hour = '', minute = '00', half] =
    /^(\d{1,2})(?:[:.h](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(time) ?? [];
  if (hour === '') return undefined;
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return h < 24 && Number(minute) < 60 && !(half !== undefined && Number(hour) > 12)
    ? h * 60 + Number(minute)
    : undefined;
}
