import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { toggleCountry } from '../../../src/state/query/filters';
import { focusSearch, Search } from '../../../src/ui/search/Search';
import { makeDataset } from '../../support/make-dataset';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

const syria = readDefaultDataset();

function show(dataset = syria) {
  const store = storeOf(dataset);
  const inputRef = createRef<HTMLInputElement>();
  renderOver(
    store,
    <>
      <Search inputRef={inputRef} />
      <button type="button">next</button>
    </>,
  );
  return { store, inputRef, user: userEvent.setup() };
}

const field = () => screen.getByRole<HTMLInputElement>('combobox');
const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

test('the search key’s handle goes into the field and selects what stands there', async () => {
  const { inputRef, user } = show();
  await user.type(field(), 'kerry');
  await user.tab();
  act(() => focusSearch(inputRef.current));
  expect(document.activeElement).toBe(field());
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 5]);
});

test('typing opens a list of groups, the first option ready to choose, the hit marked', async () => {
  const { user } = show();
  expect(field().getAttribute('aria-expanded')).toBe('false');
  await user.type(field(), 'Lavrov');
  expect(field().getAttribute('aria-expanded')).toBe('true');
  const list = screen.getByRole('listbox', { name: 'Search results' });
  expect(field().getAttribute('aria-controls')).toBe(list.id);
  expect(group('Events').getAllByRole('option').length).toBeGreaterThan(1);
  expect(group('Actors').getByRole('option', { name: 'Sergey Lavrov' })).toBeTruthy();
  expect(active()).toBe(screen.getAllByRole('option')[0]);
  expect(active()?.getAttribute('aria-selected')).toBe('true');
  expect(active()?.querySelector('mark')?.textContent).toBe('Lavrov');
});

test('Enter chooses the event, empties the field and closes the list', async () => {
  const { store, user } = show();
  await user.type(field(), 'plan b{Enter}');
  expect(store.getState().selected).toBe('ev-kerry-plan-b');
  expect(field().value).toBe('');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('arrows go round the options, and Enter takes the one they stand on', async () => {
  const { store, user } = show();
  await user.type(field(), 'shaaban');
  const options = screen.getAllByRole('option');
  await user.keyboard('{ArrowUp}');
  expect(active()).toBe(options.at(-1));
  await user.keyboard('{ArrowDown}');
  expect(active()).toBe(options[0]);
  const to = options.indexOf(group('Actors').getByRole('option', { name: /Shaaban/ }));
  await user.keyboard(`${'{ArrowDown}'.repeat(to)}{Enter}`);
  expect(store.getState().panel).toEqual({ kind: 'actor', actor: 'bouthaina-shaaban' });
});

test('a date goes to its span of time and can be undone', async () => {
  const { store, user } = show();
  await user.type(field(), 'feb 2016');
  await user.click(group('Go to').getByRole('option', { name: 'February 2016' }));
  expect(store.getState().window).toEqual({ start: Date.UTC(2016, 1, 1), end: Date.UTC(2016, 2, 1) });
  expect(store.getState().past).toHaveLength(1);
});

test('a country adds its filter, and never takes it away', async () => {
  const { store, user } = show();
  await user.type(field(), 'russia');
  await user.click(group('Countries').getByRole('option', { name: /Russia/ }));
  expect(store.getState().filter.countries).toEqual(['RU']);
  await user.type(field(), 'russia');
  await user.click(group('Countries').getByRole('option', { name: /Russia.*filter is on/ }));
  expect(store.getState().filter.countries).toEqual(['RU']);
});

test('a type adds its filter; types that the set hasn’t got aren’t offered', async () => {
  const { store, user } = show();
  await user.type(field(), 'talks');
  await user.click(group('Types').getByRole('option', { name: /Talks and calls/ }));
  expect(store.getState().filter.types).toEqual(['talks']);
  await user.type(field(), 'sanctions and broken');
  expect(screen.queryByRole('group', { name: 'Types' })).toBeNull();
});

test('the last option filters by the words themselves and says what that would give', async () => {
  const { store, user } = show();
  await user.type(field(), 'air strikes');
  const last = screen.getAllByRole('option').at(-1);
  expect(last?.textContent).toMatch(/^Show only events with “air strikes”\d+ events?$/);
  await user.click(last!);
  expect(store.getState().filter.text).toBe('air strikes');
});

test('a hit outside the title is shown with the words around it', async () => {
  const { user } = show(makeDataset([{ title: 'A meeting', summary: 'They spoke of Żółw and nothing else.' }]));
  await user.type(field(), 'zolw');
  const option = group('Events').getByRole('option', { name: /A meeting/ });
  expect(option.querySelector('mark')?.textContent).toBe('Żółw');
});

test('more events than the list holds are counted in its heading', async () => {
  const { user } = show(makeDataset(Array.from({ length: 20 }, (_, index) => ({ title: `Round ${index} of talks` }))));
  await user.type(field(), 'round');
  expect(group('Events, the best 8 of 20').getAllByRole('option')).toHaveLength(8);
});

test('nothing found says what was searched, and offers no filter that would leave nothing', async () => {
  const { user } = show();
  await user.type(field(), 'qqqq');
  expect(
    screen.getByText(
      /Nothing found for “qqqq”\. Searched: titles, summaries, statements, claims, places and dates of 11 events/,
    ),
  ).toBeTruthy();
  expect(screen.queryByRole('option')).toBeNull();
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

test('the number of results is spoken politely', async () => {
  const { user } = show(makeDataset([{ title: 'One talk' }]));
  await user.type(field(), 'o');
  expect(screen.getByRole('status').textContent).toBe('1 result');
});

test('Esc empties the field, then closes it, then belongs to the page again', async () => {
  const outer = vi.fn();
  document.addEventListener('keydown', outer);
  const { user } = show();
  await user.type(field(), 'kerry');
  outer.mockClear();
  await user.keyboard('{Escape}');
  expect(field().value).toBe('');
  await user.keyboard('{Escape}');
  expect(outer).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(outer).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', outer);
});

test('leaving the field closes the list and keeps the words', async () => {
  const { user } = show();
  await user.type(field(), 'kerry');
  await user.click(screen.getByRole('button', { name: 'next' }));
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(field().value).toBe('kerry');
});

test('the open search has nothing that an accessibility checker objects to', async () => {
  const { store, user } = show();
  act(() => store.apply(toggleCountry, 'RU'));
  await user.type(field(), 'russia');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
