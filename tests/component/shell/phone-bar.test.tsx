import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { setSearchText, toggleTone } from '../../../src/state/query/filters';
import type { TimelineStore } from '../../../src/state/view/store';
import { EventList } from '../../../src/ui/list/EventList';
import { FilterBar } from '../../../src/ui/filter/FilterBar';
import { HelpDialog } from '../../../src/ui/settings/HelpDialog';
import { PhoneProvider, ShownViewProvider } from '../../../src/ui/context/shown-layout';
import { Toolbar } from '../../../src/ui/shell/Toolbar';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

const syria = readDefaultDataset();

function showOnPhone(part: ReactNode, view: 'timeline' | 'list' = 'list'): TimelineStore {
  const store = storeOf(syria);
  renderOver(
    store,
    <PhoneProvider value>
      <ShownViewProvider value={view}>{part}</ShownViewProvider>
    </PhoneProvider>,
  );
  return store;
}

const more = () => screen.getByRole('button', { name: 'More' });
const openMore = async () => {
  await userEvent.click(more());
  return within(screen.getByRole('dialog', { name: 'More' }));
};

describe('the toolbar of a phone', () => {
  function show(view?: 'timeline' | 'list', onAbout?: () => void) {
    const acts = { onHelp: vi.fn<() => void>(() => undefined), onShare: vi.fn<() => void>(() => undefined) };
    return { store: showOnPhone(<Toolbar {...acts} onAbout={onAbout} />, view), ...acts };
  }

  test('is one button over the list, which tells whether it is open', async () => {
    show();
    expect(within(screen.getByRole('toolbar')).getAllByRole('button')).toEqual([more()]);
    expect(more().getAttribute('aria-expanded')).toBe('false');
    await openMore();
    expect(more().getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(more());
  });

  test('closes before what it opens, so that the focus comes back to its button', async () => {
    const onAbout = vi.fn<() => void>(() => undefined);
    const { onShare, onHelp } = show('list', onAbout);
    for (const [name, asked] of [
      ['Share', onShare],
      ['Settings and help', onHelp],
      ['About', onAbout],
    ] as const) {
      asked.mockImplementation(() => expect(document.activeElement).toBe(more()));
      await userEvent.click((await openMore()).getByRole('button', { name }));
      expect(asked).toHaveBeenCalledTimes(1);
      expect(screen.queryByRole('dialog')).toBeNull();
    }
  });

  test('undoes, when there is something to undo, and has no summary to open where the details are hidden', async () => {
    const { store } = show();
    expect((await openMore()).queryByRole('button', { name: 'About' })).toBeNull();
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(undo);
    expect(screen.getByRole('dialog', { name: 'More' })).toBeTruthy();
    act(() => store.apply(toggleTone, 'conflict'));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(store.getState().filter.tones).toEqual([]);
  });

  test('chooses the view; over the chart it keeps the zoom in sight, and how time and rows are drawn in the panel', async () => {
    const { store } = show('timeline');
    expect(
      within(screen.getByRole('toolbar'))
        .getAllByRole('button')
        .map((button) => button.textContent || button.getAttribute('aria-label')),
    ).toEqual(['More', '−', '+', 'Fit', 'Dates']);
    const panel = await openMore();
    await userEvent.selectOptions(panel.getByRole('combobox', { name: 'Time scale' }), 'Calendar time');
    expect(store.getState().scale).toBe('calendar');
    await userEvent.click(panel.getByRole('button', { name: 'List' }));
    expect(store.getState().view).toBe('list');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the count of a phone', () => {
  const counts = () => [...document.querySelectorAll('.dt-event-count')].map((each) => each.textContent);

  test('stands in the head of the list, once, also when nothing passes, and is said by the bar', async () => {
    const store = showOnPhone(
      <>
        <FilterBar />
        <EventList />
      </>,
    );
    expect(counts()).toEqual(['11 of 11 events']);
    expect(document.querySelector('.dt-list')!.textContent).toContain('11 of 11 events');
    expect(screen.getByRole('combobox', { name: 'Sort' })).toBeTruthy();
    act(() => store.apply(setSearchText, 'zzzz'));
    await screen.findByText('0 of 11 events', { selector: '.dt-list .dt-event-count' });
    expect(counts()).toHaveLength(1);
    expect(screen.queryByRole('combobox', { name: 'Sort' })).toBeNull();
  });

  test('stands in the bar over the chart', () => {
    showOnPhone(<FilterBar />, 'timeline');
    expect(counts()).toEqual(['11 of 11 events']);
  });
});

test.each([false, true])(
  'on a phone the dialog of keys is one of settings, which come first; the keys are unfolded where there may be some: %s',
  (isWithKeys) => {
    const asked = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation(
        (media) =>
          Object.assign(new EventTarget(), { media, matches: isWithKeys && media.includes('hover') }) as MediaQueryList,
      );
    showOnPhone(<HelpDialog open onClose={() => undefined} keys={[{ keys: '?', does: 'help' }]} />);
    const dialog = screen.getByRole('dialog', { name: 'Settings and help' });
    const keys = dialog.querySelector('details')!;
    expect(within(dialog).getByRole('region', { name: 'Settings' }).compareDocumentPosition(keys)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(keys.open).toBe(isWithKeys);
    expect(keys.querySelector('summary')!.textContent).toBe('Keys');
    expect(keys.querySelector('kbd')!.textContent).toBe('?');
    asked.mockRestore();
  },
);
