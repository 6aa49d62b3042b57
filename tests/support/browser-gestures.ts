import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Turns the wheel over the point the mouse is at, with a key held down, in so many notches. */
export async function wheelWith(page: Page, key: 'Control' | 'Shift', deltaY: number, notches = 1): Promise<void> {
  await page.keyboard.down(key);
  for (let notch = 0; notch < notches; notch++) await page.mouse.wheel(0, deltaY);
  await page.keyboard.up(key);
}

/** Drags from one point of the page to another, in a few steps as a hand would. */
export async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

/**
 * Does what should be without effect. Resolves when the page has heard one of the events and had two frames to do
 * something about it; tells whether somebody took it away from the browser.
 */
export async function heard(
  page: Page,
  types: readonly string[],
  act: () => Promise<unknown>,
): Promise<'free' | 'held'> {
  const watch = await page.evaluateHandle(
    (names) => ({
      over: new Promise<'free' | 'held'>((done) => {
        const onEvent = (event: Event) => {
          for (const name of names) removeEventListener(name, onEvent, { capture: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(event.defaultPrevented ? 'held' : 'free')));
        };
        for (const name of names) addEventListener(name, onEvent, { capture: true, passive: true });
      }),
    }),
    types,
  );
  await act();
  return watch.evaluate(({ over }) => over);
}

/** Makes the window of that size, and waits until the page has it; what follows from it may take a frame more. */
export async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height]);
}
