import { rmSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventOf } from '../support/browser-oracle';
import { forgive, useStage } from '../support/browser-timeline';
import { buildFaultyPage } from '../support/faulty-page';
import type { FaultyPart } from '../support/faulty-page';
import { serve } from '../support/serve';
import type { Served } from '../support/serve';

/*
 * Each part of the page throws as it is rendered, in the page as it is shipped: it alone goes, says so, and can come
 * back.
 */

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';
let folder: string;
let served: Served;
beforeAll(async () => {
  folder = await buildFaultyPage();
  served = await serve({ root: folder });
  // A whole build, beside whatever else the machine does.
}, 180_000);
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

const chart = (page: Page): Locator => page.locator('.dt-chart[data-settled="yes"]');
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });

/** What still works: each is used, not only looked at. */
const WORKS = {
  chart: async (page: Page) => {
    await page.locator(`.dt-mark-button[data-event="${CALL}"]`).first().click();
    await page.locator(`.dt-mark-button[data-event="${CALL}"][aria-current="true"]`).first().waitFor();
  },
  details: async (page: Page) => {
    await panel(page)
      .getByRole('heading', { name: eventOf(CALL).title })
      .waitFor();
  },
  filters: async (page: Page) => {
    await page.getByRole('button', { name: /^Countries/ }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Russia', exact: true }).check();
    await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('6 of 11 events');
    await page.keyboard.press('Escape');
  },
  overview: async (page: Page) => {
    await page.getByRole('slider', { name: 'Start of the window' }).press('ArrowRight');
    await expect.poll(() => page.url()).toContain('from=');
  },
  list: async (page: Page) => {
    await page
      .getByRole('button', { name: /^(Open the list|List)$/ })
      .first()
      .click();
    await page
      .locator('.dt-list')
      .getByRole('button', { name: eventOf(CALL).title })
      .click();
    await page.locator('.dt-list [aria-current="true"]').first().waitFor();
  },
} satisfies Record<string, (page: Page) => Promise<void>>;

const CASES: readonly {
  readonly part: FaultyPart;
  readonly name: string;
  readonly query?: string;
  readonly works: readonly (keyof typeof WORKS)[];
  readonly back: (page: Page) => Locator;
}[] = [
  {
    part: 'Stage',
    name: 'the chart',
    works: ['filters', 'overview', 'list', 'details'],
    back: (page) => page.getByRole('button', { name: 'Timeline', exact: true }),
  },
  {
    part: 'FilterBar',
    name: 'the bar of filters and controls',
    works: ['chart', 'details', 'overview'],
    back: (page) => page.getByRole('button', { name: /^Countries/ }),
  },
  {
    part: 'Search',
    name: 'the search',
    works: ['chart', 'details', 'filters', 'overview'],
    back: (page) => page.getByRole('combobox', { name: /search/i }).or(page.getByRole('searchbox')),
  },
  { part: 'SidePanel', name: 'the details', works: ['chart', 'filters', 'overview'], back: panel },
  {
    part: 'Overview',
    name: 'the overview',
    works: ['chart', 'details', 'filters'],
    back: (page) => page.getByRole('slider', { name: 'Start of the window' }),
  },
  {
    part: 'CompareTray',
    name: 'the comparison',
    query: '&compare=john-kerry',
    works: ['chart', 'details', 'filters', 'overview'],
    back: (page) => page.locator('.dt-tray-actor').first(),
  },
  {
    part: 'DatasetPicker',
    name: 'the title and the choice of data sets',
    works: ['chart', 'details', 'filters'],
    back: (page) => page.locator('.dt-title h1'),
  },
  {
    part: 'Notices',
    name: 'the notices about the data',
    query: '&group=planet',
    works: ['chart', 'details', 'filters'],
    back: (page) => page.getByRole('region', { name: /could not be used/ }),
  },
  { part: 'Legend', name: 'the legend', works: ['chart', 'overview'], back: (page) => page.locator('.dt-legend') },
  {
    part: 'EventList',
    name: 'the list',
    query: '&view=list',
    works: ['filters'],
    back: (page) => page.locator('.dt-list'),
  },
];

test.each(CASES)(
  '$name throws: the rest works, and it comes back once it can',
  async ({ part, name, query = '', works, back }) => {
    const opened = await stage.open({ url: served.url, query: `fault=${part}${query}`, until: 'load' });
    const { page } = opened;
    const broken = page.getByRole('alert').filter({ hasText: `This part failed: ${name}.` });
    await broken.waitFor();
    await broken.getByText('Technical detail').click();
    expect(await broken.innerText()).toContain(`${part} broke`);
    expect(await page.getByRole('alert').count()).toBe(1);
    if (part !== 'Stage' && part !== 'EventList') await chart(page).waitFor();
    for (const each of works) await WORKS[each](page);
    if (part === 'Stage') {
      await page.getByRole('button', { name: 'Timeline', exact: true }).click();
      await broken.waitFor();
    }
    await page.evaluate(() => Object.assign(window, { mended: true }));
    if ((await broken.count()) > 0) await broken.getByRole('button', { name: 'Try again' }).click();
    await back(page).waitFor();
    if (part === 'Stage') await chart(page).waitFor();
    expect(await broken.count()).toBe(0);
    await forgive(opened, [new RegExp(`${part} broke`)]);
  },
);

test.each([
  ['PrintedView', ''],
  ['EmbedBar', '&embed=1'],
  ['ChartTooltip', ''],
])('%s throws, which nobody misses on the screen: nothing else goes, and nobody is told', async (part, query) => {
  const opened = await stage.open({ url: served.url, query: `fault=${part}${query}`, until: 'load' });
  const { page } = opened;
  await chart(page).waitFor();
  await page.locator(`.dt-mark-button[data-event="${CALL}"]`).first().hover();
  await page.locator('[data-timeline-parts="here"]').waitFor({ state: 'attached' });
  await forgive(opened, [new RegExp(`${part} broke`)]);
  expect(await page.getByRole('alert').count()).toBe(0);
  await WORKS.chart(page);
});

test('a list that throws leaves the page as it was made for those without scripts in its place', async () => {
  const opened = await stage.open({ url: served.url, query: 'fault=EventList&view=list', until: 'load' });
  const { page } = opened;
  await page.getByRole('alert').filter({ hasText: 'This part failed: the list.' }).waitFor();
  for (const id of [CALL, 'ev-joint-statement'])
    expect(await page.locator('.dt-view').getByText(eventOf(id).title).first().isVisible()).toBe(true);
  await forgive(opened, [/EventList broke/]);
});

test('the whole throws: the page as it was made for those without scripts stays, and the timeline comes back once it can', async () => {
  const opened = await stage.open({ url: served.url, query: 'fault=App', until: 'load' });
  const { page } = opened;
  const broken = page.getByRole('alert');
  await broken.waitFor();
  expect(await broken.innerText()).toContain('The timeline failed');
  expect(
    await page
      .getByText(/need JavaScript/)
      .filter({ visible: true })
      .count(),
  ).toBe(0);
  for (const id of [CALL, 'ev-joint-statement'])
    expect(await page.locator('#timeline').getByText(eventOf(id).title).first().isVisible()).toBe(true);
  await page.evaluate(() => Object.assign(window, { mended: true }));
  await broken.getByRole('button', { name: 'Try again' }).click();
  await chart(page).waitFor();
  expect(await broken.count()).toBe(0);
  await forgive(opened, [/App broke/]);
});
