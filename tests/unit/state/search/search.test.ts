import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { tableOf } from '../../../../src/state/view/loading';
import { PER_GROUP, searchEverything } from '../../../../src/state/search/search';
import { makeActor, makeDataset } from '../../../support/make-dataset';

const t = makeTranslate('en', english);
const dataset = makeDataset(
  [
    {
      id: 'call',
      title: 'Phone call on modalities',
      date: '2016-02-24',
      participants: ['kerry', 'lavrov'],
      countries: ['US', 'RU'],
    },
    { id: 'recall', title: 'Ambassador recalled', date: '2015-02-24', importance: 1 },
    { id: 'next', title: 'Next call', date: '2014-03-01', importance: 3 },
    {
      id: 'plan',
      title: 'Kerry before the Senate',
      date: '2016-02-23',
      participants: [['kerry', 'speaker']],
      statements: [
        {
          speaker: 'kerry',
          kind: 'direct',
          text: 'Backup plans are discussed, though nobody has said so in as many words',
          quote: '“Plan B”',
        },
      ],
      summary: 'He speaks of a call to come.',
      claims: [{ id: 'cl', claimedBy: undefined, text: 'Damascus was surprised', about: undefined }],
    },
    { id: 'odd', title: '<b>.*</b> (1+1)', date: '2016-02-22', place: { label: 'Genève', country: 'CH' } },
  ],
  {
    actors: [
      makeActor('kerry', { label: 'John Kerry' }),
      makeActor('lavrov', { label: 'Sergey Lavrov', altNames: ['Sergei Lavrov'] }),
    ],
  },
);
const search = (query: string) => searchEverything(tableOf(dataset), query, t);
const idsOf = (query: string) => search(query).events.map(({ id }) => id);
const hit = (query: string) => {
  const snippet = search(query).events[0]?.snippet;
  return snippet?.text.slice(snippet.start, snippet.end);
};

describe('events', () => {
  test('come by where the words stand: beginning of the title, of a word, inside one, in the text', () => {
    expect(idsOf('phone')).toEqual(['call']);
    expect(idsOf('call')).toEqual(['next', 'call', 'recall', 'plan']);
    expect(idsOf('phone call')).toEqual(['call']);
  });

  test.each([
    ['modal', 'title'],
    ['backup', 'statement'],
    ['plan b', 'statement'],
    ['he speaks', 'summary'],
    ['surprised', 'claim'],
    ['sergei', 'actor'],
    ['geneve', 'place'],
  ])('%s is found in its %s', (query, matched) => {
    expect(search(query).events[0]?.matched).toBe(matched);
  });

  test('by their date have nothing to highlight', () => {
    expect(search('2016-02-24').events).toEqual([
      { id: 'call', title: 'Phone call on modalities', dateWords: '24 Feb 2016', matched: 'date', snippet: undefined },
    ]);
  });

  test('are found only by all the words', () => {
    expect(idsOf('kerry senate surprised')).toEqual(['plan']);
    expect(idsOf('kerry senate lavrov')).toEqual([]);
  });

  test.each([
    ['.*', 'odd'],
    ['(1+1)', 'odd'],
    ['<b>', 'odd'],
    ['GENÈVE', 'odd'],
    ['“plan', 'plan'],
  ])('%s is plain text', (query, id) => {
    expect(idsOf(query)).toEqual([id]);
  });

  test.each([
    ['MODAL', 'modal'],
    ['"plan b"', '“Plan B”'],
    ['geneve', 'Genève'],
    ['call phone', 'call'],
    ['nobody', 'nobody'],
  ])('%s is highlighted as %s', (query, marked) => {
    expect(hit(query)).toBe(marked);
  });
});

test('no list of results is longer than eight', () => {
  const many = makeDataset(
    Array.from({ length: 50 }, (_, index) => ({ id: `e${index}`, title: 'Talks', participants: [`Talker ${index}`] })),
  );
  const { events, actors } = searchEverything(tableOf(many), 'talk', t);
  expect([events.length, actors.length]).toEqual([PER_GROUP, PER_GROUP]);
  expect(events[0]?.id).toBe('e0');
});

test('actors are found by any of their names, countries by name and code, types by their words', () => {
  expect(search('sergei').actors).toEqual([{ id: 'lavrov', label: 'Sergey Lavrov' }]);
  expect(search('russ').countries).toEqual([{ code: 'RU', name: 'Russia' }]);
  expect(search('us').countries[0]?.code).toBe('US');
  expect(search('ceasefire').types).toEqual([{ type: 'ceasefire', label: 'Ceasefire step' }]);
});

describe('dates', () => {
  const daysOf = (query: string) =>
    search(query).dates.map(
      ({ span }) =>
        `${new Date(span.start).toISOString().slice(0, 10)}/${new Date(span.end).toISOString().slice(0, 10)}`,
    );

  test('are places to go to, in words', () => {
    expect(search('24 feb 2016').dates).toMatchObject([{ words: '24 Feb 2016' }]);
    expect(search('feb 2016').dates).toMatchObject([{ words: 'February 2016' }]);
    expect(daysOf('feb 2016')).toEqual(['2016-02-01/2016-03-01']);
  });

  test('without a year are those in which something happened, latest first', () => {
    expect(daysOf('24 February')).toEqual(['2016-02-24/2016-02-25', '2015-02-24/2015-02-25']);
    expect(daysOf('march')).toEqual(['2014-03-01/2014-04-01']);
  });

  test('without a year and an event are in the year the dataset looks from', () => {
    expect(daysOf('1 may')).toEqual(['2016-05-01/2016-05-02']);
  });

  test('are none in other words', () => {
    expect(daysOf('kerry')).toEqual([]);
    expect(daysOf('31 feb 2016')).toEqual([]);
  });
});

test.each(['', '   ', '\n'])('nothing asked, nothing found: %j', (query) => {
  expect(search(query)).toEqual({ events: [], actors: [], dates: [], countries: [], types: [] });
});
