import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { pageAddress } from '../../../../src/ui/share/embed-code';
import { makeEventTable } from '../../../../src/model/table-builder';
import { civilDay, timeSpan } from '../../../../src/model/dates/instant';
import { setSearchText, toggleCountry } from '../../../../src/state/query/filters';
import { receiveDataset } from '../../../../src/state/view/loading';
import { setWindow } from '../../../../src/state/view/view-actions';
import { decodeAddress } from '../../../../src/state/address/address';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import { embedTarget, inlineTarget, settingsOf } from '../../../../src/ui/share/share-settings';
import { viewInWords } from '../../../../src/ui/share/share-prose';
import { makeDataset } from '../../../support/make-dataset';

const t = makeTranslate('en', english);
const dataset = makeDataset([
  { id: 'a', date: '2016-02-22', countries: ['RU', 'US'] },
  { id: 'b', date: '2016-02-24', countries: ['RU'] },
  { id: 'c', date: '2016-02-27', countries: ['SY'] },
]);
const start = receiveDataset(EMPTY_STATE, dataset, []);
const table = makeEventTable(dataset);
const page = { home: 'https://news.example/t/', options: {}, datasets: [], title: 'T' };
const february = timeSpan(civilDay(2016, 2, 22), civilDay(2016, 2, 25));

describe('a view for a host page', () => {
  test('is the author’s: the view in full, and the page as the editor settles it', () => {
    const state = setWindow(toggleCountry(start, 'RU'), february, false);
    const { params, left } = embedTarget(
      state,
      { heightPx: 300, theme: 'dark', greedy: true, hide: ['title', 'credit'], lock: ['range'] },
      { ...page, options: { data: 'x.json', lang: 'en-GB', motion: 'reduced' }, datasets: ['s,1', 's2'] },
    );
    expect(decodeAddress(params)).toEqual({
      view: { countries: ['RU'], from: february.start, to: february.end },
      options: {
        set: ['s,1', 's2'],
        data: 'x.json',
        lang: 'en-GB',
        hide: ['title', 'credit'],
        lock: ['range'],
        theme: 'dark',
        gestures: 'greedy',
      },
      unknown: [],
      rejections: [],
    });
    expect(left).toEqual([]);
  });

  test('says nothing of what is as usual', () =>
    expect(embedTarget(start, settingsOf({}), page).params.toString()).toBe(''));

  test('starts from how the page itself is set up', () => {
    expect(settingsOf({ theme: 'light', hide: ['zoom'], lock: ['filters'], gestures: 'greedy' })).toEqual({
      heightPx: 560,
      theme: 'light',
      greedy: true,
      hide: ['zoom'],
      lock: ['filters'],
    });
  });

  test('is never 2,000 characters long with the address of its page, and names what had to go', () => {
    const long = { ...page, home: `https://news.example/${'a'.repeat(600)}/` };
    const target = embedTarget(
      setSearchText(toggleCountry(start, 'RU'), 'я'.repeat(300)),
      settingsOf({ lock: ['filters'] }),
      long,
    );
    expect(pageAddress(long.home, target.params).length).toBeLessThan(2000);
    expect([target.left, [...target.params.keys()]]).toEqual([['q'], ['lock', 'countries']]);
  });

  test('in its own document is told in the words of mountTimeline', () => {
    const state = setWindow(toggleCountry(start, 'RU'), february, false);
    expect(
      inlineTarget(state, { ...settingsOf({}), theme: 'dark' }, { data: 'y.json', embed: true }, './x.json'),
    ).toEqual({
      data: './x.json',
      heightPx: 560,
      view: { countries: ['RU'], from: february.start, to: february.end },
      options: { theme: 'dark' },
    });
  });
});

describe('a view in words', () => {
  test('names its days, its filter and how many events it shows', () => {
    expect(viewInWords(start, table, 'timeline', t)).toBe('22 – 27 Feb 2016. 3 of 3 events.');
    expect(viewInWords(toggleCountry(start, 'RU'), table, 'timeline', t)).toBe(
      '22 – 27 Feb 2016. Countries: Russia. 2 of 3 events.',
    );
    expect(viewInWords(setWindow(start, february, false), table, 'timeline', t)).toBe(
      '22 – 24 Feb 2016. 2 of 3 events.',
    );
  });

  test('says each day once, leaves out the air around the data, and knows that a list has no window', () => {
    const day = timeSpan(civilDay(2016, 2, 24), civilDay(2016, 2, 25));
    expect(viewInWords(setWindow(start, day, false), table, 'timeline', t)).toBe('24 Feb 2016. 1 of 3 events.');
    expect(
      viewInWords(setWindow(start, timeSpan(civilDay(2010), civilDay(2016, 2, 23)), false), table, 'timeline', t),
    ).toBe('22 Feb 2016. 1 of 3 events.');
    expect(viewInWords(setWindow(start, timeSpan(civilDay(2010), civilDay(2011)), false), table, 'timeline', t)).toBe(
      '1 Jan – 31 Dec 2010. 0 of 3 events.',
    );
    expect(viewInWords(setWindow(start, day, false), table, 'list', t)).toBe('As a list. 3 of 3 events.');
  });
});
