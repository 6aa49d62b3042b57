import { launchFirefox } from './firefox';
import { launchWebkit } from './webkit';
import { workerBrowser } from './worker-browser';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';

/** A browser as the hosting tests use it, whichever driver is behind it. */
export interface HostBrowser {
  /**
   * Opens a page in a tab of its own, 1440 x 900. The timeline is the page's, or that of the frame in it. `own` are the
   * hosts it may ask; a request to any other is a complaint.
   */
  readonly open: (
    address: string,
    where: { readonly framed: boolean; readonly own: readonly string[] },
  ) => Promise<HostedPage>;
  readonly close: () => Promise<void>;
}

export interface HostedPage {
  /** Runs in the timeline's own document. */
  readonly read: <T, A = undefined>(look: (asked: A) => T, asked?: A) => Promise<T>;
  /**
   * Presses the mouse on the first element that matches and whose name begins with the text; waits until there is one.
   */
  readonly click: (selector: string, name?: string) => Promise<void>;
  /** All that it complained of: console, errors, failed requests, other hosts, breaches of its policy. */
  readonly complaints: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** What both drivers can do in a document. */
export interface Place {
  readonly evaluate: HostedPage['read'];
  /** A real click; false where nothing matches. */
  readonly press: (
    find: (asked: readonly [string, string]) => Element | undefined,
    asked: readonly [string, string],
  ) => Promise<boolean>;
}

/** Long enough for two browsers on a busy machine; a page that never gets there should fail, not hang. */
export const SOON = { timeout: 20_000 };

/** Until what is looked at in the timeline's document is as expected. */
export async function becomes<T>(page: HostedPage, look: () => T, expected: T): Promise<void> {
  await expect.poll(() => page.read(look), SOON).toEqual(expected);
}

export async function clickIn({ press }: Place, selector: string, name: string): Promise<void> {
  await expect
    .poll(() => press(findNamed, [selector, name]), { ...SOON, message: `${selector} named “${name}”` })
    .toBe(true);
}

// Runs in the page.
function findNamed([selector, name]: readonly [string, string]): Element | undefined {
  const nameOf = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  return [...document.querySelectorAll(selector)].find(
    (element) => element.getClientRects().length > 0 && nameOf(element).startsWith(name),
  );
}

interface WithViolations {
  __violations?: string[];
}

// Runs in the page and its frames, before their own scripts.
export function recordViolations(): void {
  const seen: string[] = [];
  (globalThis as WithViolations).__violations = seen;
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.push(`policy violation: ${event.violatedDirective} blocked ${event.blockedURI || event.sample}`);
  });
}

// Runs in the page.
export function violationsSeen(): readonly string[] {
  return (globalThis as WithViolations).__violations ?? ['nobody watched the policy'];
}

/** Whether a request leaves the hosts it may ask; `data:` and `blob:` go nowhere. */
export function isForeign(address: string, own: readonly string[]): boolean {
  const { protocol, host } = new URL(address);
  return !['data:', 'blob:', 'about:'].includes(protocol) && !own.includes(host);
}

/** The engines of browsers that the build is opened in. */
export const ENGINES = ['Chromium', 'Firefox', 'WebKit'] as const;
type Engine = (typeof ENGINES)[number];

/** Starts the browser of that name. */
export function startHost(name: Engine): Promise<HostBrowser> {
  return { Chromium: launchChromium, Firefox: launchFirefox, WebKit: launchWebkit }[name]();
}

async function launchChromium(): Promise<HostBrowser> {
  // Each page has a context of its own.
  const browser = await workerBrowser();
  return {
    close: () => Promise.resolve(),
    open: async (address, { framed, own }) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        timezoneId: 'America/New_York',
        ignoreHTTPSErrors: true,
      });
      await context.addInitScript(recordViolations);
      const page = await context.newPage();
      const heard: string[] = [];
      page.on('console', (message) => heard.push(`console.${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(`page error: ${error.message}`));
      page.on('dialog', (dialog) => {
        heard.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on(
        'request',
        (request) => isForeign(request.url(), own) && heard.push(`request to another host: ${request.url()}`),
      );
      page.on('requestfailed', (request) => heard.push(`request failed: ${request.url()}`));
      page.on(
        'response',
        (response) =>
          response.status() >= 400 && heard.push(`request failed: ${response.url()} (${response.status()})`),
      );
      await page.goto(address, { waitUntil: 'load' });
      const frames = () => page.mainFrame().childFrames();
      if (framed) await expect.poll(() => frames().length, SOON).toBe(1);
      const place = chromiumPlace(framed ? frames()[0]! : page.mainFrame());
      return {
        read: place.evaluate,
        click: (selector, name = '') => clickIn(place, selector, name),
        complaints: async () => [
          ...heard,
          ...(await Promise.all(page.frames().map((frame) => frame.evaluate(violationsSeen)))).flat(),
        ],
        close: () => context.close(),
      };
    },
  };
}

function chromiumPlace(frame: Frame): Place {
  return {
    evaluate: (look, asked) => frame.evaluate(look as never, asked as never),
    press: async (find, asked) => {
      const element = (await frame.evaluateHandle(find, asked)).asElement();
      await element?.click();
      return element !== null;
    },
  };
}
