import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readJsDate } from '../../../src/formats/imported/js-date';
import { byTitle, clockOf, faultsOf, fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

describe('a SIMILE timeline in XML', async () => {
  const plan = await fixturePlan('simile/traps.xml');

  test('keeps the day that is written, whatever the zone', () => {
    expect(linesOf(plan.events)).toEqual([
      '2016-02-26 Late in Chicago & elsewhere',
      '2016-02-27 A day',
      '[1845..1846] Sometime then',
      '1862/1863 All the while',
      '1861-06/1863-06~ About then',
      '-0043 Before our era',
      '1968-05 A month',
      '2016-02-23 A wrong weekday',
      '2016-02-24 ISO with a zone',
      '- No date',
      '2016 Backwards',
      '- No such day',
      '2002 In words',
      '- Undated',
    ]);
  });

  test('has an hour where one is given, and midnight is none', () => {
    expect(plan.events.slice(0, 2).map(clockOf)).toEqual(['2016-02-26T23:30 (05:30 UTC)', undefined]);
    expect(clockOf(plan.events[8]!)).toBe('2016-02-24T12:00 (09:00 UTC)');
  });

  test('says of a start and an end that lie between two days which they are', () => {
    expect(byTitle(plan, ({ date }) => date?.note)['About then']).toBe(
      '1861-06-01 – 1861-07-01 / 1863-06-10 – 1863-06-20',
    );
  });

  test('reads HTML in entities and in CDATA as text', () => {
    expect(byTitle(plan, ({ summary }) => summary)).toMatchObject({
      'Late in Chicago & elsewhere': 'At night. ref. A Book, p 3',
      'No date': '“Soon” \u00A0they say',
      Undated: 'One\n\nTwo & three',
    });
  });

  test('has links and the wiki as sources, and keeps what is on no web', () => {
    expect(plan.dataset.sources.map(({ url, title }) => [url, title])).toEqual([
      ['http://simile.example.org/wiki', 'Talks'],
      ['https://example.org/day', undefined],
    ]);
    expect(plan.events[1]?.extra).toEqual({ simile: { image: 'local.png' } });
  });

  test('tells by its line what it has no use for', () => {
    expect(faultsOf(plan)).toEqual([
      'line 13: start, Mon Feb 23 2016 10:00:00 GMT (noted)',
      'line 15, column 64: , undefined entity. (noted)',
      'line 15: date, soon (dropped)',
      'line 16: end, 2015 (dropped)',
      'line 17: date, Feb 30 2016 (dropped)',
    ]);
    expect(plan.counts).toEqual({ records: 14, events: 14 });
  });
});

describe('a SIMILE timeline in JSON', async () => {
  const plan = await fixturePlan('simile/traps.json');

  test('lasts from start to end unless it says otherwise', () => {
    expect(linesOf(plan.events)).toEqual([
      '2001-09-27 A day',
      '2001/2003 Lasts, as JSON has it',
      '[2001-01..2001-03] An instant between',
      '2001-05-05 Midnight is no hour',
      '1999 A number',
      '-0490 Marathon',
      '[2001-05-05..2001-05-20] Began in these days',
      '2001-09-27 The same id',
    ]);
    expect(plan.events.map(({ id }) => id).filter((id) => id.startsWith('a'))).toEqual(['a', 'a-2']);
    expect(plan.events[6]?.summary).toBe('Bold\nand below');
  });
});

describe('dates as JavaScript writes them', () => {
  test.each([
    ['Sat May 20 1961 00:00:00 GMT-0600', '1961-05-20'],
    ['Fri, 22 Nov 1963 12:30:00 GMT', '1963-11-22'],
    ['Nov 22, 1963', '1963-11-22'],
    ['22 November 1963', '1963-11-22'],
    ['November 22nd, 1963 1:30 pm', '1963-11-22'],
    ['1963/11/22', '1963-11-22'],
    ['Thu Jan 01 1970 01:00:00 GMT+0100 (CET)', '1970-01-01'],
    ['AD 800', '0800'],
    ['800 AD', '0800'],
    ['1 BCE', '0000'],
    ['12', undefined],
    ['Maybe 22 1963', undefined],
    ['22 Foo 1963', undefined],
    ['', undefined],
  ])('%s', (text, edtf) => {
    expect(readJsDate(text)?.edtf).toBe(edtf);
  });
});

describe('a SIMILE file that nothing comes of', () => {
  test.each([
    ['<data date-time-format="iso8601"></data>', 'simile-xml'],
    ['{"dateTimeFormat":"iso8601","events":[]}', 'simile-json'],
  ])('is refused in words: %s', async (text, format) => {
    expect(await importOf(text)).toMatchObject({
      format,
      survey: { ok: false, problem: { kind: 'no-events', detail: 'a SIMILE timeline without events' } },
    });
  });

  test('breaks off, and gives what came before', async () => {
    const plan = await importPlan('<data>\n<event start="2016" title="One"/>\n<event start="2017" title="Two">\nAnd');
    expect(linesOf(plan.events)).toEqual(['2016 One']);
    expect(plan.rejections.map(({ where, effect }) => `${where} ${effect}`)).toEqual(['line 4, column 4 cut-short']);
  });
});

const SAMPLES = '../shared/samples/simile-timeline';

describe.skipIf(!existsSync(SAMPLES))('sample files of SIMILE', () => {
  test.each([
    ['jfk__jfk.xml', 130, 2],
    ['monet__monet.xml', 27, 18],
    ['compact-painter__data.json', 100, 0],
  ])('%s', async (name, count, instants) => {
    const { events, rejections } = await importPlan(readFileSync(`${SAMPLES}/${name}`, 'utf8'));
    expect([events.length, events.filter(({ date }) => date === undefined).length, rejections]).toEqual([count, 0, []]);
    expect(events.filter(({ date }) => date?.form === 'one-of').length).toBe(instants);
  });
});
