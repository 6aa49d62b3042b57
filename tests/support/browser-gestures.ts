import type { Page } from 'playwright-core';

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
