import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDay, instant, timeSpan } from '../../../../src/model/dates/instant';
import { COUNTRY_ROLES, EVENT_TYPES, GROUPINGS, LANE_ORDERS, SCALES, TONES } from '../../../../src/model/vocabulary';
import { chooseActor, chooseEvent } from '../../../../src/state/view/choose';
import { setSearchText, toggleCountry } from '../../../../src/state/query/filters';
import { receiveDataset } from '../../../../src/state/view/loading';
import { setLaneOrder, setSort, setWindow } from '../../../../src/state/view/view-actions';
import {
  ADDRESS_LIMIT,
  addressText,
  decodeAddress,
  encodeViewParams,
  fittingAddress,
} from '../../../../src/state/address/address';
import { EMPTY_STATE, SORTS, VIEWS } from '../../../../src/state/view/timeline-state';
import type { Panel, TimelineState } from '../../../../src/state/view/timeline-state';
import { makeDataset } from '../../../support/make-dataset';

const IDS = ['kerry', 'lavrov', 'a,b', '100%', '%2C', 'с пробелом', '__proto__', 'constructor', '&=#+'];
const dataset = makeDataset(
  IDS.map((id) => ({ id, participants: [id, 'kerry'], countries: ['US', 'RU'] })),
  {
    opening: {
      from: civilDay(2016, 2, 22),
      to: civilDay(2016, 2, 29),
      scale: 'calendar',
      group: undefined,
      expanded: ['RU'],
    },
  },
);
const start = receiveDataset(EMPTY_STATE, dataset, []);
const decode = (query: string) => decodeAddress(new URLSearchParams(query));
const encode = (state: TimelineState): string => addressText(encodeViewParams(state));

const someIds = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 });
const subset = <Word>(words: readonly Word[], minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...words), { minLength, maxLength: 4 });
const windows = fc.option(
  fc
    .tuple(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.integer({ min: -8.64e15, max: 8.64e15 }))
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => timeSpan(Math.min(a, b), Math.max(a, b))),
  { nil: undefined },
);
const chosen: fc.Arbitrary<{ selected: string | undefined; panel: Panel }> = fc
  .tuple(fc.option(fc.constantFrom(...IDS), { nil: undefined }), fc.constantFrom('base', 'actor', 'pair'))
  .map(([selected, kind]) => ({
    selected,
    panel:
      kind === 'actor'
        ? { kind: 'actor', actor: 'a,b' }
        : kind === 'pair'
          ? { kind: 'pair', actors: ['100%', '%2C'] }
          : { kind: selected === undefined ? 'summary' : 'event' },
  }));
const states: fc.Arbitrary<TimelineState> = fc
  .record({
    window: windows,
    scale: fc.constantFrom(...SCALES),
    group: fc.constantFrom(...GROUPINGS),
    laneOrder: fc.constantFrom(...LANE_ORDERS),
    expanded: fc.option(subset(['RU', 'US', 'bodies']), { nil: undefined }),
    filter: fc.record({
      countries: subset(['US', 'RU']),
      actors: someIds,
      types: subset(EVENT_TYPES),
      tones: subset(TONES),
      roles: subset(COUNTRY_ROLES, 1),
      match: fc.constantFrom('any', 'all'),
      text: fc.string({ unit: 'grapheme', maxLength: 20 }),
    }),
    chosen,
    pinned: someIds,
    sort: fc.constantFrom(...SORTS),
    view: fc.constantFrom(...VIEWS),
  })
  .map(({ chosen: choice, ...view }): TimelineState => Object.assign({}, start, view, choice));

describe('there and back', () => {
  test('any view is the same view again, through the text of an address', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { view, rejections } = decode(encode(state));
        expect(rejections).toEqual([]);
        expect(receiveDataset(EMPTY_STATE, dataset, [], view)).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  test("also over an author's own view", () => {
    fc.assert(
      fc.property(states, states, (theirs, state) => {
        const author = decode(encode(theirs)).view;
        const reader = decode(addressText(encodeViewParams(state, { author }))).view;
        expect(receiveDataset(EMPTY_STATE, dataset, [], { ...author, ...reader })).toEqual(state);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('written', () => {
  test('the opening view is an empty address', () => {
    expect(encode(start)).toBe('');
    expect(encode(EMPTY_STATE)).toBe('');
  });

  test('only what differs is there, in words a person can read', () => {
    expect(encode(chooseActor(chooseEvent(toggleCountry(toggleCountry(start, 'RU'), 'US'), 'kerry'), 'lavrov'))).toBe(
      'countries=RU,US&event=kerry&actor=lavrov',
    );
  });

  test('the order of the lanes is a word of its own beside that of the list', () => {
    expect(encode(setSort(setLaneOrder(start, 'active'), 'title'))).toBe('order=active&sort=title');
    expect(decode('order=active&sort=title').view).toEqual({ order: 'active', sort: 'title' });
  });

  test('instants are days at midnight, else whole instants, and both ends stand together', () => {
    const window = timeSpan(civilDay(2016, 2, 22), civilDay(2016, 2, 24) + 3_600_000);
    expect(encode(setWindow(start, window, false))).toBe('from=2016-02-22&to=2016-02-24T01:00:00.000Z');
    expect(encode(setWindow(start, undefined, false))).toBe('from=&to=');
  });

  test("a zoom's fractions of a millisecond are rounded", () => {
    expect(encode(setWindow(start, timeSpan(civilDay(2016) + 0.4, civilDay(2017) - 0.4), false))).toBe(
      'from=2016-01-01&to=2017-01-01',
    );
  });

  test('options and unknown keys of the address are kept, an older view is not', () => {
    const kept = new URLSearchParams('utm=x&utm=y&embed=1&set=syria&countries=US&__proto__=z');
    expect(addressText(encodeViewParams(toggleCountry(start, 'RU'), { kept }))).toBe(
      'utm=x&utm=y&embed=1&set=syria&__proto__=z&countries=RU',
    );
  });

  test('an address is never 2,000 characters long, and says when something had to go', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), fc.string({ maxLength: 3000 }), (text, foreign) => {
        const kept = new URLSearchParams({ utm: foreign });
        const { params, left } = fittingAddress(toggleCountry(setSearchText(start, text), 'RU'), { kept });
        expect(params.toString().length).toBeLessThan(ADDRESS_LIMIT);
        expect(params.get('countries')).toBe('RU');
        expect(left).toEqual([...(params.has('utm') ? [] : ['utm']), ...(params.has('q') || text === '' ? [] : ['q'])]);
        if (left.length === 0) expect([params.get('q') ?? '', params.get('utm')]).toEqual([text, foreign]);
      }),
    );
  });

  test('what is long goes in a stated order: foreign keys, open lanes, the search, and the event at the very end', () => {
    const long = makeDataset([{ id: 'e'.repeat(1500), participants: ['p'.repeat(600)] }]);
    const state = chooseEvent(
      receiveDataset(EMPTY_STATE, long, [], { actors: ['p'.repeat(600)], q: 'plan', match: 'all' }),
      'e'.repeat(1500),
    );
    const { params, left } = fittingAddress(state);
    expect([left, [...params.keys()]]).toEqual([
      ['q', 'actors'],
      ['match', 'event'],
    ]);
  });

  test('an id that fills an address alone is left out too', () => {
    const state = chooseEvent(receiveDataset(EMPTY_STATE, makeDataset([{ id: 'ы'.repeat(500) }]), []), 'ы'.repeat(500));
    expect(fittingAddress(state)).toMatchObject({ left: ['event'] });
    expect(encode(state)).toBe('');
  });
});

describe('read', () => {
  test('datasets are one id or several', () => {
    expect(decode('set=a,b,,a').options).toEqual({ set: ['a', 'b'] });
    expect(decode('set=a%252Cb').options).toEqual({ set: ['a,b'] });
  });

  test('options are parsed beside the view, unknown keys kept in order', () => {
    const { view, options, unknown, rejections } = decode(
      'set=syria&data=./x.json&embed=1&hide=title,legend&lock=range&theme=dark&lang=pt-br&gestures=greedy&motion=reduced&a=1&__proto__=2&a=3',
    );
    expect(options).toEqual({
      set: ['syria'],
      data: './x.json',
      embed: true,
      hide: ['title', 'legend'],
      lock: ['range'],
      theme: 'dark',
      lang: 'pt-BR',
      gestures: 'greedy',
      motion: 'reduced',
    });
    expect(unknown).toEqual([
      ['a', '1'],
      ['__proto__', '2'],
      ['a', '3'],
    ]);
    expect([view, rejections]).toEqual([{}, []]);
  });

  test.each([
    'from=soon',
    'from=2016-02-31',
    'from=2016-13-01',
    'from=2016-02-22T10:00:00',
    'to=2016-02-22T25:00:00Z',
    'from=%2B275761-01-01',
    'to=8640000000000001',
    'from=-000000-01-01',
    'scale=log',
    'group=__proto__',
    'order=size',
    'roles=acting,hasOwnProperty',
    'types=TALKS',
    'tones=red',
    'match=ALL',
    'sort=constructor',
    'view=table',
    'pair=kerry',
    'pair=kerry,kerry',
    'pair=a,b,c',
    'embed=maybe',
    'hide=everything',
    'lock=all',
    'theme=pink',
    'lang=not a tag',
    'lang=',
    'gestures=wild',
    'set=',
  ])('"%s" is left out and told', (query) => {
    const { view, options, rejections } = decode(query);
    expect([view, options]).toEqual([{}, {}]);
    expect(rejections).toMatchObject([{ where: 'address', field: query.split('=')[0], effect: 'dropped' }]);
  });

  test.each([
    ['2016-02-22', civilDay(2016, 2, 22)],
    ['2016-02-22T10:30Z', civilDay(2016, 2, 22) + 37_800_000],
    ['-000232-01-01', civilDay(-232)],
    ['+275760-09-13', instant(8.64e15)],
    ['-271821-04-20', instant(-8.64e15)],
  ])('%s is an instant', (text, at) => {
    expect(decode(`from=${encodeURIComponent(text)}`).view).toEqual({ from: at });
  });

  test.each(['from=2016-02-22&to=2016-02-22', 'to=2016-02-01&from=2016-02-22'])(
    'a window that ends before it starts is no window: %s',
    (query) => {
      const { view, rejections } = decode(query);
      expect(view).toEqual({});
      expect(rejections).toMatchObject([{ field: 'to', effect: 'dropped' }]);
    },
  );

  test('malformed escapes stand for themselves', () => {
    expect(decode('actors=%E0%A4%A,100%,%zz').view).toEqual({ actors: ['\uFFFD%A', '100%', '%zz'] });
    expect(decode('q=%').view).toEqual({ q: '%' });
  });

  test('a megabyte is refused and not repeated', () => {
    const { view, options, rejections } = decode(
      `q=${'x'.repeat(1_000_000)}&actors=${','.repeat(1_000_000)}&data=${'y'.repeat(1_000_000)}`,
    );
    expect([view, options]).toEqual([{}, {}]);
    expect(rejections).toHaveLength(3);
    for (const { found } of rejections) expect(found.length).toBeLessThanOrEqual(80);
  });

  test('of a key that stands twice, the first counts', () => {
    expect(decode('countries=RU&countries=US').view).toEqual({ countries: ['RU'] });
  });

  test('names of things that every object has are ids like others', () => {
    const { view, unknown } = decode(
      'actors=__proto__,constructor&event=__proto__&__proto__=x&constructor=y&toString=z',
    );
    expect(view).toEqual({ actors: ['__proto__', 'constructor'], event: '__proto__' });
    expect(unknown.map(([key]) => key)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(view)).toBe(Object.prototype);
    const state = receiveDataset(EMPTY_STATE, dataset, [], view);
    expect([state.selected, state.filter.actors, state.rejections]).toEqual([
      '__proto__',
      ['__proto__', 'constructor'],
      [],
    ]);
  });

  test('any text at all is read without an exception', () => {
    const keys = fc.constantFrom(
      'from',
      'to',
      'expanded',
      'actors',
      'roles',
      'event',
      'pair',
      'q',
      'lang',
      'hide',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.string({ unit: 'binary' }))), (pairs) => {
        const { view } = decodeAddress(new URLSearchParams(pairs));
        receiveDataset(EMPTY_STATE, dataset, [], view);
      }),
      { numRuns: 500 },
    );
  });
});
