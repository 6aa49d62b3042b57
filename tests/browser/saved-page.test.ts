import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxLeftOut, webkitLeftOut } from '../../.ci/tools.mjs';
import { iframeCode } from '../../src/ui/share/embed-code';
import { HOSTILE_STRINGS } from '../fixtures/hostile-strings';
import { drop } from '../support/bring-files';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { hostileDataset } from '../support/hostile-datasets';
import { becomes, ENGINES, SOON, startHost } from '../support/hosts';
import type { HostBrowser, HostedPage } from '../support/hosts';
import { headersFor, readHeaderRules } from '../support/sample-headers';
import { serve } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const report = JSON.parse(readFileSync(join(root, 'data/syria-cessation-2016.json'), 'utf8')) as {
  title: string;
  events: { id: string; title: string }[];
};
const ALL = report.events.length;
const CALL = 'ev-lavrov-kerry-call';
const RUSSIA = 6;
/** Of a page without its data and what is written of them. */
const MOST_BYTES = 1_300_000;

const HEAD = `</script><script>globalThis.__hostile=1</script><!-- <script> </title></style></template> \u2028 “é” Сирия $& '"`;
const HOSTILE = hostileDataset(
  HOSTILE_STRINGS.filter((_, at) => at % 40 === 0),
  HEAD,
);
const stage = useStage();
const folder = mkdtempSync(join(tmpdir(), 'saved-page-'));
const site = join(folder, 'site');
const closing: { readonly close: () => Promise<void> }[] = [];
afterAll(async () => {
  await Promise.all(closing.map((each) => each.close()));
  rmSync(folder, { recursive: true });
});

/** Saves what is on screen, by hand; gives the bytes of the file. */
async function save(page: Page, button: 'Save as a page' | 'Save the zip'): Promise<Buffer> {
  await page.getByRole('button', { name: 'Share' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  await page.getByText(`“${download.suggestedFilename()}” is saved.`, { exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
  return readFileSync(await download.path());
}

let made: { readonly page: Buffer; readonly zip: Buffer };
beforeAll(async () => {
  const context = await stage.browser().newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${stage.url()}#countries=RU&theme=dark`);
  await page.waitForSelector('.dt-chart[data-settled="yes"]', SOON);
  made = { page: await save(page, 'Save as a page'), zip: await save(page, 'Save the zip') };
  await context.close();
  mkdirSync(site);
  for (const [name, bytes] of Object.entries(unzipSync(made.zip))) writeFileSync(join(site, name), bytes);
}, 120_000);

describe('a page that is saved', () => {
  test('is as large as it may be, and stands in the folder for a host beside what its README names', () => {
    const page = made.page.toString('latin1');
    const data = /id="default-dataset"[^>]*>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    const written = /<div id="timeline">([^]*?)<template id="page-licences">/.exec(page)?.[1] ?? '';
    expect(page.length - data.length - written.length).toBeLessThan(MOST_BYTES);
    expect(page).not.toMatch(/[^\0-\x7f]/);
    expect(readFileSync(join(site, 'index.html')).equals(made.page)).toBe(true);
    expect(readFileSync(join(site, 'embed.js'), 'utf8').trim()).toBe(
      readFileSync(join(root, 'dist/embed.js'), 'utf8').trim(),
    );
    expect(JSON.parse(readFileSync(join(site, 'syria-cessation-2016.json'), 'utf8'))).toMatchObject({
      events: { length: ALL },
    });
  });

  test('saves itself again, and what it saves is the same to the byte', async () => {
    const { page, state } = await stage.open({ url: pathToFileURL(join(site, 'index.html')).href });
    expect(state).toBe('ready');
    expect((await save(page, 'Save as a page')).equals(made.page)).toBe(true);
    expect((await save(page, 'Save the zip')).equals(made.zip)).toBe(true);
  });

  test('tells its readers nothing of what its author might settle, and is named by its title', async () => {
    const context = await stage.browser().newContext();
    const page = await context.newPage();
    await page.goto(`${stage.url()}#new`);
    await page
      .locator('.dt-text-field')
      .fill('# Round two\nas of 24 Feb 2016\n3 Apr 2016: Second call - Anna > Ben [talks]');
    await expect.poll(() => page.title()).toBe('Round two');
    const saved = page.waitForEvent('download');
    const bytes = await save(page, 'Save as a page');
    expect((await saved).suggestedFilename()).toBe('Round-two.html');
    await context.close();
    const file = join(folder, 'round-two.html');
    writeFileSync(file, bytes);
    const { page: own } = await stage.open({ url: pathToFileURL(file).href });
    await expect.poll(() => own.locator('.dt-mark-button[data-event]').count()).toBeGreaterThan(0);
    expect(await own.getByText(/deserves? a look/).count()).toBe(0);
  });

  test('holds every event for who runs no scripts, with its links and in its own words', async () => {
    const context = await stage.browser().newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(site, 'index.html')).href);
    await expect.poll(() => page.locator('.dt-written [data-event]').count()).toBe(RUSSIA);
    expect(await page.locator('h1').innerText()).toBe(report.title);
    expect(await page.locator('.dt-written-note').innerText()).toContain('need JavaScript');
    expect(await page.locator('.dt-written a[href^="https://"]').count()).toBeGreaterThan(0);
    expect(await page.locator('.dt-written-picture svg').first().isVisible()).toBe(true);
    await context.close();
  });

  test('speaks the language that it was saved in, whatever encoding its host names', async () => {
    const { page } = await stage.open({ hash: 'lang=ru' });
    await page.getByRole('button', { name: 'Поделиться' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Сохранить как страницу' }).click(),
    ]);
    const body = readFileSync(await download.path());
    const wrong = await serve({ overrides: new Map([['', { body, type: 'text/html; charset=iso-8859-1' }]]) });
    closing.push(wrong);
    const { page: saved } = await stage.open({ url: wrong.url });
    expect(await saved.locator('html').getAttribute('lang')).toBe('ru');
    await expect.poll(() => saved.locator('.dt-event-count').innerText()).toContain('событи');
    await saved.getByRole('button', { name: 'Поделиться' }).click();
    await saved.getByRole('button', { name: 'Сохранить как страницу' }).waitFor();
  });

  test('of hostile texts shows them as texts, and none of them did anything', async () => {
    const { page } = await stage.open();
    expect(await drop(page.locator('body'), [{ name: 'hostile.json', body: JSON.stringify(HOSTILE) }])).toBe(true);
    await page.locator('.dt-plan[open]').getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(() => page.locator('h1').first().innerText(), SOON).toContain('globalThis.__hostile=1');
    const file = join(folder, 'hostile.html');
    writeFileSync(file, await save(page, 'Save as a page'));
    const { page: saved, state } = await stage.open({ url: pathToFileURL(file).href });
    expect(state).toBe('ready');
    expect(await saved.evaluate(() => '__hostile' in globalThis)).toBe(false);
    expect(await saved.locator('h1').first().innerText()).toContain('</script><script>globalThis.__hostile=1');
    expect(await saved.locator('script:not([type]), style, base, meta[http-equiv]').count()).toBe(3);
  });

  test('whose parts can’t be loaded says so, and the page stays', async () => {
    const { page, complaints } = await stage.open({ fresh: true });
    await page.route('**/assets/_page-kit-*.js', (route) => route.abort());
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Save as a page' }).click();
    await page.getByText('What a page is saved with could not be loaded.', { exact: false }).first().waitFor();
    (complaints as string[]).splice(0);
    await page.unroute('**/assets/_page-kit-*.js');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a page' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('syria-cessation-2016.html');
  });
});

const PLACES = [
  'in a sandboxed frame on another site, over http',
  'from a file',
  'at the root of a host, under the sample headers',
  'in a folder of a host',
  'in the element that the loader makes',
  'in a sandboxed frame on another site, over https',
] as const;
/** How many of them fit into `npm test`. */
const EACH_NTH = { Chromium: 2, Firefox: PLACES.length, WebKit: PLACES.length };
const LEFT_OUT = { Chromium: undefined, Firefox: firefoxLeftOut(), WebKit: webkitLeftOut() };

interface Hosting {
  readonly address: string;
  readonly framed: boolean;
  /** Hosts that the page may ask. */
  readonly own: readonly string[];
}

/** What was asked of the hosts, by path. */
const asked: string[] = [];

async function hostingOf(place: (typeof PLACES)[number]): Promise<Hosting> {
  const rules = readHeaderRules(join(site, '_headers'));
  const secure = place.endsWith('https');
  const options = { root: site, secure, headersOf: (name: string) => headersFor(rules, `/${name}`) };
  const onAsked = (name: string) => void asked.push(name);
  if (place === 'from a file')
    return { address: pathToFileURL(join(site, 'index.html')).href, framed: false, own: [''] };
  const inside = await serve({ ...options, onAsked, base: place === 'in a folder of a host' ? '/a/b/' : '/' });
  closing.push(inside);
  if (!/frame|element/.test(place)) return { address: inside.url, framed: false, own: [new URL(inside.url).host] };
  const code = place.includes('element')
    ? `<script async src="${inside.url}embed@1.js"></script><diplomatic-timeline src="${inside.url}"></diplomatic-timeline>`
    : iframeCode({ home: inside.url, params: new URLSearchParams(), title: 'Timeline' }, 800).replace(
        'loading="lazy"',
        '',
      );
  const body = `<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="data:,"><body>${code}</body></html>`;
  const host = await serve({ secure, overrides: new Map([['', { body, type: 'text/html' }]]) });
  closing.push(host);
  const address = host.url.replace('127.0.0.1', 'localhost');
  return { address, framed: true, own: [new URL(address).host, new URL(inside.url).host] };
}

describe.each(ENGINES)('a saved page in %s', (name) => {
  const leftOut = LEFT_OUT[name];
  if (leftOut !== undefined) {
    test(`is ${leftOut}`, () => undefined);
    return;
  }

  let browser: HostBrowser | undefined;
  beforeAll(async () => {
    browser = await startHost(name);
  }, 120_000);
  afterAll(() => browser?.close());

  test.each(sliceOf(PLACES, EACH_NTH[name]))(
    'works %s',
    async (place) => {
      const { address, ...where } = await hostingOf(place);
      asked.length = 0;
      const page = await browser!.open(address, where);
      await smoke(page);
      expect(await page.complaints()).toEqual([]);
      // Itself, and the loader where that made its frame.
      expect(asked.filter((each) => each !== '' && each !== 'embed@1.js')).toEqual([]);
      await page.close();
    },
    180_000,
  );
});

/** As it was saved; then filters, and opens an event. */
async function smoke(page: HostedPage): Promise<void> {
  await becomes(page, settled, true);
  await expect.poll(() => page.read(count), SOON).toBe(`${RUSSIA} of ${ALL} events`);
  await becomes(page, heading, report.title);
  await expect.poll(() => page.read(coloursDrawn), SOON).toBeGreaterThan(10);
  expect(await page.read(scheme)).toBe('dark');
  await page.click('.dt-chip', 'Remove filter: Russia');
  await expect.poll(() => page.read(count), SOON).toBe(`${ALL} of ${ALL} events`);
  await becomes(page, settled, true);
  await page.click(`.dt-mark-button[data-event="${CALL}"][data-label]`);
  await expect.poll(() => page.read(panelHeading), SOON).toBe(report.events.find(({ id }) => id === CALL)!.title);
}

// From here on all runs in the page.

function settled(): boolean {
  return document.querySelector('.dt-chart[data-settled="yes"]') !== null;
}

function count(): string | undefined {
  return document.querySelector('.dt-event-count')?.textContent ?? undefined;
}

function heading(): string | undefined {
  return document.querySelector('h1')?.textContent?.trim();
}

function scheme(): string {
  return document.documentElement.style.colorScheme;
}

function panelHeading(): string | undefined {
  return document.querySelector('[role="complementary"] h2, aside h2')?.textContent?.trim();
}

/** How many colours the chart's ink has; a blank canvas has one. */
function coloursDrawn(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('.dt-plot canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
}
