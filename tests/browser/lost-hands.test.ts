import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { moved, useStage, windowOf } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();

type Place = readonly [x: number, y: number];

/** A page whose chart is zoomed in, so that it can be moved both ways; one for all tests that leave it as it was. */
async function openClose(keep?: string): Promise<Page> {
  const { page } = await stage.open({ ...(keep === undefined ? {} : { keep }), context: { reducedMotion: 'reduce' } });
  const { start, end } = await windowOf(page);
  // What "Fit" gives is more than a month.
  if (end - start > 30 * 86_400_000) {
    for (let time = 0; time < 3; time++)
      await moved(page, () => page.getByRole('button', { name: 'Zoom in', exact: true }).click());
  }
  return page;
}

async function placeOf(page: Page, selector: string, share = 0.5): Promise<Place> {
  const box = (await page.locator(selector).first().boundingBox())!;
  return [box.x + box.width * share, box.y + box.height / 2];
}

interface Reading {
  /** The window, as the overview has it at once. */
  readonly window: string;
  readonly panelPx: string | null;
  readonly ranges: number;
}

/** Two frames on, so that what was to come of an event has come. */
function read(page: Page): Promise<Reading> {
  return page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            done({
              window: document.querySelector<HTMLElement>('.dt-brush-window')!.style.cssText,
              panelPx: document.querySelector('.dt-resizer')!.getAttribute('aria-valuenow'),
              ranges: document.querySelectorAll('.dt-axis-range').length,
            }),
          ),
        );
      }),
  );
}

const HELD: readonly (readonly [what: string, selector: string, share: number])[] = [
  ['the chart', '.dt-plot', 0.6],
  ['the axis', '.dt-axis', 0.4],
  ['a grip of the overview', '.dt-brush-grip', 0.5],
  ['the window of the overview', '.dt-brush-window', 0.5],
  ['the overview beside the window', '.dt-brush-off', 0.7],
  ['the border of the details', '.dt-resizer', 0.5],
];

const LOST: readonly (readonly [how: string, (page: Page) => Promise<unknown>])[] = [
  [
    'the button is let go where nobody hears it',
    (page) => tell(page, `new PointerEvent('pointermove', { bubbles: true, pointerId: 1, buttons: 0, clientX: 9 })`),
  ],
  ['the window loses the focus', (page) => page.evaluate(() => window.dispatchEvent(new Event('blur')))],
  ['the page is hidden', (page) => tell(page, `new Event('visibilitychange', { bubbles: true })`)],
  ['the browser takes the pointer', (page) => tell(page, `new PointerEvent('pointercancel', { pointerId: 1 })`)],
  [
    'the capture is lost',
    (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')].find((element) => element.hasPointerCapture(1))!.releasePointerCapture(1),
      ),
  ],
  [
    'another hand comes',
    (page) => tell(page, `new PointerEvent('pointerdown', { bubbles: true, pointerId: 7, pointerType: 'touch' })`),
  ],
  ['a menu opens', (page) => tell(page, `new Event('contextmenu', { bubbles: true })`)],
  [
    'a dialog opens',
    (page) =>
      page.evaluate(() => {
        const dialog = document.createElement('dialog');
        document.body.append(dialog);
        dialog.showModal();
      }),
  ],
];

/** Sends the document an event. */
function tell(page: Page, event: string): Promise<unknown> {
  return page.evaluate(`document.dispatchEvent(${event})`);
}

const CASES = HELD.flatMap(([what, selector, share]) =>
  LOST.map(([how, lose]) => [what, how, { selector, share, lose }] as const),
);

describe('a hand that is lost lets go', () => {
  test.each(sliceOf(CASES, 13))('of %s when %s', async (_what, _how, { selector, share, lose }) => {
    const page = await openClose('held');
    const before = await read(page);
    const [x, y] = await placeOf(page, selector, share);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 24, y, { steps: 3 });
    const held = await read(page);
    await lose(page);
    await page.mouse.move(x - 90, y, { steps: 3 });
    expect(await read(page)).toEqual({ ...held, ranges: 0 });
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('body > dialog')?.remove());
    await page.mouse.move(x - 60, y, { steps: 2 });
    await page.mouse.up();
    expect(await read(page)).toEqual({ ...held, ranges: 0 });
    // Nobody waits for it any more, and what it did is one step.
    await windowOf(page);
    if (held.window !== before.window) await moved(page, () => page.keyboard.press('u'));
    expect((await read(page)).window).toBe(before.window);
  });
});

test.each(sliceOf(HELD, 3))(
  'Esc takes back what a hand has done with %s, and does nothing else',
  async (_what, selector, share = 0.5) => {
    const page = await openClose('held');
    await page.locator('.dt-mark-button').first().focus();
    const before = await read(page);
    const [x, y] = await placeOf(page, selector, share);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 24, y, { steps: 3 });
    expect(await read(page)).not.toEqual(before);
    await page.keyboard.press('Escape');
    await page.mouse.move(x - 60, y, { steps: 3 });
    await page.mouse.up();
    expect(await read(page)).toEqual(before);
  },
);

/** What is held in other views, and what of it moves. */
const HELD_ELSEWHERE: readonly (readonly [
  what: string,
  place: { readonly isTable: boolean; readonly selector: string; readonly moves: (page: Page) => Promise<unknown> },
])[] = [
  [
    'the overview of a list',
    {
      isTable: false,
      selector: '.dt-scrubber',
      moves: (page) => page.locator('.dt-scrubber').getAttribute('aria-valuenow'),
    },
  ],
  [
    'the edge of a column',
    {
      isTable: true,
      selector: '.dt-grid-edge',
      moves: (page) => page.locator('.dt-grid').getAttribute('style'),
    },
  ],
  [
    'cells of a table',
    {
      isTable: true,
      selector: '[data-row="1"] [data-column="3"]',
      moves: (page) => page.locator('.dt-grid [aria-selected="true"]').count(),
    },
  ],
];

const CASES_ELSEWHERE = HELD_ELSEWHERE.flatMap(([what, held]) =>
  // Cells are held without a capture.
  LOST.filter(([how]) => what !== 'cells of a table' || how !== 'the capture is lost').map(
    ([how, lose]) => [what, how, { ...held, lose }] as const,
  ),
);

describe('a hand that is lost lets go in the list and the table', () => {
  test.each(sliceOf(CASES_ELSEWHERE, 5))('of %s when %s', async (_what, _how, { isTable, selector, moves, lose }) => {
    const { page } = await stage.open({
      fresh: true,
      // A narrow list has one.
      ...(isTable ? {} : { hash: 'view=list', viewport: { width: 560, height: 800 } }),
      context: { reducedMotion: 'reduce' },
    });
    if (isTable) {
      await page.locator('.dt-toolbar .dt-button', { hasText: /^Write$/ }).click();
      await page.locator('.dt-faces .dt-button').nth(1).click();
    }
    await page.locator(selector).first().waitFor();
    const before = await moves(page);
    const [x, y] = await placeOf(page, selector);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 160, y, { steps: 4 });
    await expect.poll(() => moves(page)).not.toEqual(before);
    const held = await moves(page);
    await lose(page);
    await page.mouse.move(x + 120, y, { steps: 4 });
    await page.mouse.up();
    await page.evaluate(
      () => new Promise((done) => void requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
    );
    expect(await moves(page)).toEqual(held);
  });
});

test('what was held when the list came is held no more: the chart comes back whole', async () => {
  const { page } = await stage.open();
  const marks = page.locator('.dt-mark-button');
  const count = await marks.count();
  const [x, y] = await placeOf(page, '.dt-brush-grip');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 2, y);
  await page.mouse.move(x, y);
  await page.keyboard.press('l');
  await page.locator('.dt-list').waitFor();
  await page.mouse.up();
  await page.keyboard.press('l');
  await page.locator('.dt-chart[data-settled="yes"]').waitFor();
  await expect.poll(() => marks.count()).toBe(count);
});

test('right and middle buttons move nothing; a click beside the window moves it, as one step to undo', async () => {
  const page = await openClose();
  const before = await read(page);
  const [x, y] = await placeOf(page, '.dt-brush-off', 0.7);
  for (const button of ['middle', 'right'] as const) {
    await page.mouse.move(x, y);
    await page.mouse.down({ button });
    await page.mouse.move(x + 30, y, { steps: 2 });
    await page.mouse.up({ button });
    expect(await read(page)).toEqual(before);
  }
  await moved(page, () => page.mouse.click(x, y));
  const there = await read(page);
  expect(there).not.toEqual(before);
  // A press on a grip that moves nothing is no step.
  await page.mouse.click(...(await placeOf(page, '.dt-brush-grip')));
  await moved(page, () => page.keyboard.press('u'));
  expect(await read(page)).toEqual(before);
});
