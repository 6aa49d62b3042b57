import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { heard } from '../support/browser-gestures';
import { forgive, moved, overlaps, readChart, useStage, windowOf } from '../support/browser-timeline';

const stage = useStage();

type Point = readonly [number, number];

async function openByTouch(): Promise<{ page: Page; hand: CDPSession }> {
  const { page, context } = await stage.open({
    viewport: { width: 768, height: 1024 },
    context: { hasTouch: true, reducedMotion: 'reduce' },
  });
  return { page, hand: await context.newCDPSession(page) };
}

/** Puts fingers down, moves them in ten steps and lifts them. */
async function sweep(hand: CDPSession, from: readonly Point[], to: readonly Point[]): Promise<void> {
  const at = (share: number) =>
    from.map(([x, y], id) => {
      const [toX, toY] = to[id] ?? [x, y];
      return { x: x + (toX - x) * share, y: y + (toY - y) * share, id };
    });
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 10; step++)
    await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 10) });
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** As fast as a hand does it, however slow the machine is. */
async function tapTwice(hand: CDPSession, [x, y]: Point): Promise<void> {
  const beganS = Date.now() / 1000 - 1;
  for (const afterS of [0, 0.15]) {
    await hand.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [{ x, y }],
      timestamp: beganS + afterS,
    });
    await hand.send('Input.dispatchTouchEvent', {
      type: 'touchEnd',
      touchPoints: [],
      timestamp: beganS + afterS + 0.03,
    });
  }
}

describe('by touch', () => {
  test('two fingers drawn apart zoom in about their middle, and labels keep apart', async () => {
    const { page, hand } = await openByTouch();
    const before = await windowOf(page);
    const after = await moved(page, () =>
      sweep(
        hand,
        [
          [400, 600],
          [500, 600],
        ],
        [
          [300, 600],
          [600, 600],
        ],
      ),
    );
    expect(after.end - after.start).toBeLessThan((before.end - before.start) / 3);
    expect(after.start).toBeGreaterThan(before.start);
    expect(after.end).toBeLessThan(before.end);
    expect(overlaps(await readChart(page))).toEqual([]);
  });

  test('one finger sideways takes the time along', async () => {
    const { page, hand } = await openByTouch();
    const closer = await moved(page, () =>
      sweep(
        hand,
        [
          [400, 600],
          [500, 600],
        ],
        [
          [300, 600],
          [600, 600],
        ],
      ),
    );
    const later = await moved(page, () => sweep(hand, [[500, 600]], [[380, 600]]));
    expect(later.start).toBeGreaterThan(closer.start);
    const back = await moved(page, () => sweep(hand, [[380, 600]], [[500, 600]]));
    expect(Math.abs(back.start - closer.start)).toBeLessThan(60_000);
  });

  test('one finger up or down leaves the window as it is', async () => {
    const { page, hand } = await openByTouch();
    const before = await windowOf(page);
    await heard(page, ['pointerup', 'pointercancel'], () => sweep(hand, [[500, 800]], [[502, 500]]));
    expect(await windowOf(page)).toEqual(before);
  });

  test('a double tap beside the events zooms in there', async () => {
    const { page, hand } = await openByTouch();
    const { targets, plot } = await readChart(page);
    const x = plot.x + plot.width - 20;
    const y = [...Array(200).keys()]
      .map((step) => plot.y + 10 + step * 4)
      .find(
        (candidate) =>
          !targets.some(
            ({ box }) =>
              x > box.x - 4 && x < box.x + box.width + 4 && candidate > box.y - 4 && candidate < box.y + box.height + 4,
          ),
      );
    if (y === undefined) throw new Error('No empty place at the right edge');
    const before = await windowOf(page);
    const after = await moved(page, () => tapTwice(hand, [x, y]));
    expect(after.end - after.start).toBeLessThan(before.end - before.start);
  });

  test('a tap on an event opens its sheet, with the chart still in sight above it', async () => {
    const { page } = await openByTouch();
    await page.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().tap();
    const sheet = page.getByRole('complementary', { name: 'Details' });
    await sheet.waitFor();
    expect(await sheet.getByRole('heading', { level: 2 }).innerText()).toContain('Lavrov and Kerry');
    await expect.poll(async () => (await sheet.boundingBox())!.y).toBeGreaterThan(300);
  });
});

describe('by touch in a frame of another origin', () => {
  test('one finger up scrolls and leaves the window; sideways it pans, and two fingers zoom', async () => {
    const host = await stage.serve({
      overrides: new Map([
        [
          'article.html',
          {
            type: 'text/html',
            body: `<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><body style="margin:0;height:4000px"><iframe src="${stage.url()}?embed=1&view=timeline" width="768" height="900" style="border:0"></iframe></body>`,
          },
        ],
      ]),
    });
    const opened = await stage.open({
      url: `${host.url}article.html`,
      until: 'load',
      viewport: { width: 768, height: 1024 },
      context: { hasTouch: true, reducedMotion: 'reduce' },
    });
    const { page, context } = opened;
    const hand = await context.newCDPSession(page);
    const frame = page.frameLocator('iframe');
    await frame.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
    await frame.locator('[data-timeline-parts]').waitFor({ state: 'attached' });
    await forgive(opened, [new RegExp(`^request to another host: ${stage.url()}`)]);
    const windowNow = () => frame.locator('.dt-chart').getAttribute('data-window');
    const before = await windowNow();
    await sweep(
      hand,
      [
        [400, 600],
        [500, 600],
      ],
      [
        [300, 600],
        [600, 600],
      ],
    );
    await expect.poll(windowNow).not.toBe(before);
    await frame.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
    const closer = await windowNow();
    await sweep(hand, [[500, 600]], [[380, 600]]);
    await expect.poll(windowNow).not.toBe(closer);
    await frame.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
    const later = await windowNow();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await sweep(hand, [[500, 800]], [[500, 500]]);
    // What the frame's own page holds beyond its edge comes first.
    await expect
      .poll(async () => (await page.evaluate(() => scrollY)) + (await frame.locator('html').evaluate(() => scrollY)))
      .toBeGreaterThan(50);
    expect(await windowNow()).toBe(later);
  });
});
