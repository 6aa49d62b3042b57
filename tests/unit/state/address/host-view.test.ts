import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsInWords } from '../../../../src/state/address/host-fields';
import { optionsFromHost, viewFromHost } from '../../../../src/state/address/host-view';
import { VIEW_PARAMS } from '../../../../src/state/address/address';

const DAY = Date.UTC(2016, 1, 22);
const NEXT = Date.UTC(2016, 1, 23);
/** What was left out, in words, and what was kept. */
const read = (asked: unknown) => {
  const { values, faults } = viewFromHost(asked);
  return [values, faultsInWords(faults)];
};

describe('what a host page asks of the view', () => {
  test.each<[string, unknown, object]>([
    ['nothing', {}, {}],
    ['undefined leaves alone', { actors: undefined, window: undefined }, {}],
    ['lists', { actors: ['a', 'b,c'], types: ['talks'] }, { actors: ['a', 'b,c'], types: ['talks'] }],
    [
      'lists as the address writes them',
      { actors: 'a,b', types: 'talks,statement' },
      { actors: ['a', 'b'], types: ['talks', 'statement'] },
    ],
    ['ms', { from: DAY, to: null }, { from: DAY, to: null }],
    ['parts of a ms', { from: 0.25 }, { from: 0.25 }],
    ['dates', { from: new Date(DAY), to: new Date(NEXT) }, { from: DAY, to: NEXT }],
    ['days and instants as text', { from: '2016-02-22', to: '2016-02-23T00:00:00Z' }, { from: DAY, to: NEXT }],
    ['ms as text', { from: String(DAY) }, { from: DAY }],
    ['a window', { window: { start: DAY, end: new Date(NEXT) } }, { from: DAY, to: NEXT }],
    ['no window', { window: null }, { from: null, to: null }],
    [
      'an end that comes before that of the window',
      { window: { start: DAY, end: NEXT }, to: null },
      { from: DAY, to: null },
    ],
    [
      'null for nothing said',
      {
        actors: null,
        types: null,
        q: null,
        event: null,
        pair: null,
        expanded: null,
        scale: null,
        match: null,
        roles: null,
      },
      {
        actors: [],
        types: [],
        q: '',
        event: null,
        pair: null,
        expanded: null,
        scale: 'folded',
        match: 'any',
        roles: ['acting'],
      },
    ],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { q: 'talks' }), { q: 'talks' }],
  ])('%s', (_, asked, view) => {
    expect(read(asked)).toEqual([view, '']);
  });

  test.each<[string, unknown, string]>([
    ['a type that is none', { types: ['meeting'] }, 'types: found ["meeting"], expected any of'],
    ['a number for words', { q: 5 }, 'q: found 5, expected a text'],
    ['a list for a word', { group: ['actor'] }, 'group: found ["actor"], expected one of country, actor, type'],
    ['a word for another', { group: 'flag' }, 'group: found "flag", expected one of country, actor, type'],
    ['a number in a list', { actors: ['a', 1] }, 'actors: found ["a", 1], expected ids joined with commas'],
    ['holes in a list', { actors: Array.from({ length: 2 }) }, 'actors: found [undefined, undefined], expected ids'],
    ['a set for a list', { actors: new Set(['a']) }, 'actors: found an object (Set), expected ids'],
    ['NaN', { from: Number.NaN }, 'from: found NaN, expected ms, a Date, a day or a UTC instant'],
    ['no end of time', { to: Infinity }, 'to: found Infinity, expected ms'],
    ['a date that is none', { from: new Date(Number.NaN) }, 'from: found an object (Date), expected ms'],
    ['a day that is none', { from: '2016-02-31' }, 'from: found "2016-02-31", expected ms'],
    [
      'a window upside down',
      { from: NEXT, to: DAY },
      'to: found "2016-02-22T00:00:00.000Z", expected an instant after 2016-02-23',
    ],
    ['half a window', { window: { start: Number.NaN, end: DAY } }, 'window.start: found NaN, expected ms'],
    ['a text for a window', { window: '2016' }, 'window: found "2016", expected an object with any of start, end'],
    ['one id for two', { pair: ['a'] }, 'pair: found ["a"], expected two different ids'],
    ['true', { view: true }, 'view: found true, expected one of auto, timeline, list'],
    ['a function', { q: () => 'a' }, 'q: found a function, expected a text'],
    ['a symbol', { q: Symbol('a') }, 'q: found Symbol(a), expected a text'],
    ['a bigint', { from: 1n }, 'from: found 1, expected ms'],
    [
      'a name that is nearly one',
      { actor_s: ['a'] },
      'actor_s: found ["a"], expected another name: did you mean actors?',
    ],
    ['a name far from all', { zoom: 2 }, 'zoom: found 2, expected one of the names from, to,'],
    ['a prototype', JSON.parse('{"__proto__":{"q":"a"}}'), '__proto__: found an object, expected one of the names'],
    ['a constructor', { constructor: { prototype: {} } }, 'constructor: found an object, expected one of the names'],
    [
      'a getter that throws',
      Object.defineProperty({}, 'q', {
        enumerable: true,
        get: () => {
          throw new Error('no');
        },
      }),
      'q: found an error: no, expected a value',
    ],
    ['a text', 'q=a', 'found "q=a", expected an object with any of from'],
    ['nothing at all', null, 'found null, expected an object'],
    ['a list', [1], 'found [1], expected an object'],
    ['a map', new Map([['q', 'a']]), 'found an object (Map), expected an object'],
    ['a text too long', { q: 'a'.repeat(1_000_000) }, 'q: found "aaaa'],
    [
      'a list too long',
      { actors: Array.from({ length: 1_000_000 }, () => 'a') },
      'actors: found ["a", "a", "a", "a", "a", "a", ... 1000000 in all], expected ids',
    ],
  ])('%s is left out, and told', (_, asked, words) => {
    const [values, told] = read(asked);
    expect(values).toEqual({});
    expect(told).toContain(words);
    expect(String(told).length).toBeLessThan(1000);
  });

  test('what can be used beside it is kept', () => {
    expect(viewFromHost({ types: ['meeting'], actors: ['a'] }).values).toEqual({ actors: ['a'] });
  });

  test('a hundred thousand names, circles and proxies that throw end', () => {
    const circle: Record<string, unknown> = {};
    circle['window'] = circle;
    expect(viewFromHost(circle).faults.length).toBeGreaterThan(0);
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`n${at}`, 1]));
    expect(viewFromHost(many).faults.length).toBeLessThan(200);
    const revoked = Proxy.revocable([], {});
    revoked.revoke();
    expect(faultsInWords(viewFromHost({ actors: revoked.proxy }).faults)).toContain('actors: found what can’t be read');
    expect(faultsInWords(viewFromHost(revoked.proxy).faults)).toContain('found what can’t be read');
  });

  test('a field read twice is one value', () => {
    let reads = 0;
    const asked = {
      get q() {
        return ['talks', 5][reads++];
      },
    };
    expect(viewFromHost(asked).values).toEqual({ q: 'talks' });
    expect(reads).toBe(1);
  });

  test('of anything at all only what an address could say comes through', () => {
    const fields = Object.keys(VIEW_PARAMS);
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withTypedArray: true,
      withSparseArray: true,
    });
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...fields, 'window', '__proto__'), anything),
        anything,
        (asked, whole) => {
          for (const { values } of [viewFromHost(asked), viewFromHost(whole)]) {
            for (const [field, value] of Object.entries(values)) {
              const { write, parse } = VIEW_PARAMS[field as 'q'];
              // What was kept can be written, and read again as the same.
              expect(parse(write(value as string)), field).toBeDefined();
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('how a host page wants it set up', () => {
  test.each<[object, object, string]>([
    [
      { theme: 'dark', hide: ['title'], lock: 'range', lang: 'pt-br', embed: true },
      { theme: 'dark', hide: ['title'], lock: ['range'], lang: 'pt-BR', embed: true },
      '',
    ],
    [{ theme: null, hide: undefined }, {}, ''],
    [{ theme: 'sepia' }, {}, 'theme: found "sepia", expected one of auto, light, dark, contrast'],
    [{ hide: ['header'] }, {}, 'hide: found ["header"], expected any of title'],
    [{ lang: 'not a language' }, {}, 'lang: found "not a language", expected a language tag'],
    [{ lang: 7, motion: {} }, {}, 'motion: found an object, expected one of'],
    [{ Theme: 'dark' }, {}, 'Theme: found "dark", expected another name: did you mean theme?'],
  ])('%o', (asked, values, words) => {
    const got = optionsFromHost(asked);
    expect(got.values).toEqual(values);
    expect(faultsInWords(got.faults)).toContain(words);
  });
});
