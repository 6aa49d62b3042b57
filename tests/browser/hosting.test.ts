import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxLeftOut, webkitLeftOut } from '../../.ci/tools.mjs';
import { isFull, sliceOf } from '../support/full';
import { becomes, ENGINES, SOON, startHost } from '../support/hosts';
import type { HostBrowser, HostedPage } from '../support/hosts';
import { iframeCode } from '../../src/ui/share/embed-code';
import { headersFor, readHeaderRules } from '../support/sample-headers';
import { serve } from '../support/serve';
import type { Served } from '../support/serve';
import { heardByConsole } from '../support/webkit';

const root = resolve(import.meta.dirname, '../..');
const report = shipped('syria-cessation-2016');
const years = shipped('syria-diplomacy-2011-2016');
const CALL = 'ev-lavrov-kerry-call';

function shipped(id: string) {
  const { title, events } = JSON.parse(readFileSync(join(root, `data/${id}.json`), 'utf8')) as {
    title: string;
    events: { id: string; title: string }[];
  };
  return { title, events, titleOf: (event: string) => events.find((each) => each.id === event)!.title };
}

/** One of the places that the same files must work in. */
interface Hosting {
  readonly address: string;
  readonly framed: boolean;
  /** Hosts that the page may ask. */
  readonly own: readonly string[];
}

const open: { readonly close: () => Promise<void> }[] = [];
const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
/** What was asked for in frames, by path. */
const asked: string[] = [];
const hostings = new Map<string, Hosting>();
const demos: Hosting[] = [];
const ownFiles = new Map<'allows' | 'refuses', Hosting>();
const OWN_FILE = JSON.stringify({
  schemaVersion: '1.0',
  id: 'calls',
  title: 'Calls',
  events: [{ id: 'a', title: 'A call', date: '2016-05-04', participants: ['x'] }],
});
beforeAll(async () => {
  const rules = readHeaderRules();
  const byHeaders = (name: string) => headersFor(rules, `/${name}`);
  cpSync(join(root, 'dist'), folder, { recursive: true });
  const atRoot = await hosted('at the root of a host', { base: '/' });
  await hosted('in a folder of a host', { base: '/a/b/c/' });
  await hosted('under the sample headers', { headersOf: byHeaders });
  hostings.set('from a file', { address: pathToFileURL(join(folder, 'index.html')).href, framed: false, own: [''] });
  for (const scheme of ['http', 'https'] as const)
    hostings.set(
      `in a sandboxed frame on another site, over ${scheme}`,
      await framed({ headersOf: byHeaders, secure: scheme === 'https', onAsked: (name) => asked.push(name) }),
    );
  const overrides = new Map([['calls.json', { body: OWN_FILE }]]);
  ownFiles.set('allows', await framed({ headersOf: byHeaders, overrides }, { data: 'calls.json' }));
  ownFiles.set('refuses', await framed({ overrides }, { data: 'calls.json' }));
  demos.push({ address: `${atRoot.url}demo.html`, framed: false, own: [new URL(atRoot.url).host] });
  demos.push(await framed({ headersOf: byHeaders }, {}, 'demo.html'));
  expect(new URL(atRoot.url).pathname).toBe('/');
});
afterAll(async () => {
  await Promise.all(open.map((each) => each.close()));
  rmSync(folder, { recursive: true });
});

/** As the share dialog writes it, on a page whose site is another one; under the sample headers, which must let it in. */
async function framed(
  options: Parameters<typeof serve>[0] & object,
  params: Readonly<Record<string, string>> = {},
  page = '',
): Promise<Hosting> {
  const secure = options.secure === true;
  const inside = await serve(options);
  const frame = iframeCode(
    { home: `${inside.url}${page}`, params: new URLSearchParams(params), title: 'Timeline' },
    800,
  );
  const body = `<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="data:,"><body>${frame.replace('loading="lazy"', '')}</body></html>`;
  const host = await serve({ secure, overrides: new Map([['', { body, type: 'text/html' }]]) });
  open.push(inside, host);
  const address = host.url.replace('127.0.0.1', 'localhost');
  return { address, framed: true, own: [new URL(address).host, new URL(inside.url).host] };
}

async function hosted(name: string, options: Parameters<typeof serve>[0]): Promise<Served> {
  const served = await serve(options);
  open.push(served);
  hostings.set(name, { address: served.url, framed: false, own: [new URL(served.url).host] });
  return served;
}

const PLACES = [
  'in a sandboxed frame on another site, over http',
  'at the root of a host',
  'from a file',
  'in a folder of a host',
  'in a sandboxed frame on another site, over https',
  'under the sample headers',
] as const;
/** How many of them fit into `npm test`. */
const EACH_NTH = { Chromium: 1, Firefox: 2, WebKit: PLACES.length };
const LEFT_OUT = { Chromium: undefined, Firefox: firefoxLeftOut(), WebKit: webkitLeftOut() };

describe.each(ENGINES)('the build in %s', (name) => {
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
      const { address, ...where } = hostings.get(place)!;
      const page = await browser!.open(address, where);
      await smoke(page);
      if (where.framed) await lacksOrigin(page);
      expect(await page.complaints()).toEqual([]);
      await page.close();
      // Each of its steps may take a while in a second browser.
    },
    180_000,
  );

  test('reads a file of one’s own in such a frame where its host lets it, and else says what the host must do', async () => {
    for (const [place, isAllowed] of [
      ['allows', true],
      ['refuses', false],
    ] as const) {
      const { address, ...where } = ownFiles.get(place)!;
      const page = await browser!.open(address, where);
      await becomes(
        page,
        heading,
        isAllowed ? 'Calls' : 'This page, in its closed-off frame, could not read the file “calls.json”.',
      );
      if (isAllowed) await becomes(page, count, '1 of 1 events');
      const said = await page.read(() => document.querySelector('[role="alert"]')?.textContent ?? '');
      if (isAllowed) expect(said).toBe('');
      else
        expect(said).toContain('The host of the file has to allow it, with the header Access-Control-Allow-Origin: *');
      // The browser says so as well.
      const complaints = await page.complaints();
      expect(isAllowed ? complaints : complaints.filter((each) => !/calls\.json|net::ERR_FAILED/.test(each))).toEqual(
        [],
      );
      await page.close();
    }
  });

  // The other engines see it in embed.test.ts and older-browsers.test.ts; their drivers can't ask frames that wait.
  test.runIf(isFull && name === 'WebKit')(
    'shows the page of embeds: by itself, and in a sandboxed frame on another site',
    async () => {
      for (const { address, ...where } of demos) {
        const page = await browser!.open(address, where);
        await becomes(page, inlineSettled, true);
        await becomes(page, () => getComputedStyle(document.body).margin, '0px');
        await becomes(
          page,
          () => document.querySelector('#element')?.shadowRoot?.querySelector('iframe') !== null,
          true,
        );
        expect(await page.complaints()).toEqual([]);
        await page.close();
      }
    },
  );

  test('is watched: a page in a frame that does what ours must not is heard each time', async () => {
    const rude = await serveRude('alert');
    const page = await browser!.open(rude.url, { framed: true, own: [new URL(rude.url).host] });
    await becomes(page, () => document.title, 'Done');
    // Trusted types came to Firefox after its long-term release of 2025: there nobody can breach them.
    const hasTrustedTypes = await page.read(() => 'trustedTypes' in window, undefined);
    // There nobody listens before a page's own scripts run.
    if (name === 'WebKit') await page.read(breakAgain);
    // Firefox tells of a breach as an error of the page.
    const kinds = [
      /^console\.log: a word/,
      /^page error: .*thrown/,
      /^dialog: /,
      /^request to another host: .*icon\.svg/,
      ...(name === 'WebKit' ? [] : [/^request failed: .*no-such\.json/]),
      ...(hasTrustedTypes ? [/policy(?: violation)?: .*require-trusted-types-for/i] : []),
      ...(name === 'WebKit' ? [] : [/policy(?: violation)?: .*script-src/i]),
    ];
    for (const kind of kinds)
      await expect.poll(() => page.complaints(), { message: String(kind) }).toContainEqual(expect.stringMatching(kind));
    await page.close();
  });

  test.runIf(name === 'WebKit')('says nothing to the console, where a page that does is heard', async () => {
    const place = hostings.get(PLACES[0])!;
    asked.length = 0;
    // Asked for when the first picture is painted.
    const isPainted = () => ['ShareDialog', 'PrintedView', 'HelpDialog'].every((part) => asked.some(isPart(part)));
    expect(await heardByConsole(place.address, isPainted)).toEqual([]);
    const seen: string[] = [];
    const rude = await serveRude('no alert', (path) => seen.push(path));
    const said = await heardByConsole(rude.url, () => seen.includes('no-such.json'));
    for (const kind of [/a word/, /thrown/, /script-src/, /require-trusted-types-for/])
      expect(said).toContainEqual(expect.stringMatching(kind));
  });
});

function isPart(name: string): (path: string) => boolean {
  return (path) => path.startsWith(`assets/${name}-`);
}

async function serveRude(dialogs: 'alert' | 'no alert', onAsked: (path: string) => void = () => undefined) {
  const elsewhere = await serve();
  const rude = await serve({
    onAsked,
    overrides: new Map([
      ['', { body: RUDE_HOST, type: 'text/html' }],
      ['rude.html', { body: RUDE }],
      ['rude.js', { body: rudeScript(elsewhere.url, dialogs) }],
    ]),
  });
  open.push(elsewhere, rude);
  return rude;
}

const RUDE_HOST = '<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe src="rude.html"></iframe>';
const RUDE = `<!doctype html><title>Rude</title><meta http-equiv="Content-Security-Policy" content="script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"><body><script src="rude.js"></script><script>inline()</script></body>`;
const rudeScript = (elsewhere: string, dialogs: 'alert' | 'no alert') => `
  console.log('a word')
  setTimeout(() => { throw new Error('thrown') })
  ${dialogs === 'alert' ? "alert('look')" : ''}
  new Image().src = '${elsewhere}icon.svg'
  try { document.body.innerHTML = '<b>' } catch {}
  fetch('no-such.json').finally(() => { document.title = 'Done' })
`;

/** Draws, filters, opens an event, changes to the other dataset. */
async function smoke(page: HostedPage): Promise<void> {
  await becomes(page, settled, true);
  await becomes(page, count, `${report.events.length} of ${report.events.length} events`);
  await becomes(page, heading, report.title);
  await expect.poll(() => page.read(coloursDrawn), SOON).toBeGreaterThan(20);

  await page.click('.dt-bar button', 'Countries');
  await page.click('[role="dialog"] label', 'Russia');
  await becomes(page, count, `6 of ${report.events.length} events`);
  await page.click('.dt-chip', 'Remove filter: Russia');
  await becomes(page, count, `${report.events.length} of ${report.events.length} events`);

  await becomes(page, settled, true);
  await page.click(`.dt-mark-button[data-event="${CALL}"][data-label]`);
  await becomes(page, panelHeading, report.titleOf(CALL));

  await page.click('.dt-title h1 button');
  await page.click('[role="menuitemradio"]', years.title);
  await becomes(page, count, `${years.events.length} of ${years.events.length} events`);
  await becomes(page, heading, years.title);
  await becomes(page, settled, true);
  await expect.poll(() => page.read(coloursDrawn), SOON).toBeGreaterThan(20);
}

/** A sandboxed frame has no origin and no storage; the page was silent about it. */
async function lacksOrigin(page: HostedPage): Promise<void> {
  expect(await page.read(() => self.origin)).toBe('null');
  const storage = await page.read(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(storage).toBe('SecurityError');
}

// From here on all runs in the page.

function breakAgain(): void {
  console.log('a word');
  setTimeout(() => {
    throw new Error('thrown');
  });
  try {
    document.body.innerHTML = '<b>';
  } catch {
    // As it should.
  }
}

function settled(): boolean {
  return document.querySelector('.dt-chart[data-settled="yes"]') !== null;
}

/** In the page of embeds, the timeline that stands in the document itself. */
function inlineSettled(): boolean {
  const roots = [...document.querySelectorAll('#inline, #inline *')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return roots.some((each) => each.querySelector('.dt-chart[data-settled="yes"]') !== null);
}

function count(): string | undefined {
  return document.querySelector('.dt-event-count')?.textContent ?? undefined;
}

function heading(): string | undefined {
  return document.querySelector('h1')?.textContent?.trim();
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
