import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { timeSpan } from '../../../src/model/dates/instant';
import { setSearchText, toggleActor } from '../../../src/state/query/filters';
import {
  choosePair,
  chooseActor,
  chooseEvent,
  hoverEvent,
  pinActor,
  setPanelOpen,
} from '../../../src/state/view/choose';
import { undoView } from '../../../src/state/view/history';
import { setExpanded, setGroup, setScale, setSort, setView, setWindow } from '../../../src/state/view/view-actions';
import type { TimelineStore } from '../../../src/state/view/store';
import type { TimelineState } from '../../../src/state/view/timeline-state';
import { ShownViewProvider } from '../../../src/ui/context/shown-layout';
import { PageDialog } from '../../../src/ui/context/PageDialog';
import { useTimeline } from '../../../src/ui/context/store-context';
import { FilterBar } from '../../../src/ui/filter/FilterBar';
import { SpokenChanges } from '../../../src/ui/shell/SpokenChanges';
import { makeDataset } from '../../support/make-dataset';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

beforeEach(() => vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const CALL = 'ev-lavrov-kerry-call';
const feb = (day: number) => Date.UTC(2016, 1, day);

function Changes({ since, withFilters = false }: { readonly since: TimelineState; readonly withFilters?: boolean }) {
  const view = useTimeline((state) => state.view);
  return (
    <ShownViewProvider value={view === 'auto' ? 'timeline' : view}>
      {withFilters ? <FilterBar /> : null}
      <SpokenChanges since={since} />
    </ShownViewProvider>
  );
}

/** A page over the set, and the texts that its live region has shown. */
function listen(store: TimelineStore = storeOf(readDefaultDataset()), since = store.getState(), withFilters = false) {
  renderOver(store, <Changes since={since} withFilters={withFilters} />);
  const line = screen.getByRole('status');
  const heard: string[] = [];
  const watcher = new MutationObserver(() => line.textContent !== '' && heard.push(line.textContent));
  watcher.observe(line, { childList: true, subtree: true, characterData: true });
  const after = async (choose: () => void) => {
    heard.length = 0;
    act(choose);
    await act(() => vi.advanceTimersByTimeAsync(2500));
    return heard;
  };
  return { store, after };
}

describe('what a choice says, in one sentence', () => {
  test.each<[string, (store: TimelineStore) => void, string]>([
    ['an event', (s) => s.apply(chooseEvent, CALL), 'Phone call on preparations. 24 Feb 2016. 10 of 11.'],
    ['an actor', (s) => s.apply(chooseActor, 'sergey-lavrov'), 'Sergey Lavrov: acts in 2 events.'],
    [
      'two actors',
      (s) => s.apply(choosePair, 'sergey-lavrov', 'john-kerry'),
      'Sergey Lavrov and John Kerry: 1 shared event.',
    ],
    ['the details', (s) => s.apply(setPanelOpen, false), 'Details closed.'],
    ['a pin', (s) => s.apply(pinActor, 'john-kerry'), '1 actor is pinned to compare.'],
    ['the list', (s) => s.apply(setView, 'list'), 'List: 11 events.'],
    ['rows', (s) => s.apply(setGroup, 'actor'), 'Rows: By actor.'],
    ['groups', (s) => s.apply(setExpanded, []), 'All groups of rows are closed.'],
    ['the scale', (s) => s.apply(setScale, 'calendar'), 'Time scale: Calendar time.'],
    ['the order', (s) => s.apply(setSort, 'title'), 'Sort: By title.'],
    ['a window', (s) => s.apply(setWindow, timeSpan(feb(22), feb(24)), true), '22 Feb 2016 to 23 Feb 2016: 5 events.'],
    ['a day', (s) => s.apply(setWindow, timeSpan(feb(22), feb(23)), true), '22 Feb 2016: 3 events.'],
  ])('%s', async (_, choose, words) => {
    const { store, after } = listen();
    expect(await after(() => choose(store))).toEqual([words]);
  });

  test('letting an event go, and fitting all', async () => {
    const { store, after } = listen();
    await after(() => store.apply(chooseEvent, CALL));
    expect(await after(() => store.apply(chooseEvent, undefined))).toEqual(['No event is chosen.']);
    await after(() => store.apply(setWindow, timeSpan(feb(22), feb(24)), true));
    const [whole] = await after(() => store.apply(setWindow, undefined, true));
    expect(whole).toMatch(/^All of it\. .* 2013 to .* 2016: 11 events\.$/);
  });

  test('a step taken back says so, and what stands there again', async () => {
    const { store, after } = listen();
    await after(() => store.apply(setScale, 'calendar'));
    expect(await after(() => store.apply(undoView))).toEqual(['Undone. Time scale: Folded time.']);
  });

  test('many changes at once are one sentence, about where they ended', async () => {
    const { store, after } = listen();
    const heard = await after(() => {
      for (let day = 22; day < 26; day += 1) store.apply(setWindow, timeSpan(feb(22), feb(day + 1)), false);
      store.apply(chooseEvent, 'ev-joint-statement');
      store.apply(chooseEvent, CALL);
    });
    expect(heard).toEqual(['Phone call on preparations. 24 Feb 2016. 10 of 11.']);
  });

  test('another view is one sentence, where events without a date are counted beside the chart too', async () => {
    const dataset = makeDataset([
      { id: 'letter', date: null },
      { id: 'march', date: '2016-03-02' },
    ]);
    const { store, after } = listen(storeOf(dataset), undefined, true);
    await after(() => undefined);
    expect(await after(() => store.apply(setView, 'list'))).toEqual(['List: 2 events.']);
    expect(await after(() => store.apply(setView, 'timeline'))).toEqual([expect.stringMatching(/^Timeline: /)]);
    expect(await after(() => store.apply(setSearchText, 'march'))).toEqual([expect.stringMatching(/^1 of 2 events/)]);
  });

  test('the same sentence is said again', async () => {
    const { store, after } = listen();
    await after(() => store.apply(setView, 'list'));
    await after(() => store.apply(setView, 'timeline'));
    expect(await after(() => store.apply(setView, 'list'))).toEqual(['List: 11 events.']);
    expect(await after(() => store.apply(setView, 'timeline'))).toEqual(['Timeline: 11 events.']);
  });

  test('what the page opened with, what is pointed at, and a filter, whose count is said elsewhere, say nothing', async () => {
    const { store, after } = listen(storeOf(readDefaultDataset(), { selected: CALL, panel: { kind: 'event' } }));
    expect(await after(() => undefined)).toEqual([]);
    expect(await after(() => store.apply(hoverEvent, CALL))).toEqual([]);
    expect(await after(() => store.apply(toggleActor, 'john-kerry'))).toEqual([]);
  });

  test('what is the same in other objects, as a link that is applied makes them, says nothing', async () => {
    const store = storeOf(readDefaultDataset());
    store.apply(pinActor, 'john-kerry');
    store.apply(chooseActor, 'sergey-lavrov');
    store.apply(setExpanded, ['US']);
    store.apply(setWindow, timeSpan(feb(22), feb(24)), true);
    const { after } = listen(store);
    const anew = ({ pinned, panel, expanded, window, ...state }: TimelineState): TimelineState => ({
      ...state,
      pinned: [...pinned],
      panel: { ...panel },
      expanded: expanded && [...expanded],
      window: window && { ...window },
    });
    expect(await after(() => store.apply(anew))).toEqual([]);
    expect(await after(() => store.apply((state: TimelineState) => anew({ ...state, pinned: [] })))).toEqual([
      'No actor is pinned to compare.',
    ]);
  });

  test('what was chosen before the code for it was here is said', async () => {
    const store = storeOf(readDefaultDataset());
    const since = store.getState();
    store.apply(chooseEvent, CALL);
    expect(await listen(store, since).after(() => undefined)).toEqual([
      'Phone call on preparations. 24 Feb 2016. 10 of 11.',
    ]);
  });

  test('in a modal dialog, behind which the page is silent, it is heard too', async () => {
    const store = storeOf(readDefaultDataset());
    const [since, title] = [store.getState(), 'A dialog'];
    renderOver(
      store,
      <>
        <Changes since={since} />
        <PageDialog open title={title} close="Close" onClose={() => undefined}>
          Text
        </PageDialog>
      </>,
    );
    act(() => store.apply(setScale, 'calendar'));
    await act(() => vi.advanceTimersByTimeAsync(2500));
    expect(screen.getByRole('dialog').querySelector('output')?.textContent).toBe('Time scale: Calendar time.');
  });
});
