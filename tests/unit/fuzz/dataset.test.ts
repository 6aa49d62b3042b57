import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, hasUnwantedCharacters } from '../../../src/base/clean-text';
import { readInEnglish } from '../../../src/formats/json/read-in-english';
import { writeDataset } from '../../../src/formats/json/write';
import type { ReadResult } from '../../../src/formats/json/read-dataset';
import { receiveDataset } from '../../../src/state/view/loading';
import { EMPTY_STATE } from '../../../src/state/view/timeline-state';
import { anyJson, anyText, FUZZ, FUZZ_TIMEOUT_MS, mutate, mutations } from '../../support/fuzz';
import { hostileDataset } from '../../support/hostile-datasets';

/** Every field there is in two records each, and a few records as people write them. */
const FULL = hostileDataset(['Anna', 'Ben'], 'Two');
const SHIPPED = JSON.parse(readFileSync('data/syria-cessation-2016.json', 'utf8')) as {
  events: unknown[];
  actors: unknown[];
  sources: unknown[];
};
const SHORT = {
  ...SHIPPED,
  events: SHIPPED.events.slice(0, 3),
  actors: SHIPPED.actors.slice(0, 4),
  sources: SHIPPED.sources.slice(0, 2),
};
const WHOLES = { FULL, SHORT };
const TEXTS = { FULL: JSON.stringify(FULL, undefined, 1), SHORT: JSON.stringify(SHORT, undefined, 1) };
const names = fc.constantFrom('FULL', 'SHORT');

/** What holds of whatever is read: told, sound, clean, and good enough to be shown. */
function check(read: ReadResult, fileName: string, file: string): void {
  for (const { where, record = '', field, found, expected } of read.rejections) {
    expect(expected).not.toBe('');
    for (const text of [where, record, field, found])
      if (text.length > 200 || hasUnwantedCharacters(text)) expect.fail(`can’t be shown: ${JSON.stringify(text)}`);
  }
  if (!read.ok) {
    expect(read.problem.detail).not.toBe('');
    return;
  }
  const { dataset } = read;
  // None is a dataset only where the file says so.
  if (dataset.events.length === 0) expect(JSON.parse(file)).toMatchObject({ events: [] });
  const eventIds = dataset.events.map(({ id }) => id);
  expect(new Set(eventIds).size).toBe(eventIds.length);
  const actorIds = new Set(dataset.actors.map(({ id }) => id));
  expect(actorIds.size).toBe(dataset.actors.length);
  const dangling = dataset.events
    .flatMap(({ participants }) => participants)
    .filter(({ actor }) => !actorIds.has(actor));
  expect(dangling).toEqual([]);
  for (const { path, text } of textsOf(dataset, ''))
    // What nobody knows is kept as it is, and never drawn.
    if (!path.includes('/extra/') && cleanText(text) !== text)
      expect.fail(`not clean: ${path} ${JSON.stringify(text)}`);
  for (const { url } of dataset.sources) if (url !== undefined) expect(new URL(url).protocol).toMatch(/^https?:$/);
  const again = readInEnglish(writeDataset(dataset), fileName);
  expect(again.ok ? again.dataset : again.problem).toEqual(dataset);
  expect(receiveDataset(EMPTY_STATE, dataset, read.rejections).table?.size).toBe(dataset.events.length);
}

/** Every text of a dataset, however deep, with where it stands. */
function textsOf(value: unknown, path: string): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`))
    : [];
}

const untouched = Object.getOwnPropertyNames(Object.prototype).length;
function readAndCheck(text: string, fileName = 'fuzzed.json'): void {
  check(readInEnglish(text, fileName), fileName, text);
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(untouched);
}

test(
  'a dataset with anything changed in it is read in part, or refused in words',
  () => {
    fc.assert(
      fc.property(names, mutations, anyText, (name, changes, fileName) =>
        readAndCheck(JSON.stringify(mutate(WHOLES[name], changes)), fileName),
      ),
      FUZZ,
    );
  },
  FUZZ_TIMEOUT_MS,
);

test(
  'JSON of any kind is refused in words',
  () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyJson,
          fc.array(anyJson).map((events) => ({ events })),
        ),
        (value) => readAndCheck(JSON.stringify(value)),
      ),
      FUZZ,
    );
  },
  FUZZ_TIMEOUT_MS,
);

test(
  'a text that is cut off, or has other text in it, is read in part, or refused in words',
  () => {
    const damage = fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.oneof(fc.nat(30), fc.constant(1e6)),
      instead: fc.oneof(fc.constant(''), anyText),
    });
    fc.assert(
      fc.property(names, damage, (name, { from, length, instead }) => {
        const text = TEXTS[name];
        const at = Math.floor(from * text.length);
        readAndCheck(text.slice(0, at) + instead + text.slice(at + length));
      }),
      FUZZ,
    );
  },
  FUZZ_TIMEOUT_MS,
);
