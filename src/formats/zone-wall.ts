import { instant } from '../model/dates/instant';
import { isZone, offsetInZone } from './zone-offset';

/**
 * Offset of RFC 3339 that a zone's clocks have at a wall-clock time (`2016-02-27`, `00:00`); undefined for a zone that
 * this machine doesn't know, and where the offset has seconds. Of an hour that clocks go through twice it is the first
 * one's.
 */
export function offsetAtWall(day: string, hour: string, zone: string): string | undefined {
  const wall = Date.parse(`${day}T${hour}:00Z`);
  if (!isZone(zone) || !Number.isFinite(wall)) return undefined;
  const offsetBefore = (ms: number): number => offsetInZone(instant(wall - ms), zone);
  const around = [offsetBefore(HALF_DAY_MS), offsetBefore(-HALF_DAY_MS)];
  const [offset = offsetBefore(0)] = [...around.filter((each) => offsetBefore(each) === each), ...around];
  return offset % 60_000 === 0 ? inWords(offset / 60_000) : undefined;
}

/** The civil day in a zone at an instant (`2013-10-25T03:59:59Z`); the written day where zone or instant aren't known. */
export function dayInZone(text: string, zone: string | undefined): string {
  const at = text.endsWith('Z') ? Date.parse(text) : Number.NaN;
  if (zone === undefined || !isZone(zone) || !Number.isFinite(at)) return text.slice(0, 10);
  return new Date(at + offsetInZone(instant(at), zone)).toISOString().slice(0, 10);
}

const HALF_DAY_MS = 12 * 3_600_000;

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

function inWords(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
