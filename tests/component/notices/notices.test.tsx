import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import type { Rejection } from '../../../src/model/rejection';
import { failLoading, tellProgress } from '../../../src/state/view/loading';
import { createTimelineStore } from '../../../src/state/view/store';
import type { LoadProblem } from '../../../src/model/load-problem';
import { lazyCode } from '../../../src/base/lazy-code';
import type { OpenDoor } from '../../../src/ui/open/open-services';
import { PageServicesProvider, usePageServices } from '../../../src/ui/context/page-services';
import { ErrorBoundary } from '../../../src/ui/context/ErrorBoundary';
import { Notices } from '../../../src/ui/notices/Notices';
import { LAZY_MODULES } from '../../../src/ui/shell/page-modules';
import { RejectionList } from '../../../src/ui/notices/LeftOut';
import { TimelineProvider } from '../../../src/ui/context/store-context';
import { makeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

beforeAll(() => Promise.all([LAZY_MODULES.leftOut.load(), LAZY_MODULES.rowsNotices.load()]));

const three = makeDataset([{}, {}, {}]);

function rejection(parts: Partial<Rejection> = {}): Rejection {
  return {
    where: '/events/3/date',
    record: 'ev-4',
    field: 'date',
    found: '2016-13-45',
    expected: 'an EDTF date',
    effect: 'left-out',
    ...parts,
  };
}

/** The notices of a page that may open files. */
function WithDoor({ opening }: { readonly opening: OpenDoor }) {
  const services = usePageServices();
  return (
    <PageServicesProvider value={{ ...services, opening }}>
      <Notices />
    </PageServicesProvider>
  );
}

describe('while a file is loading', () => {
  test('a calm line names it', () => {
    renderOver(createTimelineStore({ loading: { phase: 'loading', source: 'data/crimea.json' } }), <Notices />);
    expect(screen.getByRole('status').textContent).toBe('Loading data/crimea.json …');
  });

  test('that comes row by row says how far it is, and can be stopped', async () => {
    const onCancel = vi.fn();
    const store = createTimelineStore({
      loading: { phase: 'loading', source: 'un-votes.csv', progress: { done: 0.417, rows: 212_000 } },
    });
    renderOver(store, <Notices onCancel={onCancel} />);
    expect(screen.getByRole('progressbar', { name: 'Loading un-votes.csv …' }).getAttribute('value')).toBe('0.417');
    expect(screen.getByRole('status').textContent).toBe('Loading un-votes.csv: 212,000 rows, 41 %');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  test('whose length nobody knows says how many rows came', () => {
    const store = createTimelineStore({
      loading: { phase: 'loading', source: 'un-votes.csv', progress: { done: undefined, rows: 1 } },
    });
    renderOver(store, <Notices />);
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
    expect(screen.getByRole('status').textContent).toBe('Loading un-votes.csv: 1 row');
  });

  test('what is seen follows every step, what is said aloud waits', () => {
    const store = createTimelineStore({
      loading: { phase: 'loading', source: 'v.csv', progress: { done: 0.1, rows: 10 } },
    });
    const { container } = renderOver(store, <Notices />);
    act(() => store.apply(tellProgress, { done: 0.2, rows: 20 }));
    act(() => store.apply(tellProgress, { done: 0.3, rows: 30 }));
    expect(container.querySelector('[aria-hidden="true"]')?.textContent).toBe('Loading v.csv: 30 rows, 30 %');
    expect(screen.getByRole('status').textContent).toBe('Loading v.csv: 20 rows, 20 %');
  });

  test('and was stopped says after how many rows, and loads from the start when asked', async () => {
    const onRetry = vi.fn();
    renderOver(
      createTimelineStore({ loading: { phase: 'stopped', source: 'v.csv', rows: 212_000 } }),
      <Notices onRetry={onRetry} />,
    );
    expect(screen.getByRole('status').textContent).toBe('Stopped after 212,000 rows of v.csv. Those are shown.');
    const again = screen.getByRole('button', { name: 'Load it from the start' });
    expect(document.activeElement).toBe(again);
    await userEvent.click(again);
    expect(onRetry).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('and was stopped before its first row says so', () => {
    renderOver(createTimelineStore({ loading: { phase: 'stopped', source: 'v.csv', rows: 0 } }), <Notices />);
    expect(screen.getByRole('status').textContent).toBe('Stopped before anything of v.csv could be shown.');
  });

  test('nothing is said once it is there', () => {
    const { container } = renderOver(storeOf(three), <Notices />);
    expect(container.textContent).toBe('');
  });
});

describe('when a file can’t be shown', () => {
  const problem = (kind: LoadProblem['kind'], detail = ''): LoadProblem => ({ kind, source: 'data/x.json', detail });

  test.each<[LoadProblem['kind'], RegExp, RegExp]>([
    ['missing', /“data\/x\.json” is not there/, /Check its name and address/],
    ['network', /“data\/x\.json” could not be fetched/, /Check the connection/],
    ['not-json', /“data\/x\.json” is not valid JSON/, /Mend the file at the place named/],
    ['newer-version', /“data\/x\.json” is written in a newer version/, /newer version of this page/],
    ['no-events', /“data\/x\.json” holds no event/, /needs an id, a title, a date and participants/],
    ['wrong-shape', /“data\/x\.json” is JSON, but not a timeline data set/, /sources, actors and events/],
    ['no-column', /“data\/x\.json” hasn’t got a column/, /Name the columns in the mapping/],
    ['not-allowed', /“data\/x\.json” can’t be loaded/, /this page’s own host/],
    ['no-fetch', /can’t be loaded by a page that is opened like this/, /Serve the page/],
    ['too-large', /“data\/x\.json” is too large/, /Split it/],
  ])('%s: names the file and what to do', (kind, what, todo) => {
    renderOver(createTimelineStore({ loading: { phase: 'failed', problem: problem(kind) } }), <Notices />);
    expect(screen.getByRole('alert').textContent).toMatch(what);
    expect(screen.getByRole('alert').textContent).toMatch(todo);
  });

  test('what was found is told, and trying again asks the page', async () => {
    const onRetry = vi.fn();
    renderOver(
      createTimelineStore({ loading: { phase: 'failed', problem: problem('not-json', 'line 3, column 7') } }),
      <Notices onRetry={onRetry} />,
    );
    expect(screen.getByText('Found: line 3, column 7')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  test('where there is nothing else, a file of the reader’s own is opened', async () => {
    const ask = vi.fn();
    const door = {
      ask,
      want: () => undefined,
      isWanted: () => false,
      subscribe: () => () => undefined,
      services: lazyCode(() => new Promise(() => {})),
    };
    const failed = createTimelineStore({ loading: { phase: 'failed', problem: problem('network') } });
    renderOver(failed, <WithDoor opening={door as OpenDoor} />);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('with a picture on screen it can be dismissed, and the next failure shows again', async () => {
    const store = storeOf(three);
    store.apply(failLoading, problem('missing'));
    renderOver(store, <Notices />);
    expect(screen.getByRole('alert').textContent).toMatch(/What was on screen before is still here/);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
    act(() => store.apply(failLoading, problem('missing')));
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('when parts of a file could not be used', () => {
  test('the banner counts events, not faults, out of all in the file', () => {
    renderOver(
      storeOf(three, {
        rejections: [
          rejection(),
          rejection({ where: '/events/3/title', field: 'title' }),
          rejection({ where: '/events/5', field: '' }),
        ],
      }),
      <Notices />,
    );
    expect(screen.getByText('2 of 5 events were left out')).toBeTruthy();
  });

  test('other entries, fields and remarks are told apart', () => {
    renderOver(
      storeOf(three, {
        rejections: [
          rejection({ where: '/actors/1/label' }),
          rejection({ effect: 'dropped' }),
          rejection({ effect: 'dropped' }),
          rejection({ effect: 'noted' }),
        ],
      }),
      <Notices />,
    );
    expect(
      screen.getByText('1 entry of the file was left out. 2 fields could not be used. 1 thing deserves a look'),
    ).toBeTruthy();
  });

  test('a file with lines counts lines', () => {
    renderOver(
      storeOf(three, {
        rejections: [
          rejection({ where: 'line 12, column 5' }),
          rejection({ where: 'line 12, column 9' }),
          rejection({ where: 'line 14, column 1' }),
        ],
      }),
      <Notices />,
    );
    expect(screen.getByText('2 of 5 events were left out')).toBeTruthy();
  });

  test('the details give where, record, field, found and expected', async () => {
    renderOver(storeOf(three, { rejections: [rejection()] }), <Notices />);
    await userEvent.click(screen.getByText('What and why'));
    const table = within(await screen.findByRole('table', { name: 'What could not be used, and why' }));
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Where',
      'Record',
      'Field',
      'Found',
      'Expected',
      'What happened',
    ]);
    expect(table.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
      '/events/3/date',
      'ev-4',
      'date',
      '2016-13-45',
      'an EDTF date',
      'left out',
    ]);
  });

  test('the banner goes when dismissed; another file’s shows', async () => {
    const store = storeOf(three, { rejections: [rejection()] });
    renderOver(store, <Notices />);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/left out/)).toBeNull();
    act(() => store.setState({ rejections: [rejection()] }));
    expect(screen.getByText('1 of 4 events was left out')).toBeTruthy();
  });

  test('a long list is cut at a hundred with a button for all', async () => {
    renderOver(
      storeOf(three),
      <RejectionList
        rejections={Array.from({ length: 130 }, (_, index) => rejection({ where: `/events/${index}` }))}
      />,
    );
    expect(screen.getAllByRole('row')).toHaveLength(101);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 130' }));
    expect(screen.getAllByRole('row')).toHaveLength(131);
  });
});

describe('when a part of the page breaks', () => {
  test('its message and what stands in for it are shown, the rest stays, and it can be tried again', async () => {
    let broken = true;
    const onCaughtError = vi.fn();
    const Chart = () => {
      if (broken) throw new Error('no width');
      return <p>the chart itself</p>;
    };
    render(
      <TimelineProvider store={storeOf(three)} translate={makeTranslate('en', english)}>
        <p>the rest</p>
        <ErrorBoundary name="the chart" fallback={<p>the list</p>}>
          <Chart />
        </ErrorBoundary>
      </TimelineProvider>,
      { onCaughtError },
    );
    expect(screen.getByRole('alert').textContent).toMatch(/This part failed: the chart\./);
    expect(screen.getByText('no width')).toBeTruthy();
    expect(screen.getByText('the rest')).toBeTruthy();
    expect(screen.getByText('the list')).toBeTruthy();
    expect(onCaughtError).toHaveBeenCalledTimes(1);
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('the chart itself')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText('the list')).toBeNull();
  });
});
