import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { chooseActor, chooseEvent, pinActor } from '../../../src/state/view/choose';
import { toggleTone } from '../../../src/state/query/filters';
import { SidePanel } from '../../../src/ui/panel/SidePanel';
import { namesOf, readDefaultDataset, renderOver, section, storeOf } from '../../support/render-panels';

const dataset = readDefaultDataset();

function openActor(id: string, selected?: string) {
  const store = storeOf(dataset);
  if (selected !== undefined) store.apply(chooseEvent, selected);
  store.apply(chooseActor, id);
  renderOver(store, <SidePanel />);
  return store;
}

describe('the panel of an actor', () => {
  test('gives the office with the day it is known for, never without one', () => {
    openActor('sergey-lavrov');
    expect(screen.getByRole('heading', { level: 2, name: 'Sergey Lavrov' })).toBeTruthy();
    expect(screen.getByText('Foreign Minister, as of 24 Feb 2016')).toBeTruthy();
    expect(screen.getByText('Russia')).toBeTruthy();
    expect(screen.getByText('Also: Sergei Lavrov')).toBeTruthy();
  });

  test('gives the office as of the selected event that the actor takes part in', () => {
    openActor('sergey-lavrov', 'ev-lavrov-kerry-call');
    expect(screen.getByText(/^Foreign Minister, as of “/).textContent).toContain(
      dataset.events.find(({ id }) => id === 'ev-lavrov-kerry-call')!.label,
    );
  });

  test('lists what it acted in with date and role, oldest first, and what it said', () => {
    openActor('sergey-lavrov');
    const rows = namesOf(section('Acts in').getAllByRole('listitem'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^22, 23 or 24 Feb 2016.*call for war.*Speaker$/);
    expect(rows[1]).toMatch(/^24 Feb 2016.*by phoneParty$/);
    expect(section('Says').getByText('“a call for war rather than for peace”')).toBeTruthy();
    expect(section('Says').getByText('2 statements')).toBeTruthy();
  });

  test('keeps apart where it is only named', () => {
    openActor('vladimir-putin');
    expect(section('Acts in').getByText('1 event')).toBeTruthy();
    expect(namesOf(section('Named in').getAllByRole('listitem'))).toContainEqual(
      expect.stringMatching(/by phoneMentioned$/),
    );
  });

  test('counts what the filter shows, and says of how many', () => {
    const store = openActor('sergey-lavrov');
    expect(section('Acts in').getByText('2 events')).toBeTruthy();
    act(() => store.apply(toggleTone, 'cooperation'));
    expect(section('Acts in').getByText('1 of 2 shown')).toBeTruthy();
    expect(section('Acts in').getAllByRole('listitem')).toHaveLength(1);
  });

  test('leads from a counterpart to what the two share', async () => {
    const store = openActor('sergey-lavrov');
    await userEvent.click(screen.getByRole('button', { name: 'John Kerry, 1 event together' }));
    expect(store.getState().panel).toEqual({ kind: 'pair', actors: ['sergey-lavrov', 'john-kerry'] });
    expect(screen.getByRole('heading', { level: 2, name: 'Sergey Lavrov and John Kerry' })).toBeTruthy();
  });

  test('gives a designation with who made it and who says so', () => {
    openActor('jabhat-al-nusra');
    expect(
      screen.getByText('UN Security Council: designated as a terrorist organisation, according to TASS'),
    ).toBeTruthy();
    expect(screen.getByText('no country given')).toBeTruthy();
    expect(screen.getByText('Acts in no event here.')).toBeTruthy();
  });

  test('pins and unpins', async () => {
    const store = openActor('sergey-lavrov');
    await userEvent.click(screen.getByRole('button', { name: 'Pin to compare' }));
    expect(store.getState().pinned).toEqual(['sergey-lavrov']);
    await userEvent.click(screen.getByRole('button', { name: 'Unpin' }));
    expect(store.getState().pinned).toEqual([]);
  });

  test('says why a fourth can’t be pinned', async () => {
    const store = openActor('sergey-lavrov');
    act(() => {
      for (const id of ['john-kerry', 'vladimir-putin', 'barack-obama']) store.apply(pinActor, id);
    });
    const pin = screen.getByRole('button', { name: 'Pin to compare' });
    expect(pin.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { description: '3 are pinned already. Unpin one first.' })).toBe(pin);
    await userEvent.click(pin);
    expect(store.getState().pinned).not.toContain('sergey-lavrov');
  });

  test('filters by this actor alone, in one step to undo, and lets go again', async () => {
    const store = openActor('sergey-lavrov');
    act(() => store.setState({ filter: { ...store.getState().filter, actors: ['john-kerry'] } }));
    const only = screen.getByRole('button', { name: 'Only this actor' });
    expect(only.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(only);
    expect(store.getState().filter.actors).toEqual(['sergey-lavrov']);
    expect(store.getState().past.map(({ filter }) => filter.actors)).toEqual([['john-kerry']]);
    expect(only.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(only);
    expect(store.getState().filter.actors).toEqual([]);
  });
});

describe('an actor’s group', () => {
  test('is a link of its own', async () => {
    openActor('dmitry-peskov');
    await userEvent.click(
      within(screen.getByRole('heading', { name: 'Belongs to' }).closest('section')!).getByRole('button', {
        name: 'Kremlin',
      }),
    );
    expect(screen.getByRole('heading', { level: 2, name: 'Kremlin' })).toBeTruthy();
  });
});
