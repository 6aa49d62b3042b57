import { describe, expect, test } from 'vitest';
import { withLazyCode } from '../../../../src/base/lazy-code';
import { translateFor } from '../../../../src/base/messages/choose-catalogue';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { Translate } from '../../../../src/base/translate';
import { dateShort } from '../../../../src/model/dates/date-prose';
import { parseEventDate } from '../../../../src/model/dates/parse-event-date';
import { withoutYear } from '../../../../src/ui/list/list-prose';

const onCard = (edtf: string, t: Translate, year = edtf.slice(0, 4)): string => {
  const date = parseEventDate(edtf);
  if ('fault' in date) throw new Error(edtf);
  return withoutYear(dateShort(date, t), year, t);
};

describe('a date under its year', () => {
  test.each([
    ['en', '22 Feb', 'Feb'],
    ['en-US', 'Feb 22', 'Feb'],
    ['ru', '22 февр.', 'февр.'],
    ['fr', '22 févr.', 'févr.'],
    ['ar-EG', '٢٢ فبراير', 'فبراير'],
  ])('leaves it out in %s', async (locale, day, month) => {
    const t = await withLazyCode(() => translateFor(locale));
    expect([onCard('2016-02-22', t), onCard('2016-02', t)]).toEqual([day, month]);
  });

  test('leaves it out with what a language says after the year of a day', () => {
    const t = makeTranslate('uk', { ...english, 'date.day': '{day} {month} {year} р.|{day} {month} {year} року' });
    expect(onCard('2016-02-22', t)).not.toMatch(/2016|р/);
  });

  test('keeps the year of another, or one that belongs to a phrase', async () => {
    const t = await withLazyCode(() => translateFor('ru'));
    expect(onCard('2016-02-22', t, '2015')).toBe('22 февр. 2016');
    expect(onCard('2014/..', t)).toBe('с 2014 года');
    const dated = parseEventDate('2016-02-22');
    expect('fault' in dated ? '' : withoutYear(dateShort(dated, t), undefined, t)).toBe('22 февр. 2016');
  });
});
