import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { runToEnd } from '../../../../src/base/steps';
import { makeTranslate } from '../../../../src/base/translate';
import { jsonRecords } from '../../../../src/formats/json-records/json-records';
import { jsonRecordsReader } from '../../../../src/formats/json-records/json-records-reader';
import { recogniseJsonRecords } from '../../../../src/formats/json-records/recognise-json-records';
import type { RecordSource } from '../../../../src/formats/record-source';
import { fileAtHand } from '../../../support/file-at-hand';

function sourceOf(text: string): RecordSource {
  const source = runToEnd(jsonRecords(text, 'a.json'));
  if (source === undefined) throw new Error('no records');
  return source;
}

async function rowsOf(source: RecordSource): Promise<readonly (readonly [number, ...string[]])[]> {
  const rows: [number, ...string[]][] = [];
  await source.read(
    (cells, line) => rows.push([line, ...cells]),
    async () => true,
  );
  return rows;
}

const list = `[
  { "event": "Q1", "date": "-0232-01-01T00:00:00Z", "n": 1.50 },

  { "event": "Q2", "label": "Battle, of \\"X\\"", "date": null }
]`;

describe('a list of JSON objects', () => {
  test('has all keys as columns, empty cells where one is missing, and the lines of the file', async () => {
    const source = sourceOf(list);
    expect([source.headers, source.format]).toEqual([['event', 'date', 'n', 'label'], 'JSON']);
    expect(await rowsOf(source)).toEqual([
      [2, 'Q1', '-0232-01-01T00:00:00Z', '1.5', ''],
      [4, 'Q2', '', '', 'Battle, of "X"'],
    ]);
  });

  test('is the longest one in an object', async () => {
    const source = sourceOf('{"meta": {"n": 2}, "tags": [{"a": 1}],\n"data": [{"x": "1"},\n{"x": "2"}]}');
    expect([source.headers, await rowsOf(source)]).toEqual([
      ['x'],
      [
        [2, '1'],
        [3, '2'],
      ],
    ]);
  });

  test('has what is nested under the names on the way to it', () => {
    const [entry] = [
      { a: { b: { c: 'deep' } }, who: ['Anna', 'Bo'], at: [{ name: 'X' }, { name: 'Y' }], no: [], is: true, o: {} },
    ];
    const source = sourceOf(JSON.stringify([entry]));
    const head = source.head();
    expect(source.headers).toEqual(['a.b.c', 'who', 'at.name', 'no', 'is', 'o']);
    expect(head).toMatchObject({ records: [{ cells: ['deep', 'Anna; Bo', 'X; Y', '', 'true', '{}'] }], count: 1 });
  });

  test('keeps what lies too deep, and keys beyond any number of columns, as JSON', async () => {
    expect(await rowsOf(sourceOf('[{"a":{"b":{"c":{"d":{"e":1}}}}}]'))).toEqual([[1, '{"e":1}']]);
    const wide = Object.fromEntries(Array.from({ length: 302 }, (_, n) => [`k${n}`, n]));
    const source = sourceOf(JSON.stringify([wide]));
    expect(source.headers?.length).toBe(301);
    expect((await rowsOf(source))[0]?.at(-1)).toBe('{"k300":"300","k301":"301"}');
  });

  test('may stand one on each line; lines that are no JSON are told', async () => {
    const source = sourceOf('{"a":1}\n\n{"a":2}\n{"a":\n{"b":3}\n');
    expect(source.format).toBe('JSON Lines');
    expect(await rowsOf(source)).toEqual([
      [1, '1', ''],
      [3, '2', ''],
      [5, '', '3'],
    ]);
    expect(source.notes?.()).toEqual([{ about: 'no-json', n: 4, lines: 1 }]);
  });

  test.each(['', '{}', '[]', '[1,2]', '{"a":[1]}', '{"a":1', 'hello', '[{"a":1},2]'])('is not %s', (text) => {
    expect(runToEnd(jsonRecords(text, 'a.json'))).toBeUndefined();
  });

  test('is read in slices, with turns on the way', async () => {
    const text = JSON.stringify(Array.from({ length: 5000 }, (_, n) => ({ n, title: `Title ${n}` })));
    const steps = jsonRecords(text, 'a.json');
    let stops = 0;
    while (steps.next().done !== true) stops += 1;
    expect(stops).toBeGreaterThan(20);
    let turns = 0;
    await sourceOf(text).read(
      () => undefined,
      async () => (turns += 1) < 3,
    );
    expect(turns).toBe(3);
  });
});

describe('the reader of JSON records', () => {
  const options = { t: makeTranslate('en', english), signal: new AbortController().signal };

  test('guesses what the keys mean', async () => {
    const text = JSON.stringify([
      { event: 'http://example.org/Q1', date: '1807-06-22T00:00:00Z', label: 'Battle of Athos' },
      { event: 'http://example.org/Q2', date: '-0232-01-01T00:00:00Z', label: 'Battle of the Caicus' },
    ]);
    const survey = await jsonRecordsReader.survey([fileAtHand(text, { name: 'a.json' })], options);
    expect(survey).toMatchObject({
      ok: true,
      plan: { mapping: { date: 'date', title: 'label' }, counts: { records: 2 }, format: 'JSON', questions: [] },
    });
  });

  test('leaves what is no list of objects to others', async () => {
    expect(await jsonRecordsReader.survey([fileAtHand('{"a":1}')], options)).toBeUndefined();
  });
});

test.each([
  ['[{"a":1}]', 'possible'],
  [' {"data": [{"a":1}]}', 'possible'],
  ['{"a":1}\n{"a":2}\n', 'likely'],
  ['{"a":1}', 'none'],
  ['[1,2]', 'none'],
  ['a,b\n1,2', 'none'],
])('%j is known as such: %s', (text, expected) => {
  expect(recogniseJsonRecords(new TextEncoder().encode(text))).toBe(expected);
});
