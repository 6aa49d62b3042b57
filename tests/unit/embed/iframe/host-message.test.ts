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

test('dates are taken, and what is undefined isn’t said', () => {
  expect(state({ from: new Date(Date.UTC(2016, 1, 22)), to: undefined, group: null })).toEqual({
    ok: true,
    message: { type: 'setState', state: { from: Date.UTC(2016, 1, 22), group: 'country' } },
  });
});

test('of a view what can’t be used is left out and told, and the rest is taken', () => {
  expect(state({ types: ['meeting'], actors: ['a'], zoom: 2 })).toEqual({
    ok: true,
    message: { type: 'setState', state: { actors: ['a'] } },
    detail: expect.stringMatching(
      /^state\.zoom: found 2, expected one of the names .*; state\.types: found \["meeting"\], expected any of /,
    ),
  });
});

describe('a dataset', () => {
  test('is taken as a text, whatever it was', () => {
    const message = { type: 'setDataset', dataset: { title: 'Calls', events: [] }, name: 'calls.json', id: 3 };
    expect(decode(message)).toEqual({ ok: true, message: { ...message, dataset: '{"title":"Calls","events":[]}' } });
    expect(decode({ type: 'setDataset', dataset: 'x'.repeat(1_000_000) })).toMatchObject({ ok: true });
  });

  test.each<[string, object, string, string]>([
    ['nothing', {}, 'malformed', 'dataset: expected an object or a text'],
    ['a list', { dataset: [] }, 'malformed', 'dataset: expected an object or a text'],
    ['a map', { dataset: new Map() }, 'malformed', 'dataset: expected an object or a text'],
    ['a field too many', { dataset: 'x', src: 'y' }, 'malformed', 'unknown field src'],
    ['a name that is none', { dataset: 'x', name: {} }, 'malformed', 'name'],
    ['more than 25 MB', { dataset: 'x'.repeat(25_000_001) }, 'too-large', 'a dataset of more than 25 MB'],
  ])('%s is refused, and whose it was is known', (_, fields, fault, detail) => {
    expect(decode({ type: 'setDataset', id: 7, ...fields })).toEqual({ ok: false, fault, detail, id: 7 });
  });
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
  [
    'an unknown field of the view',
    { type: 'setState', state: { zoom: '2' } },
    'malformed',
    'state.zoom: found "2", expected one of the names from',
  ],
  [
    'an option of the page',
    { type: 'setState', state: { data: 'a.json' } },
    'malformed',
    'state.data: found "a.json", expected ',
  ],
  [
    'an unknown word',
    { type: 'setState', state: { group: 'flag' } },
    'malformed',
    'state.group: found "flag", expected one of country, actor, type',
  ],
  [
    'an instant that is none',
    { type: 'setState', state: { from: Number.NaN } },
    'malformed',
    'state.from: found NaN, expected ms',
  ],
  [
    'a window upside down',
    { type: 'setState', state: { from: 2e12, to: 1e12 } },
    'malformed',
    'state.to: found "2001-09-09T01:46:40.000Z", expected an instant after',
  ],
  [
    'a list of numbers',
    { type: 'setState', state: { actors: [1] } },
    'malformed',
    'state.actors: found [1], expected ids joined with commas',
  ],
  [
    'an object in the view',
    { type: 'setState', state: { q: {} } },
    'malformed',
    'state.q: found an object, expected a text',
  ],
  ['a date for words', { type: 'setState', state: { q: new Date(0) } }, 'malformed', 'state.q: found an object (Date)'],
  ['a date that is none', { type: 'setState', state: { to: new Date(NaN) } }, 'malformed', 'state.to: found an object'],
  ['a map', new Map([['type', 'select']]), 'malformed', 'no plain object'],
  [
    'a prototype',
    JSON.parse('{"type":"setState","state":{"__proto__":{"polluted":1}}}'),
    'malformed',
    'state.__proto__: found an object, expected one of',
  ],
  [
    'a constructor',
    { type: 'setState', state: { constructor: { prototype: { polluted: 1 } } } },
    'malformed',
    'state.constructor: found an object, expected one of',
  ],
  [
    'a prototype beside the type',
    JSON.parse('{"type":"select","id":"a","__proto__":{"polluted":1}}'),
    'malformed',
    'unknown field __proto__',
  ],
])('%s is refused with a reason', (_, message, fault, detail) => {
  expect(decode(message)).toEqual({ ok: false, fault, detail: expect.stringContaining(detail) });
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
