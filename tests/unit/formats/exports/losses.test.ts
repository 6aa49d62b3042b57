import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadWriters } from '../../../../src/formats/writers';
import { RARE_DATES } from '../../../../src/model/dates/parse-event-date';
import { lossKindsInWords, lossSentence } from '../../../../src/model/losses-prose';
import { lostBySelection, selectEvents } from '../../../../src/model/select-events';
import { datasetOf, inEnglish, writerOf, written } from '../../../support/exported';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { randomFile } from '../../../support/random-file';

await RARE_DATES.load();
const writers = await loadWriters();

test.each(writers.map((writer) => [writer.name, writer] as const))(
  '%s leaves out nothing but what it says it may',
  (_, writer) => {
    fc.assert(
      fc.property(randomFile, (file) => {
        const dataset = datasetOf(file);
        const may = new Set<string>(writer.leavesOut);
        expect(writer.losses(dataset).filter(({ what, n }) => !may.has(what) || n < 1)).toEqual([]);
        // Of what a file holds it leaves nothing out.
        if (writer.of === 'events')
          expect(writer.losses(writer.held(dataset)).filter(({ what }) => what !== 'date-notes')).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  },
);

const small = datasetOf({
  id: 'small',
  sources: [{ id: 's' }],
  events: [
    { id: 'a', title: 'A', date: '2016-02-24', relations: [{ type: 'continues', to: 'b' }] },
    { id: 'b', title: 'B', date: '2016-02', claims: [{ id: 'c', text: 'so it was', about: 'a' }] },
    { id: 'd', title: 'D' },
  ],
});

describe('what is left out is said in words', () => {
  test.each([
    ['json', 3, 'JSON holds everything.'],
    ['csv', 3, 'CSV leaves out 1 claim, 1 relation, and 1 source.'],
    [
      'icalendar',
      1,
      'iCalendar leaves out 1 event without a date, 1 event whose first day is not known, 1 relation, and 1 source.',
    ],
    ['ris', 1, 'RIS holds everything.'],
  ] as const)('%s', async (id, n, words) => {
    const writer = await writerOf(id);
    expect(writer.count(small)).toBe(n);
    expect(lossSentence(writer.name, writer.losses(small), inEnglish)).toBe(words);
  });

  test('of many kinds the first, with how many more', async () => {
    const { losses } = await writerOf('csv');
    expect(lossSentence('CSV', losses(small), inEnglish, 1)).toBe('CSV leaves out 1 claim and 2 more kinds of things.');
  });
});

test('our own JSON is the dataset again', () => {
  fc.assert(
    fc.property(randomFile, (file) => {
      const dataset = datasetOf(file);
      const json = writers.find(({ id }) => id === 'json');
      const back = readInEnglish(String(json && written(json, dataset)), 'back.json');
      expect(back.ok && back.dataset).toEqual(dataset);
    }),
    { numRuns: 15 },
  );
});

describe('a selection of events', () => {
  test('resolves in itself: its file reads back without a fault', () => {
    fc.assert(
      fc.property(randomFile, fc.subarray(['e0', 'e1', 'e2', 'e3', 'e4', 'e5']), (file, ids) => {
        const selected = selectEvents(datasetOf(file), new Set(ids));
        expect(selected.events.map(({ id }) => id)).toEqual(ids);
        const json = writers.find(({ id }) => id === 'json');
        const back = readInEnglish(String(json && written(json, selected)), 'selected.json');
        expect(back.ok && [back.rejections.filter(({ effect }) => effect !== 'noted'), back.dataset.events]).toEqual([
          [],
          selected.events,
        ]);
      }),
      { numRuns: 30 },
    );
  });

  test('tells what pointed out of it', () => {
    expect(lostBySelection(small, selectEvents(small, new Set(['a'])))).toEqual([
      { what: 'relations-to-others', n: 1 },
    ]);
    expect(lostBySelection(small, selectEvents(small, new Set(['b'])))).toEqual([
      { what: 'relations-to-others', n: 1 },
    ]);
    expect(selectEvents(small, new Set(['a', 'b', 'd']))).toBe(small);
  });
});

test('docs/exports.md says of each format what it may leave out', () => {
  const text = readFileSync('docs/exports.md', 'utf8');
  for (const { name, extension, of, leavesOut } of writers) {
    const left = leavesOut.length === 0 ? 'nothing' : lossKindsInWords(leavesOut, inEnglish);
    expect(text).toContain(`| ${name} | \`.${extension}\` | ${of} | ${left} |`);
  }
});
