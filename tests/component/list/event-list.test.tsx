import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { WholeDataset } from '../../../src/model/dataset';
import { chooseEvent } from '../../../src/state/view/choose';
import { setSearchText, toggleCountry } from '../../../src/state/query/filters';
import { setSort } from '../../../src/state/view/view-actions';
import { matchEvents } from '../../../src/state/query/matches';
import { EventList } from '../../../src/ui/list/EventList';
import { eventDate, makeActor, makeDataset } from '../../support/make-dataset';
import { namesOf, readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

const syria = readDefaultDataset();

function show(dataset: WholeDataset = syria) {
  const store = storeOf(dataset);
  renderOver(store, <EventList />);
  return { store, user: userEvent.setup() };
}

/** The rows of the table without its head. */
const rows = () => within(screen.getAllByRole('rowgroup')[1]!).getAllByRole('row');
const titles = () => rows().map((row) => within(row).getAllByRole('button')[0]!.textContent);
const column = (name: string) => screen.getByRole('columnheader', { name });

describe('the list as a table', () => {
  test('has the six columns, four of which sort', () => {
    show();
    expect(namesOf(screen.getAllByRole('columnheader'))).toEqual([
      'Date▲',
      'Event',
      'Who',
      'Type',
      'Tone',
      'Who says so',
    ]);
    expect(
      within(screen.getAllByRole('rowgroup')[0]!)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Date▲', 'Event', 'Type', 'Tone']);
  });

  test('says of an event all that the chart says', () => {
    show();
    const row = within(rows().find((one) => one.textContent.includes('Lavrov and Kerry discuss'))!);
    expect(row.getByRole('cell', { name: '24 Feb 2016' })).toBeTruthy();
    expect(row.getByText(/An unnamed Russian Foreign Ministry official says/)).toBeTruthy();
    for (const name of ['Sergey Lavrov', 'John Kerry']) expect(row.getByRole('button', { name })).toBeTruthy();
    expect(row.getByText('Talks and calls')).toBeTruthy();
    expect(row.getByText('held')).toBeTruthy();
    expect(row.getByText('cooperation, said')).toBeTruthy();
    expect(row.getByText('TASS, citing a Russian Foreign Ministry official')).toBeTruthy();
  });

  test('says what is only announced, what goes on, and what the source doesn’t date', () => {
    show();
    expect(screen.getByText('announced for 27 Feb 2016')).toBeTruthy();
    expect(screen.getByText('since 2014, ongoing on 24 Feb 2016')).toBeTruthy();
    expect(
      within(rows().find((one) => one.textContent.includes('plan A'))!).getByText('not dated in the source'),
    ).toBeTruthy();
  });

  test('holds exactly the events that pass the filter', () => {
    const { store } = show();
    expect(rows()).toHaveLength(11);
    act(() => store.apply(toggleCountry, 'RU'));
    const { table, filter } = store.getState();
    const { mask } = matchEvents(table!, filter);
    expect(titles()).toEqual([...mask].flatMap((passes, row) => (passes ? [table!.eventAt(row).title] : [])));
  });

  test('chooses an event by its title and marks its row, and opens an actor by name', async () => {
    const { store, user } = show();
    await user.click(screen.getByRole('button', { name: /^Kerry says a “Plan B”/ }));
    expect(store.getState().selected).toBe('ev-kerry-plan-b');
    expect(rows().filter((row) => row.getAttribute('aria-current') === 'true')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Dmitry Peskov' }));
    expect(store.getState().panel).toEqual({ kind: 'actor', actor: 'dmitry-peskov' });
  });

  test('sorts by its headings, and says so', async () => {
    const { store, user } = show(
      makeDataset([
        { title: 'B', date: '2016-01-01', tone: 'neutral' },
        { title: 'A', date: '2016-01-02', tone: 'conflict' },
        { title: 'C', date: '2016-01-03', tone: 'cooperation' },
      ]),
    );
    expect(column('Date').getAttribute('aria-sort')).toBe('ascending');
    await user.click(screen.getByRole('button', { name: 'Date' }));
    expect(titles()).toEqual(['C', 'A', 'B']);
    expect(column('Date').getAttribute('aria-sort')).toBe('descending');
    await user.click(screen.getByRole('button', { name: 'Event' }));
    expect(titles()).toEqual(['A', 'B', 'C']);
    expect(column('Event').getAttribute('aria-sort')).toBe('ascending');
    expect(column('Date').getAttribute('aria-sort')).toBe('none');
    await user.click(screen.getByRole('button', { name: 'Tone' }));
    expect(titles()).toEqual(['C', 'A', 'B']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort' }), 'Oldest first');
    expect(store.getState().sort).toBe('date');
    expect(titles()).toEqual(['B', 'A', 'C']);
  });

  test('names the acting countries where no actor acts', () => {
    show(makeDataset([{ title: 'Talks', countries: ['FR', 'DE', ['IT', 'location']] }]));
    expect(screen.getByRole('cell', { name: 'France, Germany' })).toBeTruthy();
  });

  test('offers the way back when nothing passes', async () => {
    const { store, user } = show();
    act(() => store.apply(setSearchText, 'zzzz'));
    expect(screen.getByText('No event matches')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(rows()).toHaveLength(11);
  });

  test('shows markup in a title as the text it is', () => {
    show(makeDataset([{ title: '<b>Bold</b>' }]));
    expect(screen.getByRole('button', { name: '<b>Bold</b>' })).toBeTruthy();
  });

  test('has nothing that an accessibility checker objects to', async () => {
    const { store } = show();
    act(() => store.apply(chooseEvent, 'ev-kerry-plan-b'));
    expect(await violations()).toEqual([]);
  });
});

describe('the list as cards, where a table doesn’t fit', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 390, 100));
  });

  const headings = () =>
    screen
      .queryAllByRole('heading', { level: 3 })
      .map((heading) => `${heading.textContent}: ${heading.nextSibling?.textContent}`);
  const cards = () => screen.getAllByRole('listitem').map((item) => within(item).getByRole('button').textContent);

  test('puts what is still running first, then months with their counts', () => {
    show();
    expect(screen.queryByRole('table')).toBeNull();
    expect(headings()).toEqual([
      'No end known by 24 Feb 2016: 2 events',
      'September 2015: 1 event, 2 running',
      'February 2016: 8 events, 2 running',
    ]);
    expect(cards()[0]).toBe('U.S.-led coalition carries out air strikes in Syria and Iraq, since 2014');
    expect(cards()).toHaveLength(11);
  });

  test('gives each event date, title, who acts, and that the source doesn’t date it', () => {
    show();
    const card = within(screen.getByRole('button', { name: /^Kremlin says it is focusing/ }).closest('li')!);
    expect(card.getByText('23 or 24 Feb')).toBeTruthy();
    const who = card.getByText('Kremlin');
    expect([who.tagName, who.lang, who.parentElement?.textContent]).toEqual([
      'BDI',
      'en',
      'Dmitry Peskov · Kremlin · not dated in the source',
    ]);
  });

  test('gives the date of an event long ago, whose year its heading says otherwise', () => {
    show(makeDataset([{ title: 'A treaty', date: '-0232-05-01' }]));
    const card = screen.getByRole('button', { name: 'A treaty' }).closest('li');
    expect(card?.querySelector('.dt-card-date')?.textContent).toBe('1 May 233 BCE');
  });

  test('fills the time between events with a row that says how long it was', () => {
    show();
    expect(screen.getByText('5 months, no events')).toBeTruthy();
    expect(
      screen
        .getByText('2 days, no events')
        .compareDocumentPosition(screen.getByRole('button', { name: /^Cessation of hostilities/ })),
    ).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('a gap ends no sooner than the latest event before it, and a single day is none', () => {
    show(
      makeDataset([
        { date: '2016-01-01/2016-01-20' },
        { date: '2016-01-02' },
        { date: '2016-01-22' },
        { date: '2016-02-01' },
      ]),
    );
    expect(namesOf(screen.getAllByText(/no events/))).toEqual(['9 days, no events']);
  });

  test('filtered, a gap claims nothing about events that are hidden', () => {
    const { store } = show(
      makeDataset([
        { date: '2016-01-01', countries: ['FR'] },
        { date: '2016-01-03', countries: ['DE'] },
        { date: '2016-01-05', countries: ['FR'] },
      ]),
    );
    act(() => store.apply(toggleCountry, 'FR'));
    expect(screen.getByText('3 days, no matching events')).toBeTruthy();
  });

  test('latest first turns months and gaps around', () => {
    const { store } = show(
      makeDataset([
        { title: 'old', date: '2014' },
        { title: 'one', date: '2016-01-01' },
        { title: 'two', date: '2016-02-10' },
      ]),
    );
    act(() => store.apply(setSort, 'date-desc'));
    expect(headings()).toEqual(['February 2016: 1 event', 'January 2016: 1 event', '2014: 1 event']);
    expect(cards()).toEqual(['two', 'one', 'old']);
    const between = screen.getByText('39 days, no events');
    expect(between.compareDocumentPosition(screen.getByText('January 2016'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByText('12 months, no events')).toBeTruthy();
  });

  test('in any other order there are no months, and dates carry their year', async () => {
    const { user } = show();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort' }), 'By title');
    expect(headings()).toEqual([]);
    expect(screen.queryByText(/no events/)).toBeNull();
    expect(screen.getByText('24 Feb 2016')).toBeTruthy();
    expect(cards()).toHaveLength(11);
  });

  test('says how much runs through a month, with a bar for each along its edge, and of the time after the dataset’s nothing', () => {
    show(
      makeDataset(
        [
          { date: '2015-11-05' },
          { title: 'bombing', date: '2015-12-10/..', tone: 'conflict' },
          { date: '2015-12-20' },
          { title: 'talks', date: '2016-01-10/..', tone: 'cooperation' },
          { date: '2016-01-20' },
          { date: '2016-03-01', announced: true },
        ],
        { asOf: eventDate('2016-02-01') },
      ),
    );
    expect(headings().slice(1)).toEqual([
      'November 2015: 1 event',
      'December 2015: 1 event, 1 running',
      'January 2016: 1 event, 2 running',
      'March 2016: 1 event',
    ]);
    const bars = [...document.querySelectorAll('.dt-running-bar')].map(({ className }) =>
      className.replaceAll('dt-running-bar', '').trim(),
    );
    expect(bars).toEqual(['--conflict --begins', '--conflict', '--cooperation --begins']);
  });

  test.each(['date', 'date-desc'] as const)(
    'draws what runs up to the dataset’s own day and no further, with an arrow there: %s',
    (sort) => {
      const { store } = show(
        makeDataset(
          [
            { title: 'runs', date: '2016-01-10/..' },
            { date: '2016-01-20' },
            { title: 'in time', date: '2016-02-02' },
            { title: 'ahead', date: '2016-02-20', announced: true },
          ],
          { asOf: eventDate('2016-02-03') },
        ),
      );
      act(() => store.apply(setSort, sort));
      const withBars = [...document.querySelectorAll('.dt-running-edge')].map((edge) => ({
        ends: edge.className.includes('--ends'),
        beside: edge.parentElement!.textContent,
      }));
      const [, last] = sort === 'date' ? withBars : withBars.toReversed();
      expect(withBars).toHaveLength(2);
      expect(withBars.filter(({ ends }) => ends)).toEqual([last]);
      expect(last!.beside).toContain('in time');
      // Neither what is only announced nor the empty time before it.
      expect(last!.beside).not.toContain('ahead');
      expect(last!.beside).not.toContain('17 days');
      expect(screen.getByText('17 days, no events')).toBeTruthy();
      expect(document.querySelectorAll('.dt-running-edge--up')).toHaveLength(sort === 'date' ? 0 : 2);
    },
  );

  describe('under a scrubber', () => {
    const scrubber = () => screen.getByRole('slider', { name: 'Place in time' });
    const says = () => scrubber().getAttribute('aria-valuetext');
    const press = async (user: ReturnType<typeof userEvent.setup>, ...keys: string[]) => {
      scrubber().focus();
      await user.keyboard(keys.map((key) => `{${key}}`).join(''));
      return says();
    };
    beforeEach(() => {
      // All of the list is in view, and nothing need scroll.
      vi.stubGlobal('scrollBy', () => undefined);
      vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: HTMLElement) {
        return this.matches('.dt-card, .dt-running-item') ? new DOMRect(0, 300, 390, 50) : new DOMRect(0, 0, 390, 40);
      });
    });

    test('which speaks dates, and steps from event to event, from month to month and to the ends', async () => {
      const { user } = show();
      expect(says()).toBe('on or before 30 Sep [2015], event 1 of 9');
      expect(await press(user, 'ArrowRight')).toBe('22 Feb 2016, event 2 of 9');
      expect(await press(user, 'ArrowUp')).toBe('22, 23 or 24 Feb 2016, event 3 of 9');
      expect(await press(user, 'ArrowLeft', 'ArrowDown')).toBe('on or before 30 Sep [2015], event 1 of 9');
      expect(await press(user, 'PageDown')).toBe('22 Feb 2016, event 2 of 9');
      expect(await press(user, 'PageDown')).toBe('27 Feb 2016, event 9 of 9');
      expect(await press(user, 'PageUp')).toBe('22 Feb 2016, event 2 of 9');
      expect(await press(user, 'Home')).toBe('on or before 30 Sep [2015], event 1 of 9');
      expect(await press(user, 'End')).toBe('27 Feb 2016, event 9 of 9');
      expect([
        scrubber().getAttribute('aria-valuemin'),
        scrubber().getAttribute('aria-valuenow'),
        scrubber().getAttribute('aria-valuemax'),
      ]).toEqual(['1', '9', '9']);
    });

    test('on which later is to the right also where the latest event comes first', async () => {
      const { store, user } = show();
      act(() => store.apply(setSort, 'date-desc'));
      expect(says()).toBe('27 Feb 2016, event 9 of 9');
      expect(await press(user, 'ArrowLeft')).toBe('24 Feb 2016, event 8 of 9');
      expect(await press(user, 'ArrowRight')).toBe('27 Feb 2016, event 9 of 9');
      expect(await press(user, 'Home')).toBe('on or before 30 Sep [2015], event 1 of 9');
    });

    test('only where the order is that of time, and something is dated', () => {
      const { store } = show();
      act(() => store.apply(setSort, 'title'));
      expect(screen.queryByRole('slider')).toBeNull();
    });
  });

  test('chooses an event and marks its card', async () => {
    const { store, user } = show();
    await user.click(screen.getByRole('button', { name: /^Lavrov and Kerry/ }));
    expect(store.getState().selected).toBe('ev-lavrov-kerry-call');
    expect(
      screen
        .getByRole('button', { name: /^Lavrov and Kerry/ })
        .closest('li')
        ?.getAttribute('aria-current'),
    ).toBe('true');
  });

  test('has nothing that an accessibility checker objects to', async () => {
    show();
    expect(await violations()).toEqual([]);
  });
});

test('without data there is no list', () => {
  renderOver(storeOf(makeDataset([]), { dataset: undefined, table: undefined }), <EventList />);
  expect(document.querySelector('section')).toBeNull();
});

test('a set without events says so, and offers no filter to clear', () => {
  show(makeDataset([], { actors: [makeActor('anna')] }));
  expect(screen.getByText('This timeline has no events yet.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

async function violations(): Promise<string[]> {
  const result = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } },
  });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
