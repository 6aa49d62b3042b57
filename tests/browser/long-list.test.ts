import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../support/serve';
import type { Served } from '../support/serve';
import { useStage } from '../support/browser-timeline';

const SIZE = 50_000;
const stage = useStage();
let served: Served;

/** Titles of one to three lines, days over twenty-five years, one or two of three hundred actors; eight megabytes. */
function longSet(): string {
  const dayOf = (index: number) => new Date(Date.UTC(1990, 0, 1) + Math.floor((index * 9000) / SIZE) * 86_400_000).toISOString().slice(0, 10);
  const events = Array.from({ length: SIZE }, (_, index) => ({
    id: `e${index}`, date: dayOf(index), type: 'talks',
    title: `Round ${index} of talks${index % 3 === 0 ? ' on a matter that takes more words than one line of the table has room for' : ''}`,
    participants: [`Actor ${index % 300}`, ...(index % 5 === 0 ? [] : [`Actor ${(index + 100) % 300}`])],
    countries: [],
  }));
  return JSON.stringify({ schemaVersion: '1.0', id: 'long', title: 'A long list', asOf: '2016-02-24', events });
}

beforeAll(async () => {
  served = await serve({ overrides: new Map([['data/long.json', { body: longSet() }]]) });
});
afterAll(() => served.close());

async function openList(width: number, height: number): Promise<Page> {
  const { page } = await stage.open({ url: served.url, query: 'data=data/long.json', hash: 'view=list', viewport: { width, height } });
  return page;
}

/** Scrolls the list's own scroller, or the page, to a share of the way, and waits until no more rows come. */
async function scrollTo(page: Page, share: number): Promise<void> {
  await page.locator('.dt-view').evaluate((view, to) => {
    const scroller = getComputedStyle(view).overflowY === 'auto' ? view : document.documentElement;
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * to;
  }, share);
  await atRest(page);
}

/** Two looks a moment apart at the same rows in the same place. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const item = document.querySelector<HTMLElement>('[data-item]');
    const seen = `${item?.dataset['item']} ${item?.getBoundingClientRect().top}`;
    const before = document.body.dataset['seen'];
    document.body.dataset['seen'] = seen;
    return before === seen;
  }, undefined, { polling: 250 });
}

const nodes = (page: Page) => page.locator('.dt-list').evaluate((list) => list.querySelectorAll('*').length);
const inView = (page: Page) => page.locator('.dt-list').evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-item]')]
  .filter((item) => item.getBoundingClientRect().bottom > 0 && item.getBoundingClientRect().top < window.innerHeight)
  .flatMap((item) => item.querySelector('.dt-event-link')?.textContent ?? []));

test('a table of fifty thousand rows is scrolled to its last with a few hundred elements in the page, and the browser tells assistive technology how many there are and which these are', async () => {
  const page = await openList(1440, 900);
  expect((await inView(page))[0]).toMatch(/^Round 0 of talks/);
  expect(await nodes(page)).toBeLessThan(900);
  await scrollTo(page, 0.5);
  expect((await inView(page)).at(-1)).toMatch(/^Round 2[45]\d{3} of talks/);
  expect(await nodes(page)).toBeLessThan(900);
  await scrollTo(page, 1);
  expect((await inView(page)).at(-1)).toBe(`Round ${SIZE - 1} of talks`);
  const last = page.locator('tbody tr').filter({ hasText: `Round ${SIZE - 1} of talks` });
  expect(await last.getAttribute('aria-rowindex')).toBe(String(SIZE + 1));
  // On the page, and in the status line.
  await page.getByText(/Events [\d,]+ to 50,000 of 50,000/).first().waitFor();
  await scrollTo(page, 0.25);
  const client = await page.context().newCDPSession(page);
  const { nodes: tree } = await client.send('Accessibility.getFullAXTree');
  expect(tree.some((node) => node.role?.value === 'table' && node.name?.value === 'Events')).toBe(true);
  // Chromium's own tree leaves the numbers to the platform; the attributes that it makes them of are these.
  const table = page.getByRole('table', { name: 'Events' });
  expect(await table.getAttribute('aria-rowcount')).toBe(String(SIZE + 1));
  const indices = await table.locator('tbody tr[aria-rowindex]').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(indices).toEqual(Array.from(indices, (_, i) => indices[0]! + i));
  const rows = tree.filter((node) => node.role?.value === 'row' && node.ignored !== true);
  expect(rows).toHaveLength(indices.length + 1);
});

test('Tab goes on past the rows in the page, and the focus outlives scrolling away', async () => {
  const page = await openList(1440, 900);
  const focused = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item']);
  await page.locator('[data-item="0"] button').first().focus();
  while (Number(await focused()) < 60) await page.keyboard.press('Tab');
  expect(await focused()).toBe('60');
  expect(await inView(page)).toContainEqual(expect.stringMatching(/^Round 60 of talks/));
  await scrollTo(page, 1);
  expect(await focused()).toBe('60');
  for (let presses = 0; presses < 10 && (await focused()) === '60'; presses += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe('61');
  await atRest(page);
  expect(await inView(page)).toContainEqual(expect.stringMatching(/^Round 61 of talks/));
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('60');
});

test('nothing jumps while rows of unknown height come in from above', async () => {
  const page = await openList(1440, 900);
  await scrollTo(page, 0.5);
  const unsteady = await page.locator('.dt-view').evaluate(async (view) => {
    let worst = 0;
    for (let step = 0; step < 40; step += 1) {
      const item = [...view.querySelectorAll<HTMLElement>('[data-item]')].find((each) => each.getBoundingClientRect().top > 300);
      const from = item?.getBoundingClientRect().top ?? 0;
      view.scrollTop -= 90;
      await new Promise((next) => { requestAnimationFrame(() => requestAnimationFrame(next)); });
      worst = Math.max(worst, Math.abs((item?.getBoundingClientRect().top ?? 0) - from - 90));
    }
    return worst;
  });
  expect(unsteady).toBeLessThanOrEqual(1);
});

test('opening an event and closing it again leaves the list where it was', async () => {
  const page = await openList(1440, 900);
  await scrollTo(page, 0.3);
  const [title = ''] = (await inView(page)).slice(3);
  await page.locator('.dt-list').getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: title }).waitFor();
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await page.locator('.dt-list').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('.dt-list').waitFor();
  await atRest(page);
  expect(await inView(page)).toContain(title);
});

test('on a phone the months of fifty thousand cards are scrolled with the page', async () => {
  const page = await openList(390, 844);
  await scrollTo(page, 0.5);
  const head = page.locator('.dt-month-head').first();
  const scrubber = (await page.locator('.dt-scrubber').boundingBox())!;
  expect(Math.round(scrubber.y)).toBe(0);
  expect(Math.round((await head.boundingBox())?.y ?? -1)).toBe(Math.round(scrubber.height));
  expect(await head.innerText()).toMatch(/2002/);
  await scrollTo(page, 1);
  expect((await inView(page)).at(-1)).toBe(`Round ${SIZE - 1} of talks`);
  const last = page.locator('li').filter({ hasText: `Round ${SIZE - 1} of talks` });
  expect([await last.getAttribute('aria-posinset'), await last.getAttribute('aria-setsize')]).toEqual([String(SIZE), String(SIZE)]);
  expect(await nodes(page)).toBeLessThan(600);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('what is typed is found in fifty thousand events while the page stays awake', async () => {
  const page = await openList(1440, 900);
  await page.getByRole('combobox', { name: /^Search/ }).pressSequentially('round 4711 ');
  await page.getByRole('option', { name: 'Round 4711 of talks' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Round 4711 of talks' }).waitFor();
  await atRest(page);
  expect(await inView(page)).toContain('Round 4711 of talks');
});

test('two thousand events go on paper once the browser says that it prints, and it says how many are missing', async () => {
  const page = await openList(1440, 900);
  expect(await page.locator('.dt-print > *').count()).toBe(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.locator('.dt-print [data-event]').first().waitFor({ state: 'attached' });
  expect(await page.locator('.dt-print [data-event]').count()).toBe(2000);
  expect(await page.locator('.dt-print .dt-written-more').textContent()).toBe('48,000 more events are not printed.');
});
