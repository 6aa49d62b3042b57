import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { writtenSet } from '../../../src/build/written-page';
import { setSort } from '../../../src/state/view/view-actions';
import { chooseEvent } from '../../../src/state/view/choose';
import { EventList } from '../../../src/ui/list/EventList';
import { SidePanel } from '../../../src/ui/panel/SidePanel';
import { eventDate, makeDataset } from '../../support/make-dataset';
import { renderOver, section, storeOf } from '../../support/render-panels';

const dataset = makeDataset(
  [
    { id: 'loose', title: 'A loose leaf', date: null },
    { id: 'call', title: 'A call', date: '2016-02-20', participants: ['anna'] },
    { id: 'second', title: 'Another leaf', date: null, participants: ['anna'] },
  ],
  { asOf: eventDate('2016-02-24') },
);

const titles = () =>
  within(screen.getAllByRole('rowgroup')[1]!)
    .getAllByRole('row')
    .map((row) => within(row).getAllByRole('button')[0]!.textContent);

describe('events without a date on the page', () => {
  test('stand at the end of the list, whichever way it runs, and say so', () => {
    const store = storeOf(dataset);
    renderOver(store, <EventList />);
    expect(titles()).toEqual(['A call', 'A loose leaf', 'Another leaf']);
    expect(screen.getAllByRole('cell', { name: 'No date' })).toHaveLength(2);
    act(() => store.apply(setSort, 'date-desc'));
    expect(titles()).toEqual(['A call', 'A loose leaf', 'Another leaf']);
  });

  test('have a panel like all others', () => {
    const store = storeOf(dataset);
    store.apply(chooseEvent, 'loose');
    renderOver(store, <SidePanel />);
    expect(screen.getByRole('heading', { level: 2, name: 'A loose leaf' })).toBeTruthy();
    expect(section('When').getByText('No date')).toBeTruthy();
  });

  test('are written for who has no scripts, with a picture of what is dated', () => {
    const file = {
      title: 'Leaves',
      events: [
        { id: 'loose', title: 'A loose leaf' },
        { id: 'call', title: 'A call', date: '2016-02-20', participants: ['Anna'] },
      ],
    };
    const written = writtenSet(JSON.stringify(file), 'leaves')!;
    const block = new DOMParser().parseFromString(written.block({ further: [] }), 'text/html');
    const items = [...block.querySelectorAll('.dt-written-date')].map(({ textContent }) => textContent);
    expect(items).toEqual([expect.stringContaining('20 Feb 2016'), expect.stringContaining('No date')]);
    expect(written.jsonLd(undefined)).not.toContain('NaN');
    expect(block.body.innerHTML).not.toContain('NaN');
    const none = writtenSet(JSON.stringify({ ...file, events: [file.events[0]] }), 'leaves')!;
    expect(none.block({ further: [] })).not.toContain('NaN');
  });
});
