import type { Instant } from '../model/dates/instant';

/** Whether a name is an IANA time zone that this machine knows; fixed offsets like +02:00 are not. */
export function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && formatterOf(name) !== undefined;
}

/**
 * A zone's offset from UTC at an instant, in ms, east positive, by this machine's table of zones. Throws for a name
 * that isn't one.
 */
export function offsetInZone(at: Instant, zone: string): number {
  const formatter = formatterOf(zone);
  if (formatter === undefined) throw new RangeError(`Not a time zone: ${zone}`);
  const parts = new Map(formatter.formatToParts(new Date(at)).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
