import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { dateInWords, dateShort, eventDateInWords, weekdayDate } from '../../../../src/model/dates/date-prose';
import type { EventDate } from '../../../../src/model/dates/event-date';
import { civilDay } from '../../../../src/model/dates/instant';
import { isDateFault, parseEventDate } from '../../../../src/model/dates/parse-event-date';
import { makeEvent } from '../../../support/make-dataset';

const t = makeTranslate('en', english);

function date(text: string, extras: Parameters<typeof parseEventDate>[1] = {}): EventDate {
  const read = parseEventDate(text, extras);
  if (isDateFault(read)) throw new Error(`${text}: ${read.fault}`);
  return read;
}

describe('a date in words', () => {
  it.each([
    ['2016-02-24', '24 Feb 2016'],
    ['2016-02', 'February 2016'],
    ['2014', '2014'],
    ['2014/..', 'since 2014'],
    ['2015-09-30/..', 'since 30 Sep 2015'],
    ['2015-09-30?/..', 'since 30 Sep 2015?'],
    ['2014/', 'from 2014, end not known'],
    ['../2014', 'until 2014'],
    ['/2014', 'until 2014, start not known'],
    ['[2016-02-23,2016-02-24]', '23 or 24 Feb 2016'],
    ['[2016-02-22..2016-02-24]', '22, 23 or 24 Feb 2016'],
    ['{2016-02-23,2016-02-24}', '23 and 24 Feb 2016'],
    ['[2016-02-29,2016-03-01]', '29 Feb or 1 Mar 2016'],
    ['[2015-12-31,2016-01-01]', '31 Dec 2015 or 1 Jan 2016'],
    ['[2016-02,2016-03]', 'February or March 2016'],
    ['[2014,2015]', '2014 or 2015'],
    ['[2014,2015-02]', '2014 or February 2015'],
    ['[2016-02-01..2016-02-10]', 'between 1 Feb 2016 and 10 Feb 2016'],
    ['{2016-02-01..2016-02-10}', '1 Feb 2016 to 10 Feb 2016'],
    ['[2016-01-01,2016-01-03,2016-01-05,2016-01-07,2016-01-09]', 'one of 5 dates between 1 Jan 2016 and 9 Jan 2016'],
    ['[..2015-09-30]', 'on or before 30 Sep 2015'],
    ['[2015-09-30..]', 'on or after 30 Sep 2015'],
    ['[..2015-09]', 'on or before September 2015'],
    ['2016-02-24?', '24 Feb 2016?'],
    ['2014~', 'about 2014'],
    ['2014%', 'about 2014?'],
    ['[2016-02-23?,2016-02-24]', '23 or 24 Feb 2016?'],
    ['2015-09-30/2015-10-02', '30 Sep 2015 to 2 Oct 2015'],
    ['2016-06~/2016-08?', 'about June 2016 to August 2016?'],
    ['2016-02-24/2016-02-24', '24 Feb 2016'],
    ['-0232', '233 BCE'],
    ['0000', '1 BCE'],
    ['-0044-03-15', '15 Mar 45 BCE'],
    ['0476', '476 CE'],
    ['201X', '2010s'],
    ['19XX', 'between 1900 and 1999'],
    ['2016-21', 'spring 2016'],
    ['2016-34', 'second quarter of 2016'],
    ['1950S2', 'about 1950'],
    ['2016-02-2X', 'between 20 Feb 2016 and 29 Feb 2016'],
  ])('%s reads %s', (edtf, words) => {
    expect(dateInWords(date(edtf), t)).toBe(words);
  });

  it.each([
    ['2015?-09-30/..', 'since 30 Sep [2015]', 'since 30 Sep [2015]'],
    ['?2015-09-30', '30 Sep [2015]', '30 Sep [2015]'],
    ['2015?-09', 'September [2015]', 'Sep [2015]'],
    ['2015?-09-30/2016-02-24', '30 Sep [2015] to 24 Feb 2016', '30 Sep [2015] – 24 Feb 2016'],
    ['../2015?-09-30', 'until 30 Sep [2015]', 'until 30 Sep [2015]'],
    ['[2015?-09-29,2015?-09-30]', '29 or 30 Sep [2015]', '29 or 30 Sep [2015]'],
    ['0476?-09-04', '4 Sep [476 CE]', '4 Sep [476 CE]'],
    ['2015?', '2015?', '2015?'],
    ['2015-09-30?', '30 Sep 2015?', '30 Sep 2015?'],
    ['2015?-09-?30', '30 Sep 2015?', '30 Sep 2015?'],
    ['[2015?-09-29,2016-09-30]', '29 Sep 2015 or 30 Sep 2016?', '29 Sep 2015 or 30 Sep 2016?'],
    ['2015%-09-30', 'about 30 Sep 2015?', 'c. 30 Sep 2015?'],
  ])('%s, where only the year is in doubt or more than that, reads %s', (edtf, long, short) => {
    expect([dateInWords(date(edtf), t), dateShort(date(edtf), t)]).toEqual([long, short]);
  });

  it('gives way to the author’s own', () => {
    const own = date('2015?-09-30/..', { display: 'since 30 Sep [2015]' });
    expect([dateInWords(own, t), dateShort(own, t)]).toEqual(['since 30 Sep [2015]', 'since 30 Sep [2015]']);
  });

  it('names months in the reader’s language', () => {
    expect(dateInWords(date('2016-02'), makeTranslate('de', english))).toBe('Februar 2016');
  });
});

it.each([
  ['2016-02', 'Feb 2016'],
  ['2014~', 'c. 2014'],
  ['[..2015-09-30]', 'by 30 Sep 2015'],
  ['2014/2016', '2014 – 2016'],
  ['2014/..', 'since 2014'],
])('%s reads %s in a narrow column', (edtf, words) => {
  expect(dateShort(date(edtf), t)).toBe(words);
});

it('puts the weekday before a day', () => {
  expect(weekdayDate(civilDay(2016, 2, 24), t)).toBe('Wed 24 Feb 2016');
});

describe('an event’s date', () => {
  const asOf = date('2016-02-24');
  const words = (
    edtf: string,
    extras: Parameters<typeof makeEvent>[0] = {},
    dateExtras: Parameters<typeof parseEventDate>[1] = {},
  ): string => eventDateInWords(makeEvent({ date: date(edtf, dateExtras), ...extras }), asOf, t);

  it('says until when it is known to go on', () => {
    expect(words('2014/..')).toBe('since 2014, ongoing on 24 Feb 2016');
    expect(eventDateInWords(makeEvent({ date: date('2014/..') }), undefined, t)).toBe('since 2014');
    expect(words('2014/..', { status: [{ value: 'ended', asOf: '2016-02-01' }] })).toBe('since 2014');
    expect(words('2016-03/..')).toBe('since March 2016');
  });

  it('says that it is only announced', () => {
    expect(words('2016-02-27', { announced: true })).toBe('announced for 27 Feb 2016');
    expect(words('2016-02-27/..', { announced: true })).toBe('announced from 27 Feb 2016 on');
  });

  it('gives the hour of the place first, then UTC', () => {
    const time = '2016-02-27T00:00:00+02:00';
    expect(words('2016-02-27', {}, { time, zone: 'Asia/Damascus' })).toBe(
      '27 Feb 2016, 00:00 Damascus (22:00 UTC, 26 Feb)',
    );
    expect(words('2016-02-27', { announced: true }, { time })).toBe(
      'announced for 27 Feb 2016, 00:00 UTC+02:00 (22:00 UTC, 26 Feb)',
    );
    expect(words('2016-02-27', {}, { time: '2016-02-27T09:30:00-05:00', zone: 'America/Argentina/Buenos_Aires' })).toBe(
      '27 Feb 2016, 09:30 Buenos Aires (14:30 UTC)',
    );
    expect(words('2016-02-27', {}, { time: '2016-02-27T09:30:00Z' })).toBe('27 Feb 2016, 09:30 UTC');
    expect(words('2016-01-01', {}, { time: '2016-01-01T00:00:00+02:00' })).toBe(
      '1 Jan 2016, 00:00 UTC+02:00 (22:00 UTC, 31 Dec 2015)',
    );
  });
});
