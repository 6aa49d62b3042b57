import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wheelWith } from '../support/browser-gestures';
import { expectedLanes, involves, shownLanes } from '../support/browser-oracle';
import type { LaneOracle } from '../support/browser-oracle';
import { goToHash, moved, overlaps, readChart, useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();

/** In pairs of neighbours: of each, `npm test` takes the first. */
const SIZES = [
  [320, 568],
  [390, 844],
  [360, 640],
  [480, 800],
  [768, 1024],
  [600, 960],
  [1024, 768],
  [900, 700],
  [1440, 900],
  [1280, 720],
  [1920, 1080],
  [1680, 1050],
] as const;
/** Sizes of things held in a hand: what can be pointed at there is larger. */
const HELD = new Set(['360x640', '768x1024']);

/** Lanes hold exactly the events they should, and no label lies on another. The filter's effect is waited for. */
async function expectTidy(page: Page, when: string, oracle: LaneOracle = {}): Promise<void> {
  await expect
    .poll(
      async () => {
        const chart = await readChart(page);
        return { shown: shownLanes(chart, oracle), expected: expectedLanes(chart.window, oracle) };
      },
      { message: when },
    )
    .toSatisfy(({ shown, expected }) => String(shown) === String(expected), 'lane by lane the events of the oracle');
  expect(overlaps(await readChart(page)), when).toEqual([]);
}

/**
 * Scrolled to the chart, the pointer over its plot: near the top, since on small screens the overview lies over the
 * page's end.
 */
async function pointAtChart(page: Page): Promise<void> {
  await page.locator('.dt-lanes').scrollIntoViewIfNeeded();
  const box = (await page.locator('.dt-plot').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.6, Math.max(box.y, 0) + 60);
}

describe('at every size lanes hold what they should and labels keep apart', () => {
  test.each(sliceOf(SIZES, 3))('%i x %i', async (width, height) => {
    const held = HELD.has(`${width}x${height}`);
    const { page } = await stage.open({
      hash: 'view=timeline',
      viewport: { width, height },
      context: { reducedMotion: 'reduce', hasTouch: held, isMobile: held },
    });
    await expectTidy(page, 'as it opens');
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), 'no sideways scrolling')
      .toBeLessThanOrEqual(width);

    await pointAtChart(page);
    for (const step of [1, 2, 3]) {
      await moved(page, () => wheelWith(page, 'Control', -150, 2));
      await expectTidy(page, `zoomed in ${step} times`);
      await moved(page, () => wheelWith(page, 'Shift', step % 2 === 0 ? 37 : -53));
      await expectTidy(page, `panned after ${step} zooms`);
    }

    for (const [hash, oracle] of [
      ['countries=RU', { passes: involves('RU') }],
      [
        'countries=US&roles=acting,addressee&from=2016-02-22&to=2016-02-26',
        { passes: involves('US', ['acting', 'addressee']) },
      ],
      ['tones=conflict&group=type', { passes: ({ tone }) => tone === 'conflict', group: 'type' }],
      ['group=actor&scale=calendar', { group: 'actor' }],
    ] satisfies readonly (readonly [string, LaneOracle])[]) {
      await goToHash(page, `view=timeline&${hash}`);
      await expectTidy(page, hash, oracle);
    }
  });
});
