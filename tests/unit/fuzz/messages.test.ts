import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHostMessage } from '../../../src/embed/iframe/host-message';
import { MOST_MESSAGE_BYTES } from '../../../src/embed/iframe/host-message';
import { chooseEvent } from '../../../src/state/view/choose';
import { takeViewParams, receiveDataset } from '../../../src/state/view/loading';
import { VIEW_PARAMS } from '../../../src/state/address/address';
import { EMPTY_STATE } from '../../../src/state/view/timeline-state';
import { anyJson, anyText, FUZZ, FUZZ_TIMEOUT_MS } from '../../support/fuzz';
import { makeDataset } from '../../support/make-dataset';

const IDS = ['kerry', 'lavrov', 'a,b', '__proto__', 'constructor'];
const start = receiveDataset(
  EMPTY_STATE,
  makeDataset(IDS.map((id) => ({ id, participants: [id, 'kerry'], countries: ['US', 'RU'] }))),
  [],
);

const fields = fc.oneof(
  fc.constantFrom(...Object.keys(VIEW_PARAMS), '__proto__', 'constructor', 'toString', 'window', 'data', 'set'),
  anyText,
);
const values = fc.oneof(
  anyJson,
  anyText,
  fc.constantFrom<unknown>(
    ...IDS,
    'US',
    'folded',
    'list',
    'talks',
    'any',
    null,
    true,
    0,
    -0,
    Number.NaN,
    Infinity,
    8.64e15,
    8.640000000000001e15,
    '2016-02-24',
    [],
    ['a', 1],
  ),
  fc.array(fc.oneof(fc.constantFrom(...IDS, 'RU', 'US'), anyText), { maxLength: 5 }),
  // What a port can carry that JSON can't, and what none can.
  fc
    .constantFrom<() => unknown>(
      () => new Map([['type', 'select']]),
      () => new Set([1]),
      () => new Date(0),
      () => new Uint8Array(9),
      () => new Error('x'),
      () => /x/,
      () => 1n,
      () => undefined,
      () => Symbol('x'),
      () => () => 1,
      () => circle(),
      () =>
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('trap');
            },
          },
        ),
      () =>
        Object.defineProperty({}, 'type', {
          enumerable: true,
          get: () => {
            throw new Error('getter');
          },
        }),
      () => Object.create({ type: 'select', id: 'kerry' }),
      () => 'x'.repeat(MOST_MESSAGE_BYTES),
      () => Array.from({ length: 9000 }, () => ''),
    )
    .map((make) => make()),
);
const states = fc.dictionary(fields, values, { maxKeys: 6, noNullPrototype: false });
const messages = fc.oneof(
  values,
  fc.record(
    {
      type: fc.oneof(
        fc.constantFrom('setState', 'select', 'setTheme', 'connect', 'hello', '__proto__', 'toString'),
        values,
      ),
      state: fc.oneof(states, values),
      id: values,
      theme: fc.oneof(fc.constantFrom('dark', 'light', 'auto'), values),
    },
    { requiredKeys: ['type'], noNullPrototype: false },
  ),
  states.map((state) => ({ type: 'setState', state })),
  values.map((id) => ({ type: 'select', id })),
);

function circle(): object {
  const self: Record<string, unknown> = { type: 'setState' };
  self['state'] = self;
  return self;
}

const FAULTS = ['malformed', 'unsupported', 'too-large'];
const names = Object.getOwnPropertyNames(Object.prototype).length;

test(
  'a message of any kind is refused in a few words, or changes the view as one of ours does',
  () => {
    fc.assert(
      fc.property(messages, (value) => {
        const decoded = decodeHostMessage(value);
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(names);
        if (!decoded.ok) {
          expect(FAULTS).toContain(decoded.fault);
          expect(decoded.detail.length).toBeLessThanOrEqual(600);
          return;
        }
        const { message } = decoded;
        switch (message.type) {
          case 'setState': {
            expect(Object.keys(message.state).filter((field) => !Object.hasOwn(VIEW_PARAMS, field))).toEqual([]);
            // None of it is the sender's own object, which it could change later.
            for (const part of Object.values(message.state))
              if (typeof part === 'object' && part !== null)
                expect(Object.values((value as { state: object }).state)).not.toContain(part);
            expect(takeViewParams(start, message.state).table).toBe(start.table);
            break;
          }
          case 'select':
            expect(chooseEvent(start, message.id ?? undefined).table).toBe(start.table);
            break;
          case 'setTheme':
            expect(['light', 'dark', 'auto']).toContain(message.theme);
            break;
          default:
            expect(message.dataset.length).toBeLessThanOrEqual(25_000_000);
        }
      }),
      FUZZ,
    );
  },
  FUZZ_TIMEOUT_MS,
);
