import { beforeAll, describe, expect, test } from 'vitest';
import { withLazyCode } from '../../../../../src/base/lazy-code';
import { translateFor } from '../../../../../src/base/messages/choose-catalogue';
import { dateInWords, dateShort } from '../../../../../src/model/dates/date-prose';
import { isDateFault, parseEventDate } from '../../../../../src/model/dates/parse-event-date';
import { readDate } from '../../../../../src/model/dates/reading/read-date';

beforeAll(async () => {
  for (const language of ['ru', 'fr', 'ar']) await withLazyCode(() => translateFor(language));
});

/** What the page can say of a date and the reader has to understand: all but sets of more dates than are written out. */
const DATES = [
  '2016-02-24',
  '2016-02-01',
  '2016-05',
  '2014',
  '-0199',
  '0033',
  '0033-04-03',
  '-0043-03-15',
  '199X',
  '2021-21',
  '2021-22',
  '2021-23',
  '2021-24',
  '2016-33',
  '2016-36',
  '2016-40',
  '2016-41',
  '2014/..',
  '2016-02/..',
  '2015-09-30/..',
  '2014/',
  '2015-09-30/',
  '../2014',
  '../2016-02',
  '../2016-02-24',
  '/2016-02',
  '[..2014]',
  '[..2016-02]',
  '[..2015-09-30]',
  '[2014..]',
  '[2016-02..]',
  '[2015-09-30..]',
  '2016-02-22/2016-02-24',
  '2016-02-22/2016-03-03',
  '2015-12-28/2016-01-03',
  '2014-02/2015-07',
  '2014/2016',
  '-0199/-0149',
  '[2016-02-23,2016-02-24]',
  '[2016-02-28,2016-03-01]',
  '[2014,2015]',
  '[2016-02,2016-03]',
  '{2016-05-01,2016-05-02,2016-05-03}',
  '{2014,2016}',
  '2002?',
  '1920~',
  '2016-02-24?',
  '2016-02-24~',
  '1914~/1918',
  '2016-02~/..',
];

describe.each(['en', 'en-US', 'ru', 'ar', 'ar-SY', 'ar-EG', 'fr'])(
  'what the page says in %s is read as what it means',
  (locale) => {
    test.each(DATES)('%s', async (edtf) => {
      const t = await withLazyCode(() => translateFor(locale));
      const date = parseEventDate(edtf);
      if (isDateFault(date)) throw new Error(`${edtf}: ${date.fault}`);
      const context = { languages: [locale] };
      expect([dateInWords(date, t), readDate(dateInWords(date, t), context).edtf]).toEqual([
        dateInWords(date, t),
        edtf,
      ]);
      if (shortSaysLess(edtf)) return;
      expect([dateShort(date, t), readDate(dateShort(date, t), context).edtf]).toEqual([dateShort(date, t), edtf]);
    });
  },
);

/** Beside a column the start that nobody knows isn't said. */
function shortSaysLess(edtf: string): boolean {
  return edtf.startsWith('/');
}
