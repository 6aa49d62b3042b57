import { afterAll, describe, expect, test } from 'vitest';
import { clockOf, fixturePlan, linesOf } from '../../../support/import-file';

const own = process.env['TZ'];
afterAll(() => {
  process.env['TZ'] = own;
});

const FILES = [
  'icalendar/traps.ics',
  'simile/traps.xml',
  'vis/traps.json',
  'schema-org/traps.json',
  'sparql/traps.json',
];

async function daysIn(zone: string): Promise<readonly string[]> {
  process.env['TZ'] = zone;
  const plans = await Promise.all(FILES.map(fixturePlan));
  return plans.flatMap(({ events }) => linesOf(events).concat(events.map((event) => String(clockOf(event)))));
}

describe('events of other formats', async () => {
  const expected = await daysIn('UTC');

  test.each([
    ['America/Los_Angeles', 480],
    ['America/New_York', 300],
    ['Asia/Kolkata', -330],
    ['Asia/Tokyo', -540],
    ['Pacific/Kiritimati', -840],
  ])('stand on the same days and hours in %s', async (zone, offset) => {
    expect(await daysIn(zone)).toEqual(expected);
    expect(new Date(2016, 0, 1).getTimezoneOffset()).toBe(offset);
  });
});
