import { describe, expect, test } from 'vitest';
import { translateFor } from '../../../src/base/messages/choose-catalogue';
import { civilDay } from '../../../src/model/instant';
import { dayInWords } from '../../../src/model/calendar-words';
import { parseEventDate } from '../../../src/model/parse-event-date';
import { dateInWords, weekdayDate } from '../../../src/model/date-words';

const words = (tag: string | undefined): string => dayInWords(civilDay(2016, 2, 24), translateFor(tag));

describe('the language asked for', () => {
  test.each([
    ['en', 'en', '24 Feb 2016'], ['en-GB', 'en-GB', '24 Feb 2016'], ['en-US', 'en-US', 'Feb 24, 2016'], ['en-AU', 'en-AU', '24 Feb 2016'],
    ['EN-us', 'en-US', 'Feb 24, 2016'], ['en-US-u-ca-buddhist-nu-arab', 'en-US', 'Feb 24, 2016'],
    ['fr', 'en', '24 Feb 2016'], ['fr-CA', 'en', '24 Feb 2016'], ['xx-YY', 'en', '24 Feb 2016'], ['not a tag', 'en', '24 Feb 2016'], ['', 'en', '24 Feb 2016'],
  ])('%s is spoken as %s: %s', (tag, locale, day) => {
    expect([translateFor(tag).locale, words(tag)]).toEqual([locale, day]);
  });

  test('nobody’s is English with the day first', () => expect([translateFor(undefined).locale, words(undefined)]).toEqual(['en', '24 Feb 2016']));

  test('in American dates each of two days keeps its month', () => {
    const date = parseEventDate('[2016-02-23,2016-02-24]');
    if ('fault' in date) throw new Error('a date');
    expect(dateInWords(date, translateFor('en-US'))).toBe('Feb 23 or Feb 24, 2016');
    expect(weekdayDate(civilDay(2016, 2, 24), translateFor('en-US'))).toBe('Wed, Feb 24, 2016');
  });
});
