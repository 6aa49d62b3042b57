import { act, screen, within, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mountTimeline } from '../../../src/app/mount-timeline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';
import { pageSource } from '../../../src/app/shipped-datasets';
import { readCatalogue } from '../../../src/app/shipped-datasets';
import { readAddress } from '../../../src/app/address-bar';
import { scriptLoads, shipSets, textOf } from '../../support/shipped-page';
import type { SketchedSet } from '../../support/shipped-page';

const REPORT: SketchedSet = {
  id: 'report',
  title: 'A report: one week',
  events: [
    { id: 'call', date: '2016-02-24', participants: ['John Kerry', 'Sergey Lavrov'] },
    { id: 'remark', date: '2016-02-23', participants: ['Dmitry Peskov'] },
  ],
};
const YEARS: SketchedSet = {
  id: 'years',
  title: 'Five years',
  events: [
    { id: 'start', date: '2011-08-18', participants: ['Barack Obama'] },
    { id: 'call', date: '2016-02-24', participants: ['John Kerry', 'Sergey Lavrov'] },
    { id: 'end', date: '2016-12-29' },
  ],
};
const MORE: SketchedSet = { id: 'more', title: 'More', events: [{ id: 'later', date: '2017-01-01' }] };

let handle: TimelineHandle | undefined;
let scripts: ReturnType<typeof scriptLoads>;
const { append } = document.head;

/** The page as main.tsx mounts it, as a list: without a browser there is no plot to lay a chart on. */
async function openPage(address = '', sets: readonly SketchedSet[] = [REPORT, YEARS]): Promise<TimelineHandle> {
  history.replaceState(null, '', `/${address.startsWith('?') ? address : `?view=list${address}`}`);
  shipSets(sets);
  const { author, options } = readAddress();
  const target = document.body.appendChild(document.createElement('div'));
  const mounted = await act(async () =>
    mountTimeline(target, { source: pageSource(options, readCatalogue()), view: author, options, address: true }),
  );
  handle = mounted;
  return mounted;
}

beforeEach(() => {
  scripts = scriptLoads();
});
afterEach(async () => {
  await act(async () => handle?.destroy());
  handle = undefined;
  document.head.append = append;
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
});

const title = () => screen.getAllByRole('heading', { level: 1 })[0]!;
const button = () => within(title()).getByRole('button');
const items = () => screen.getAllByRole('menuitemradio');
/** What leads to timelines of the reader's own. */
const own = () => screen.getAllByRole('menuitem');
const OWN = ['New timeline', 'Your timelines'];
const arrive = (set: SketchedSet) => act(async () => scripts.arrive(set));

async function choose(name: string) {
  await userEvent.click(button());
  await userEvent.click(screen.getByRole('menuitemradio', { name }));
}

describe('the title', () => {
  test('is a button whose menu has the datasets that the page ships, if several, and the reader’s own', async () => {
    await openPage();
    expect(button().textContent).toBe('A report: one week');
    await act(async () => handle?.destroy());
    document.body.replaceChildren();
    await openPage('', [REPORT]);
    await userEvent.click(button());
    expect(screen.queryByRole('menuitemradio')).toBeNull();
    expect(own().map((item) => item.textContent)).toEqual(OWN);
  });

  test('has the reader’s own alone where the data came from elsewhere', async () => {
    const timeline = await openPage();
    await act(async () => timeline.setDataset(textOf(MORE)));
    expect(title().textContent).toBe('More');
    await userEvent.click(button());
    expect(screen.queryByRole('menuitemradio')).toBeNull();
    expect(own().map((item) => item.textContent)).toEqual(OWN);
  });

  test('is plain in an embed, where nothing may be written unless its author says so', async () => {
    await openPage('?embed=1&view=list', [REPORT]);
    expect(within(title()).queryByRole('button')).toBeNull();
  });
});

describe('the menu', () => {
  test('tells years and events of each, and what both have together', async () => {
    await openPage();
    await userEvent.click(button());
    expect(items().map((item) => item.textContent)).toEqual([
      'A report: one week2016 · 2 events',
      'Five years2011–2016 · 3 events',
      'Both together4 events, 1 of them in both',
    ]);
    expect(items().map((item) => item.ariaChecked)).toEqual(['true', 'false', 'false']);
  });

  test('works by keys: opens on the one shown, goes round, closes with the focus back on the title', async () => {
    await openPage();
    act(() => button().focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(items()[0]);
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(own().at(-1));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(items()[1]);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button());
    await userEvent.keyboard('{Enter}{End}{ArrowUp}{ArrowUp}{Enter}');
    expect(scripts.asked()).toEqual(['./data/years.js']);
    expect(document.activeElement).toBe(button());
  });

  test('closes when the reader points elsewhere, or moves on', async () => {
    await openPage();
    await userEvent.click(button());
    await userEvent.click(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
    await userEvent.click(button());
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('choosing', () => {
  test('shows the other dataset, says so in the address, and Back brings the first one back', async () => {
    const timeline = await openPage();
    await choose('Five years');
    expect(button().getAttribute('aria-busy')).toBe('true');
    expect(title().textContent).toBe('A report: one week');
    await arrive(YEARS);
    expect(title().textContent).toBe('Five years');
    expect(document.title).toBe('Five years');
    expect(button().getAttribute('aria-busy')).toBe('false');
    expect(document.activeElement).toBe(button());
    expect(location.hash).toBe('#set=years');
    await act(async () => {
      const back = new Promise((resolve) => {
        window.addEventListener('popstate', resolve, { once: true });
      });
      history.back();
      await back;
    });
    expect(title().textContent).toBe('A report: one week');
    expect(location.hash).toBe('');
    expect(timeline.getState().event).toBeNull();
  });

  test('both lays them together; the one the page opens with needs no word in the address', async () => {
    await openPage();
    await choose('Both together');
    await arrive(YEARS);
    // What lays them together is loaded only now.
    await waitFor(() => expect(title().textContent).toBe('Five years and A report'));
    expect(location.hash).toBe('#set=report,years');
    await userEvent.click(button());
    expect(items().map((item) => item.ariaChecked)).toEqual(['false', 'false', 'true']);
    await userEvent.click(items()[0]!);
    expect(title().textContent).toBe('A report: one week');
    expect(location.hash).toBe('');
  });

  test('keeps what the other has too: the event, the filter; drops the rest without a word', async () => {
    const timeline = await openPage();
    await act(async () =>
      timeline.setState({
        event: 'call',
        actors: ['sergey-lavrov', 'dmitry-peskov'],
        compare: ['dmitry-peskov', 'john-kerry'],
        sort: 'title',
      }),
    );
    await choose('Five years');
    await arrive(YEARS);
    expect(timeline.getState()).toMatchObject({
      event: 'call',
      actors: ['sergey-lavrov'],
      compare: ['john-kerry'],
      sort: 'title',
      view: 'list',
    });
    expect(screen.queryByText('What and why')).toBeNull();
  });

  test('what is chosen last is shown, whatever comes in last', async () => {
    await openPage('', [REPORT, YEARS]);
    await choose('Five years');
    await choose('Both together');
    await arrive(YEARS);
    expect(title().textContent).toBe('A report: one week');
    await arrive(YEARS);
    expect(title().textContent).toBe('Five years and A report');
  });

  test('what can’t be loaded is told by name, the former stays, and it can be tried again', async () => {
    await openPage();
    await choose('Five years');
    await act(async () => scripts.fail('years'));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toMatch(/“data\/years\.js” is not there.*What was on screen before is still here/);
    expect(title().textContent).toBe('A report: one week');
    expect(location.hash).toBe('');
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await arrive(YEARS);
    expect(title().textContent).toBe('Five years');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('of three datasets', () => {
  test('any can be ticked, one stays, and all come at once', async () => {
    await openPage('', [REPORT, YEARS, MORE]);
    await userEvent.click(button());
    const tick = (name: string) => screen.getByRole('menuitemcheckbox', { name });
    expect(tick('A report: one week').getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(tick('A report: one week'));
    await userEvent.click(tick('More'));
    await arrive(MORE);
    expect(location.hash).toBe('#set=report,more');
    await userEvent.click(tick('A report: one week'));
    await arrive(MORE);
    expect(location.hash).toBe('#set=more');
    expect(screen.getByRole('menuitemradio', { name: 'All together' }).textContent).toContain('5 events');
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'All together' }));
    await arrive(YEARS);
    await arrive(MORE);
    expect(location.hash).toBe('#set=report,years,more');
  });
});

describe('the address', () => {
  test('names datasets in any order, the author’s in the query, the reader’s in the hash', async () => {
    await openPage('&set=years,report');
    await arrive(YEARS);
    expect(title().textContent).toBe('Five years and A report');
    await choose('A report: one week');
    expect(location.hash).toBe('#set=report');
    await choose('Both together');
    await arrive(YEARS);
    expect(location.hash).toBe('');
  });

  test('an unknown dataset is named, and the page’s own shows', async () => {
    await openPage('&set=nowhere');
    expect(title().textContent).toBe('A report: one week');
    await userEvent.click(await screen.findByText('What and why'));
    expect((await screen.findByRole('table', { name: 'What could not be used, and why' })).textContent).toContain(
      'nowherea shipped data set: report, years',
    );
  });

  test('the reader’s dataset is not blamed for what the author’s view names', async () => {
    const timeline = await openPage('&event=remark&actors=dmitry-peskov#set=years&q=call');
    await arrive(YEARS);
    expect(timeline.getState()).toMatchObject({ event: null, actors: [], q: 'call' });
    expect(screen.queryByText('What and why')).toBeNull();
  });

  test('a link to one event leads to it in the datasets on screen', async () => {
    const timeline = await openPage('#set=years&event=start');
    await arrive(YEARS);
    expect(timeline.getState().event).toBe('start');
    expect(
      screen
        .getAllByRole('link')
        .map((link) => link.getAttribute('href'))
        .some((href) => href?.endsWith('#set=years&event=start')),
    ).toBe(true);
  });
});
