import { act, fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toggleTone } from '../../../src/state/query/filters';
import { chooseEvent } from '../../../src/state/view/choose';
import { setSort } from '../../../src/state/view/view-actions';
import { EventList } from '../../../src/ui/list/EventList';
import { SidePanel } from '../../../src/ui/panel/SidePanel';
import { ShownViewProvider } from '../../../src/ui/context/shown-layout';
import { FilterBar } from '../../../src/ui/filter/FilterBar';
import { makeDataset } from '../../support/make-dataset';
import type { EventSketch } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

const FEW: readonly EventSketch[] = [
  { id: 'rumour', title: 'A rumour', date: null, tone: 'conflict' },
  { id: 'march', title: 'In March', date: '2016-03-02' },
  { id: 'letter', title: 'A letter', date: null },
  { id: 'may', title: 'In May', date: '2016-05-02' },
];
/** More than stand in the document at once, three of them without a date. */
const MANY: readonly EventSketch[] = Array.from({ length: 300 }, (_, index) => ({
  id: `e${index}`,
  title: `Event ${index}`,
  date: index % 100 === 50 ? null : `2016-0${1 + (index % 6)}-${String(1 + (index % 28)).padStart(2, '0')}`,
}));
const VIEW_PX = 600;
const ITEM_PX = 50;

let widthPx = 1000;
let scrolledPx = 0;

/** What jsdom has not: places, and a page that scrolls. */
beforeEach(() => {
  widthPx = 1000;
  scrolledPx = 0;
  vi.stubGlobal('innerHeight', VIEW_PX);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('scrollBy', ({ top = 0 }: ScrollToOptions) => {
    scrolledPx += top;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    return new DOMRect(0, -scrolledPx, widthPx, this.hasAttribute('data-item') ? ITEM_PX : 100);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(events: readonly EventSketch[]) {
  const store = storeOf(makeDataset(events));
  renderOver(store, <EventList />);
  rest();
  return store;
}

function rest(): void {
  act(() => vi.advanceTimersByTime(3000));
}

function scrollToItem(item: number): void {
  scrolledPx = item * ITEM_PX - VIEW_PX;
  fireEvent.scroll(document);
  rest();
}

const rowsOf = (group: HTMLElement) =>
  within(group)
    .getAllByRole('row')
    .map((row) => within(row).queryAllByRole('button')[0]?.textContent ?? row.textContent);
const groups = () => screen.getAllByRole('rowgroup').slice(1).map(rowsOf);
/** Headings and titles as they stand. */
const cards = () => [...document.querySelectorAll('h3, .dt-card .dt-event-link')].map((element) => element.textContent);

describe('events without a date, in a table', () => {
  test.each([
    ['date', ['In March', 'In May']],
    ['date-desc', ['In May', 'In March']],
  ] as const)('stand at the end under a heading that counts them: %s', (sort, dated) => {
    const store = show(FEW);
    act(() => store.apply(setSort, sort));
    expect(groups()).toEqual([dated, ['No date 2 events', 'A rumour', 'A letter']]);
    expect(screen.getByRole('rowheader', { name: 'No date 2 events' }).getAttribute('scope')).toBe('rowgroup');
  });

  test('say so in their own row in any other order, which has no such heading', () => {
    const store = show(FEW);
    act(() => store.apply(setSort, 'title'));
    expect(groups()).toEqual([['A letter', 'A rumour', 'In March', 'In May']]);
    expect(within(screen.getAllByRole('row')[1]!).getByText('No date')).toBeTruthy();
  });

  test('are counted as far as they pass the filter, and the heading goes with the last of them', () => {
    const store = show(FEW);
    act(() => store.apply(toggleTone, 'conflict'));
    expect(groups()).toEqual([['No date 1 event', 'A rumour']]);
    act(() => store.apply(toggleTone, 'conflict'));
    act(() => store.apply(toggleTone, 'cooperation'));
    expect(groups().at(-1)).not.toContain('A rumour');
  });

  test.each(['date', 'date-desc'] as const)('end a table of hundreds, each with its place: %s', (sort) => {
    const store = show(MANY);
    act(() => store.apply(setSort, sort));
    // The head, 300 events, and the heading.
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('302');
    expect(document.querySelector('.dt-list-shelf')).toBeNull();
    scrollToItem(301);
    const last = screen.getAllByRole('row').slice(-4);
    expect(last.map((row) => row.getAttribute('aria-rowindex'))).toEqual(['299', '300', '301', '302']);
    expect(last.map((row) => within(row).queryAllByRole('button')[0]?.textContent ?? row.textContent)).toEqual([
      'No date 3 events',
      'Event 50',
      'Event 150',
      'Event 250',
    ]);
    expect(document.querySelector('.dt-list-position')?.textContent).toBe('Events 290 to 300 of 300');
  });
});

describe('events without a date, as cards', () => {
  beforeEach(() => {
    widthPx = 390;
  });

  test.each([
    ['date', ['March 2016', 'In March', 'May 2016', 'In May']],
    ['date-desc', ['May 2016', 'In May', 'March 2016', 'In March']],
  ] as const)('stand at the end under a heading that counts them: %s', (sort, dated) => {
    const store = show(FEW);
    act(() => store.apply(setSort, sort));
    expect(cards()).toEqual([...dated, 'No date', 'A rumour', 'A letter']);
    expect(screen.getByRole('heading', { name: 'No date' }).nextSibling?.textContent).toBe('2 events');
    expect(
      screen.getByRole('button', { name: 'A letter' }).closest('li')?.querySelector('.dt-card-date')?.textContent,
    ).toBe('');
  });

  test('say so themselves in any other order', () => {
    const store = show(FEW);
    act(() => store.apply(setSort, 'title'));
    expect(within(screen.getByRole('button', { name: 'A letter' }).closest('li')!).getByText('No date')).toBeTruthy();
  });

  test('end a list of hundreds', () => {
    show(MANY);
    scrollToItem(330);
    expect(cards().slice(-4)).toEqual(['No date', 'Event 50', 'Event 150', 'Event 250']);
    expect(screen.getAllByRole('listitem').at(-1)?.getAttribute('aria-posinset')).toBe('300');
  });

  test('are no place that the scrubber goes to', () => {
    show(FEW);
    const scrubber = screen.getByRole('slider', { name: 'Place in time' });
    expect(scrubber.getAttribute('aria-valuemax')).toBe('2');
    for (const key of ['End', 'PageDown', 'ArrowRight']) fireEvent.keyDown(scrubber, { key });
    expect(scrubber.getAttribute('aria-valuetext')).toBe('2 May 2016, event 2 of 2');
  });

  test('leave no scrubber where there are no others', () => {
    show(FEW.filter(({ date }) => date === null));
    expect(cards()).toEqual(['No date', 'A rumour', 'A letter']);
    expect(screen.queryByRole('slider')).toBeNull();
  });
});

test.each([1000, 390])(
  'with events without a date an accessibility checker objects to nothing, %s px wide',
  async (px) => {
    widthPx = px;
    show(FEW);
    vi.useRealTimers();
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

test('the panel of an event without a date says so where others have theirs, and nowhere else', () => {
  const store = storeOf(makeDataset(FEW));
  store.apply(chooseEvent, 'letter');
  renderOver(store, <SidePanel />);
  const panel = within(screen.getByRole('complementary', { name: 'Details' }));
  expect(panel.getByText('No date given').closest('section')?.querySelector('h3')?.textContent).toBe('When');
  expect(panel.queryByText('No date')).toBeNull();
  expect(panel.queryByText('No passage of a source is given for the date.')).toBeNull();
});

test.each([
  ['timeline', '4 of 4 events, 2 undated'],
  ['list', '4 of 4 events'],
] as const)('beside the %s the count says: %s', (view, words) => {
  renderOver(
    storeOf(makeDataset(FEW)),
    <ShownViewProvider value={view}>
      <FilterBar />
    </ShownViewProvider>,
  );
  expect(document.querySelector('.dt-event-count')?.textContent).toBe(words);
});
