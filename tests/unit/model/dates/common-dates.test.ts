import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readCommonDate } from '../../../../src/model/dates/common-dates';
import type { DateFault } from '../../../../src/model/dates/date-forms';
import type { EventDate } from '../../../../src/model/dates/event-date';
import { readRareDate } from '../../../../src/model/dates/rare-dates';

const two = (number: number) => String(number).padStart(2, '0');
const sign = fc.constantFrom('', '', '', '?', '~', '%');
const year = fc
  .integer({ min: -9999, max: 9999 })
  .map((number) => `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`);
const month = fc
  .oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.integer({ min: 0, max: 45 }))
  .map(two);
const day = fc
  .oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 28 }) }, fc.integer({ min: 0, max: 33 }))
  .map(two);
const part = (number: fc.Arbitrary<string>) =>
  fc.tuple(sign, number, sign).map(([before, text, after]) => `${before}${text}${after}`);
/** Mostly without a sign, so that all else is tried as well. */
const date = fc.oneof(
  fc
    .tuple(year, month, day, fc.integer({ min: 1, max: 3 }))
    .map(([y, m, d, parts]) => [y, m, d].slice(0, parts).join('-')),
  fc
    .tuple(part(year), part(month), part(day), fc.integer({ min: 1, max: 3 }))
    .map(([y, m, d, parts]) => [y, m, d].slice(0, parts).join('-')),
);
const near = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10));
const bound = fc.oneof(date, near, fc.constantFrom('', '..', '...', '.', 'open'));
const interval = fc.tuple(bound, bound).map((ends) => ends.join('/'));
const list = fc
  .tuple(
    fc.constantFrom('[]', '{}', '[]', '{}', '[}', '{]'),
    fc.constantFrom('', '', '..'),
    fc.array(fc.oneof(near, date), { maxLength: 4 }),
    fc.constantFrom('', '', '..'),
  )
  .map(([[opening, closing], earlier, dates, later]) => `${opening}${earlier}${dates.join(',')}${later}${closing}`);

/** Where we know better than the package: with a sign of level 2 it takes `..` for an end that nobody knows. */
function inOurWords(theirs: EventDate | DateFault, text: string): EventDate | DateFault {
  return 'open' in theirs && theirs.open === 'unknown' && text.endsWith('/..')
    ? { ...theirs, open: 'ongoing' }
    : theirs;
}

describe('a date read without the package', () => {
  it.each([
    ['dates', date],
    ['intervals', interval],
    ['sets', list],
  ] as const)('is what the package makes of it: %s', (_kind, texts) => {
    let read = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const ours = readCommonDate(text);
        if (ours === undefined) return;
        read += 1;
        const theirs = inOurWords(readRareDate(text), text);
        // It won't have signs at the year 0, at years in sets, and at both of two ends that are one date.
        if ('fault' in theirs && /[?~%]/.test(text) && 'start' in ours)
          expect(readRareDate(text.replace(/[?~%]/g, '')), text).toMatchObject({
            form: ours.form,
            start: ours.start,
            end: ours.end,
          });
        // Which fault is told may differ: the package has one for all.
        else if ('fault' in ours) expect(theirs, text).toHaveProperty('fault');
        else expect(ours, text).toEqual(theirs);
      }),
      { numRuns: 4000 },
    );
    // Not by reading nothing at all.
    expect(read).toBeGreaterThan(1000);
  });

  it.each([
    '2016',
    '2016-02',
    '2016-02-24',
    '-0232',
    '2016-02-24?',
    '2014~',
    '2014%',
    '2015?-09-30',
    '2016-?02-24',
    '2014/..',
    '2014/',
    '../2014',
    '/2014',
    '2015?-09-30/..',
    '2016-06~/2016-08?',
    '[2016-02-23,2016-02-24]',
    '{2016-02-23,2016-02-24}',
    '[2016-02-23?,2016-02-24]',
    '[..2015-09-30]',
    '[2015-09-30..]',
    '[..2015-09-29,2015-09-30]',
  ])('is one of the common forms: %s', (text) => {
    expect(readCommonDate(text)).toHaveProperty('start');
  });

  it.each([
    '2016-21',
    '201X',
    '2016-XX',
    '1950S2',
    'Y12345',
    '201',
    '[2016-02-22..2016-02-24]',
    '{2015..2017}',
    '[1667, 1668]',
    '?2016?',
    'soon',
    '',
  ])('leaves the rest to the package: %s', (text) => {
    expect(readCommonDate(text)).toBeUndefined();
  });

  it('keeps an open end after a sign of doubt, which the package loses', () => {
    expect(readCommonDate('2015?-09-30/..')).toMatchObject({ form: 'interval', open: 'ongoing', uncertain: true });
  });

  it('gives up in no time on a long text', () => {
    for (const text of [`[${'2016,'.repeat(700)}x]`, '['.repeat(3000), `${'?'.repeat(3000)}2016`, '2016'.repeat(900)])
      expect(readCommonDate(text)).toBeUndefined();
  });
});

describe('the package', () => {
  beforeEach(() => vi.resetModules());
  const modules = async () => ({
    ...(await import('../../../../src/model/dates/parse-event-date')),
    ...(await import('../../../../src/formats/json/read-in-english')),
    ...(await import('../../../../src/base/lazy-code')),
  });

  it('is asked for by no dataset that the project ships', async () => {
    const { RARE_DATES, readInEnglish, withLazyCode } = await modules();
    const names = readdirSync('data').filter(
      (name) => name.endsWith('.json') && !name.includes('schema') && !name.includes('rows'),
    );
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const name of names) {
      const read = withLazyCode(() => readInEnglish(readFileSync(`data/${name}`, 'utf8'), name));
      expect(read, name).toMatchObject({ ok: true });
    }
    expect(RARE_DATES.now()).toBeUndefined();
  });

  it('is loaded for a date that only it reads, and the dataset is read again', async () => {
    const { RARE_DATES, readInEnglish, withLazyCode } = await modules();
    const text = JSON.stringify({
      schemaVersion: '1.0',
      id: 's',
      title: 'S',
      events: [
        { id: 'a', title: 'A', date: '2016-21', participants: ['x'] },
        { id: 'b', title: 'B', date: 'soon', participants: ['x'] },
      ],
    });
    const read = withLazyCode(() => readInEnglish(text, 's'));
    expect(read).toBeInstanceOf(Promise);
    const { dataset, rejections } = (await read) as Extract<Awaited<typeof read>, { ok: true }>;
    expect(dataset.events.map((event) => [event.id, event.date?.precision])).toEqual([['a', 'season']]);
    expect(rejections).toHaveLength(1);
    expect(RARE_DATES.now()).toBeDefined();
  });

  it('isn’t loaded for what is no date in any form', async () => {
    const { parseEventDate, withLazyCode } = await modules();
    for (const text of ['soon', '24 Feb 2016', '2016-02-24T10:00:00', '2016-02-30', 'x'.repeat(4001)])
      expect(
        withLazyCode(() => parseEventDate(text)),
        text,
      ).toHaveProperty('fault');
  });
});
