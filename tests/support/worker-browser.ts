import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { emptyPage, newPage } from './page';
import type { OpenOptions } from './page';

/** A page and what it was made for; `kind` is undefined for one that no other test may have. */
export interface KindPage {
  readonly page: Page;
  readonly kind: string | undefined;
}

interface Kept {
  readonly browser: Browser;
  /** Emptied pages that wait for a test, the one used last at the end. */
  readonly idle: KindPage[];
}

/** The most pages that wait. */
const IDLE_MOST = 8;
// On the global object: a worker runs many files, each with modules of its own. Playwright ends the browser with the
// process.
const KEPT = Symbol.for('browser of this worker');

/** The one browser of this worker, started when it is asked for first. */
export async function workerBrowser(): Promise<Browser> {
  return (await kept()).browser;
}

function kept(): Promise<Kept> {
  const home = globalThis as { [KEPT]?: Promise<Kept> };
  home[KEPT] ??= launchBrowser().then((browser) => {
    browser.on('disconnected', () => {
      delete home[KEPT];
    });
    return { browser, idle: [] };
  });
  return home[KEPT];
}

/**
 * An empty page as the options ask: one that another test is done with, where there is one of its kind, since a new one
 * costs three times as much.
 */
export async function takePage(options: Omit<OpenOptions, 'url'> & { readonly fresh?: boolean }): Promise<KindPage> {
  const { browser, idle } = await kept();
  const {
    colorScheme = 'light',
    context: { reducedMotion = 'no-preference', forcedColors = 'none', ...context } = {},
    timezoneId,
  } = options;
  const kind = options.fresh === true || options.beforeScripts !== undefined ? undefined : kindOf(timezoneId, context);
  const at = kind === undefined ? -1 : idle.findIndex((each) => each.kind === kind);
  const [known] = at < 0 ? [] : idle.splice(at, 1);
  const page = known?.page ?? (await newPage(browser, { ...options, context }));
  if (known !== undefined && options.viewport !== undefined) await page.setViewportSize(options.viewport);
  // What can be set of a page that is there makes no kind of its own.
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors });
  return { page, kind };
}

/** What can't be changed of a page that is there; without touch is without touch, whether it is said or not. */
function kindOf(timezoneId: string | undefined, { hasTouch, isMobile, ...context }: BrowserContextOptions): string {
  return JSON.stringify([timezoneId, hasTouch === true, isMobile === true, context]);
}

/** Takes a page back; one that is no good any more (`isGood`), or that nobody else may have, goes. */
export async function givePageBack({ page, kind }: KindPage, isGood: boolean): Promise<void> {
  if (!isGood || kind === undefined || page.isClosed()) {
    await page.context().close();
    return;
  }
  // A setting that one test's reader chose would be kept for the next.
  await page.evaluate(() => {
    try {
      localStorage.clear();
    } catch {
      // Where nothing can be stored nothing is.
    }
  });
  await emptyPage(page);
  const { idle } = await kept();
  idle.push({ page, kind });
  for (const left of idle.splice(0, idle.length - IDLE_MOST)) await left.page.context().close();
}
