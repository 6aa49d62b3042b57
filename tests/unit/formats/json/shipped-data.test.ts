import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { dateInWords } from '../../../../src/model/dates/date-prose';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';

const shipped = readdirSync('data').filter((name) => name.endsWith('.json') && !name.endsWith('schema.json'));

it.each(shipped)('%s loads without one rejection', (name) => {
  const result = readInEnglish(readFileSync(`data/${name}`, 'utf8'), name);
  expect(result.rejections).toEqual([]);
  expect(result.ok).toBe(true);
});

const article = readInEnglish(readFileSync('data/syria-cessation-2016.json', 'utf8'), 'article');
const events = article.ok ? article.dataset.events : [];

it('the article’s set involves the countries as its source does', () => {
  const counts = new Map<string, number>();
  for (const event of events) {
    for (const key of new Set(event.countries.map(({ country, role }) => `${country} ${role}`)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))).toEqual({
    'IQ location': 1,
    'RU acting': 6,
    'RU addressee': 1,
    'RU sponsor': 1,
    'SY acting': 2,
    'SY location': 3,
    'SY subject': 6,
    'US acting': 4,
    'US addressee': 3,
    'US mentioned': 1,
    'US sponsor': 1,
  });
});

it('the article’s set is dated as its source allows', () => {
  const t = makeTranslate('en', english);
  const dates = new Map(events.map(({ id, date }) => [id, dateInWords({ ...date!, display: undefined }, t)]));
  expect(Object.fromEntries(dates)).toMatchObject({
    'ev-coalition-strikes': 'since 2014',
    'ev-russian-strikes': 'since 30 Sep [2015]',
    'ev-assad-request': 'on or before 30 Sep 2015',
    'ev-joint-statement': '22 Feb 2016',
    'ev-kerry-plan-b': '23 Feb 2016',
    'ev-lavrov-kerry-call': '24 Feb 2016',
    'ev-kremlin-plan-a': '23 or 24 Feb 2016',
    'ev-lavrov-criticism': '22, 23 or 24 Feb 2016',
    'ev-cessation-start': '27 Feb 2016',
  });
});

it('only the start of the cessation lies ahead in the article’s set', () => {
  expect(events.filter(({ announced }) => announced).map(({ id, deed }) => [id, deed])).toEqual([
    ['ev-cessation-start', false],
  ]);
});
