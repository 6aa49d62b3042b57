import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { makeColumnTable } from '../../../src/model/table-of-columns';
import { actorOf } from '../../../src/model/lookups';
import { NO_FILTER } from '../../../src/model/filter';
import { chooseActor } from '../../../src/state/view/choose';
import { toggleActor } from '../../../src/state/query/filters';
import { isOrdered } from '../../../src/state/query/order-rows';
import { createTimelineStore } from '../../../src/state/view/store';
import { ActorPanel } from '../../../src/ui/panel/ActorPanel';
import { EventList } from '../../../src/ui/list/EventList';
import { FacetSection } from '../../../src/ui/filter/FacetSections';
import { Search } from '../../../src/ui/search/Search';
import { makeColumns } from '../../support/make-columns';
import { renderOver } from '../../support/render-panels';

const SIZE = 12_000;
const SLOW = { timeout: 30_000 };

function store() {
  const { table } = makeColumnTable(makeColumns({ size: SIZE, actors: 300 }));
  return createTimelineStore({ dataset: table.dataset, table, loading: { phase: 'ready' } });
}

describe('searching very many events', SLOW, () => {
  const field = () => screen.getByRole<HTMLInputElement>('combobox');

  test('names are there at once, events when they are found', async () => {
    renderOver(store(), <Search />);
    await userEvent.type(field(), 'actor 12');
    expect(
      within(screen.getByRole('group', { name: /^Actors/ })).getByRole('option', { name: 'Actor 124' }),
    ).toBeTruthy();
    const events = await screen.findByRole('group', { name: /^Events, the best 8 of/ }, { timeout: 20_000 });
    expect(within(events).getAllByRole('option')).toHaveLength(8);
    expect(screen.queryByText('Searching…')).toBeNull();
    expect(screen.getByRole('option', { name: /^Show only events with/ })).toBeTruthy();
  });

  test('Enter before the search is through takes the first of what it finds', async () => {
    const over = store();
    renderOver(over, <Search />);
    await userEvent.type(field(), 'no. 4711{Enter}');
    await waitFor(() => expect(over.getState().selected).toBe('row-4711'), { timeout: 20_000 });
    expect(field().value).toBe('');
  });

  test('what is typed on after Enter is not chosen', async () => {
    const over = store();
    renderOver(over, <Search />);
    // In one go, so that the search has no time to come through in between.
    fireEvent.change(field(), { target: { value: 'no. 4711' } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    fireEvent.change(field(), { target: { value: 'no. 47112' } });
    await screen.findByText(/Nothing found for “no. 47112”/, undefined, { timeout: 20_000 });
    expect(over.getState().selected).toBeUndefined();
  });
});

describe('sorting very many events', SLOW, () => {
  test('the former order stays until the titles are sorted, and the page says what it does', async () => {
    const over = store();
    const { table } = over.getState();
    renderOver(over, <EventList />);
    const first = () => document.querySelector('tbody .dt-event-link')?.textContent;
    expect(first()).toBe(table!.titleAt(0));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sort' }), 'By title');
    expect(screen.getByText('Sorting…', { ignore: 'output *' })).toBeTruthy();
    expect(first()).toBe(table!.titleAt(0));
    await waitFor(() => expect(screen.queryByText('Sorting…')).toBeNull(), { timeout: 20_000 });
    expect(isOrdered(table!, 'title', 'en')).toBe(true);
    const titles = Array.from({ length: SIZE }, (_, row) => table!.titleAt(row));
    expect(first()).toBe(
      titles.reduce((least, title) => (new Intl.Collator('en').compare(title, least) < 0 ? title : least)),
    );
  });
});

describe('an actor with thousands of events', SLOW, () => {
  test('has the first of them in its panel, and more on request, with the focus on them', async () => {
    const over = store();
    const { table, dataset } = over.getState();
    const busiest = table!.actors.reduce(
      (best, id, index) => {
        const count = (at: number) => table!.participantActor.reduce((sum, actor) => sum + (actor === at ? 1 : 0), 0);
        return index < 40 && count(index) > best.count ? { id, count: count(index) } : best;
      },
      { id: '', count: 0 },
    );
    act(() => over.apply(chooseActor, busiest.id));
    renderOver(
      over,
      <ActorPanel
        dataset={dataset!}
        table={table!}
        filter={NO_FILTER}
        actor={actorOf(dataset!, busiest.id)!}
        selected={undefined}
      />,
    );
    const rows = () => document.querySelectorAll('.dt-rows')[0]!.children;
    expect(rows()).toHaveLength(50);
    expect(document.querySelector('.dt-counterparts')!.children).toHaveLength(30);
    await userEvent.click(screen.getAllByRole('button', { name: /^Show 50 more of/ })[0]!);
    expect(rows()).toHaveLength(100);
    expect(rows()[50]!.contains(document.activeElement)).toBe(true);
  });
});

describe('a facet of hundreds', SLOW, () => {
  const names = () =>
    [...document.querySelectorAll('.dt-choice label')]
      .map(({ textContent }) => textContent)
      .filter((name) => /^(Actor|Body|Government)/.test(name));

  test('shows the busiest, what is chosen, and the rest on request or by name', async () => {
    const over = store();
    const { table } = over.getState();
    renderOver(over, <FacetSection facet="actors" />);
    expect(names()).toHaveLength(60);
    const hidden = table!.dataset.actors.find(({ label }) => !names().includes(label))!;
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find an actor' }), hidden.label);
    expect(names()).toContain(hidden.label);
    act(() => over.apply(toggleActor, hidden.id));
    await userEvent.clear(screen.getByRole('searchbox'));
    expect(names()).toHaveLength(61);
    expect(names().at(-1)).toBe(hidden.label);
    await userEvent.click(screen.getByRole('button', { name: 'Show 60 more of 240' }));
    expect(names().length).toBeGreaterThanOrEqual(120);
    expect(new Set(names()).size).toBe(names().length);
  });
});
