import { readFileSync } from 'node:fs';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageSource } from '../../../src/app/shipped-datasets';
import { mountTimeline } from '../../../src/app/mount-timeline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';
import { readAddress } from '../../../src/app/address-bar';
import { decodeAddress, VIEW_PARAMS } from '../../../src/state/address/address';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const CALL = 'ev-lavrov-kerry-call';
let handle: TimelineHandle | undefined;

/** The page as main.tsx opens it, at an address; a shipped text stands for the dataset. */
async function open(query: string, hash = ''): Promise<TimelineHandle> {
  history.replaceState(null, '', `/page/${query === '' ? '' : `?${query}`}${hash === '' ? '' : `#${hash}`}`);
  const target = document.body.appendChild(document.createElement('div'));
  const { author, options } = readAddress();
  const source =
    options.data === undefined ? ({ kind: 'text', text, name: 'here' } as const) : pageSource(options, undefined);
  handle = await act(async () => mountTimeline(target, { source, view: author, options, address: true }));
  return handle;
}

const root = () => document.querySelector<HTMLElement>('.dt-app')!;
const count = () => document.querySelector('.dt-event-count')?.textContent;
const details = () => screen.getByRole('complementary', { name: 'Details' });
const heading = (name: string) => within(details()).getByRole('heading', { name });
const titles = () => [...document.querySelectorAll('.dt-list .dt-event-link')].map((link) => link.textContent);

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(async () => {
  await act(async () => handle?.destroy());
  handle = undefined;
  vi.useRealTimers();
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
});

/**
 * Key, value in the address, what `getState` says, and where the page shows it (the chart's own part is for the browser
 * tests).
 */
const VIEW: readonly (readonly [key: keyof typeof VIEW_PARAMS, value: string, state: unknown, shown: () => unknown])[] =
  [
    ['from', '2016-02-22', Date.UTC(2016, 1, 22), () => root()],
    ['to', '2016-02-24T12:00:00.000Z', Date.UTC(2016, 1, 24, 12), () => root()],
    [
      'scale',
      'calendar',
      'calendar',
      () => expect(screen.getByRole('combobox', { name: 'Time scale' })).toHaveProperty('value', 'calendar'),
    ],
    [
      'group',
      'actor',
      'actor',
      () => expect(screen.getByRole('combobox', { name: 'Rows' })).toHaveProperty('value', 'actor'),
    ],
    ['order', 'active', 'active', () => root()],
    ['expanded', 'RU', ['RU'], () => root()],
    [
      'actors',
      'john-kerry',
      ['john-kerry'],
      () => screen.getByRole('button', { name: 'Remove filter: John Kerry (acts)' }),
    ],
    ['countries', 'RU,US', ['RU', 'US'], () => expect(count()).toBe('8 of 11 events')],
    [
      'roles',
      'acting,mentioned',
      ['acting', 'mentioned'],
      () => screen.getByRole('button', { name: /counts when it is mentioned/ }),
    ],
    ['types', 'talks', ['talks'], () => screen.getByRole('button', { name: 'Remove filter: Talks and calls' })],
    ['tones', 'conflict', ['conflict'], () => screen.getByRole('button', { name: 'Remove filter: conflict' })],
    ['match', 'all', 'all', () => screen.getByRole('button', { name: 'Remove filter: all of these' })],
    ['q', 'plan', 'plan', () => screen.getByRole('button', { name: 'Remove filter: “plan”' })],
    ['event', CALL, CALL, () => heading('Lavrov and Kerry discuss preparations for the cessation by phone')],
    ['actor', 'john-kerry', 'john-kerry', () => heading('John Kerry')],
    [
      'compare',
      'john-kerry,sergey-lavrov',
      ['john-kerry', 'sergey-lavrov'],
      () => screen.getByRole('button', { name: /Compare: 2 actors/ }),
    ],
    [
      'pair',
      'john-kerry,sergey-lavrov',
      ['john-kerry', 'sergey-lavrov'],
      () => heading('John Kerry and Sergey Lavrov'),
    ],
  ];
const LIST: typeof VIEW = [
  ['sort', 'title', 'title', () => expect(titles()).toEqual(titles().toSorted(new Intl.Collator('en').compare))],
  ['view', 'list', 'list', () => expect(titles()).toHaveLength(11)],
];

describe('every field of the view', () => {
  test('is in the table', () =>
    expect([...VIEW, ...LIST].map(([key]) => key).toSorted()).toEqual(Object.keys(VIEW_PARAMS).toSorted()));

  describe.each([
    ['the author’s query', true],
    ['the reader’s hash', false],
  ])('from %s', (_, isAuthor) => {
    test.each([...VIEW, ...LIST])('%s=%s is shown, told, and written again', async (key, value, state, shown) => {
      const own = `${key === 'sort' ? 'view=list&' : ''}${key}=${value}`;
      const timeline = await open(isAuthor ? `${own}&utm=1` : 'utm=1', isAuthor ? 'keep=2' : `${own}&keep=2`);
      expect(timeline.getState()[key]).toEqual(state);
      shown();
      // Something else, so that the hash is written: over the author's it says nothing of it, of the reader's all.
      await act(async () => timeline.setState({ group: key === 'group' ? 'type' : 'actor' }));
      await act(async () => void vi.advanceTimersByTime(1000));
      const hash = new URLSearchParams(location.hash.slice(1));
      if (key !== 'group') expect(hash.get(key)).toBe(isAuthor ? null : value);
      expect([hash.get('keep'), new URLSearchParams(location.search).get('utm')]).toEqual(['2', '1']);
      expect(decodeAddress(new URLSearchParams(`${location.search}&${location.hash.slice(1)}`)).rejections).toEqual([]);
    });
  });

  test('of the reader lies over the author’s, field by field', async () => {
    const timeline = await open('countries=RU&tones=conflict&view=list', 'countries=US');
    expect(timeline.getState()).toMatchObject({ countries: ['US'], tones: ['conflict'], view: 'list' });
  });
});

test('actors are compared under the list as under the chart', async () => {
  await open('view=list&compare=john-kerry,sergey-lavrov');
  expect(titles()).toHaveLength(11);
  const tray = within(screen.getByRole('region', { name: 'Compare actors' }));
  expect(tray.getByRole('button', { name: 'Compare: 2 actors' }).getAttribute('aria-expanded')).toBe('true');
  tray.getByRole('heading', { name: /^Shared/ });
});

describe('how the page is set up', () => {
  const hidden: readonly (readonly [part: string, find: () => Element | null])[] = [
    ['title', () => document.querySelector('.dt-title')],
    ['search', () => screen.queryByRole('combobox', { name: /^Search/ })],
    ['filters', () => screen.queryByRole('button', { name: /^Countries/ })],
    ['legend', () => screen.queryByRole('region', { name: 'Legend' })],
    ['overview', () => screen.queryByRole('region', { name: 'Overview of the whole span' })],
    ['details', () => screen.queryByRole('complementary', { name: 'Details' })],
    ['zoom', () => screen.queryByRole('button', { name: 'Zoom in' })],
    ['credit', () => document.querySelector('.dt-credit')],
  ];

  test.each(hidden)('hide=%s takes it away, and nothing else', async (part, find) => {
    await open(`hide=${part}`);
    expect(find()).toBeNull();
    for (const [other, findOther] of hidden)
      if (other !== part && !(part === 'legend' && other === 'credit')) expect(findOther(), other).not.toBeNull();
  });

  test('all that can be hidden at once leaves the view and its controls', async () => {
    await open(`hide=${hidden.map(([part]) => part).join(',')}`);
    for (const [part, find] of hidden) expect(find(), part).toBeNull();
    expect(document.querySelector('.dt-footer')).toBeNull();
    screen.getByRole('button', { name: 'List' });
  });

  test('without details, actors are names and no buttons, and a key for what is hidden does nothing', async () => {
    const timeline = await open('hide=details,search,filters&view=list');
    expect(
      within(document.querySelector<HTMLElement>('.dt-list')!)
        .getAllByText('John Kerry')
        .map(({ tagName }) => tagName),
    ).not.toContain('BUTTON');
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await user.click(screen.getByRole('button', { name: /approve joint statement/ }));
    const chosen = timeline.getState().event;
    expect(chosen).not.toBeNull();
    await user.keyboard('/f{Enter}');
    expect([timeline.getState().event, screen.queryByRole('complementary')]).toEqual([chosen, null]);
    await user.keyboard('?');
    const keys = within(screen.getByRole('dialog', { name: 'Settings and help' }))
      .getAllByRole('rowheader')
      .map((row) => row.textContent);
    expect(keys).not.toContain('/');
    expect(keys).not.toContain('f');
  });

  describe('lock=filters', () => {
    test('says what is filtered by, offers nothing to change it, and leaves out what the hash asks', async () => {
      const timeline = await open('lock=filters&countries=RU&view=list', 'countries=US&q=plan&lock=&group=actor');
      expect(timeline.getState()).toMatchObject({ countries: ['RU'], q: '', group: 'actor' });
      screen.getByText('Chosen for this timeline: Countries: Russia.');
      expect(screen.queryByRole('button', { name: /^Countries|^Actors|Remove filter|Clear all/ })).toBeNull();
      const notice = await screen.findByRole('region', { name: /could not be used/ });
      const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
      await user.click(within(notice).getByText('What and why'));
      const rows = within(notice)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent);
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatch(/countries.*US.*the author has locked this/);
    });

    test('holds against search and the actor’s panel, and Back', async () => {
      const timeline = await open('lock=filters&countries=RU&actor=john-kerry&view=list');
      expect(screen.queryByRole('button', { name: 'Only this actor' })).toBeNull();
      const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
      await user.type(screen.getByRole('combobox', { name: /^Search/ }), 'syria');
      await screen.findByRole('listbox');
      expect(screen.queryByRole('group', { name: 'Countries' })).toBeNull();
      expect(screen.queryByText(/Show only events with/)).toBeNull();
      await act(async () => {
        history.replaceState(null, '', '/page/?lock=filters&countries=RU#countries=&q=x');
        window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
      });
      expect(timeline.getState()).toMatchObject({ countries: ['RU'], q: '' });
    });

    test('does not bind the host page', async () => {
      const timeline = await open('lock=filters&countries=RU&view=list');
      await act(async () => timeline.setState({ countries: ['US'] }));
      expect(timeline.getState().countries).toEqual(['US']);
      screen.getByText('Chosen for this timeline: Countries: United States.');
    });
  });

  test('lock=range offers nothing that moves the window, and leaves out what the hash asks', async () => {
    const timeline = await open(
      'lock=range&from=2016-02-22&to=2016-02-25',
      'from=2014-01-01&to=2015-01-01&countries=RU',
    );
    const window = { from: Date.UTC(2016, 1, 22), to: Date.UTC(2016, 1, 25) };
    expect(timeline.getState()).toMatchObject({ ...window, countries: ['RU'] });
    for (const name of ['Zoom in', 'Zoom out', 'Fit', 'Dates'])
      expect(screen.queryByRole('button', { name }), name).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    await user.type(screen.getByRole('combobox', { name: /^Search/ }), '2015');
    expect(screen.queryByRole('group', { name: 'Go to' })).toBeNull();
    await user.keyboard('{Escape}{Escape}{Tab}+-0.');
    expect(timeline.getState()).toMatchObject(window);
  });

  test('a lock of the author’s is none that the hash can open', async () => {
    history.replaceState(null, '', '/page/?lock=filters#lock=range');
    expect(readAddress().options.lock).toEqual(['filters', 'range']);
    history.replaceState(null, '', '/page/?lock=filters#lock=');
    expect(readAddress().options.lock).toEqual(['filters']);
  });

  test.each([
    ['light', 'light'],
    ['dark', 'dark'],
    ['auto', 'light'],
  ])('theme=%s is %s, form controls and scroll bars too', async (theme, scheme) => {
    await open(`theme=${theme}`);
    expect([root().dataset['theme'], root().style.colorScheme]).toEqual([scheme, scheme]);
    expect(root().style.getPropertyValue('--paper')).toBe(scheme === 'dark' ? '#14171B' : '#FCFCFA');
  });

  test.each([
    ['reduced', 'reduced'],
    ['full', undefined],
    ['auto', undefined],
  ])('motion=%s reaches the style sheet as %s', async (motion, told) => {
    await open(`motion=${motion}`);
    expect(root().dataset['motion']).toBe(told);
  });

  test.each([
    ['en-US', 'en-US', 'Feb 24, 2016'],
    ['en-GB', 'en-GB', '24 Feb 2016'],
    ['de', 'en', '24 Feb 2016'],
    ['pt-BR', 'en', '24 Feb 2016'],
  ])('lang=%s speaks %s: %s', async (lang, spoken, date) => {
    await open(`lang=${lang}&view=list`);
    expect(root().lang).toBe(spoken);
    expect(document.querySelector('.dt-list')?.textContent).toContain(date);
  });

  test('data that can’t be had is told with its name', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await open('data=other.json');
    await screen.findByText('The file “other.json” is not there.');
  });
});

test.each([
  ['group=planet', 'group', 'planet'],
  ['from=soon', 'from', 'soon'],
  ['hide=walls', 'hide', 'walls'],
  ['lock=all', 'lock', 'all'],
  ['theme=pink', 'theme', 'pink'],
  ['lang=not a tag', 'lang', 'not a tag'],
  ['gestures=wild', 'gestures', 'wild'],
  ['motion=fast', 'motion', 'fast'],
  ['event=nobody', 'event', 'nobody'],
  ['embed=maybe', 'embed', 'maybe'],
])('%s is left out, and the page says which, what and what it expected', async (own, field, found) => {
  await open('view=list', own);
  const notice = await screen.findByRole('region', { name: /could not be used|deserves a look/ });
  await userEvent.setup({ advanceTimers: vi.advanceTimersByTime }).click(within(notice).getByText('What and why'));
  const cells = within(within(notice).getAllByRole('row')[1]!)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(cells).toEqual(expect.arrayContaining([field, found]));
  expect(cells.join(' ')).toMatch(/one of|any of|an instant|a day|a language tag|an event of this dataset|1 or 0/);
});
