import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { pinActor } from '../../../src/state/view/choose';
import { toggleTone } from '../../../src/state/query/filters';
import { CompareTray } from '../../../src/ui/panel/CompareTray';
import { namesOf, readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

const dataset = readDefaultDataset();

function openTray(...ids: readonly string[]) {
  return openTrayAs(false, ids);
}

function openTrayAs(isFolded: boolean, ids: readonly string[]) {
  const store = storeOf(dataset);
  for (const id of ids) store.apply(pinActor, id);
  renderOver(store, <CompareTray isFolded={isFolded} />);
  return store;
}

const tray = () => within(screen.getByRole('region', { name: 'Compare actors' }));

describe('the tray for comparing', () => {
  test('is not there while nobody is pinned', () => {
    openTray();
    expect(screen.queryByRole('region', { name: 'Compare actors' })).toBeNull();
  });

  test('is one line that asks for more while one is pinned', () => {
    const store = openTray('john-kerry');
    expect(screen.getByText('Pin one or two more to compare.')).toBeTruthy();
    expect([...document.querySelectorAll('.dt-strip, .dt-tray-counts, [aria-expanded]')]).toEqual([]);
    expect(namesOf(tray().getAllByRole('button'))).toEqual(['John Kerry', '×']);
    act(() => store.apply(pinActor, 'sergey-lavrov'));
    expect(document.querySelectorAll('.dt-strip')).toHaveLength(2);
    expect(screen.queryByText('Pin one or two more to compare.')).toBeNull();
  });

  test('puts actors in the order they were pinned, with office and what each did and said', () => {
    openTray('john-kerry', 'sergey-lavrov');
    const kerry = tray().getByRole('button', { name: 'John Kerry' }).closest('li');
    expect(kerry?.textContent).toContain('Secretary of State, United States');
    expect(kerry?.textContent).toContain('Acts in2 eventsSays2 statements');
    const names = namesOf(tray().getAllByRole('button'));
    expect(names.indexOf('John Kerry')).toBeLessThan(names.indexOf('Sergey Lavrov'));
  });

  test('lists the events they share, with those who share them and not those only mentioned', () => {
    openTray('john-kerry', 'sergey-lavrov', 'vladimir-putin');
    const shared = within(screen.getByRole('heading', { name: /^Shared/ }).parentElement!);
    expect(namesOf(shared.getAllByRole('listitem'))).toEqual([
      expect.stringMatching(/by phoneJohn Kerry, Sergey Lavrov$/),
    ]);
  });

  test('follows the filter and says so', () => {
    const store = openTray('john-kerry', 'sergey-lavrov');
    act(() => store.apply(toggleTone, 'cooperation'));
    expect(tray().getByRole('button', { name: 'John Kerry' }).closest('li')?.textContent).toContain(
      'Acts in1 of 2 shown',
    );
    act(() => store.apply(toggleTone, 'cooperation'));
    act(() => store.apply(toggleTone, 'conflict'));
    expect(screen.getByRole('heading', { name: /^Shared/ })?.textContent).toContain('0 of 1 shown');
  });

  test('unpins', async () => {
    const store = openTray('john-kerry', 'sergey-lavrov');
    await userEvent.click(screen.getByRole('button', { name: 'Unpin John Kerry' }));
    expect(store.getState().pinned).toEqual(['sergey-lavrov']);
  });

  test('is a button to begin with where it is folded', async () => {
    openTrayAs(true, ['john-kerry', 'sergey-lavrov']);
    const fold = screen.getByRole('button', { name: 'Compare: 2 actors' });
    expect(tray().getAllByRole('button')).toEqual([fold]);
    await userEvent.click(fold);
    screen.getByRole('heading', { name: /^Shared/ });
  });

  test('folds', async () => {
    openTray('john-kerry', 'sergey-lavrov');
    const fold = screen.getByRole('button', { name: 'Compare: 2 actors' });
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: 'John Kerry' })).toBeNull();
  });
});
