import { beforeAll, describe, expect, test } from 'vitest';
import { withLazyCode } from '../../../../src/base/lazy-code';
import { translateFor } from '../../../../src/base/messages/choose-catalogue';
import { withoutIsolates } from '../../../../src/base/translate';
import { dateInWords, dateShort, eventDateInWords, weekdayDate } from '../../../../src/model/dates/date-prose';
import type { EventDate } from '../../../../src/model/dates/event-date';
import { civilDay } from '../../../../src/model/dates/instant';
import { isDateFault, parseEventDate } from '../../../../src/model/dates/parse-event-date';
import { makeEvent } from '../../../support/make-dataset';

beforeAll(async () => {
  for (const language of ['ru', 'fr', 'ar']) await withLazyCode(() => translateFor(language));
});

function date(text: string, extras: Parameters<typeof parseEventDate>[1] = {}): EventDate {
  const read = parseEventDate(text, extras);
  if (isDateFault(read)) throw new Error(`${text}: ${read.fault}`);
  return read;
}

/** No-break spaces are the typographer's; here they are spaces. */
const plain = (words: string) => words.replace(/[\u00A0\u202F]/g, ' ');

/** EDTF, Russian, French, Arabic with the digits of Egypt. */
const WORDS = [
  ['2016-02-24', '24 февраля 2016', '24 février 2016', '٢٤ فبراير ٢٠١٦'],
  ['2016-02-01', '1 февраля 2016', '1er février 2016', '١ فبراير ٢٠١٦'],
  ['2016-02', 'февраль 2016', 'février 2016', 'فبراير ٢٠١٦'],
  ['2014', '2014', '2014', '٢٠١٤'],
  ['2014/..', 'с 2014 года', 'depuis 2014', 'منذ ٢٠١٤'],
  ['2015-09-30/..', 'с 30 сентября 2015', 'depuis le 30 septembre 2015', 'منذ ٣٠ سبتمبر ٢٠١٥'],
  ['2016-02/..', 'с февраля 2016', 'depuis février 2016', 'منذ فبراير ٢٠١٦'],
  ['2014/', 'с 2014 года, конец неизвестен', 'depuis 2014, fin inconnue', 'منذ ٢٠١٤، النهاية غير معروفة'],
  ['../2016-02-24', 'до 24 февраля 2016', 'jusqu’au 24 février 2016', 'حتى ٢٤ فبراير ٢٠١٦'],
  ['../2014', 'до 2014 года', 'jusqu’en 2014', 'حتى ٢٠١٤'],
  [
    '/2016-02',
    'до февраля 2016, начало неизвестно',
    'jusqu’en février 2016, début inconnu',
    'حتى فبراير ٢٠١٦، البداية غير معروفة',
  ],
  ['[2016-02-23,2016-02-24]', '23 или 24 февраля 2016', '23 ou 24 février 2016', '٢٣ أو ٢٤ فبراير ٢٠١٦'],
  ['{2016-02-23,2016-02-24}', '23 и 24 февраля 2016', '23 et 24 février 2016', '٢٣ و٢٤ فبراير ٢٠١٦'],
  ['[2016-02,2016-03]', 'февраль или март 2016', 'février ou mars 2016', 'فبراير أو مارس ٢٠١٦'],
  [
    '[2016-02-01..2016-02-10]',
    'в период с 1 февраля 2016 по 10 февраля 2016',
    'entre le 1er février 2016 et le 10 février 2016',
    'بين ١ فبراير ٢٠١٦ و١٠ فبراير ٢٠١٦',
  ],
  [
    '[2016-01-01,2016-01-03,2016-01-05,2016-01-07,2016-01-09]',
    'одна из 5 дат с 1 января 2016 по 9 января 2016',
    'l’une des 5 dates entre le 1er janvier 2016 et le 9 janvier 2016',
    'أحد ٥ من التواريخ بين ١ يناير ٢٠١٦ و٩ يناير ٢٠١٦',
  ],
  ['[..2015-09-30]', 'не позднее 30 сентября 2015', 'au plus tard le 30 septembre 2015', 'في ٣٠ سبتمبر ٢٠١٥ أو قبله'],
  ['[..2015-09]', 'не позднее сентября 2015', 'au plus tard en septembre 2015', 'في سبتمبر ٢٠١٥ أو قبله'],
  ['[2015-09-30..]', 'не ранее 30 сентября 2015', 'au plus tôt le 30 septembre 2015', 'في ٣٠ سبتمبر ٢٠١٥ أو بعده'],
  ['2016-02-24?', '24 февраля 2016?', '24 février 2016 ?', '٢٤ فبراير ٢٠١٦؟'],
  ['2015?-09-30/..', 'с 30 сентября [2015]', 'depuis le 30 septembre [2015]', 'منذ ٣٠ سبتمبر [٢٠١٥]'],
  ['2014~', 'примерно 2014', 'vers 2014', 'نحو ٢٠١٤'],
  [
    '2015-09-30/2015-10-02',
    'с 30 сентября 2015 по 2 октября 2015',
    '30 septembre 2015 – 2 octobre 2015',
    'من ٣٠ سبتمبر ٢٠١٥ إلى ٢ أكتوبر ٢٠١٥',
  ],
  ['2014/2016', 'с 2014 года по 2016 год', '2014 – 2016', 'من ٢٠١٤ إلى ٢٠١٦'],
  ['-0232', '233 до н. э.', '233 av. J.-C.', '٢٣٣ ق.م'],
  ['201X', '2010-е годы', 'années 2010', 'عقد ٢٠١٠'],
  ['2016-21', 'весна 2016 года', 'printemps 2016', 'ربيع ٢٠١٦'],
  ['2016-34', 'второй квартал 2016 года', 'deuxième trimestre 2016', 'الربع الثاني من ٢٠١٦'],
] as const;

describe('each form of a date', () => {
  test.each(WORDS)('%s reads %s, %s, %s', (edtf, ...wanted) => {
    expect(['ru', 'fr', 'ar-EG'].map((locale) => plain(dateInWords(date(edtf), translateFor(locale))))).toEqual(wanted);
  });

  test.each([
    ['2016-02-24', '24 февр. 2016', '24 févr. 2016'],
    ['2014~', 'ок. 2014', 'v. 2014'],
    ['[..2015-09-30]', 'не позднее 30 сент. 2015', 'au plus tard le 30 sept. 2015'],
    ['2014/2016', '2014 – 2016', '2014 – 2016'],
    ['2016-02/..', 'с февр. 2016', 'depuis févr. 2016'],
  ])('%s in a narrow column reads %s, %s', (edtf, ...wanted) => {
    expect(['ru', 'fr'].map((locale) => dateShort(date(edtf), translateFor(locale)))).toEqual(wanted);
  });
});

test('a short date says what the long one says, on or before a day', () => {
  expect(plain(dateShort(date('[..2015-09-30]'), translateFor('ar-EG')))).toBe('في ٣٠ سبتمبر ٢٠١٥ أو قبله');
  expect(dateShort(date('[..2015-09]'), translateFor('ru'))).toBe('не позднее сент. 2015');
});

describe('an event’s date', () => {
  const asOf = date('2016-02-24');
  const clock = { time: '2016-02-27T00:00:00+02:00', zone: 'Asia/Damascus' };
  test.each([
    [
      'ru',
      'с 2014 года, продолжается на 24 февраля 2016',
      'объявлено: 27 февраля 2016, 00:00 Damascus (22:00 UTC, 26 февраля)',
      'объявлено: с 27 февраля 2016',
      'ср, 24 февраля 2016',
    ],
    [
      'fr',
      'depuis 2014, en cours à la date du 24 février 2016',
      'annoncé : 27 février 2016, 00:00 Damascus (22:00 UTC, 26 février)',
      'annoncé : dès le 27 février 2016',
      'mer. 24 février 2016',
    ],
    [
      'ar-EG',
      'منذ ٢٠١٤، مستمر في ٢٤ فبراير ٢٠١٦',
      'أُعلن موعده: ٢٧ فبراير ٢٠١٦، ٠٠:٠٠ Damascus (٢٢:٠٠ UTC، ٢٦ فبراير)',
      'أُعلن ابتداءً من ٢٧ فبراير ٢٠١٦',
      'الأربعاء، ٢٤ فبراير ٢٠١٦',
    ],
  ])('in %s', (locale, ongoing, hour, open, weekday) => {
    const t = translateFor(locale);
    const words = (
      edtf: string,
      more: Parameters<typeof makeEvent>[0] = {},
      extras: Parameters<typeof parseEventDate>[1] = {},
    ) => withoutIsolates(plain(eventDateInWords(makeEvent({ date: date(edtf, extras), ...more }), asOf, t)));
    expect([
      words('2014/..'),
      words('2016-02-27', { announced: true }, clock),
      words('2016-02-27/..', { announced: true }),
      plain(weekdayDate(civilDay(2016, 2, 24), t)),
    ]).toEqual([ongoing, hour, open, weekday]);
  });
});

test('the author’s own words are for readers of their language, and for all where nobody says which it is', () => {
  const own = date('2015?-09-30/..', { display: 'since 30 Sep [2015]' });
  expect(dateInWords(own, translateFor('ru'))).toBe('since 30 Sep [2015]');
  const marked = { ...own, displayLanguage: 'en-GB' };
  expect(dateInWords(marked, translateFor('en-US'))).toBe('since 30 Sep [2015]');
  expect(dateInWords(marked, translateFor('ru'))).toBe('с 30 сентября [2015]');
});

test('Arabic of another region has its own digits and months', () => {
  expect(dateInWords(date('2016-01-24'), translateFor('ar-MA'))).toBe('24 يناير 2016');
  expect(dateInWords(date('2015-09'), translateFor('ar-MA'))).toBe('شتنبر 2015');
});
