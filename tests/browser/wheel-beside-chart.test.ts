import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { heard, wheelWith } from '../support/browser-gestures';
import { moved, useStage, windowOf } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();

/** Where a wheel is turned that isn't the plot, and is of the chart all the same. */
const BESIDE = [
  ['the axis', '.dt-axis'],
  ['the overview', '.dt-overview-plot'],
  ['the names of the rows', '.dt-lane-head >> nth=1'],
  ['the folds', '.dt-folds'],
  ['the corner over the names', '.dt-axis-corner'],
  ['the caption of the overview', '.dt-overview-caption'],
  ['a grip of the overview', '.dt-brush-grip'],
] as const;

async function pointAt(page: Page, selector: string): Promise<void> {
  const box = (await page.locator(selector).first().boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

async function openAt(selector: string, query = ''): Promise<Page> {
  const { page } = await stage.open({ query, context: { reducedMotion: 'reduce' } });
  await moved(page, () => page.getByRole('button', { name: 'Zoom in', exact: true }).click());
  await pointAt(page, selector);
  return page;
}

const lengthOf = ({ start, end }: { readonly start: number; readonly end: number }) => end - start;

describe('beside the chart a wheel does what it does over it', () => {
  test.each(sliceOf(BESIDE, 3))('over %s', async (_where, selector) => {
    const page = await openAt(selector);
    const before = await windowOf(page);
    const closer = await moved(page, () => wheelWith(page, 'Control', -120));
    expect(lengthOf(closer)).toBeLessThan(lengthOf(before));
    expect(await page.evaluate(() => [visualViewport!.scale, devicePixelRatio])).toEqual([1, 1]);

    const later = await moved(page, () => page.mouse.wheel(90, 4));
    expect(later.start).toBeGreaterThan(closer.start);
    expect(await heard(page, ['wheel'], () => page.mouse.wheel(-60, 0))).toBe('held');
    await moved(page, () => wheelWith(page, 'Shift', 70));

    // The plain one is the page's.
    expect(await heard(page, ['wheel'], () => page.mouse.wheel(0, 60))).toBe('free');
  });
});

test('greedy, the plain wheel zooms over axis, folds and overview, and scrolls the rows over their names', async () => {
  const page = await openAt('.dt-axis', 'gestures=greedy');
  for (const selector of ['.dt-axis', '.dt-folds', '.dt-overview-plot']) {
    await pointAt(page, selector);
    const before = await windowOf(page);
    expect(lengthOf(await moved(page, () => page.mouse.wheel(0, -60)))).toBeLessThan(lengthOf(before));
  }
  await pointAt(page, '.dt-lane-head >> nth=1');
  expect(await heard(page, ['wheel'], () => page.mouse.wheel(0, 60))).toBe('free');
});

test('over the overview the time under the pointer keeps its place in the chart', async () => {
  const page = await openAt('.dt-brush-window');
  const before = await windowOf(page);
  const closer = await moved(page, () => wheelWith(page, 'Control', -120));
  // It is the middle of the window that was pointed at.
  expect((closer.start + closer.end) / 2).toBeGreaterThan(before.start);
  expect(closer.start).toBeGreaterThan(before.start);
  expect(closer.end).toBeLessThan(before.end);
});

/** As WebKit tells a pinch on a trackpad; `scale` since it began. */
async function pinch(page: Page, selector: string, scales: readonly number[]): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, all) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const place = { clientX: left + width / 2, clientY: top + height / 2 };
      const send = (type: string, scale: number) => {
        const event = Object.assign(new Event(type, { bubbles: true, cancelable: true, composed: true }), {
          scale,
          rotation: 0,
          ...place,
        });
        element.dispatchEvent(event);
        return event.defaultPrevented;
      };
      const held = [send('gesturestart', 1), ...all.map((scale) => send('gesturechange', scale))];
      return [...held, send('gestureend', all.at(-1) ?? 1)].every(Boolean);
    }, scales);
}

describe('a pinch on a trackpad in Safari', () => {
  test.each(sliceOf([['the chart', '.dt-plot'] as const, ...BESIDE], 3))('zooms over %s', async (_where, selector) => {
    const page = await openAt(selector);
    const before = await windowOf(page);
    let held: boolean | undefined;
    const closer = await moved(page, async () => {
      held = await pinch(page, selector, [1.2, 1.5, 2]);
    });
    expect(held).toBe(true);
    // In folded time a window that keeps its start, which a grip is at, loses days only.
    expect(lengthOf(before) / lengthOf(closer)).toBeGreaterThan(selector === '.dt-brush-grip' ? 1.01 : 1.2);
    // One gesture, one step.
    expect(lengthOf(await moved(page, () => page.keyboard.press('u')))).toBeCloseTo(lengthOf(before), -3);
  });

  test('isn’t told twice where fingers on the screen are told as well', async () => {
    const page = await openAt('.dt-plot');
    const before = await windowOf(page);
    await page.locator('.dt-lanes').evaluate((lanes) => {
      const touch = (identifier: number, clientX: number) =>
        new Touch({ identifier, target: lanes, clientX, clientY: 9 });
      const touches = [touch(1, 100), touch(2, 200)];
      lanes.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches, changedTouches: touches }));
    });
    await pinch(page, '.dt-plot', [1.5, 2]);
    expect(await windowOf(page)).toEqual(before);
  });
});
