import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { toggleTone } from '../../../src/state/query/filters';
import { EmptyChart } from '../../../src/ui/chart/EmptyChart';
import { makeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

function show(tone?: 'conflict' | 'neutral') {
  const store = storeOf(
    makeDataset([
      { title: 'A letter', date: null, tone: 'conflict' },
      { title: 'A meeting', date: '2016-02-24' },
    ]),
  );
  if (tone !== undefined) store.apply(toggleTone, tone);
  renderOver(store, <EmptyChart layout={undefined} scene={undefined} />);
  return store;
}

test('a chart of which all that matches has no date says so, and leads to the list', async () => {
  const store = show('conflict');
  expect(screen.getByRole('note').textContent).toContain('No event that matches has a date');
  await userEvent.click(screen.getByRole('button', { name: 'Open the list' }));
  expect(store.getState().view).toBe('list');
});

test('a chart of which nothing matches offers to clear the filters', async () => {
  const store = show('neutral');
  expect(screen.getByRole('note').textContent).toContain('The filters leave none of the 2 events.');
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(store.getState().filter.tones).toEqual([]);
  expect(screen.queryByRole('note')).toBeNull();
});

test('a chart that isn’t laid out yet says nothing', () => {
  show();
  expect(screen.queryByRole('note')).toBeNull();
});

test('a chart of a timeline that has no events yet says so, and where they go', () => {
  renderOver(storeOf(makeDataset([])), <EmptyChart layout={undefined} scene={undefined} />);
  expect(screen.getByRole('note').textContent).toBe(
    'This timeline has no events yet.They are added to its file, in the list “events”.',
  );
});
