import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { limits, measure } from '../../.ci/measure.mjs';
import { buildPage } from '../../.ci/run-tool.mjs';
import { forgive, useStage } from '../support/browser-timeline';
import type { Answer } from '../support/serve';

const dist = resolve(import.meta.dirname, '../../dist');
const season = JSON.stringify({
  schemaVersion: '1.0',
  id: 's',
  title: 'Seasons',
  events: [
    { id: 'a', title: 'Talks in spring', date: '2016-21', participants: ['x'] },
    { id: 'b', title: 'Talks in May', date: '2016-05', participants: ['x'] },
  ],
});
const overrides = new Map<string, Answer>([
  ['seasons.json', { body: season }],
  [
    'broken.json',
    { body: readFileSync(resolve(import.meta.dirname, '../../data/syria-cessation-2016.json'), 'utf8').slice(0, -400) },
  ],
  [
    'host.html',
    {
      type: 'text/html',
      body: '<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="./index.html" width="1200" height="800"></iframe>',
    },
  ],
]);
const stage = useStage(overrides);

/** Names of the scripts of the page that were asked for so far, without their hash. */
function askedFor(page: Page): readonly string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const name = /assets\/([^/]+)-[\w-]{8}\.js$/.exec(request.url())?.[1];
    if (name !== undefined) names.push(name);
  });
  return names;
}

describe('the parts of the page’s script', () => {
  test('come after the first picture but for what it needs, all but those of rare files', async () => {
    const { page, context } = await stage.open();
    await context.newPage().then(async (other) => {
      const asked = askedFor(other);
      await other.goto(stage.url());
      await other.locator('[data-timeline-parts="here"]').waitFor({ state: 'attached' });
      expect(asked).toEqual(
        expect.arrayContaining([
          'app',
          'chart.lazy',
          'Overview',
          'chosen.lazy',
          'bar.lazy',
          'EventList',
          'HelpDialog',
          'ShareDialog',
          'PrintedView',
        ]),
      );
      for (const rare of ['rare-dates', 'recover-json', 'registry', 'tables', 'merge-datasets'])
        expect(asked).not.toContain(rare);
      expect(new Set(asked).size, 'each once').toBe(asked.length);
    });
    await expect
      .poll(() => page.locator('script[data-part]').count(), { message: 'a script goes when it has run' })
      .toBe(0);
  });

  test('let a phone open its list without the chart, and a wide page say that its chart is missing', async () => {
    const opened = await stage.open({ fresh: true, viewport: { width: 390, height: 844 } });
    const { page } = opened;
    // Not the axis: the scrubber over the list has one.
    const chart = /assets\/(?:chart\.lazy|scene|Overview)-/;
    const refuse = (route: Route) => route.abort();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) asked.push(request.url());
    });
    await page.route(chart, refuse);
    await page.reload();
    await page.locator('[data-timeline-parts="missing"]').waitFor({ state: 'attached' });
    await page.locator('.dt-list').getByText('Lavrov').first().waitFor();
    const list = asked.findIndex((url) => url.includes('EventList-'));
    expect(
      asked.findIndex((url) => chart.test(url)),
      'the list comes first',
    ).toBeGreaterThan(list);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('alert').filter({ hasText: 'The chart' }).waitFor();
    await page.unroute(chart, refuse);
    await page.getByRole('alert').filter({ hasText: 'The chart' }).getByRole('button', { name: 'Try again' }).click();
    await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).first().click();
    await page.locator('.dt-overview').waitFor();
    await page.locator('.dt-legend').waitFor();
    await forgive(opened, [
      /^request failed: .*(?:chart\.lazy|scene|Overview)/,
      /^console\.error: Failed to load resource/,
      /^console\.error: .*could not be loaded/,
    ]);
  });

  test('load from a disk and in a sandbox, and a click finds them', async () => {
    const onDisk = await stage.open({ url: pathToFileURL(resolve(dist, 'index.html')).href });
    await onDisk.page.locator('[data-timeline-parts="here"]').waitFor({ state: 'attached' });
    await onDisk.page.getByRole('button', { name: 'List', exact: true }).click();
    await onDisk.page.locator('.dt-list').waitFor();

    const framed = await stage.open({ url: `${stage.url()}host.html`, until: 'load' });
    const frame = framed.page.frameLocator('iframe');
    await frame.locator('[data-timeline-parts="here"]').waitFor({ state: 'attached' });
    await frame.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().click();
    await frame
      .locator('.dt-panel')
      .getByRole('heading', { level: 2, name: /Lavrov and Kerry/ })
      .waitFor();
  });

  test('for rare files come with the file: a season in a date, a file that ends early', async () => {
    const dated = await stage.open({ query: 'data=seasons.json', until: 'load' });
    await dated.page.locator('.dt-mark-button[data-event="a"]').first().waitFor();
    const russian = await stage.open({ query: 'data=seasons.json&lang=ru&view=list', until: 'load' });
    await russian.page.locator('.dt-list').getByText('весна').first().waitFor();
    const cut = await stage.open({ query: 'data=broken.json', until: 'load' });
    await cut.page.getByText('The file ends early').first().waitFor();
  });

  test('that can’t be had are asked for again: by the list’s own button, by that of a dataset', async () => {
    const opened = await stage.open();
    const { page } = opened;
    const refuse = (route: Route) => route.abort();
    await page.route(/assets\/(?:EventList|rare-dates)-/, refuse);
    await page.reload();
    await page.locator('[data-timeline-parts="missing"]').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'List', exact: true }).click();
    const failure = page.getByRole('alert').filter({ hasText: 'the list' });
    await failure.waitFor();
    await page.goto(`${stage.url()}?data=seasons.json`);
    await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
    expect(await page.locator('.dt-chart').count()).toBe(0);
    await page.unroute(/assets\/(?:EventList|rare-dates)-/, refuse);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.dt-mark-button[data-event="a"]').first().waitFor();
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.locator('.dt-list').getByText('Talks in spring').first().waitFor();
    await forgive(opened, [
      /^request failed: .*(?:EventList|rare-dates)/,
      /^console\.error: Failed to load resource/,
      /^console\.error: .*could not be loaded/,
    ]);
  });
});

test('the built page keeps within its limits', () => {
  const { measured } = measure(dist);
  for (const [name, limit] of Object.entries(limits))
    expect(measured[name as keyof typeof limits], name).toBeLessThanOrEqual(limit);
});

test('the same source builds the same files, byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'timeline-again-'));
  try {
    expect(await buildPage(['--logLevel', 'error', '--outDir', folder, '--emptyOutDir'])).toBe(0);
    const names = filesIn(folder);
    expect(names).toEqual(filesIn(dist));
    for (const name of names)
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(dist, name))), name).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
  // A whole build, on a machine with other things to do.
}, 240_000);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}
