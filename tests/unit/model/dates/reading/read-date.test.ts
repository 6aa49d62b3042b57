import { describe, expect, test } from 'vitest';
import type { DateReading, DateReadingContext } from '../../../../../src/model/dates/reading/date-reading';
import { readDate } from '../../../../../src/model/dates/reading/read-date';

const PAGE: DateReadingContext = { languages: ['en', 'ru', 'ar', 'fr'] };

function read(text: string, context: Partial<DateReadingContext> = {}): DateReading {
  return readDate(text, { ...PAGE, ...context });
}

function edtfs(texts: readonly string[], context: Partial<DateReadingContext> = {}): readonly (string | undefined)[] {
  return texts.map((text) => read(text, context).edtf);
}

describe('what isn’t a date', () => {
  test.each([
    '',
    '   ',
    'May',
    '12',
    '980',
    'N/A',
    'to be agreed',
    'unknown',
    '?',
    '-',
    '–',
    'TBC',
    'Q1',
    'spring',
    '2/2',
    '10-12',
    '14 Jan',
    '22-24 Feb',
    '3/4',
    'Sunday 2016',
    'A 2016',
    'No 2016',
    '2016 votes',
    'Version 3.4.2016',
    'S/2016/156',
    '192.168.1.1',
    '555-1234',
    '+1 202 555 0147',
    '020 7946 0958',
    '978-3-16-148410-0',
    '12:30',
    '3.14',
    '2016.5',
    '-5',
    '201112',
    '12345',
    '99999999',
    '20161301',
    '1e5',
    '2016-',
    '/',
    '[',
    '2016//2017',
    '[2016',
    '2016]',
    '{}',
    '[]',
    'XXXX-02-24',
    'XXXX',
    'before',
    'since',
    'since since 2014',
    'or 2014',
    '2014 or',
    'from to',
    '2016 2017',
    '24 24 2016',
    '15 رمضان 1437',
    '2016²',
    '½ 2016',
    'before Christ',
    'II',
    'век',
    'in',
    'early',
    'c.',
    '24 Feb 2016 and all that',
    'May May',
    '00/00/0000',
    '0000-00-00',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({
      edtf: undefined,
      sure: 'unread',
      alternatives: [],
      display: undefined,
      notes: [],
    });
  });

  test.each([
    '31/4/2016',
    '2015-02-29',
    '30 February 2016',
    '2016-13-01',
    '32 Jan 2016',
    '31.6.2014',
    '29 Feb 1900',
    '45/13/2016',
    '2016-W54',
    '24 Feb 2016 25:00',
    '0 BC',
    '13 o’clock',
  ])('a day that there isn’t: %s', (text) => {
    expect(read(text).edtf).toBeUndefined();
  });

  test('an interval that ends before it begins', () => {
    expect(edtfs(['2016-02-24/2016-02-22', '24 Feb 2016 – 22 Feb 2016', '2016–2014', '24-22 Feb 2016'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the order of day and month', () => {
  test('is the context’s, where numbers could be either', () => {
    expect(edtfs(['3/4/2016', '3-4-2016', '03.04.2016'], { order: 'month-first' })).toEqual(
      Array(3).fill('2016-03-04'),
    );
    expect(edtfs(['3/4/2016', '3-4-2016', '03.04.2016'], { order: 'day-first' })).toEqual(Array(3).fill('2016-04-03'));
  });

  test('is the only one there is, whatever the context says', () => {
    expect(read('13/4/2016', { order: 'month-first' })).toMatchObject({ edtf: '2016-04-13', sure: 'sure' });
    expect(read('4/13/2016', { order: 'day-first' })).toMatchObject({ edtf: '2016-04-13', sure: 'sure' });
  });

  test('makes no difference where both are one number', () => {
    expect(read('4/4/2016')).toMatchObject({ edtf: '2016-04-04', sure: 'sure', alternatives: [] });
  });

  test('is told by a weekday that only one of them has', () => {
    expect(read('Friday 3/4/2016')).toMatchObject({ edtf: '2016-03-04', sure: 'sure', notes: [] });
  });

  test('leaves two ways where a weekday has neither', () => {
    expect(read('Tuesday 3/4/2016').alternatives).toHaveLength(2);
  });

  test('is one in a range', () => {
    expect(read('3/4/2016 - 5/4/2016').alternatives).toEqual([
      { edtf: '2016-04-03/2016-04-05', order: 'day-first' },
      { edtf: '2016-03-04/2016-05-04', order: 'month-first' },
    ]);
    // A set can't hold intervals: until somebody says which, no more is known than the year.
    expect(read('3/4/2016 - 5/4/2016').edtf).toBe('2016');
    // Month first it would end before it begins.
    expect(read('3/4/2016 - 2/5/2016')).toMatchObject({ edtf: '2016-04-03/2016-05-02', sure: 'sure' });
  });

  test('with year first it is month and day', () => {
    expect(edtfs(['2016/3/4', '2016.03.04', '2016-3-4', '2016 03 04'])).toEqual(Array(4).fill('2016-03-04'));
  });
});

describe('years of two figures', () => {
  test('are of both centuries where nobody says which', () => {
    expect(read('11-Mar-15')).toMatchObject({
      edtf: '[1915-03-11,2015-03-11]',
      sure: 'two-ways',
      alternatives: [
        { edtf: '2015-03-11', lastYear: 2099 },
        { edtf: '1915-03-11', lastYear: 1999 },
      ],
    });
    expect(read('3/4/16').alternatives).toHaveLength(4);
  });

  test('are the latest that isn’t after the last year, and that is said', () => {
    expect(read('11-Mar-15', { lastYear: 2016 })).toMatchObject({
      edtf: '2015-03-11',
      sure: 'sure',
      notes: [{ about: 'century', year: 2015 }],
    });
    expect(edtfs(['11-Mar-17', "Jan '14", 'Jan-14', '25/12/99', '99/12/25', "'90s"], { lastYear: 2016 })).toEqual([
      '1917-03-11',
      '2014-01',
      '2014-01',
      '1999-12-25',
      '1999-12-25',
      '199X',
    ]);
  });

  test('are told by a weekday that only one century has', () => {
    expect(read('Wed 11-Mar-15')).toMatchObject({ edtf: '2015-03-11', sure: 'sure' });
  });

  test('are figures of an era where that is written', () => {
    expect(edtfs(['3 April AD 33', '15 March 44 BC', 'AD 33', '99 CE'])).toEqual([
      '0033-04-03',
      '-0043-03-15',
      '0033',
      '0099',
    ]);
  });
});

describe('what EDTF has no sign for', () => {
  test('stays in the text’s own words, and no part is made of it', () => {
    expect(read('early 2002')).toMatchObject({ edtf: '2002', sure: 'sure', display: 'early 2002' });
    expect(read(' mid-March\u00A02014 ')).toMatchObject({ edtf: '2014-03', display: 'mid-March 2014' });
    expect(read('Fin 2015')).toMatchObject({ edtf: '2015', display: 'Fin 2015' });
    expect(read('since early 2002')).toMatchObject({ edtf: '2002/..', display: 'since early 2002' });
    expect(read('first half of May 2016')).toMatchObject({ edtf: '2016-05', display: 'first half of May 2016' });
  });

  test('is about masked figures and parts of a year, on which EDTF takes no signs', () => {
    expect(read('c. 1890s')).toMatchObject({ edtf: '189X', display: 'c. 1890s' });
    expect(read('spring 2021?')).toMatchObject({ edtf: '2021-21', display: 'spring 2021?' });
    expect(read('before c. 1920')).toMatchObject({ edtf: '[..1919]', display: 'before c. 1920' });
  });

  test('is a range of parts of a year, which is one of years', () => {
    expect(read('spring–summer 2021')).toMatchObject({ edtf: '2021', display: 'spring–summer 2021' });
    expect(read('Winter 2015/16')).toMatchObject({ edtf: '2015-24', display: undefined });
  });

  test('may be ten years or a hundred: the hundred holds both', () => {
    expect(read('1900s')).toMatchObject({ edtf: '19XX', display: '1900s' });
    expect(read('1910s')).toMatchObject({ edtf: '191X', display: undefined });
  });

  test('is needed for nothing that EDTF says', () => {
    expect(
      edtfs(['first half of 2016', 'H2 2016', '2016Q1', '1. Quartal 2016', '5th century BC', '21st century']),
    ).toEqual(['2016-40', '2016-41', '2016-33', '2016-33', '-04XX', '20XX']);
    expect(read('first half of 2016').display).toBeUndefined();
  });
});

describe('parts that aren’t known', () => {
  test('are left out and told, where they are written as zeros', () => {
    const notes = [{ about: 'unknown-part' }];
    expect(read('1945-12-00')).toMatchObject({ edtf: '1945-12', notes });
    expect(read('2015-00-00')).toMatchObject({ edtf: '2015', notes });
    expect(read('+2015-00-00T00:00:00Z')).toMatchObject({ edtf: '2015', notes });
    expect(read('00/12/1945')).toMatchObject({ edtf: '1945-12', notes });
    expect(read('00 Dec 1945')).toMatchObject({ edtf: '1945-12', notes });
    expect(read('1945-00-12')).toMatchObject({ edtf: '1945-XX-12', notes });
  });

  test('of dates side by side are those of the other', () => {
    expect(
      edtfs(['22-24 Feb 2016', 'February 22-24, 2016', '22/2 - 24/2/2016', 'Feb–Mar 2016', '1914-18', '200-150 BC']),
    ).toEqual([
      '2016-02-22/2016-02-24',
      '2016-02-22/2016-02-24',
      '2016-02-22/2016-02-24',
      '2016-02/2016-03',
      '1914/1918',
      '-0199/-0149',
    ]);
  });

  test('of dates under a heading are the heading’s', () => {
    const within = { year: 2016 };
    expect(
      edtfs(['22 Feb', 'February', '22-24 Feb', 'spring', '22/2', 'since 3 May', 'Feb 22-24', 'May', '2014', '12'], {
        within,
      }),
    ).toEqual([
      '2016-02-22',
      '2016-02',
      '2016-02-22/2016-02-24',
      '2016-21',
      '2016-02-22',
      '2016-05-03/..',
      '2016-02-22/2016-02-24',
      '2016-05',
      '2014',
      undefined,
    ]);
    const inMonth = { within: { year: 2016, month: 2 } };
    expect(edtfs(['22', '22-24', '22-24 March', '22 or 23', 'since 22', '2014', '1914-18'], inMonth)).toEqual([
      '2016-02-22',
      '2016-02-22/2016-02-24',
      '2016-03-22/2016-03-24',
      '[2016-02-22,2016-02-23]',
      '2016-02-22/..',
      '2014',
      '1914/1918',
    ]);
    // In which year it begins nobody says.
    expect(edtfs(['28 Dec – 3 Jan', '28 Dec – 3 Jan 2016'], { within })).toEqual([undefined, '2015-12-28/2016-01-03']);
  });
});

describe('hours', () => {
  test('with an offset are kept on the written day', () => {
    expect(read('2016-02-27T00:30:00+02:00')).toMatchObject({
      edtf: '2016-02-27',
      time: '2016-02-27T00:30:00+02:00',
      civilTime: undefined,
      notes: [{ about: 'zone', zone: '+02:00' }],
    });
    expect(read('Fri Nov 22 1963 13:25:00 GMT-0600 (Central Standard Time)')).toMatchObject({
      edtf: '1963-11-22',
      time: '1963-11-22T13:25:00-06:00',
      notes: [{ about: 'zone', zone: 'GMT-0600' }],
    });
    expect(read('Wed, 24 Feb 2016 23:30:00 EST')).toMatchObject({
      edtf: '2016-02-24',
      time: '2016-02-24T23:30:00-05:00',
    });
    expect(read('27 Feb 2016, 00:00 UTC+2')).toMatchObject({ edtf: '2016-02-27', time: '2016-02-27T00:00:00+02:00' });
  });

  test.each([
    ['2016-02-24 14:30', '14:30'],
    ['2016-02-24T14:30:05.123', '14:30'],
    ['20160224T143000', '14:30'],
    ['3/24/2016 2:30 PM', '14:30'],
    ['3/24/2016 12:05 a.m.', '00:05'],
    ['24 February 2016 at 2 pm', '14:00'],
    ['24 février 2016 à 14h30', '14:30'],
    ['24. Februar 2016, 14 Uhr', '14:00'],
    ['24 февраля 2016 г. в 14:30', '14:30'],
    ['14:30, 24 Feb 2016', '14:30'],
    ['٢٤ فبراير ٢٠١٦، ١٤:٣٠', '14:30'],
  ])('without one are civil: %s', (text, civilTime) => {
    expect(read(text)).toMatchObject({ time: undefined, civilTime, sure: 'sure' });
  });

  test('of midnight to the second, as machines write days, are none, and that is told', () => {
    const midnight = { about: 'midnight' };
    expect(read('2016-02-24 00:00:00')).toMatchObject({ civilTime: undefined, notes: [midnight] });
    expect(read('2016-02-24T00:00:00Z')).toMatchObject({
      time: undefined,
      notes: [{ about: 'zone', zone: 'Z' }, midnight],
    });
    expect(read('Sat May 20 1961 00:00:00 GMT-0600').notes).toContainEqual(midnight);
    // A ceasefire may begin at midnight.
    expect(read('2016-02-27T00:00:00+02:00').time).toBe('2016-02-27T00:00:00+02:00');
    expect(read('27 Feb 2016 00:00').civilTime).toBe('00:00');
  });

  test('of a beginning and an end: the end stays in the text’s own words', () => {
    expect(read('24 Feb 2016 14:30-16:00')).toMatchObject({
      civilTime: '14:30',
      time: undefined,
      display: '24 Feb 2016 14:30-16:00',
    });
  });

  test('may be those of a place', () => {
    const zone = { about: 'zone', zone: 'Asia/Damascus' };
    for (const text of ['27 Feb 2016, 00:00 Damascus', '27 Feb 2016 00:00 (Asia/Damascus)'])
      expect(read(text)).toMatchObject({ edtf: '2016-02-27', time: undefined, civilTime: '00:00', notes: [zone] });
    expect(read('27 Feb 2016 14:30 New York').notes).toEqual([{ about: 'zone', zone: 'America/New_York' }]);
    expect(edtfs(['27 Feb 2016 14:30 Meeting', '27 Feb 2016 Damascus', '27 Feb 2016, 00:00 UTC Damascus'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('need a day', () => {
    expect(edtfs(['Feb 2016 14:30', '2016 14:30'])).toEqual([undefined, undefined]);
  });
});

describe('numbers of spreadsheets', () => {
  test('are days since the end of 1899, or the beginning of 1904, with the hour in their fraction', () => {
    expect(read('42424', { serials: '1900' })).toMatchObject({ edtf: '2016-02-24', notes: [{ about: 'serial' }] });
    expect(read('40962', { serials: '1904' })).toMatchObject({ edtf: '2016-02-24' });
    expect(read('42424.604166667', { serials: '1900' })).toMatchObject({ edtf: '2016-02-24', civilTime: '14:30' });
    expect(read('61', { serials: '1900' }).edtf).toBe('1900-03-01');
    expect(read('0', { serials: '1904' }).edtf).toBe('1904-01-01');
  });

  test('of the first sixty days of 1900 spreadsheets differ about', () => {
    expect(read('1', { serials: '1900' })).toMatchObject({ sure: 'two-ways', edtf: '[1899-12-31,1900-01-01]' });
  });

  test('beyond their calendar are none, and neither are numbers where nobody says that they are days', () => {
    expect(edtfs(['2958466', '0', '9999999', '-3'], { serials: '1900' })).toEqual(Array(4).fill(undefined));
    expect(edtfs(['42424', '42424.5'])).toEqual([undefined, undefined]);
  });

  test('leave dates in words as they are', () => {
    expect(read('24 Feb 2016', { serials: '1900' }).edtf).toBe('2016-02-24');
  });
});

describe('weekdays', () => {
  test('that aren’t the day’s are told, and the day stays', () => {
    expect(read('Tuesday 22 February 2016')).toMatchObject({
      edtf: '2016-02-22',
      notes: [{ about: 'weekday', said: 2, is: 1, day: '2016-02-22' }],
    });
    expect(read('22 February 2016 (Tuesday)').notes).toHaveLength(1);
    expect(read('Mon 22 – Wed 24 Feb 2016').notes).toEqual([]);
    expect(read('Mon 22 – Thu 24 Feb 2016').notes).toEqual([{ about: 'weekday', said: 4, is: 3, day: '2016-02-24' }]);
  });
});

describe('dates that machines write', () => {
  test.each([
    ['-0232-01-01T00:00:00Z', '-0232-01-01'],
    ['20160224', '2016-02-24'],
    ['2016-02-24T14:30:00.123Z', '2016-02-24'],
    ['2016-W08', '[2016-02-22..2016-02-28]'],
    ['2016-W08-3', '2016-02-24'],
    ['2009-W01', '[2008-12-29..2009-01-04]'],
    ['2016-02-24/27', '2016-02-24/2016-02-27'],
    ['2016年2月24日', '2016-02-24'],
    ['2016-02-24/2016-02-27', '2016-02-24/2016-02-27'],
    ['[2016-02-23, 2016-02-24]', '[2016-02-23,2016-02-24]'],
    ['2014 / ..', '2014/..'],
    ['156X-12-25', '156X-12-25'],
    ['Y12016', 'Y12016'],
    ['1950S2', '1950S2'],
    ['2021-21', '2021-21'],
    ['2015?-09-30', '2015?-09-30'],
  ])('%s', (text, edtf) => {
    expect(read(text)).toMatchObject({ edtf, sure: 'sure' });
  });
});

describe('hostile texts', () => {
  test.each([
    ['digits', '1'.repeat(100_000)],
    ['hyphens', '-'.repeat(100_000)],
    ['a date in blanks', `${' '.repeat(50_000)}2016${' '.repeat(50_000)}`],
    ['words', 'February '.repeat(11_000)],
    ['brackets', '['.repeat(100_000)],
    ['marks', `2016${'\u0301'.repeat(100_000)}`],
    ['numbers', '1, '.repeat(33_000)],
    ['slashes in 4,000', '1/'.repeat(2_000)],
    ['words in 200', 'or 1 '.repeat(40)],
    ['hyphens in 200', '1-'.repeat(100)],
    ['dates in a set', `[${Array.from({ length: 360 }, () => '2016-02-30').join()}]`],
  ])('of %s are no dates', (_, text) => {
    expect(read(text).sure).toBe('unread');
  });

  test('with marks of direction, odd blanks and wide figures are read, with control characters not', () => {
    expect(
      edtfs(['\u200F24\u200F/\u200F02\u200F/2016', '24\u202F\u2009février\u00A02016', '２０１６', '\uFEFF2016-02-24']),
    ).toEqual(['2016-02-24', '2016-02-24', '2016', '2016-02-24']);
    expect(read('2016\u0000-02-24').sure).toBe('unread');
    expect(read('24 Feb\u0007 2016').sure).toBe('unread');
  });

  test('in a language tag are no tags', () => {
    expect(readDate('24 Feb 2016', { languages: ['', 'not a tag', '\u0000', 'x'.repeat(5000)] }).edtf).toBe(
      '2016-02-24',
    );
  });
});

test('a language that the page doesn’t speak lends its months', () => {
  expect(readDate('24 helmikuuta 2016', { languages: ['fi'] }).edtf).toBe('2016-02-24');
  expect(readDate('24 helmikuuta 2016', { languages: ['en'] }).edtf).toBeUndefined();
});

describe('what stands about a date', () => {
  test('marks of footnotes are no part of it; figures put in by an editor are', () => {
    expect(
      edtfs(['16 February 1946[1]', '18 June 1946[a][23]', '1946[note 2]', '192[5]', '[1946]', 'May [1]']),
    ).toEqual(['1946-02-16', '1946-06-18', '1946', undefined, '[1946]', undefined]);
  });

  test('an arrow goes from one day to the other', () => {
    expect(
      edtfs(['February 22, 2016 → February 24, 2016', '22/02/2016 → 24/02/2016', '2016-02-22 -> 2016-02-24']),
    ).toEqual(['2016-02-22/2016-02-24', '2016-02-22/2016-02-24', '2016-02-22/2016-02-24']);
  });
});

describe('years of other calendars', () => {
  test('in Arabic and Persian figures are never taken for ours', () => {
    expect(edtfs(['١٤٣٧/٠٥/١٣', '١٤٣٧', '۱۳۹۴/۱۲/۰۳', '١٣/٠٥/١٤٣٧', '١٩٩٥', '٢٠١٦/٠٢/٢٧', '١٤٣٧ م'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '1995',
      '2016-02-27',
      '1437',
    ]);
  });

  test('of Japan and of the Republic of China are those of ours that they run with, since they do', () => {
    const texts = [
      '平成28年2月22日',
      '昭和20年8月15日',
      '令和元年5月1日',
      '民國105年2月27日',
      '平成28年',
      '明治5年1月1日',
    ];
    expect(edtfs(texts)).toEqual(['2016-02-22', '1945-08-15', '2019-05-01', '2016-02-27', '2016', undefined]);
  });
});
