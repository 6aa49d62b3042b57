import { instant } from './instant';
import type { Instant } from './instant';

/** The hour a source gives: `civil` is the place's wall clock read as if it were UTC, `at` the true instant. */
export interface Clock {
  readonly civil: Instant;
  readonly at: Instant;
  readonly zone: string | undefined;
}

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** A time of RFC 3339; undefined without an offset, for other shapes and for days the calendar doesn't have. Fractions of a second are left out. */
export function civilClock(text: string, zone: string | undefined): Clock | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [, day = '', hour = '', minute = '', second = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const civil = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  // Date.parse takes 30 February for 1 March.
  if (!Number.isFinite(civil) || new Date(civil).toISOString().slice(0, 10) !== day) return undefined;
  const offsetMs = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  return { civil: instant(civil), at: instant(civil - offsetMs), zone };
}
