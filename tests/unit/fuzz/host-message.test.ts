import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHostMessage } from '../../../src/embed/iframe/host-message';
import { VIEW_PARAMS } from '../../../src/state/address/address';
import { FUZZ as runs, FUZZ_TIMEOUT_MS } from '../../support/fuzz';

const fields = Object.keys(VIEW_PARAMS);
const word = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'setState',
    'select',
    'setTheme',
    'dark',
    'auto',
    '__proto__',
    'constructor',
    'toString',
    'country',
    'US,RU',
    '2016-02-22',
    '%2C',
    '\u202E',
    '<img src=x>',
  ),
);
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  key: word,
});
/** Nearly right: the right names, with values that may be right. */
const nearly = fc.record(
  {
    type: fc.oneof(fc.constantFrom('setState', 'select', 'setTheme', 'setDataset'), word),
    state: fc.oneof(
      fc.dictionary(
        fc.oneof(fc.constantFrom(...fields), word),
        fc.oneof(word, fc.double(), fc.constant(null), fc.array(word, { maxLength: 4 }), anything),
        { maxKeys: 5 },
      ),
      anything,
    ),
    id: fc.oneof(word, fc.constant(null), anything),
    theme: fc.oneof(word, anything),
    dataset: fc.oneof(word, anything),
    name: fc.oneof(word, anything),
  },
  { requiredKeys: [] },
);

test(
  'whatever a host sends is decoded or refused, never thrown at, and changes no prototype',
  () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    fc.assert(
      fc.property(fc.oneof(anything, nearly, nearly), (message) => {
        const decoded = decodeHostMessage(message);
        if (!decoded.ok) {
          expect(decoded.detail.length).toBeLessThanOrEqual(600);
          return;
        }
        const { message: made } = decoded;
        expect(['setState', 'select', 'setTheme', 'setDataset']).toContain(made.type);
        expect(made).not.toBe(message);
        if (made.type === 'setState')
          expect(Object.keys(made.state).every((field) => fields.includes(field))).toBe(true);
      }),
      runs,
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
  FUZZ_TIMEOUT_MS,
);

test(
  'a view that was told comes back as it was',
  () => {
    const ids = fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 8 }).filter((id) => id.trim() === id),
      { maxLength: 4 },
    );
    const at = fc.integer({ min: -6e13, max: 2e14 });
    const view = fc.record(
      {
        from: fc.oneof(
          fc.constant(null),
          at.map((ms) => ms),
        ),
        actors: ids,
        compare: ids,
        expanded: fc.oneof(fc.constant(null), ids),
        q: fc.string({ maxLength: 20 }),
        event: fc.oneof(fc.constant(null), fc.string({ minLength: 1, maxLength: 8 })),
        group: fc.constantFrom('country', 'actor', 'type'),
        match: fc.constantFrom('any', 'all'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(view, (state) => {
        expect(decodeHostMessage({ type: 'setState', state: structuredClone(state) })).toEqual({
          ok: true,
          message: { type: 'setState', state },
        });
      }),
      runs,
    );
  },
  FUZZ_TIMEOUT_MS,
);
