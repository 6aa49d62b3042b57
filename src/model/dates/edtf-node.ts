import { valueAt } from '../../base/value-at';
import edtf from 'edtf';
import type { DateNode } from 'edtf';
import { calendarSpan, certain, yearsSpan } from './edtf-span';
import type { KnownSpan, SpanFault } from './edtf-span';
import type { DatePrecision } from './event-date';
import { DAY_MS, civilDay, timeSpan } from './instant';

/** All four digits of a year masked. */
const WHOLE_YEAR_MASK = 0b1111;

/** The span of one date in the package's tree. Only dates with masked digits are worked out by the package itself. */
export function spanOfNode(node: DateNode): KnownSpan | SpanFault {
  const known = bareSpan(node);
  if (typeof known === 'string') return known;
  return {
    ...known,
    uncertain: known.uncertain || isSigned(node.uncertain),
    approximate: known.approximate || isSigned(node.approximate),
  };
}

function isSigned(mask: boolean | number | undefined): boolean {
  return mask === true || (typeof mask === 'number' && mask !== 0);
}

function bareSpan(node: DateNode): KnownSpan | SpanFault {
  const [first = 0, second, third] = node.values;
  switch (node.type) {
    case 'Season':
      return seasonSpan(first, second ?? 0);
    case 'Year':
      return node.significant === undefined
        ? yearsSpan(first, first, 'year')
        : significantSpan(first, node.significant);
    case 'Decade':
      return yearsSpan(first * 10, first * 10 + 9, 'decade');
    case 'Century':
      return yearsSpan(first * 100, first * 100 + 99, 'century');
    default:
      if (node.unspecified !== undefined && node.unspecified !== 0) return maskedSpan(node, node.unspecified);
      return calendarSpan(first, second === undefined ? undefined : second + 1, third);
  }
}

/** `1950S2`: the first two digits count, so it stands somewhere in 1900 to 1999. The package ignores the S. */
function significantSpan(year: number, digits: number): KnownSpan | SpanFault {
  const unit = 10 ** Math.max(0, String(Math.abs(year)).length - digits);
  const low = Math.floor(Math.abs(year) / unit) * unit;
  const [first, last] = year < 0 ? [-(low + unit - 1), -low] : [low, low + unit - 1];
  const known = yearsSpan(first, last, yearsPrecision(unit));
  return typeof known === 'string' ? known : { ...known, approximate: unit > 1 };
}

function yearsPrecision(years: number): DatePrecision {
  if (years <= 1) return 'year';
  if (years <= 10) return 'decade';
  return years <= 100 ? 'century' : 'millennium';
}

function maskedSpan(node: DateNode, mask: number): KnownSpan | SpanFault {
  const year = valueAt(node.values, 0);
  // `-0XXX` reaches the package as minus zero, which it can't tell from 0XXX.
  if ((mask & WHOLE_YEAR_MASK) === WHOLE_YEAR_MASK || Object.is(year, -0)) return 'expected.knownYear';
  const { min, max } = edtf(node);
  if (!(min <= max)) return 'expected.calendarDay';
  const span = timeSpan(min, max + 1);
  return certain(span, precisionOfDays((span.end - span.start) / DAY_MS));
}

function precisionOfDays(days: number): DatePrecision {
  if (days <= 1) return 'day';
  if (days <= 31) return 'month';
  return yearsPrecision(Math.floor(days / 365.2));
}

/**
 * First month and length in months by season code (ISO 8601-2, 4.8): 21-24 without a place, 25-28 northern, 29-32
 * southern, 33-36 quarters, 37-39 thirds, 40-41 halves of a year. The package puts spring into January; these are the
 * meteorological seasons, 21-24 read as northern, a winter or southern summer beginning in December of the year named.
 */
const SEASON_MONTHS: ReadonlyMap<number, readonly [number, number]> = new Map([
  [21, [3, 3]],
  [22, [6, 3]],
  [23, [9, 3]],
  [24, [12, 3]],
  [25, [3, 3]],
  [26, [6, 3]],
  [27, [9, 3]],
  [28, [12, 3]],
  [29, [9, 3]],
  [30, [12, 3]],
  [31, [3, 3]],
  [32, [6, 3]],
  [33, [1, 3]],
  [34, [4, 3]],
  [35, [7, 3]],
  [36, [10, 3]],
  [37, [1, 4]],
  [38, [5, 4]],
  [39, [9, 4]],
  [40, [1, 6]],
  [41, [7, 6]],
]);

function seasonSpan(year: number, season: number): KnownSpan | SpanFault {
  const months = SEASON_MONTHS.get(season);
  if (months === undefined) return 'expected.edtf';
  const [first, length] = months;
  return certain(timeSpan(civilDay(year, first), civilDay(year, first + length)), 'season');
}
