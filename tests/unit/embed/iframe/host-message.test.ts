import { describe, expect, test } from 'vitest';
import { decodeHostMessage } from '../../../../src/embed/iframe/host-message';

/** As a message arrives: cloned. */
const decode = (message: unknown) => decodeHostMessage(structuredClone(message));
const state = (part: object) => decode({ type: 'setState', state: part });

describe('a view is taken', () => {
  test('in the words of the address', () => {
    expect(
      state({ actors: 'john-kerry,sergey-lavrov', from: '2016-02-22', match: 'all', expanded: 'default' }),
    ).toEqual({
      ok: true,
      message: {
        type: 'setState',
        state: { actors: ['john-kerry', 'sergey-lavrov'], from: Date.UTC(2016, 1, 22), match: 'all', expanded: null },
      },
    });
  });

  test('as a frame tells it', () => {
    const told = {
      from: Date.UTC(2016, 1, 22, 12),
      to: null,
      actors: ['a,b', 'c'],
      event: null,
      pair: null,
      expanded: [],
      q: '',
    };
    expect(state(told)).toEqual({ ok: true, message: { type: 'setState', state: told } });
  });
});

test.each([
  ['an event', { type: 'select', id: 'ev-1' }],
  ['no event', { type: 'select', id: null }],
  ['a theme', { type: 'setTheme', theme: 'dark' }],
])('%s is taken', (_, message) => {
  expect(decode(message)).toEqual({ ok: true, message });
});

test.each<[string, unknown, string, string]>([
  ['a text', 'setState', 'malformed', 'no plain object'],
  ['nothing', null, 'malformed', 'no plain object'],
  ['a list', [], 'malformed', 'no plain object'],
  ['no type', { state: {} }, 'malformed', 'no type'],
  ['an unknown type', { type: 'navigate', href: 'https://example.org' }, 'unsupported', 'navigate'],
  ['a field too many', { type: 'select', id: 'a', href: 'b' }, 'malformed', 'unknown field href'],
  ['a number for an id', { type: 'select', id: 7 }, 'malformed', 'id'],
  ['an empty id', { type: 'select', id: '' }, 'malformed', 'id'],
  ['an unknown theme', { type: 'setTheme', theme: 'sepia' }, 'malformed', 'theme'],
  ['an unknown field of the view', { type: 'setState', state: { zoom: '2' } }, 'malformed', 'state.zoom'],
  ['an option of the page', { type: 'setState', state: { data: 'a.json' } }, 'malformed', 'state.data'],
  ['an unknown word', { type: 'setState', state: { group: 'flag' } }, 'malformed', 'state.group'],
  ['an instant that is none', { type: 'setState', state: { from: Number.NaN } }, 'malformed', 'state.from'],
  ['a window upside down', { type: 'setState', state: { from: 2e12, to: 1e12 } }, 'malformed', 'state.to'],
  ['a list of numbers', { type: 'setState', state: { actors: [1] } }, 'malformed', 'state.actors'],
  ['an object in the view', { type: 'setState', state: { q: {} } }, 'malformed', 'state.q'],
  ['a date', { type: 'setState', state: { from: new Date(0) } }, 'malformed', 'no plain object'],
  ['a map', new Map([['type', 'select']]), 'malformed', 'no plain object'],
  [
    'a prototype',
    JSON.parse('{"type":"setState","state":{"__proto__":{"polluted":1}}}'),
    'malformed',
    'state.__proto__',
  ],
  [
    'a constructor',
    { type: 'setState', state: { constructor: { prototype: { polluted: 1 } } } },
    'malformed',
    'state.constructor',
  ],
  [
    'a prototype beside the type',
    JSON.parse('{"type":"select","id":"a","__proto__":{"polluted":1}}'),
    'malformed',
    'unknown field __proto__',
  ],
])('%s is refused with a reason', (_, message, fault, detail) => {
  expect(decode(message)).toEqual({ ok: false, fault, detail });
});

test('more than 16 kB is refused before it is read, in one text or in many', () => {
  const tooLarge = { ok: false, fault: 'too-large', detail: 'more than 16 kB' };
  expect(state({ q: 'a'.repeat(1_000_000) })).toEqual(tooLarge);
  expect(state({ q: 'ß'.repeat(8_200) })).toEqual(tooLarge);
  expect(state({ actors: Array.from({ length: 3000 }, () => 'abcd') })).toEqual(tooLarge);
  expect(state({ actors: Array.from({ length: 1_000_000 }) })).toEqual(tooLarge);
  expect(decode({ type: 'select', ['k'.repeat(20_000)]: 1 })).toEqual(tooLarge);
  expect(state({ q: 'a'.repeat(1_900) })).toMatchObject({ ok: true });
});

test('a circle ends, and so does what throws when it is read', () => {
  const circle: Record<string, unknown> = { type: 'select' };
  circle['id'] = circle;
  expect(decode(circle)).toMatchObject({ ok: false, fault: 'malformed' });
  const thrower = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  expect(decodeHostMessage(thrower)).toMatchObject({ ok: false, fault: 'malformed' });
});
