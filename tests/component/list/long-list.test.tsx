import { act, fireEvent, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toggleType } from '../../../src/state/query/filters';
import { setSort } from '../../../src/state/view/view-actions';
import { chooseEvent } from '../../../src/state/view/choose';
import { EventList } from '../../../src/ui/list/EventList';
import { makeDataset, makeLargeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

const ITEM_PX = 50;
const VIEW_PX = 600;

/** How far the page has been scrolled; the list is as high as its rooms and items say. */
let scrolledPx = 0;
let widthPx = 1000;

/** What jsdom has not: heights, and places that follow from them. */
beforeEach(() => {
  scrolledPx = 0;
  widthPx = 1000;
  vi.stubGlobal('innerHeight', VIEW_PX);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('scrollBy', ({ top = 0 }: ScrollToOptions) => {
    scrolledPx += top;
    setTimeout(() => fireEvent.scroll(document));
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    return new DOMRect(0, -scrolledPx, widthPx, this.hasAttribute('data-item') ? ITEM_PX : 100);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Scrolls, and waits until nothing moves any more. */
function scrollTo(px: number): void {
  scrolledPx = px;
  fireEvent.scroll(document);
  rest();
}

const focusedItem = () => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item'];

/** The focus to the next button in the document, as Tab does it. */
function tab(): void {
  const buttons = [...document.querySelectorAll('button')];
  act(() => buttons[buttons.findIndex((button) => button === document.activeElement) + 1]?.focus());
}

function rest(): void {
  act(() => vi.advanceTimersByTime(3000));
}

function show(events: number) {
  const dataset = makeLargeDataset({ events });
  const store = storeOf(dataset);
  const { unmount } = renderOver(store, <EventList />);
  rest();
  return { store, dataset, unmount };
}

const items = () => [...document.querySelectorAll<HTMLElement>('[data-item]')];
const indices = () => items().map((item) => Number(item.dataset['item']));
const roomPx = () =>
  [...document.querySelectorAll<HTMLElement>('.dt-list-room')].reduce(
    (sum, room) => sum + Number.parseFloat(room.style.height),
    0,
  );

describe('a table of thousands', { timeout: 30_000 }, () => {
  test('holds the rows in view, each of which says which it is of how many', () => {
    show(3000);
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('3001');
    expect(document.querySelector('thead tr')?.getAttribute('aria-rowindex')).toBe('1');
    expect(indices()).toEqual(Array.from({ length: 24 }, (_, index) => index));
    expect(items().map((row) => row.getAttribute('aria-rowindex'))).toEqual(
      indices().map((index) => String(index + 2)),
    );
    expect(roomPx()).toBe((3000 - 24) * ITEM_PX);
    expect(screen.getByText('Events 1 to 12 of 3,000')).toBeTruthy();
  });

  test('follows the scrolling to its very end, and is as long as all its rows', () => {
    show(3000);
    scrollTo(1000 * ITEM_PX);
    expect(indices()[0]).toBe(992);
    expect(indices().at(-1)).toBe(1019 + 4);
    expect(roomPx() + items().length * ITEM_PX).toBe(3000 * ITEM_PX);
    scrollTo(3000 * ITEM_PX - VIEW_PX);
    expect(indices().at(-1)).toBe(2999);
    expect(items().length).toBeLessThan(40);
  });

  test('keeps the row that has the focus, and the rows beside it for Tab', () => {
    show(3000);
    const button = items()[5]!.querySelector('button')!;
    act(() => button.focus());
    scrollTo(2000 * ITEM_PX);
    expect(document.activeElement).toBe(button);
    expect(indices().slice(0, 4)).toEqual([4, 5, 6, 1992]);
    scrollTo(0);
    expect(document.activeElement).toBe(button);
    act(() => items().at(-1)!.querySelector('button')!.focus());
    expect(indices()).toContain(24);
    scrollTo(2000 * ITEM_PX);
    expect(indices().slice(0, 3)).toEqual([22, 23, 24]);
    while (focusedItem() === '23') tab();
    rest();
    expect(focusedItem()).toBe('24');
    // The view has come to where the focus is.
    expect(scrolledPx).toBe(23 * ITEM_PX - VIEW_PX / 3);
    expect(indices()).toContain(30);
  });

  test('begins anew at its top when filter or order change', () => {
    const { store } = show(3000);
    scrollTo(1000 * ITEM_PX);
    act(() => store.apply(setSort, 'type'));
    rest();
    expect([scrolledPx, indices()[0]]).toEqual([0, 0]);
    scrollTo(1000 * ITEM_PX);
    act(() => store.apply(toggleType, 'talks'));
    rest();
    expect([scrolledPx, indices()[0]]).toEqual([0, 0]);
  });

  test('brings a chosen event into view unless it is there', () => {
    const { store } = show(3000);
    const idAt = (row: number) => store.getState().table!.idAt(row);
    act(() => store.apply(chooseEvent, idAt(5)));
    expect(scrolledPx).toBe(0);
    act(() => store.apply(chooseEvent, idAt(2000)));
    expect(scrolledPx).toBe(2000 * ITEM_PX - VIEW_PX / 3);
    expect(items().find((row) => row.getAttribute('aria-current') === 'true')?.dataset['item']).toBe('2000');
  });

  test('opens with the chosen event in view, and comes back to where it was left', () => {
    const dataset = makeLargeDataset({ events: 3000 });
    const store = storeOf(dataset);
    act(() => store.apply(chooseEvent, store.getState().table!.idAt(1500)));
    const first = renderOver(store, <EventList />);
    rest();
    expect(indices()).toContain(1500);
    scrollTo(300 * ITEM_PX);
    first.unmount();
    scrolledPx = 0;
    renderOver(store, <EventList />);
    rest();
    expect(scrolledPx).toBe(300 * ITEM_PX);
    expect(indices()).toContain(305);
  });

  test('two hundred are all there at once, one more is not', () => {
    const { unmount } = show(200);
    expect(document.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(document.querySelector('table')?.hasAttribute('aria-rowcount')).toBe(false);
    unmount();
    show(201);
    expect(items().length).toBeLessThan(40);
  });

  test('has nothing that an accessibility checker objects to, scrolled and with the focus elsewhere', async () => {
    show(1000);
    act(() => items()[2]!.querySelector('button')!.focus());
    scrollTo(500 * ITEM_PX);
    expect(await violations()).toEqual([]);
  });
});

describe('cards of thousands', { timeout: 30_000 }, () => {
  beforeEach(() => {
    widthPx = 390;
  });

  test('say which they are of how many, under the head of their month wherever that begins', () => {
    const { store } = show(3000);
    scrollTo(1000 * ITEM_PX);
    const cards = items().filter(({ tagName }) => tagName === 'LI');
    const positions = cards.map((card) => Number(card.getAttribute('aria-posinset')));
    expect(positions).toEqual(Array.from(positions, (_, index) => positions[0]! + index));
    expect(new Set(cards.map((card) => card.getAttribute('aria-setsize')))).toEqual(new Set(['3000']));
    const { table } = store.getState();
    for (const card of cards) {
      const row = Number(card.getAttribute('aria-posinset')) - 1;
      const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        table!.start[row],
      );
      expect(card.closest('section')?.querySelector('h3')?.textContent).toBe(month);
      expect(card.querySelector('button')?.textContent).toBe(table!.titleAt(row));
    }
  });

  test('are all met on the way down, each once', () => {
    show(1200);
    const met = new Set<string>();
    for (let px = 0; ; px += VIEW_PX) {
      scrollTo(px);
      for (const card of document.querySelectorAll('li[aria-posinset]')) met.add(card.getAttribute('aria-posinset')!);
      if (met.has('1200')) break;
    }
    expect(met.size).toBe(1200);
  });

  test('keep the focused card in its month while another part of the same month is in view', () => {
    const store = storeOf(
      makeDataset(
        Array.from({ length: 900 }, (_, index) => ({ id: `e${index}`, title: `Talk ${index}`, date: '2016-02-24' })),
      ),
    );
    renderOver(store, <EventList />);
    const button = items()
      .find(({ tagName }) => tagName === 'LI')!
      .querySelector('button')!;
    act(() => button.focus());
    scrollTo(600 * ITEM_PX);
    expect(document.activeElement).toBe(button);
    expect(document.querySelectorAll('h3')).toHaveLength(1);
    expect(document.querySelectorAll('ol')).toHaveLength(1);
    scrollTo(0);
    scrollTo(600 * ITEM_PX);
    expect(document.activeElement).toBe(button);
  });

  test('in another order stand in one list', () => {
    const { store } = show(1000);
    act(() => store.apply(setSort, 'title'));
    scrollTo(400 * ITEM_PX);
    expect(document.querySelectorAll('ol')).toHaveLength(1);
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
    expect(items()[0]?.getAttribute('aria-posinset')).toBe(String(indices()[0]! + 1));
  });

  test('have nothing that an accessibility checker objects to, scrolled and with the focus elsewhere', async () => {
    show(1000);
    act(() =>
      items()
        .find(({ tagName }) => tagName === 'LI')!
        .querySelector('button')!
        .focus(),
    );
    scrollTo(500 * ITEM_PX);
    expect(await violations()).toEqual([]);
  });
});

async function violations(): Promise<string[]> {
  rest();
  vi.useRealTimers();
  const result = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } },
  });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
