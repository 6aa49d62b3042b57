import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { Steps } from '../../../../src/base/steps';
import { makeColumnTable } from '../../../../src/model/table-of-columns';
import { dateInWords } from '../../../../src/model/dates/date-prose';
import type { EventTable } from '../../../../src/model/event-table';
import { DAY_MS } from '../../../../src/model/dates/instant';
import { textColumnOf } from '../../../../src/model/text-column';
import { findTextSteps, indexTextSteps, textMask } from '../../../../src/state/search/event-text';
import { foldedWords, foldText } from '../../../../src/state/search/fold-text';
import { NOT_FOUND, rankIn } from '../../../../src/state/search/search-rank';
import { searchEverything } from '../../../../src/state/search/search';
import { tableOf } from '../../../../src/state/view/loading';
import { makeColumns } from '../../../support/make-columns';
import { makeActor, makeDataset, randomFrom } from '../../../support/make-dataset';

const t = makeTranslate('en', english);
const LONG_MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** The slow way: all that is said of an event in one text, the title first; made from the event alone. */
function wholeText(table: EventTable, row: number): { text: string; title: number } {
  const event = table.eventAt(row);
  const namesOf = (id: string) => {
    const actor = table.dataset.actors.find((each) => each.id === id);
    return actor === undefined ? id : [actor.label, ...actor.altNames].join('\n');
  };
  const title = foldText(event.title.replaceAll('\n', ' '));
  const { date } = event;
  const parts = [
    // What a table of columns has for a label is the title cut short.
    table.detailed.length > 0 ? event.label : '',
    event.summary ?? '',
    event.place?.label ?? '',
    date!.edtf,
    dateInWords(date, t),
    ...event.participants.map(({ actor }) => namesOf(actor)),
    ...event.statements.flatMap(({ speaker, text, quote }) => [namesOf(speaker), text ?? '', quote ?? '']),
    ...event.claims.map(({ text }) => text),
  ];
  if (['minute', 'day', 'month'].includes(date!.precision)) {
    parts.push(LONG_MONTH.format(date!.start.start));
    if (date!.end !== undefined) parts.push(LONG_MONTH.format(date!.end.start));
  }
  return { text: foldText([title, ...parts].join('\n')), title: title.length };
}

function slowRanks(table: EventTable, query: string): number[] {
  return Array.from({ length: table.size }, (_, row) => {
    const { text, title } = wholeText(table, row);
    return rankIn(text, title, foldedWords(query)) ?? NOT_FOUND;
  });
}

function ranksOf(table: EventTable, query: string): number[] {
  return [...runAll(findTextSteps(table, query)).ranks];
}

function runAll<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const PIECES = [
  'Plan',
  'plan b',
  'airplane',
  'Genève',
  'İstanbul',
  'straße',
  'Ёлка',
  '“Plan',
  'call',
  'ΟΔΟΣ',
  'a',
  'aa',
  'aaa',
  'x\ny',
  '...',
  '(1+1)',
  '24',
  'feb',
  '',
];
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(' '));
const queries = fc.oneof(
  words,
  words.map((text) => text.slice(1, 5)),
  fc.constantFrom(
    'plan b',
    'b plan',
    'call call',
    'kerry',
    'лавров',
    'feb 2016',
    'february',
    '2016-02',
    '24 feb',
    'since',
    'an',
    'a',
    'aa',
    'zz',
    '.',
    'march plan',
    'to',
    'os',
    'istanbul',
    'ss',
  ),
);
const DATES = [
  '2016-02-24',
  '2014/..',
  '2016-02',
  '[2016-02-23,2016-02-24]',
  '2016-02-24?',
  '2015-09-30/2016-03',
  '2014',
  '2016-02-24T10:00:00Z',
];
const cast = [
  makeActor('kerry', { label: 'John Kerry' }),
  makeActor('lavrov', { label: 'Sergey Lavrov', altNames: ['Сергей Лавров'] }),
  makeActor('b', { label: 'Plan' }),
];

describe('every row has the rank that reading all its words gives it', () => {
  test('in a curated table, with labels, statements and claims', () => {
    const datasets = fc
      .array(
        fc.record({
          title: words,
          label: words,
          summary: fc.option(words, { nil: undefined }),
          date: fc.constantFrom(...DATES),
          place: fc.option(
            words.map((label) => ({ label, country: undefined })),
            { nil: undefined },
          ),
          participants: fc.array(fc.constantFrom('kerry', 'lavrov', 'b', 'stranger'), { maxLength: 3 }),
          statements: fc.array(
            fc.record({
              speaker: fc.constantFrom('kerry', 'nobody'),
              kind: fc.constant('direct' as const),
              text: words,
              quote: words,
            }),
            { maxLength: 2 },
          ),
          claims: fc.array(
            words.map((text) => ({ id: 'c', claimedBy: undefined, text, about: undefined })),
            { maxLength: 1 },
          ),
        }),
        { maxLength: 12 },
      )
      .map((events) => makeDataset(events, { actors: cast }));
    fc.assert(
      fc.property(datasets, queries, (dataset, query) => {
        const table = tableOf(dataset);
        expect(ranksOf(table, query)).toEqual(slowRanks(table, query));
      }),
      { numRuns: 600 },
    );
  });

  test('in a table of columns, with and without texts for date, place and summary', () => {
    const { events: _, ...head } = makeDataset([], { actors: cast });
    const records = fc.array(
      fc.record({
        title: words,
        summary: words,
        place: words,
        day: fc.integer({ min: 0, max: 60 }),
        lengthMs: fc.constantFrom(0, 3_600_000, DAY_MS, 3 * DAY_MS, 29 * DAY_MS),
        date: fc.constantFrom('', '2016-02-24?', '2016-02-24~', 'nonsense'),
        actors: fc.uniqueArray(fc.integer({ min: 0, max: 2 })),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(records, fc.boolean(), queries, (all, plain, query) => {
        const offsets = [0];
        for (const { actors } of all) offsets.push(offsets.at(-1)! + actors.length);
        const start = Float64Array.from(all, ({ day }) => Date.UTC(2016, 0, 15 + day));
        const { table } = makeColumnTable({
          dataset: head,
          start,
          end: start.map((at, i) => at + all[i]!.lengthMs),
          participantOffset: Uint32Array.from(offsets),
          participantActor: Uint32Array.from(all.flatMap(({ actors }) => actors)),
          texts: {
            title: textColumnOf(all.map(({ title }) => title)),
            ...(plain
              ? {}
              : {
                  summary: textColumnOf(all.map(({ summary }) => summary)),
                  place: textColumnOf(all.map(({ place }) => place)),
                  date: textColumnOf(all.map(({ date }) => date)),
                }),
          },
        });
        expect(ranksOf(table, query)).toEqual(slowRanks(table, query));
      }),
      { numRuns: 600 },
    );
  });

  test('in a larger one, whose titles fill several strings', () => {
    const { table } = makeColumnTable(makeColumns({ size: 4000, actors: 40, bars: 0.1 }));
    for (const query of [
      'actor 1',
      'actor 12 talks',
      'no. 39',
      'government',
      '2013',
      'march 2014 strikes',
      'no',
      '9',
      'nothing at all',
    ]) {
      expect(ranksOf(table, query), query).toEqual(slowRanks(table, query));
    }
  });
});

describe('a date is found by its words in every language of the page, whoever asks', () => {
  const table = tableOf(
    makeDataset(
      ['2016-02-24', '2016-02', '2015-02-24', '2016-03-01', '2016-08-24', '2016', '2016-01-20'].map((date) => ({
        id: date,
        title: 'Call',
        date,
      })),
    ),
  );
  const found = (query: string) =>
    [...textMask(table, query)!.keys()].filter((row) => textMask(table, query)![row] === 1).map(table.idAt);

  test.each([
    '24 feb 2016',
    '24 февраля 2016',
    '24 февр. 2016 г.',
    '24 февраля 2016 года',
    '24 février 2016',
    '24 fevr 2016',
    '24 فبراير 2016',
    '٢٤ فبراير ٢٠١٦',
    '24 شباط 2016',
    '24 فيفري 2016',
  ])('%s', (query) => expect(found(query)).toEqual(['2016-02-24']));

  test.each([
    ['февраль 2016', ['2016-02', '2016-02-24']],
    ['24 февраля', ['2015-02-24', '2016-02-24']],
    ['1er mars', ['2016-03-01']],
    ['août 2016', ['2016-08-24']],
    ['آب', ['2016-08-24']],
    ['كانون الثاني 2016', ['2016-01-20']],
    ['20 كانون الثاني', ['2016-01-20']],
    ['كانون الأول', []],
    ['كانون شباط', []],
    ['mai', []],
    ['juillet 2016', []],
    ['года', []],
    ['г', []],
  ])('%s', (query, ids) => expect(found(query).toSorted()).toEqual(ids));

  test('as the beginning of one month’s name only', () => {
    expect(found('фев').length).toBe(3);
    expect(found('ма')).toEqual([]);
    expect(found('jui')).toEqual([]);
  });
});

test('words in titles are looked for in letters that fold to more or fewer', () => {
  const random = randomFrom(5);
  const titles = Array.from(
    { length: 3000 },
    (_, index) => `${random() < 0.5 ? 'ßtraße' : 'ﬁnal'} ${'Ł'.repeat(index % 40)} e\u0301${index}`,
  );
  const table = tableOf(
    makeDataset(titles.map((title, index) => ({ id: `e${index}`, title, label: '', summary: undefined }))),
  );
  const mask = textMask(table, 'e2999')!;
  expect([...mask.keys()].filter((row) => mask[row] === 1).map(table.titleAt)).toEqual([titles[2999]]);
  expect(textMask(table, 'sstrasse')!.reduce((sum, value) => sum + value)).toBe(
    titles.filter((title) => title.startsWith('ß')).length,
  );
});

test('a query without words asks for nothing', () => {
  const table = tableOf(makeDataset([{ title: 'Call' }]));
  expect([textMask(table, ''), textMask(table, ' \n')]).toEqual([undefined, undefined]);
  expect([...textMask(table, 'a\0b')!]).toEqual([0]);
});

test('two that search at once share the work, and one that gives up leaves it to the other', () => {
  const { table } = makeColumnTable(makeColumns({ size: 20_000, actors: 40 }));
  const first = indexTextSteps(table);
  const second = findTextSteps(table, 'talks');
  for (let i = 0; i < 5; i += 1) {
    first.next();
    second.next();
  }
  first.return(undefined as never);
  const { count, mask } = runAll(second);
  expect(count).toBe(
    Array.from({ length: table.size }, (_, row) => table.titleAt(row)).filter((title) => title.includes('talks'))
      .length,
  );
  expect(textMask(table, 'talks')).toBe(mask);
});

test('the best of very many are those that a sort of all would put first', () => {
  const { table } = makeColumnTable(makeColumns({ size: 5000, actors: 20, important: 0.05 }));
  const ranks = ranksOf(table, 'actor');
  const rows = [...ranks.keys()]
    .filter((row) => ranks[row] !== NOT_FOUND)
    .toSorted((a, b) => ranks[a]! - ranks[b]! || table.importance[b]! - table.importance[a]! || a - b);
  expect(searchEverything(table, 'actor', t).events.map(({ id }) => id)).toEqual(rows.slice(0, 8).map(table.idAt));
});
