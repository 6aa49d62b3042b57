import { firefoxPath } from '../../.ci/tools.mjs';
import { clickIn, isForeign, recordViolations, SOON, violationsSeen } from './hosts';
import type { HostBrowser, Place } from './hosts';
import type { ElementHandle, Frame, JSHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** Starts a headless Firefox, as it comes, over WebDriver BiDi. */
export async function launchFirefox(): Promise<HostBrowser> {
  const executablePath = firefoxPath();
  if (executablePath === undefined) throw new Error('FIREFOX=none leaves Firefox out');
  // Late: its many parts need not be read where Firefox is left out.
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    timeout: 90_000,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
  });
  return {
    close: () => browser.close(),
    open: async (address, { framed, own }) => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(recordViolations);
      const heard: string[] = [];
      page.on('console', (message) => heard.push(`console.${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => {
        if (!(framed && isOfDriver(error))) heard.push(`page error: ${String(error)}`);
      });
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
      const place = firefoxPlace(page, framed ? frames()[0]! : page.mainFrame());
      return {
        read: place.evaluate,
        click: (selector, name = '') => clickIn(place, selector, name),
        complaints: async () => [
          ...heard,
          ...(await Promise.all(page.frames().map((frame) => frame.evaluate(violationsSeen)))).flat(),
        ],
        close: () => page.close(),
      };
    },
  };
}

/**
 * Pressing in a frame of another site, the driver's own code now and then reaches for the frame from outside, which is
 * told as an error of the page. What a script of the page throws names the script's address.
 */
function isOfDriver(error: unknown): boolean {
  const { message, stack = '' } = error as Error;
  return message.includes('Permission denied to access property') && !/https?:|file:/.test(stack);
}

// Runs in the page: until two frames find it at the same place.
function comesToRest(element: Element): Promise<void> {
  return new Promise((done) => {
    let last = '';
    const look = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const now = [x, y, width, height].join(' ');
      if (now === last) return done();
      last = now;
      requestAnimationFrame(look);
    };
    look();
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function firefoxPlace(page: Page, frame: Frame): Place {
  return {
    evaluate: (look, asked) => frame.evaluate(look as never, asked as never) as never,
    press: async (find, asked) => {
      const element = (
        (await frame.evaluateHandle(find as never, asked as never)) as JSHandle
      ).asElement() as ElementHandle<Element> | null;
      if (element === null) return false;
      // This driver presses where a thing is when it is asked, however it moves.
      await frame.evaluate(comesToRest as never, element as never);
      const middle = (await frame.evaluate(middleOf as never, element as never)) as unknown as Point;
      // Where the frame is the driver would ask in a way that not every Firefox answers.
      const corner = frame === page.mainFrame() ? { x: 0, y: 0 } : await page.evaluate(cornerOfFrame);
      await page.mouse.click(corner.x + middle.x, corner.y + middle.y);
      return true;
    },
  };
}

// Runs in the frame: px from its own top left.
function middleOf(element: Element): Point {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

// Runs in the page that holds the one frame.
function cornerOfFrame(): Point {
  const frame = document.querySelector('iframe')!;
  const { x, y } = frame.getBoundingClientRect();
  return { x: x + frame.clientLeft, y: y + frame.clientTop };
}
