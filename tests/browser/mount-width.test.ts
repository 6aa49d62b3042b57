import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { TimelineHandle } from '../../src/entries/library';
import { useStage } from '../support/browser-timeline';
import { useLibraryHost } from '../support/library-host';

// A timeline in somebody else's page is as wide as the page gives it, which no width of the window tells.

const root = resolve(import.meta.dirname, '../..');
const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="./style.css"><script type="module" src="./host.js"></script>
<body style="margin: 0"><div id="timeline" style="--dt-height: 800px"></div></body></html>`;

interface HostWindow extends Window {
  library: typeof import('../../src/entries/library');
  timeline?: TimelineHandle;
}
declare const window: HostWindow;

const stage = useStage();
const hostUrl = useLibraryHost(hostPage, {
  'data.json': readFileSync(join(root, 'data/syria-cessation-2016.json'), 'utf8'),
});

async function mount(pagePx: number, mountPx: number, view: 'timeline' | 'list'): Promise<Page> {
  const { page } = await stage.open({
    url: hostUrl(),
    until: 'load',
    fresh: true,
    viewport: { width: pagePx, height: 900 },
  });
  await page.evaluate(
    async ([widthPx, shown]) => {
      const element = document.querySelector<HTMLElement>('#timeline')!;
      element.style.width = `${widthPx}px`;
      const { mountTimeline } = window.library;
      const timeline = mountTimeline(element, { src: './data.json', view: shown, countries: ['RU', 'US'] });
      window.timeline = timeline;
      await new Promise<void>((done) => timeline.on('ready', () => done()));
      await timeline.whenPainted();
    },
    [mountPx, view] as const,
  );
  await page.locator(view === 'list' ? '.dt-list' : '.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  await page.locator('[data-timeline-parts]').waitFor({ state: 'attached' });
  return page;
}

/** How each element of the timeline is laid out, one line each: its class, its place and size, and what makes them. */
function layoutOf(page: Page): Promise<readonly string[]> {
  return page.locator('.dt-app').evaluate((app) => {
    const origin = app.getBoundingClientRect();
    return [app, ...app.querySelectorAll('*')].flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width === 0 || element.closest('.dt-print, .dt-status, svg') !== null) return [];
      const style = getComputedStyle(element);
      const made = [style.display, style.padding, style.margin, style.gap, style.fontSize].join(' | ');
      const place = [left - origin.left, top - origin.top, width, height].map(Math.round).join(' ');
      return [`${element.tagName}.${element.getAttribute('class') ?? ''} at ${place}: ${made}`];
    });
  });
}

test.each([
  [390, 'list'],
  [390, 'timeline'],
  [350, 'timeline'],
  [768, 'timeline'],
  [1200, 'timeline'],
] as const)('a mount of %i px has the same layout in a page of 1600 px (%s)', async (widthPx, view) => {
  const alone = await layoutOf(await mount(widthPx, widthPx, view));
  const inWide = await layoutOf(await mount(1600, widthPx, view));
  expect(alone.length).toBeGreaterThan(100);
  expect(inWide).toEqual(alone);
});

test('the search field of a narrow mount opens no wider than the mount', async () => {
  const page = await mount(1600, 390, 'list');
  await page.locator('.dt-search-field').click();
  const box = await page.locator('.dt-search-box').boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(390);
});
