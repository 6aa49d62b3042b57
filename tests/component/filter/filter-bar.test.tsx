import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import {
  setMatch,
  setSearchText,
  toggleActor,
  toggleCountry,
  toggleRole,
  toggleTone,
  toggleType,
} from '../../../src/state/query/filters';
import type { TimelineStore } from '../../../src/state/view/store';
import { FilterBar } from '../../../src/ui/filter/FilterBar';
import { FilterChips } from '../../../src/ui/filter/FilterChips';
import { makeActor, makeDataset } from '../../support/make-dataset';
import { namesOf, readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';
import { Search } from '../../../src/ui/search/Search';

const syria = readDefaultDataset();

/** Three countries: FR acts in two events, DE in one, and IT is only ever the place. */
const small = makeDataset(
  [
    { id: 'a', countries: ['FR', 'DE'], participants: ['anna'], tone: 'cooperation', type: 'talks' },
    {
      id: 'b',
      countries: ['FR', ['IT', 'location']],
      participants: ['anna', 'bert'],
      tone: 'conflict',
      type: 'criticism',
    },
    {
      id: 'c',
      countries: [['IT', 'location']],
      participants: [['bert', 'target']],
      tone: 'conflict',
      type: 'military',
    },
  ],
  {
    actors: [
      makeActor('anna', { label: 'Anna', offices: [{ title: 'Foreign Minister', country: 'FR', asOf: undefined }] }),
      makeActor('bert', { label: 'Bert' }),
    ],
  },
);

function show(dataset = small): { store: TimelineStore; user: ReturnType<typeof userEvent.setup> } {
  const store = storeOf(dataset);
  renderOver(
    store,
    <>
      <FilterBar search={<Search />} />
      <FilterChips />
      <p>elsewhere</p>
    </>,
  );
  return { store, user: userEvent.setup() };
}

const menu = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole('checkbox', { name });
/** Names of a facet's choices, in order. */
const choices = (facet: string) =>
  namesOf(within(screen.getByRole('group', { name: facet })).getAllByText(/./, { selector: 'label' }));
/** What a screen reader adds to a choice: office or kind, and the count. */
const described = (name: string) =>
  (box(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(', ');

describe('the filter bar', () => {
  test('says how many choices each facet has, and how many events there are', () => {
    show(syria);
    for (const name of ['Countries 4', 'Actors 26', 'Types 7', 'Tone 3'])
      expect(menu(name).getAttribute('aria-expanded')).toBe('false');
    expect(screen.getByRole('status').textContent).toBe('11 of 11 events');
    expect(screen.getByText('11 of 11 events', { ignore: 'output *' })).toBeTruthy();
  });

  test('filters by Russia in two actions from the first screen', async () => {
    const { store, user } = show(syria);
    await user.click(menu('Countries 4'));
    await user.click(box('Russia'));
    expect(store.getState().filter.countries).toEqual(['RU']);
    expect(screen.getByRole('status').textContent).toBe('6 of 11 events. Countries: Russia.');
    expect(screen.getByText('6 of 11 events', { ignore: 'output *' })).toBeTruthy();
    expect(menu('Countries 1/4')).toBeTruthy();
  });

  test('names country and role in the spoken line when roles are ticked', () => {
    const { store } = show();
    act(() => {
      store.apply(toggleCountry, 'FR');
      store.apply(toggleCountry, 'IT');
      store.apply(toggleRole, 'location');
      store.apply(toggleTone, 'conflict');
    });
    expect(screen.getByRole('status').textContent).toBe(
      '2 of 3 events. Countries: France or Italy. Tone: conflict. Counts when it acts or is the place.',
    );
  });

  test('speaks at most once a second, and the last state always', () => {
    vi.useFakeTimers();
    try {
      const { store } = show();
      const spoken = () => screen.getByRole('status').textContent;
      act(() => store.apply(toggleTone, 'conflict'));
      expect(spoken()).toBe('2 of 3 events. Tone: conflict.');
      act(() => store.apply(toggleCountry, 'FR'));
      act(() => store.apply(toggleCountry, 'FR'));
      act(() => store.apply(toggleType, 'military'));
      expect(spoken()).toBe('2 of 3 events. Tone: conflict.');
      act(() => vi.advanceTimersByTime(1000));
      expect(spoken()).toBe('1 of 3 events. Types: Military action. Tone: conflict.');
    } finally {
      vi.useRealTimers();
    }
  });

  test('is nothing but an empty status while there is no data', () => {
    renderOver(storeOf(small, { dataset: undefined, table: undefined }), <FilterBar search={<Search />} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('leaves out what the author hides', () => {
    renderOver(storeOf(small), <FilterBar withFilters={false} />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('3 of 3 events');
  });

  test('holds all facets behind one button where there is little room', async () => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 390, 40));
    const { user } = show();
    await user.click(menu('Filters'));
    const panel = within(screen.getByRole('dialog', { name: 'Filters' }));
    for (const name of ['Countries', 'Actors', 'Types', 'Tone'])
      expect(panel.getByRole('group', { name })).toBeTruthy();
    await user.click(box('Germany'));
    expect(menu('Filters 1')).toBeTruthy();
  });
});

describe('a facet menu', () => {
  test('opens a dialog, moves the focus into it, and gives it back on Esc', async () => {
    const { user } = show();
    const button = menu('Countries 3');
    expect(button.getAttribute('aria-haspopup')).toBe('dialog');
    await user.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('dialog', { name: 'Countries' }).contains(document.activeElement)).toBe(true);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test('keeps its Esc to itself, so that nothing behind it closes too', async () => {
    const outer = vi.fn();
    document.addEventListener('keydown', outer);
    const { user } = show();
    await user.click(menu('Countries 3'));
    await user.keyboard('{Escape}');
    expect(outer).not.toHaveBeenCalled();
    document.removeEventListener('keydown', outer);
  });

  test('closes when the reader points elsewhere, tabs out, or presses its button again', async () => {
    const { user } = show();
    await user.click(menu('Countries 3'));
    await user.click(screen.getByText('elsewhere'));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(menu('Tone 2'));
    await user.click(menu('Tone 2'));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(menu('Tone 2'));
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('lists choices by what they would give, then by name; nought can still be chosen', async () => {
    const { store, user } = show();
    await user.click(menu('Countries 3'));
    expect(choices('Countries')).toEqual(['France', 'Germany', 'Italy']);
    expect(choices('Countries').map(described)).toEqual(['2 events', '1 event', '0 events']);
    await user.click(box('Italy'));
    expect(store.getState().filter.countries).toEqual(['IT']);
    expect(screen.getByRole('status').textContent).toMatch(/^0 of 3 events/);
  });

  test('keeps its order while counts move under the reader’s hand', async () => {
    const { user } = show();
    await user.click(menu('Countries 3'));
    expect(choices('Countries')).toEqual(['France', 'Germany', 'Italy']);
    await user.click(box('is the place'));
    expect(described('Italy')).toBe('2 events');
    expect(choices('Countries')).toEqual(['France', 'Germany', 'Italy']);
  });

  test('counts what a choice would give under the other facets', async () => {
    const { store, user } = show();
    act(() => store.apply(toggleTone, 'conflict'));
    await user.click(menu('Countries 3'));
    expect(described('France')).toBe('1 event');
    expect(described('Germany')).toBe('0 events');
  });

  test('shows an actor’s office, or kind, beside the name', async () => {
    const { user } = show();
    await user.click(menu('Actors 2'));
    expect(described('Anna')).toBe('Foreign Minister, 2 events');
    expect(described('Bert')).toBe('Person, 1 event');
  });

  test('clears its own facet only', async () => {
    const { store, user } = show();
    act(() => {
      store.apply(toggleCountry, 'FR');
      store.apply(toggleTone, 'conflict');
    });
    await user.click(menu('Countries 1/3'));
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(store.getState().filter).toMatchObject({ countries: [], tones: ['conflict'] });
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
  });

  test('asks for any or all of the chosen, and in which roles they count', async () => {
    const { store, user } = show();
    await user.click(menu('Countries 3'));
    await user.click(screen.getByRole('radio', { name: 'all of these' }));
    expect(store.getState().filter.match).toBe('all');
    const roles = within(screen.getByRole('group', { name: 'Counts when the country …' }));
    expect(roles.getAllByRole('checkbox').map((input) => (input as HTMLInputElement).checked)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    for (const name of [
      'acts',
      'is addressed or targeted',
      'is the place',
      'is the subject',
      'is a sponsor',
      'is mentioned or excluded',
    ]) {
      expect(roles.getByRole('checkbox', { name })).toBeTruthy();
    }
    await user.click(box('is the place'));
    expect(store.getState().filter.roles).toEqual(['acting', 'location']);
    expect(screen.getByText(/counts only when it acts, until you tick more/)).toBeTruthy();
  });

  test('has no such switch for types and tone', async () => {
    const { user } = show();
    await user.click(menu('Types 3'));
    expect(screen.getAllByRole('group')).toHaveLength(1);
    await user.click(box('Military action'));
    expect(screen.getByRole('status').textContent).toBe('1 of 3 events. Types: Military action.');
  });

  test('finds a choice in a long list, whatever its accents, and says when there is none', async () => {
    const { user } = show(
      makeDataset([{ participants: Array.from({ length: 13 }, (_, index) => `p${index}`) }], {
        actors: [makeActor('p0', { label: 'Şükrü Elekdağ' })],
      }),
    );
    await user.click(menu('Actors 13'));
    const field = screen.getByRole('searchbox', { name: 'Find an actor' });
    expect(document.activeElement).toBe(field);
    await user.type(field, 'sukru');
    expect(within(screen.getByRole('group', { name: 'Actors' })).getAllByRole('checkbox')).toHaveLength(1);
    expect(box('Şükrü Elekdağ')).toBeTruthy();
    await user.type(field, 'xx');
    expect(screen.getByText('Nothing here is called “sukruxx”.')).toBeTruthy();
  });

  test('has no field for finding things in a short list', async () => {
    const { user } = show();
    await user.click(menu('Countries 3'));
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('the row of chips', () => {
  test('takes no space while nothing is filtered', () => {
    show();
    expect(screen.queryByRole('toolbar', { name: 'Filters in use' })).toBeNull();
  });

  test('has a chip for every choice, named with the roles in which it counts', () => {
    const { store } = show();
    act(() => {
      store.apply(toggleCountry, 'FR');
      store.apply(toggleActor, 'anna');
      store.apply(toggleType, 'talks');
      store.apply(toggleTone, 'cooperation');
    });
    const remove = screen.getAllByRole('button', { name: /^Remove filter/ });
    expect(remove.map((chip) => chip.getAttribute('aria-label'))).toEqual([
      'Remove filter: France (acts)',
      'Remove filter: Anna (acts)',
      'Remove filter: Talks and calls',
      'Remove filter: cooperation',
    ]);
    expect(namesOf(remove)[0]).toBe('France✕');
  });

  test('shows roles, the switch and the text where they aren’t as they start, and takes each back', async () => {
    const { store, user } = show();
    act(() => {
      store.apply(toggleRole, 'location');
      store.apply(setMatch, 'all');
      store.apply(setSearchText, 'plan b');
    });
    await user.click(screen.getByRole('button', { name: 'Remove filter: counts when it is the place' }));
    expect(store.getState().filter.roles).toEqual(['acting']);
    await user.click(screen.getByRole('button', { name: 'Remove filter: all of these' }));
    expect(store.getState().filter.match).toBe('any');
    await user.click(screen.getByRole('button', { name: 'Remove filter: “plan b”' }));
    expect(store.getState().filter.text).toBe('');
  });

  test('hands the focus to the next chip, and to the filters when the last one goes', async () => {
    const { store, user } = show();
    act(() => {
      store.apply(toggleCountry, 'FR');
      store.apply(toggleTone, 'conflict');
    });
    await user.click(screen.getByRole('button', { name: 'Remove filter: France (acts)' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove filter: conflict' }));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(menu('Countries 3'));
  });

  test('clears everything at once', async () => {
    const { store, user } = show();
    act(() => {
      store.apply(toggleCountry, 'FR');
      store.apply(setSearchText, 'x');
    });
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(store.getState().filter).toMatchObject({ countries: [], text: '' });
    expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull();
  });
});

test('the bar with an open menu has nothing that an accessibility checker objects to', async () => {
  const { store, user } = show();
  act(() => store.apply(toggleCountry, 'FR'));
  await user.click(menu('Actors 2'));
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('a facet that nothing could be chosen in isn’t shown, unless it filters already', () => {
  const { store } = show(makeDataset([{ participants: ['anna'], countries: [], type: undefined }]));
  const facets = screen.getByRole('toolbar', { name: 'Filters' });
  const names = () =>
    within(facets)
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
  expect(names()).toEqual(['Actors 1', 'Tone 1']);
  act(() => store.apply((state) => ({ ...state, filter: { ...state.filter, countries: ['FR'] } })));
  expect(names()[0]).toMatch(/^Countries/);
});
