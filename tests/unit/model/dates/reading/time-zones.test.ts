import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { readDate } from '../../../../../src/model/dates/reading/read-date';

const ZONES = ['Pacific/Pago_Pago', 'America/New_York', 'Europe/Moscow', 'Asia/Tokyo', 'Pacific/Kiritimati'];
const TEXTS = [
  ...readFileSync('tests/fixtures/dates.tsv', 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0] ?? ''),
  '2016-02-24T23:30:00-10:00',
  '2016-02-24T00:30:00+14:00',
  'Fri Nov 22 1963 23:25:00 GMT-0600',
  '2016-03-27 02:30',
  '42424.99',
  '2016-W08',
  'before 1 March 2016',
  'Fri 3/4/2016',
];

const own = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = own;
});

test('dates are the same in five time zones', () => {
  const offsets = new Set<number>();
  const readings = ZONES.map((zone) => {
    process.env['TZ'] = zone;
    offsets.add(new Date(Date.UTC(2016, 1, 24)).getTimezoneOffset());
    return TEXTS.map((text) =>
      readDate(text, { languages: ['en'], serials: /^\d+\./.test(text) ? '1900' : undefined }),
    );
  });
  // The zone was really another each time.
  expect(offsets.size).toBe(ZONES.length);
  for (const reading of readings) expect(reading).toEqual(readings[0]);
});
