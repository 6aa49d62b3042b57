import { setTimeout as delay } from 'node:timers/promises';
import { resolve } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { serve } from '../support/serve';
import type { Served } from '../support/serve';
import { profiled } from './profile';
import type { GestureResult, PageResult, ThrottledResult } from './results';
import { median, spreadOf } from './stats';

const VIEWPORT = { width: 1440, height: 900 };
const FRESH_PAGES = 5;
const MOUNTS_AGAIN = 5;
const FILTERED_ACTORS = 10;
/** Wheel turns in, and as many out: eleven doublings, from five years to the finest window. */
const TURNS = 70;
const TURN_PX = 8;
/** Windows in which a hand drags, as shares of all the time. */
const DRAG_SHARES = [1 / 8, 1 / 64];
const DRAG_MOVES = 70;
const INPUT_EVERY_MS = 16;
/** After a gesture a reader pauses; until then nothing is counted as at rest. */
const REST_MS = 600;

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="stylesheet" href="./style.css"><style>body { margin: 0 }</style>
<script type="module" src="./bench-page.js"></script><body></body></html>`;

export interface PageBench {
  readonly browser: Browser;
  readonly measure: (size: number) => Promise<PageResult>;
  readonly measureThrottled: (size: number, rate: number) => Promise<ThrottledResult>;
  /** Where the time goes, by function: mounting, zooming, panning, filtering. */
  readonly profile: (size: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Starts Chromium and serves it the library build in `libraryFolder` with the measuring script. */
export async function startPageBench(libraryFolder: string, script: string): Promise<PageBench> {
  const overrides = new Map([
    ['', { body: PAGE, type: 'text/html; charset=utf-8' }],
    ['bench-page.js', { body: script }],
  ]);
  const [browser, served] = await Promise.all([launchBrowser(), serve({ root: resolve(libraryFolder), overrides })]);
  return {
    browser,
    measure: async (size) => {
      const mounts: number[] = [];
      for (let i = 1; i < FRESH_PAGES; i++)
        mounts.push(await inPage(browser, served, (page) => mountFirst(page, size)));
      return inPage(browser, served, (page, cdp) => measureSize(page, cdp, size, mounts));
    },
    measureThrottled: (size, rate) => inPage(browser, served, (page, cdp) => measureInputs(page, cdp, size, rate)),
    profile: (size) => inPage(browser, served, (page, cdp) => profileSize(page, cdp, size)),
    close: async () => {
      await Promise.all([browser.close(), served.close()]);
    },
  };
}

async function inPage<Result>(
  browser: Browser,
  { url }: Served,
  run: (page: Page, cdp: CDPSession) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`The page complained: ${error.stack ?? error.message}`));
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in window);
    await page.evaluate(() => window.bench.load());
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    return await run(page, cdp);
  } finally {
    await context.close();
  }
}

async function mountFirst(page: Page, size: number): Promise<number> {
  await page.evaluate((n) => window.bench.makeData(n), size);
  return page.evaluate(() => window.bench.mount());
}

async function measureSize(page: Page, cdp: CDPSession, size: number, others: readonly number[]): Promise<PageResult> {
  const empty = await heapOf(cdp);
  await takeLongTasks(page);
  const first = await mountFirst(page, size);
  await atRest(page);
  const mountTasks = await takeLongTasks(page);
  const again = await mountAgain(page);
  await takeLongTasks(page);
  const whole = await countNodes(page);
  const zoom = await gesture(page, cdp, () => zoomInAndOut(page));
  const gestureTasks = [...(await takeLongTasks(page))];
  const jumpTasks: number[] = [];
  const pans: RawGesture[] = [];
  let most = whole;
  for (const share of DRAG_SHARES) {
    await show(page, share);
    jumpTasks.push(...(await takeLongTasks(page)));
    pans.push(await gesture(page, cdp, () => dragThereAndBack(page)));
    gestureTasks.push(...(await takeLongTasks(page)));
    most = Math.max(most, await countNodes(page));
  }
  await show(page, 1);
  const { chosen, letGo } = await page.evaluate((count) => window.bench.filterByActors(count), FILTERED_ACTORS);
  await atRest(page);
  const used = await heapOf(cdp);
  return {
    mount: median([...others, first]),
    mountAgain: median(again),
    zoom: told(zoom),
    pan: told(...pans),
    filter: spreadOf(chosen),
    unfilter: spreadOf(letGo),
    heap: { emptyBytes: empty.used + empty.backing, usedBytes: used.used, backingBytes: used.backing },
    nodes: { whole, most },
    longTasks: { mount: mountTasks, gestures: gestureTasks, jumps: jumpTasks },
  };
}

async function profileSize(page: Page, cdp: CDPSession, size: number): Promise<string> {
  await page.evaluate((n) => window.bench.makeData(n), size);
  const parts: [string, () => Promise<unknown>][] = [
    ['mounting', () => page.evaluate(() => window.bench.mount())],
    ['zooming in and out', () => zoomInAndOut(page)],
    ['panning in an eighth of the time', () => dragThereAndBack(page)],
    [
      'choosing ten actors and letting go',
      () => page.evaluate((count) => window.bench.filterByActors(count), FILTERED_ACTORS),
    ],
  ];
  const texts: string[] = [];
  for (const [name, act] of parts) {
    if (name.startsWith('panning')) await show(page, DRAG_SHARES[0] ?? 1);
    texts.push(`${name}\n${await profiled(cdp, act)}`);
    await atRest(page);
  }
  return texts.join('\n\n');
}

async function mountAgain(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < MOUNTS_AGAIN; i++) {
    await page.evaluate(() => window.bench.unmount());
    times.push(await page.evaluate(() => window.bench.mount()));
    await atRest(page);
  }
  return times;
}

async function show(page: Page, share: number): Promise<void> {
  await page.evaluate((part) => window.bench.showShare(part), share);
  await atRest(page);
}

interface RawGesture {
  readonly frames: readonly number[];
  readonly scripts: readonly number[];
  readonly taskMs: number;
  readonly settleMs: number;
}

/** Runs a gesture under the clock; frames from its first input to its last. */
async function gesture(page: Page, cdp: CDPSession, act: () => Promise<void>): Promise<RawGesture> {
  const before = await taskSeconds(cdp);
  await page.evaluate(() => window.bench.clock.startFrames());
  await act();
  const records = await page.evaluate(() => window.bench.clock.stopFrames());
  const taskMs = (((await taskSeconds(cdp)) - before) * 1000) / Math.max(records.length, 1);
  await atRest(page);
  const settleMs = await page.evaluate(() => window.bench.clock.lastSettledAt() - window.bench.clock.lastInputAt());
  const frames = records.slice(1).map(({ at }, index) => at - (records[index]?.at ?? at));
  // A frame without input costs nothing and would only flatter.
  const scripts = records.map(({ scriptMs }) => scriptMs).filter((ms) => ms > 0.05);
  return { frames, scripts, taskMs, settleMs };
}

/** Gestures as one: all their frames, the mean task time, the longest settling. */
function told(...gestures: readonly RawGesture[]): GestureResult {
  return {
    frame: spreadOf(gestures.flatMap(({ frames }) => frames)),
    script: spreadOf(gestures.flatMap(({ scripts }) => scripts)),
    taskMs: gestures.reduce((sum, { taskMs }) => sum + taskMs, 0) / gestures.length,
    settleMs: Math.max(...gestures.map(({ settleMs }) => settleMs)),
  };
}

async function zoomInAndOut(page: Page): Promise<void> {
  const plot = await plotBox(page);
  await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2);
  await page.keyboard.down('Control');
  for (const turn of [-TURN_PX, TURN_PX]) {
    for (let i = 0; i < TURNS; i++) await Promise.all([page.mouse.wheel(0, turn), delay(INPUT_EVERY_MS)]);
  }
  await page.keyboard.up('Control');
}

async function dragThereAndBack(page: Page): Promise<void> {
  const plot = await plotBox(page);
  const y = plot.y + plot.height / 2;
  const from = plot.x + plot.width * 0.8;
  const step = (plot.width * 0.6) / DRAG_MOVES;
  await page.mouse.move(from, y);
  await page.mouse.down();
  for (let i = 1; i <= 2 * DRAG_MOVES; i++) {
    const away = i <= DRAG_MOVES ? i : 2 * DRAG_MOVES - i;
    await Promise.all([page.mouse.move(from - away * step, y), delay(INPUT_EVERY_MS)]);
  }
  await page.mouse.up();
}

async function plotBox(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('.dt-plot').first().boundingBox();
  if (box === null) throw new Error('The page has no plot');
  return box;
}

async function atRest(page: Page): Promise<void> {
  await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  await delay(REST_MS);
  await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
}

async function measureInputs(page: Page, cdp: CDPSession, size: number, rate: number): Promise<ThrottledResult> {
  await page.evaluate((n) => window.bench.makeData(n), size);
  await page.evaluate(() => window.bench.mount());
  await atRest(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const wheel = await inputDelays(page, ['wheel'], () => zoomInAndOut(page));
  await show(page, 1 / 8);
  const drag = await inputDelays(page, ['mousemove'], () => dragThereAndBack(page));
  const click = await inputDelays(page, ['click'], () => clickMarks(page));
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return {
    size,
    rate,
    wheel: spreadOf(wheel),
    drag: spreadOf(drag),
    click: spreadOf(click),
    all: spreadOf([...wheel, ...drag, ...click]),
  };
}

async function inputDelays(page: Page, types: readonly string[], act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate((asked) => {
    window.delays = window.bench.clock.watchInputs(asked);
  }, types);
  await act();
  await atRest(page);
  return page.evaluate(() => {
    window.bench.clock.watchInputs([]);
    return window.delays ?? [];
  });
}

const CLICKED_MARKS = 20;

/** Chooses marks all over the plot, each by a real click. */
async function clickMarks(page: Page): Promise<void> {
  const plot = await plotBox(page);
  const targets = await page.locator('.dt-mark-button').evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }),
  );
  const inside = targets.filter(
    ({ x, y }) => x > plot.x + 20 && x < plot.x + plot.width - 20 && y > plot.y + 20 && y < plot.y + plot.height - 20,
  );
  for (let i = 0; i < Math.min(CLICKED_MARKS, inside.length); i++) {
    const { x, y } = inside[Math.floor((i * inside.length) / CLICKED_MARKS)] ?? { x: 0, y: 0 };
    await page.mouse.click(x, y);
    await delay(REST_MS / 4);
  }
}

async function takeLongTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.bench.clock.takeLongTasks());
}

async function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

/** Bytes in use after collection: what script holds, and what typed arrays and their like hold outside of it. */
async function heapOf(cdp: CDPSession): Promise<{ used: number; backing: number }> {
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const usage = await cdp.send('Runtime.getHeapUsage');
  return { used: usage.usedSize, backing: 'backingStorageSize' in usage ? Number(usage.backingStorageSize) : 0 };
}

async function taskSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
