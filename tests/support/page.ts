import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { comeLate } from './late-page';

export interface OpenOptions {
  readonly url: string;
  /** Appended to the URL, without `?`: `embed=1&actors=ru`. */
  readonly query?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly timezoneId?: string;
  /** Anything else that Playwright offers: `javaScriptEnabled`, `hasTouch`, `reducedMotion` ... */
  readonly context?: BrowserContextOptions;
  /** Runs in the page before its own scripts: a fault, a refusal. */
  readonly beforeScripts?: () => void;
  /** What to wait for; `load` for pages that hold no timeline themselves, or run no script. By default the timeline. */
  readonly until?: 'timeline' | 'load';
}

export interface OpenedTimeline {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The state that the page published; undefined when the page was opened `until: 'load'`. */
  readonly state: 'ready' | 'failed' | undefined;
  /** What the page complained of so far: console messages, errors, failed or foreign requests. */
  readonly complaints: readonly string[];
}

const USUAL_VIEWPORT = { width: 1280, height: 800 };

interface WithViolations {
  __violations?: string[];
}

/**
 * Far longer than a page takes; one that never gets there should fail, not hang. It is looked at closely, and from
 * within: a locator would look every half a second after the first few times.
 */
export const SOON = { timeout: 30_000, polling: 20 };

/** An empty page in a context of its own, as the options ask. */
export async function newPage(browser: Browser, options: Omit<OpenOptions, 'url'>): Promise<Page> {
  const { viewport = USUAL_VIEWPORT, colorScheme = 'light', timezoneId = 'America/New_York' } = options;
  const context = await browser.newContext({ viewport, colorScheme, timezoneId, locale: 'en-US', ...options.context });
  const page = await context.newPage();
  await context.addInitScript(recordViolations);
  if (process.env['LATE_PAGE'] === '1') await context.addInitScript(comeLate);
  if (options.beforeScripts !== undefined) await context.addInitScript(options.beforeScripts);
  return page;
}

/**
 * Loads the timeline into an empty page, waits until it is ready or has failed, and records every complaint from now
 * on.
 */
export async function loadTimeline(page: Page, options: OpenOptions): Promise<OpenedTimeline> {
  const complaints: string[] = [];
  const address = options.query ? `${options.url}?${options.query}` : options.url;
  recordComplaints(page, new URL(address), complaints);
  await page.goto(address);
  const state = options.until === 'load' ? undefined : await settledState(page, complaints);
  return { page, context: page.context(), state, complaints };
}

/**
 * Empties a page for the next test: nobody listens, nothing is loaded or pointed at. A new page costs three times as
 * much as an emptied one, most of it for a process of its own.
 */
export async function emptyPage(page: Page): Promise<void> {
  for (const type of ['console', 'pageerror', 'request', 'requestfailed', 'response'] as const)
    page.removeAllListeners(type);
  await page.mouse.move(0, 0);
  await page.goto('about:blank');
}

/** Fails if the page wrote to the console, threw, had a request fail, asked another host, or broke its policy. */
export async function expectSilent({ page, complaints }: OpenedTimeline): Promise<void> {
  expect([...complaints, ...(await violations(page))]).toEqual([]);
}

/** Breaches of the content security policy so far, in every frame of the page. */
async function violations(page: Page): Promise<string[]> {
  const perFrame = page
    .frames()
    .map((frame) => frame.evaluate(() => (globalThis as WithViolations).__violations ?? []));
  return (await Promise.all(perFrame)).flat();
}

function recordComplaints(page: Page, address: URL, complaints: string[]): void {
  page.on('console', (message) => {
    complaints.push(`console.${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (isForeign(new URL(request.url()), address)) complaints.push(`request to another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    if (isIconLeftBehind(request)) return;
    complaints.push(`request failed: ${request.url()} (${request.failure()?.errorText ?? 'no reason given'})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`request failed: ${response.url()} (${response.status()})`);
  });
}

/** The browser asks for a page's icon when it likes, and gives up when the page is left: its doing, not the page's. */
function isIconLeftBehind(request: Request): boolean {
  return request.failure()?.errorText === 'net::ERR_ABORTED' && new URL(request.url()).pathname.endsWith('/icon.svg');
}

function isForeign(requested: URL, address: URL): boolean {
  return !['data:', 'blob:'].includes(requested.protocol) && requested.host !== address.host;
}

// Runs in the page, before its own scripts.
function recordViolations(): void {
  const seen: string[] = [];
  (globalThis as WithViolations).__violations = seen;
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.push(
      `policy violation: ${event.violatedDirective} blocked ${event.blockedURI || event.sample} (${event.sourceFile}:${event.lineNumber})`,
    );
  });
}

async function settledState(page: Page, complaints: readonly string[]): Promise<'ready' | 'failed'> {
  try {
    const state = await page.waitForFunction(
      () =>
        document
          .querySelector('[data-timeline-state="ready"], [data-timeline-state="failed"]')
          ?.getAttribute('data-timeline-state'),
      undefined,
      SOON,
    );
    return (await state.jsonValue()) === 'ready' ? 'ready' : 'failed';
  } catch (cause) {
    const heard = complaints.length > 0 ? complaints.join('\n') : 'It complained of nothing.';
    throw new Error(`The page at ${page.url()} never published a timeline state.\n${heard}`, { cause });
  }
}
