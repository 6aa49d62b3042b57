import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { byTitle, clockOf, faultsOf, fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

describe('a TimelineJS file of version 3', async () => {
  const plan = await fixturePlan('timelinejs/traps.json');

  test('gives its slides with dates as exact as they are, and no part filled in', () => {
    expect(linesOf(plan.events)).toEqual([
      '2016-02-22/2016-02-27 Joint statement',
      '2016 Only a year',
      '2016-02 Numbers, no day',
      '-0043-03-15 Ides of March',
      '2015-02 No such day',
      '2016-02-24 With an hour',
      '- Empty date',
      '199X Year in words',
      '2014 Ends before it starts',
      '2013 A headline is missing.',
      '2012 Quotation as media',
      '2011 Joint',
    ]);
  });

  test('keeps an hour as it is written, in no zone, and shows the author’s own words', () => {
    expect(byTitle(plan, ({ date }) => [date?.note, date?.display])['With an hour']).toEqual([
      '06:05',
      'Wednesday, early',
    ]);
    expect(plan.events.map(clockOf).filter((clock) => clock !== undefined)).toEqual([]);
  });

  test('gives texts without markup, and keeps where their links lead', () => {
    expect(plan.dataset).toMatchObject({ title: 'Talks & treaties', description: 'What was agreed.' });
    expect(plan.events[0]).toMatchObject({ summary: 'First.\n\nSee the text.' });
    expect(
      plan.dataset.sources.map(({ url, title, publisher, note, grade }) => [url, title, publisher, note, grade]),
    ).toEqual([
      ['https://example.org/a?x=1&y=2', 'the text', undefined, undefined, 'C'],
      ['https://example.org/p.jpg', 'A map', 'Atlas', undefined, 'C'],
      ['https://example.org/credit', 'Atlas', undefined, undefined, 'C'],
      [undefined, undefined, undefined, 'Never again.', 'C'],
    ]);
  });

  test('tells what it has no use for, with its place', () => {
    expect(faultsOf(plan)).toEqual([
      '/events/4: start_date.day, 2015-2-30 (dropped)',
      '/events/8: end_date, 2013 (dropped)',
      '/events/12: , not a slide (left-out)',
      '/eras/1: start_date, x (left-out)',
    ]);
    expect(plan.counts).toEqual({ records: 13, events: 12 });
  });

  test('makes a row of a group, and says so', () => {
    expect(plan.dataset.actors).toMatchObject([{ id: 'syria', label: 'Syria', kind: 'category' }]);
    expect(plan.notes?.filter(({ kind }) => kind === 'to-settle').map(({ text }) => text)).toEqual([
      '1 group became a row of its own kind (category): Syria. If it is somebody who acts, change its kind',
    ]);
  });

  test('renames an id that stands twice, and counts it', () => {
    expect(plan.events.map(({ id }) => id).filter((id) => id.startsWith('joint'))).toEqual(['joint', 'joint-2']);
    expect(plan.notes).toContainEqual({ kind: 'settled', text: '1 id stood twice; the second was renamed' });
  });

  test('has eras as periods', () => {
    expect(plan.dataset.periods.map(({ label, date }) => [label, date.edtf])).toEqual([['A decade', '1991/2001']]);
  });

  test('is read into a table as often as one likes', async () => {
    expect(plan).toMatchObject({ isRead: true, questions: [], format: 'TimelineJS 3', source: 'traps.json' });
  });
});

describe('a TimelineJS file of version 2', async () => {
  const plan = await fixturePlan('timelinejs/version-2.json');

  test('has dates as texts with commas, or month first', () => {
    expect(linesOf(plan.events)).toEqual([
      '2012-01-26/2012-01-27 Commas',
      '2012-01-26 Month first',
      '2012 A year',
      '2012-06 A month',
      '2012-01-26 With an hour',
      '-0499 Before our era',
      '2012-01-26 Day first is none',
      '2012 A comma too many',
      '- No date at all',
      '2012-02-01 Empty end',
    ]);
    expect(byTitle(plan, ({ date }) => date?.note)['With an hour']).toBe('14:30');
  });

  test('says that it is month first', () => {
    expect(plan.notes?.map(({ text }) => text)).toContain(
      'Dates such as 3/4/2016 are read month first, as TimelineJS does',
    );
  });

  test('leaves signs alone that are no markup', () => {
    expect(plan.events.at(-1)?.summary).toBe('a < b & c');
  });

  test('has its title, its eras and its media', () => {
    expect(plan.dataset).toMatchObject({
      title: 'Second version',
      description: 'How it was',
      sources: [{ url: 'https://example.org/film', publisher: 'A. Maker', title: 'A film' }],
    });
    expect(plan.dataset.periods.map(({ label, date }) => [label, date.edtf])).toEqual([
      ['Half a year', '2012-01/2012-06'],
    ]);
  });
});

describe('a file that TimelineJS can’t be read from', () => {
  test.each([
    ['{"title":{"text":{"headline":"x"}},"events":[]}', 'no-events', 'a TimelineJS file without events'],
    [
      '{"scale":"cosmological","events":[{"start_date":{"year":"-13800000000"}}]}',
      'wrong-shape',
      'a TimelineJS file of scale “cosmological”: its dates are years alone, beyond any calendar',
    ],
  ])('%s', async (text, kind, detail) => {
    expect(await importOf(text)).toMatchObject({
      format: 'timelinejs',
      survey: { ok: false, problem: { kind, detail } },
    });
  });

  test('a text that breaks off gives the slides before that', async () => {
    const whole = readFileSync('tests/fixtures/import/timelinejs/traps.json', 'utf8');
    const plan = await importPlan(whole.slice(0, whole.indexOf('"Numbers, no day"')));
    expect(linesOf(plan.events)).toEqual(['2016-02-22/2016-02-27 Joint statement', '2016 Only a year']);
    expect(plan.rejections.map(({ effect }) => effect)).toContain('cut-short');
  });
});

const SAMPLES = '../shared/samples/timelinejs';

describe.skipIf(!existsSync(SAMPLES))('sample files of TimelineJS', () => {
  test.each([
    ['women_in_computing.json', 10, '1815-12-10/1852-11-27'],
    ['twain__marktwain.json', 17, '1908-05-13'],
    ['republican__timeline3.json', 13, '2012-01-03'],
  ])('%s', async (name, count, first) => {
    const plan = await importPlan(readFileSync(`${SAMPLES}/${name}`, 'utf8'));
    expect([plan.events.length, plan.events[0]?.date?.edtf]).toEqual([count, first]);
    expect(plan.events.every(({ date }) => date !== undefined)).toBe(true);
  });
});
