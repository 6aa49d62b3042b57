import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTool } from '../../.ci/run-tool.mjs';
import type { EventColumns, TimelineHandle } from '../../src/entries/library';
import { heard, resize } from '../support/browser-gestures';
import { useStage } from '../support/browser-timeline';
import { reactPageScript } from '../support/mount-page';
import { serve } from '../support/serve';
import type { Served } from '../support/serve';

/** Far longer than anything here takes, on a machine with other things to do. */
const eventually: typeof expect.poll = (read, options) => expect.poll(read, { timeout: 10_000, ...options });
const root = resolve(import.meta.dirname, '../..');
const example =
  /<!-- tests\/browser\/library\.test\.ts [^>]*-->\n```js\n([^]*?)```/.exec(
    readFileSync(join(root, 'docs/library.md'), 'utf8'),
  )?.[1] ?? '';
const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'">
<link rel="stylesheet" href="./style.css"><script type="module" src="./host.js"></script>
<body><h1>Ours</h1><div id="timeline"></div></body></html>`;
/** What a page may do to everything in it, all of it against us. */
const hostile = `* { font: italic 40px/3 fantasy !important; color: rgb(1, 2, 3) !important; letter-spacing: 9px !important; text-transform: uppercase !important; text-align: right !important; white-space: pre !important; }
  button, h1, canvas, [class^="dt-"] { display: none !important; } .dt-app { position: fixed !important; } .ours { color: rgb(1, 2, 3); }`;
const hostScript = "import * as library from './diplomatic-timeline.js'\nwindow.library = library\n";

interface HostWindow extends Window {
  library: typeof import('../../src/entries/library');
  timeline?: TimelineHandle;
}
declare const window: HostWindow;

const stage = useStage();
let served: Served | undefined;
beforeAll(async () => {
  const overrides = new Map([
    ['', { body: hostPage, type: 'text/html; charset=utf-8' }],
    ['example.html', { body: hostPage.replace('./host.js', './example.js') }],
    ['host.js', { body: hostScript }],
    ['example.js', { body: example }],
    ['hostile.html', { body: hostPage.replace('<body>', '<link rel="stylesheet" href="./hostile.css"><body>') }],
    ['hostile.css', { body: hostile }],
    ['react.html', { body: hostPage.replace('type="module" src="./host.js"', 'defer src="./react-page.js"') }],
    ['react-page.js', { body: await reactPageScript() }],
  ]);
  served = await serve({ root: join(root, 'dist-lib'), overrides });
  // A build of its own, on a machine with other things to do.
}, 240_000);
afterAll(() => served?.close());

async function openHost(path = ''): Promise<Page> {
  const { page } = await stage.open({ url: `${served!.url}${path}`, until: 'load' });
  return page;
}

/** Mounts a thousand events, one a day from 1 January 2010, by three actors in turn, into the page's element. */
async function mountThousand(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { datasetHead, mountTimeline } = window.library;
    const size = 1000;
    const columns: EventColumns = {
      dataset: datasetHead({
        id: 'thousand',
        title: 'A thousand days',
        actors: ['a', 'b', 'c'].map((id) => ({ id, label: `Actor ${id}` })),
      }),
      start: Float64Array.from({ length: size }, (_, day) => Date.UTC(2010, 0, 1 + day)),
      participantOffset: Uint32Array.from({ length: size + 1 }, (_, at) => at),
      participantActor: Uint32Array.from({ length: size }, (_, at) => at % 3),
      texts: { title: { size, at: (record) => `Day ${record + 1}`, find: () => undefined } },
    };
    const timeline = mountTimeline(document.querySelector('#timeline')!, { source: { kind: 'columns', columns } });
    window.timeline = timeline;
    await new Promise<void>((done) => timeline.on('ready', () => done()));
    await timeline.whenPainted();
  });
}

function set(
  page: Page,
  part: Parameters<TimelineHandle['setState']>[0],
): Promise<Pick<ReturnType<TimelineHandle['getState']>, 'from' | 'to' | 'actors'>> {
  return page.evaluate(async (asked) => {
    const { timeline } = window;
    timeline!.setState(asked);
    await timeline!.whenPainted();
    const { from, to, actors } = timeline!.getState();
    return { from, to, actors };
  }, part);
}

/** The window that the chart published, once it is this one. */
async function expectWindow(page: Page, start: string, end: string): Promise<void> {
  const iso = (day: string) => new Date(day).toISOString();
  await page
    .locator(`.dt-chart[data-settled="yes"][data-window="${iso(start)}/${iso(end)}"]`)
    .waitFor({ state: 'attached' });
}

test('a host page mounts columns, moves the window and waits until it is painted', async () => {
  const page = await openHost();
  await mountThousand(page);
  await page.locator('.dt-chart[data-settled="yes"]').waitFor();
  const half = { start: Date.UTC(2011, 0, 1), end: Date.UTC(2011, 6, 1) };
  expect(await set(page, { window: half })).toEqual({ from: half.start, to: half.end, actors: [] });
  await expectWindow(page, '2011-01-01', '2011-07-01');
  await set(page, { from: Date.UTC(2012, 0, 1), to: Date.UTC(2012, 1, 1) });
  await expectWindow(page, '2012-01-01', '2012-02-01');
  expect(await set(page, { window: null })).toMatchObject({ from: null, to: null });
});

test('a host page asks for one actor, and the events of the others are gone from the chart', async () => {
  const page = await openHost();
  await mountThousand(page);
  await set(page, { actors: ['b'], window: { start: Date.UTC(2010, 0, 1), end: Date.UTC(2010, 0, 10) } });
  await expectWindow(page, '2010-01-01', '2010-01-10');
  const shown = await page
    .locator('.dt-mark-button[data-event]')
    .evaluateAll((targets) => targets.map((target) => (target as HTMLElement).dataset['event']));
  expect(new Set(shown)).toEqual(new Set(['row-2', 'row-5', 'row-8']));
});

test('other columns take the place of the first, and columns that do not fit together leave them there', async () => {
  const page = await openHost();
  await mountThousand(page);
  const told = await page.evaluate(async () => {
    const {
      timeline,
      library: { datasetHead, textColumnOf },
    } = window;
    const columns = (id: string, offsets: number[]): EventColumns => ({
      dataset: datasetHead({ id, title: id, actors: [{ id: 'a' }] }),
      start: Float64Array.of(0),
      participantOffset: Uint32Array.from(offsets),
      participantActor: Uint32Array.of(0),
      texts: { title: textColumnOf(['Only this']) },
    });
    await timeline!.setDataset(columns('One day', [0, 1]));
    const fault = await timeline!.setDataset(columns('Wrong', [0])).catch(String);
    await timeline!.whenPainted();
    return fault;
  });
  expect(told).toContain('participantOffset');
  await page.getByRole('region', { name: 'Timeline of One day' }).waitFor();
});

test('once destroyed, nothing of it is left in the page', async () => {
  const page = await openHost();
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await mountThousand(page);
  await page.evaluate(() => window.timeline?.destroy());
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  await resize(page, { width: 800, height: 600 });
  await heard(page, ['keyup'], () => page.keyboard.press('/'));
  await heard(page, ['wheel'], () => page.mouse.wheel(0, 100));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('the host page keeps its own look and says how high the timeline is', async () => {
  const page = await openHost();
  const look = () =>
    page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.body).margin,
    ]);
  const own = await look();
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('#timeline')!.style.setProperty('--dt-height', '480px'),
  );
  await mountThousand(page);
  expect(await look()).toEqual(own);
  expect(own).toEqual(['rgba(0, 0, 0, 0)', '8px']);
  await eventually(() => page.locator('.dt-app').evaluate((app) => app.getBoundingClientRect().height)).toBe(480);
});

test('the example of the documentation runs, and shows what it asks for', async () => {
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(30);
  const page = await openHost('example.html');
  await expectWindow(page, '2016-02-15', '2016-02-25');
  const shown = await page
    .locator('.dt-mark-button[data-event]')
    .evaluateAll((targets) => targets.map((target) => (target as HTMLElement).dataset['event']));
  expect(new Set(shown)).toEqual(new Set(['row-2']));
  await page.locator('.dt-mark-button[data-event="row-2"]').first().click();
  await page.locator('#timeline[data-chosen="row-2"]').waitFor({ state: 'attached' });
});

test('the types of the library stand alone, and the example keeps to them', async () => {
  const folder = join(root, '.reports/library');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'example.mts'),
    example.replace('./diplomatic-timeline.js', '../../dist-lib/diplomatic-timeline.js'),
  );
  const flags = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--ignoreConfig',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
    '--types',
    '',
    '--module',
    'nodenext',
  ];
  expect(await runTool('tsc', [...flags, join(folder, 'example.mts')])).toBe(0);
}, 240_000);

/** The article's set, mounted as JSON by its first name. */
async function mountArticle(page: Page): Promise<void> {
  await page.evaluate(
    async (text) => {
      const timeline = window.library.mountTimeline(document.querySelector('#timeline')!, {
        dataset: text,
        theme: 'light',
      });
      window.timeline = timeline;
      await new Promise<void>((done) => timeline.on('ready', () => done()));
      await timeline.whenPainted();
    },
    readFileSync(join(root, 'data/syria-cessation-2016.json'), 'utf8'),
  );
  await page.locator('.dt-chart[data-settled="yes"]').waitFor();
}

test('in a root of its own the page’s styles don’t reach in, and the timeline’s don’t reach out', async () => {
  const page = await openHost('hostile.html');
  const own = await page.evaluate(() => [
    getComputedStyle(document.documentElement).backgroundColor,
    getComputedStyle(document.querySelector('h1')!).display,
  ]);
  await mountArticle(page);
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { fontSize, fontStyle, letterSpacing, textTransform, color, display } = getComputedStyle(element);
        return { fontSize, fontStyle, letterSpacing, textTransform, color, display };
      });
  const plain = { fontStyle: 'normal', letterSpacing: 'normal', textTransform: 'none', color: 'rgb(26, 30, 35)' };
  expect(await look('.dt-app')).toEqual({ ...plain, fontSize: '14px', display: 'grid' });
  expect(await look('.dt-title h2')).toEqual({
    ...plain,
    fontSize: '22px',
    display: 'block',
    letterSpacing: '-0.11px',
  });
  expect(await look('.dt-toolbar .dt-button')).toMatchObject({ fontSize: '15px', textTransform: 'none' });
  expect(
    await page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.querySelector('h1')!).display,
    ]),
  ).toEqual(own);
});

test('in a root of its own keys, focus, menus and dialogs are at home', async () => {
  const page = await openHost();
  await mountArticle(page);
  const focused = () =>
    page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent ?? active?.tagName;
    });
  await page.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().click();
  await page.getByRole('complementary', { name: 'Details' }).getByText('Lavrov and Kerry').first().waitFor();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  await help.waitFor();
  expect(await help.evaluate((dialog) => dialog.getRootNode() instanceof ShadowRoot)).toBe(true);
  await eventually(focused).toContain('Settings and help');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await eventually(focused).toContain('Phone call');
  await page.getByRole('button', { name: /^Countries/ }).click();
  await page.locator('.dt-facet-panel').getByRole('checkbox', { name: /Syria/ }).check();
  await page.getByText('2 of 11 events', { exact: true }).first().waitFor();
  await page.getByRole('heading', { name: 'Ours' }).click();
  await eventually(() => page.locator('.dt-facet-panel').count()).toBe(0);
  // The page's own: nothing of ours has the focus.
  await heard(page, ['keyup'], () => page.keyboard.press('l'));
  expect(await page.locator('.dt-list').count()).toBe(0);
});

test('the component for React shows, follows and goes, in a page with a React of its own', async () => {
  const page = await openHost('react.html');
  const show = (props?: object) =>
    page.evaluate((given) => (window as unknown as { show: (props?: object) => void }).show(given), props);
  const dataset = JSON.parse(readFileSync(join(root, 'data/syria-cessation-2016.json'), 'utf8')) as object;
  await show({ dataset, group: 'actor', theme: 'dark' });
  await page.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().click();
  await page.locator('body[data-chosen="ev-lavrov-kerry-call"]').waitFor();
  await show({ dataset, group: 'actor', theme: 'light', countries: ['SY'] });
  await page.getByText('2 of 11 events', { exact: true }).first().waitFor();
  await eventually(() => page.locator('.dt-app').evaluate((app) => getComputedStyle(app).backgroundColor)).toBe(
    'rgb(252, 252, 250)',
  );
  await show();
  await eventually(() => page.locator('#timeline').evaluate((element) => element.childNodes.length)).toBe(0);
});
