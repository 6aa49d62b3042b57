import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { choosePair } from '../../../src/state/view/choose';
import { toggleTone } from '../../../src/state/query/filters';
import { SidePanel } from '../../../src/ui/panel/SidePanel';
import { namesOf, readDefaultDataset, renderOver, section, storeOf } from '../../support/render-panels';

const dataset = readDefaultDataset();

function openPair(a: string, b: string) {
  const store = storeOf(dataset);
  store.apply(choosePair, a, b);
  renderOver(store, <SidePanel />);
  return store;
}

describe('the panel of two actors', () => {
  test('shows only what they share, with the role of each', () => {
    openPair('sergey-lavrov', 'john-kerry');
    expect(screen.getByRole('heading', { level: 2, name: 'Sergey Lavrov and John Kerry' })).toBeTruthy();
    const rows = namesOf(section('What they share').getAllByRole('listitem'));
    expect(rows).toEqual([expect.stringMatching(/^24 Feb 2016.*by phoneSergey Lavrov: Party · John Kerry: Party$/)]);
  });

  test('says when they share nothing, and what a filter hides', () => {
    openPair('sergey-lavrov', 'bouthaina-shaaban');
    expect(screen.getByText('They share no event here.')).toBeTruthy();
  });

  test('counts what the filter shows', () => {
    const store = openPair('sergey-lavrov', 'john-kerry');
    act(() => store.apply(toggleTone, 'conflict'));
    expect(section('What they share').getByText('0 of 1 shown')).toBeTruthy();
    expect(screen.queryByText('They share no event here.')).toBeNull();
  });

  test('leads back to each actor and to the summary', async () => {
    const store = openPair('sergey-lavrov', 'john-kerry');
    await userEvent.click(screen.getByRole('button', { name: 'John Kerry' }));
    expect(store.getState().panel).toEqual({ kind: 'actor', actor: 'john-kerry' });
    await userEvent.click(screen.getByRole('button', { name: 'About this timeline' }));
    expect(store.getState().panel).toEqual({ kind: 'summary' });
  });
});
