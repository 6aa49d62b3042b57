import { expectSilent, loadTimeline, SOON } from './page';
import type { OpenedTimeline, OpenOptions } from './page';
import { serve } from './serve';
import type { Answer, Served, ServeOptions } from './serve';
import { givePageBack, takePage, workerBrowser } from './worker-browser';
import type { KindPage } from './worker-browser';
import { workerServer } from './worker-server';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

/** What a test needs of the world: a page of its own, from the one browser and the one server of its worker. */
export interface Stage {
  readonly browser: () => Browser;
  /** Address of the built page, with its closing slash. */
  readonly url: () => string;
  /** Opens the built page (or another `url`), by default at 1440 x 900, and waits until what it shows has settled. */
  readonly open: (options?: StageOptions) => Promise<OpenedTimeline>;
  /**
   * A server for this test, until its pages have gone: a page asks for its icon when the browser likes, and would
   * complain of one that was closed under it.
   */
  readonly serve: (options?: ServeOptions) => Promise<Served>;
}

interface OpenedPage extends KindPage {
  readonly timeline: OpenedTimeline;
}

interface StageOptions extends Partial<OpenOptions> {
  readonly hash?: string;
  /**
   * In a page that no other test had and none will have: for those that change the page itself (its throttle, its
   * media, its size).
   */
  readonly fresh?: boolean;
  /**
   * Stays open under this name for the file's further tests, each of which finds it as the one before has left it (or
   * anew, after a failure): for what takes long to load and is only looked about in.
   */
  readonly keep?: string;
}

/**
 * Sets up browser and server for a file's tests; `answers` are what the server gives instead of the built page's files,
 * and may be added to until they are asked for. After each test every page it opened must have been silent, and goes.
 */
export function useStage(answers: ReadonlyMap<string, Answer> = new Map()): Stage {
  let browser: Browser | undefined;
  let home: string | undefined;
  const opened: OpenedPage[] = [];
  const serving: Served[] = [];
  const kept = new Map<string, OpenedPage>();
  beforeAll(async () => {
    [browser, home] = await Promise.all([workerBrowser(), workerServer(answers)]);
  });
  afterEach(async ({ task }) => {
    const all = opened.splice(0);
    let isGood = task.result?.state !== 'fail';
    try {
      for (const { timeline } of [...all, ...kept.values()]) await expectSilent(timeline);
    } catch (error) {
      isGood = false;
      throw error;
    } finally {
      if (!isGood) all.push(...takeAll(kept));
      for (const each of all) await givePageBack(each, isGood);
      await Promise.all(serving.splice(0).map((each) => each.close()));
    }
  });
  afterAll(async () => {
    for (const each of takeAll(kept)) await givePageBack(each, true);
  });
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('Only inside a test');
    return thing;
  };
  return {
    browser: () => there(browser),
    url: () => there(home),
    serve: async (options) => {
      const served = await serve(options);
      serving.push(served);
      return served;
    },
    open: async ({ hash, query, keep, url = there(home), ...asked } = {}) => {
      const known = keep === undefined ? undefined : kept.get(keep);
      if (known !== undefined) return known.timeline;
      const options = { viewport: { width: 1440, height: 900 }, ...asked };
      const address = `${url}${query === undefined ? '' : `?${query}`}${hash === undefined ? '' : `#${hash}`}`;
      const taken = await takePage(options);
      const timeline = await loadTimeline(taken.page, { ...options, url: address });
      if (keep === undefined) opened.push({ ...taken, timeline });
      else kept.set(keep, { ...taken, timeline });
      if (timeline.state === 'ready') await settled(timeline.page);
      return timeline;
    },
  };
}

/** Empties the map; gives what was in it. */
function takeAll(kept: Map<string, OpenedPage>): readonly OpenedPage[] {
  const all = [...kept.values()];
  kept.clear();
  return all;
}

/**
 * The complaints so far must be exactly of these kinds, each at least once, which is waited for; they are forgiven,
 * later ones aren't.
 */
export async function forgive(opened: OpenedTimeline, kinds: readonly RegExp[]): Promise<void> {
  // The browser tells of what failed when it likes, the page often sooner.
  const unheard = () =>
    kinds.filter((kind) => !opened.complaints.some((complaint) => kind.test(complaint))).map(String);
  await expect.poll(unheard, { message: 'complaints that should have come' }).toEqual([]);
  const heard = (opened.complaints as string[]).splice(0);
  expect(
    heard.filter((complaint) => !kinds.some((kind) => kind.test(complaint))),
    'unexpected complaints',
  ).toEqual([]);
}

/** Until the list is there, or the buttons of the chart stand where its ink is, and nothing more is on its way. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.dt-app[data-timeline-parts]') !== null &&
      document.querySelector('.dt-chart[data-settled="yes"], .dt-list') !== null,
    undefined,
    SOON,
  );
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The window that the chart's buttons stand for. */
export async function windowOf(page: Page): Promise<Span> {
  return spanOf(await windowText(page));
}

async function windowText(page: Page): Promise<string> {
  return (await page.locator('.dt-chart[data-settled="yes"]').getAttribute('data-window')) ?? '';
}

function spanOf(text: string): Span {
  const [start = '', end = ''] = text.split('/');
  return { start: Date.parse(start), end: Date.parse(end) };
}

/** Does something that must change the window, waits until it has come to rest, and gives the new window. */
export async function moved(page: Page, act: () => Promise<unknown>): Promise<Span> {
  const before = await windowText(page);
  await act();
  await page
    .locator(`.dt-chart[data-settled="yes"]:not([data-window="${before}"])`)
    .waitFor({ state: 'attached', timeout: SOON.timeout });
  return windowOf(page);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A button of the chart, in CSS px of the page's viewport. */
export interface TargetReading {
  readonly lane: string;
  /** Place of its lane among the lanes, from the top. */
  readonly laneIndex: number;
  readonly rows: readonly number[];
  readonly event: string | undefined;
  readonly name: string;
  readonly box: Box;
  readonly label: Box | undefined;
}

export interface ChartReading {
  readonly window: Span;
  /** The part of the page where events are drawn. */
  readonly plot: Box;
  readonly laneCount: number;
  /** Places of the lanes that are greyed. */
  readonly emptyLanes: readonly number[];
  readonly targets: readonly TargetReading[];
}

/** Reads the whole chart in one go, so that all parts are of the same moment. */
export async function readChart(page: Page): Promise<ChartReading> {
  const { window, ...rest } = await page.locator('.dt-chart[data-settled="yes"]').evaluate((chart) => {
    const boxOf = ({ x, y, width, height }: DOMRect) => ({ x, y, width, height });
    const lanes = [...chart.querySelectorAll<HTMLElement>('.dt-lane')];
    const targets = lanes.flatMap((lane, laneIndex) =>
      [...lane.querySelectorAll<HTMLElement>('.dt-mark-button')].map((target) => {
        const home = lane.querySelector('.dt-lane-events')!.getBoundingClientRect();
        const [x = 0, y = 0, width = 0, height = 0] = (target.dataset['label'] ?? '').split(' ').map(Number);
        return {
          lane: target.dataset['lane'] ?? '',
          laneIndex,
          rows: (target.dataset['rows'] ?? '').split(' ').map(Number),
          event: target.dataset['event'],
          name: target.getAttribute('aria-label') ?? '',
          box: boxOf(target.getBoundingClientRect()),
          label:
            target.dataset['label'] === undefined
              ? undefined
              : { x: home.x + x, y: lane.getBoundingClientRect().y + y, width, height },
        };
      }),
    );
    return {
      window: chart.dataset['window'] ?? '',
      plot: boxOf(chart.querySelector('.dt-plot')!.getBoundingClientRect()),
      laneCount: lanes.length,
      emptyLanes: lanes.flatMap((lane, index) => (lane.querySelector('.dt-lane-head--empty') === null ? [] : [index])),
      targets,
    };
  });
  return { window: spanOf(window), ...rest };
}

/** Pairs of labels that lie on each other, as their names; boxes are rounded to a tenth of a pixel. */
export function overlaps({ targets }: ChartReading): string[] {
  const labels = targets.flatMap(({ name, label }) => (label === undefined ? [] : [{ name, label }]));
  return labels.flatMap((a, index) =>
    labels
      .slice(index + 1)
      .filter((b) => liesOn(a.label, b.label))
      .map((b) => `${a.name} | ${b.name}`),
  );
}

const TOUCH_PX = 0.25;

function liesOn(a: Box, b: Box): boolean {
  return (
    a.x < b.x + b.width - TOUCH_PX &&
    b.x < a.x + a.width - TOUCH_PX &&
    a.y < b.y + b.height - TOUCH_PX &&
    b.y < a.y + a.height - TOUCH_PX
  );
}

/** Of an event's buttons the one that carries its label. */
export function labelled(page: Page, id: string): Locator {
  return page.locator(`.dt-mark-button[data-event="${id}"][data-label]`);
}

/** Where an address typed by hand would lead, without loading the page again; the page has heard of it afterwards. */
export async function goToHash(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (text) =>
      new Promise<void>((done) => {
        const before = location.href;
        location.hash = text;
        // The browser tells of it last of all.
        if (location.href === before) done();
        else addEventListener('hashchange', () => done(), { once: true });
      }),
    hash,
  );
}

/**
 * Opens the list of what could not be used, and gives it once it stands: a disclosure tells of its opening a task after
 * the click.
 */
export async function whatAndWhy(within: Page | Locator): Promise<Locator> {
  await within.getByText('What and why').click();
  const table = within.getByRole('table', { name: 'What could not be used, and why' });
  await table.waitFor();
  return table;
}
