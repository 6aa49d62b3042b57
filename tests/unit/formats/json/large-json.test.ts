import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { runToEnd } from '../../../../src/base/steps';
import { makeTranslate } from '../../../../src/base/translate';
import { DAMAGED } from '../../../../src/formats/json/json-result';
import { readJsonInSteps, readLargeJson } from '../../../../src/formats/json/large-json';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { parseInSteps } from '../../../../src/formats/json/parse-in-steps';
import { readDataset, readDatasetInSteps } from '../../../../src/formats/json/read-dataset';
import { recoverJson } from '../../../../src/formats/json/recover-json';
import { makeRejectionList } from '../../../../src/formats/rejections';

const t = makeTranslate('en', english);
beforeAll(loadWholeReader);

function outcome(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof SyntaxError ? 'no JSON' : error;
  }
}

const datasetOf = (count: number) => ({
  schemaVersion: '1.1',
  id: 'many',
  title: 'Many',
  events: Array.from({ length: count }, (_, index) => ({
    id: `e${index}`,
    title: `Event "${index}" \\ {[`,
    date: `20${10 + (index % 10)}-02-1${index % 10}`,
    participants: [`Actor ${index % 30}`],
    claims: index % 10 === 0 ? [{ id: `c${index}`, claimedBy: 'Actor 1', text: 'so' }] : [],
    relations: index % 7 === 0 ? [{ type: 'part-of', to: 'e1' }] : [],
  })),
});

describe('JSON parsed a little at a time', () => {
  test('gives what JSON.parse gives, whatever stands in it and however it is broken', () => {
    const lists = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())));
    fc.assert(
      fc.property(
        lists,
        fc.constantFrom(undefined, 1, '\t'),
        fc.nat(),
        fc.string({ maxLength: 2 }),
        (value, space, at, put) => {
          const text = JSON.stringify(value, undefined, space);
          expect(runToEnd(parseInSteps(text))).toEqual(JSON.parse(text));
          const place = at % (text.length + 1);
          for (const broken of [text.slice(0, place), text.slice(0, place) + put + text.slice(place + 1)])
            expect(outcome(() => runToEnd(parseInSteps(broken)))).toEqual(outcome(() => JSON.parse(broken)));
        },
      ),
    );
  });

  test.each([
    '',
    ' ',
    '{',
    '{}',
    ' { } ',
    '[1,2]',
    '"x"',
    '{"a":[]}',
    '{"a":[],}',
    '{"a":[1,]}',
    '{"a":[1 2]}',
    '{"a":[1}',
    '{"a":[]]}',
    '{"a" "b"}',
    '{"a":1}x',
    '{"__proto__":[1],"__proto__":[2]}',
    '{"a":[1],"a":[2]}',
  ])('as JSON.parse does: %s', (text) => {
    expect(outcome(() => runToEnd(parseInSteps(text)))).toEqual(outcome(() => JSON.parse(text)));
  });

  test('stops after each stretch of the text', () => {
    const text = JSON.stringify(datasetOf(20_000));
    let steps = 0;
    for (const share of parseInSteps(text)) {
      steps += 1;
      expect(share).toBeLessThanOrEqual(1);
    }
    expect(steps).toBeGreaterThan(text.length / 70_000);
  });

  test('saves of a text that breaks off, or holds broken entries, what a short one would', () => {
    const text = JSON.stringify(datasetOf(4), undefined, 1).replace('"Event \\"2', 'NaN, "Event \\"2');
    for (let end = 0; end <= text.length; end += 3) {
      const broken = text.slice(0, end);
      const [inSteps, atOnce] = [makeRejectionList(t), makeRejectionList(t)];
      const saved = runToEnd(readJsonInSteps(broken, inSteps));
      const expected = recoverJson(broken, atOnce);
      expect(saved.ok, broken).toBe(expected.ok);
      if (saved.ok && expected.ok) {
        expect(eventsIn(saved.value), broken).toEqual(eventsIn(expected.value));
        expect(inSteps.rejections.map(({ effect }) => effect)).toEqual(atOnce.rejections.map(({ effect }) => effect));
      }
    }
  });
});

const eventsIn = (value: unknown): unknown =>
  (value as { readonly events?: readonly unknown[] }).events?.filter((event) => event !== DAMAGED);

describe('a large file', () => {
  test('is read as a short one is, with no more than a few dozen records at a time', () => {
    const text = JSON.stringify(datasetOf(5000));
    let steps = 0;
    const reading = readDatasetInSteps(text, 'x', t, readJsonInSteps);
    let step = reading.next();
    for (; step.done !== true; step = reading.next()) steps += 1;
    expect(step.value).toEqual(readDataset(text, 'x', t));
    // Read, linked and named.
    expect(steps).toBeGreaterThan((2 * 5000) / 32);
  });

  test('lets the page have its turn, tells how far it is, and can be left', async () => {
    const text = JSON.stringify(datasetOf(3000));
    let turns = 0;
    let clock = 0;
    const shares: number[] = [];
    const gone = new AbortController();
    const options = {
      signal: gone.signal,
      now: () => (clock += 5),
      nextTask: async () => {
        turns += 1;
      },
    };
    const read = await readLargeJson(text, 'x', t, options, (share) => shares.push(share));
    expect(read.ok && read.dataset.events.length).toBe(3000);
    expect(turns).toBeGreaterThan(50);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    const left = readLargeJson(text, 'x', t, { ...options, nextTask: async () => gone.abort(new Error('left')) });
    await expect(left).rejects.toThrow('left');
  });

  test('with thousands of broken records says where each is, and looks through the text once', () => {
    const text = JSON.stringify(datasetOf(6000)).replaceAll('"date":', '"date":NaN,"x":');
    const list = makeRejectionList(t);
    const { length } = list.rejections;
    const read = runToEnd(readJsonInSteps(`\n${text}`, list));
    expect(read.ok).toBe(true);
    expect([length, list.rejections.length]).toEqual([0, 6000]);
    expect(list.rejections[1]?.where).toMatch(/^line 2, column \d+$/);
  });
});
