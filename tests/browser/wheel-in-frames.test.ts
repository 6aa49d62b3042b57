import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heard, wheelWith } from '../support/browser-gestures';
import { forgive, moved, readChart, useStage, windowOf } from '../support/browser-timeline';
import { serve } from '../support/serve';
import type { Answer, Served } from '../support/serve';

const stage = useStage();

/**
 * Another origin, whose page is longer than the screen and holds the timeline in frames, one of them without an origin.
 */
let host: Served;
const pages = new Map<string, Answer>();
beforeAll(async () => {
  host = await serve({ overrides: pages });
});
afterAll(() => host.close());

async function openHost(attributes: string): Promise<Page> {
  const src = `${stage.url()}?embed=1`;
  pages.set('article.html', {
    type: 'text/html',
    body: `<!doctype html><link rel="icon" href="data:,"><body style="margin:0;height:4000px"><iframe ${attributes} src="${src}" width="1000" height="1200" style="border:0"></iframe></body>`,
  });
  const opened = await stage.open({
    url: `${host.url}article.html`,
    until: 'load',
    viewport: { width: 1000, height: 700 },
  });
  const { page } = opened;
  await page.frameLocator('iframe').locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  await page.frameLocator('iframe').locator('[data-timeline-parts]').waitFor({ state: 'attached' });
  await forgive(opened, [new RegExp(`^request to another host: ${stage.url()}`)]);
  return page;
}

const windowIn = (page: Page) => page.frameLocator('iframe').locator('.dt-chart').getAttribute('data-window');

describe('in a frame', () => {
  // `hosts` differ in their ports, so that each frame is of another origin than its page.
  test.each([
    ['of another origin', ''],
    ['without an origin', 'sandbox="allow-scripts"'],
  ])('%s the plain wheel scrolls the page around it, ctrl and wheel zooms', async (_kind, attributes) => {
    const page = await openHost(attributes);
    const before = await windowIn(page);
    const plot = (await page.frameLocator('iframe').locator('.dt-plot').boundingBox())!;
    await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2);
    await page.mouse.wheel(0, 120);
    // All the way: a browser that is still at it would go on after what comes now.
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
    expect(await windowIn(page)).toBe(before);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await wheelWith(page, 'Control', -240);
    await expect.poll(() => windowIn(page)).not.toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

describe('in full screen', () => {
  const fill = async (page: Page): Promise<void> => {
    // A browser whose window isn't in front yet says "not granted"; it is asked until it is.
    await page.bringToFront();
    await expect
      .poll(() =>
        page.evaluate(async () => {
          if (document.fullscreenElement === null)
            await document
              .querySelector('#timeline')!
              .requestFullscreen()
              .catch(() => undefined);
          return document.fullscreenElement?.id;
        }),
      )
      .toBe('timeline');
    await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  };
  const overThePlot = async (page: Page): Promise<void> => {
    const { plot } = await readChart(page);
    await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height - 20);
  };

  test('the plain wheel zooms, and leaves off with it', async () => {
    const { page } = await stage.open({ context: { reducedMotion: 'reduce' } });
    await fill(page);
    await overThePlot(page);
    const before = await windowOf(page);
    const closer = await moved(page, () => page.mouse.wheel(0, -120));
    expect(closer.end - closer.start).toBeLessThan(before.end - before.start);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
    await overThePlot(page);
    const after = await windowOf(page);
    expect(await heard(page, ['wheel'], () => page.mouse.wheel(0, -120))).toBe('free');
    expect(await windowOf(page)).toEqual(after);
  });

  test('with gestures=cooperative it doesn’t; with gestures=greedy it zooms anywhere', async () => {
    const asked = await stage.open({ query: 'gestures=cooperative' });
    await fill(asked.page);
    await overThePlot(asked.page);
    const before = await windowOf(asked.page);
    expect(await heard(asked.page, ['wheel'], () => asked.page.mouse.wheel(0, -120))).toBe('free');
    expect(await windowOf(asked.page)).toEqual(before);

    const { page } = await stage.open({ query: 'gestures=greedy', context: { reducedMotion: 'reduce' } });
    await overThePlot(page);
    const wide = await windowOf(page);
    const closer = await moved(page, () => page.mouse.wheel(0, -120));
    expect(closer.end - closer.start).toBeLessThan(wide.end - wide.start);
  });
});
