import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goToHash, useStage } from '../support/browser-timeline';

const SIZE = 50_000;
/** Titles of one to three lines, days over twenty-five years, one or two of three hundred actors; eight megabytes. */
function longSet(): string {
  const dayOf = (index: number) =>
    new Date(Date.UTC(1990, 0, 1) + Math.floor((index * 9000) / SIZE) * 86_400_000).toISOString().slice(0, 10);
  const events = Array.from({ length: SIZE }, (_, index) => ({
    id: `e${index}`,
    date: dayOf(index),
    type: 'talks',
    title: `Round ${index} of talks${index % 3 === 0 ? ' on a matter that takes more words than one line of the table has room for' : ''}`,
    participants: [`Actor ${index % 300}`, ...(index % 5 === 0 ? [] : [`Actor ${(index + 100) % 300}`])],
    countries: [],
  }));
  return JSON.stringify({ schemaVersion: '1.0', id: 'long', title: 'A long list', asOf: '2016-02-24', events });
}

const stage = useStage(new Map([['data/long.json', { body: longSet() }]]));

async function openList(width: number, height: number): Promise<Page> {
  const { page } = await stage.open({
    query: 'data=data/long.json',
    hash: 'view=list',
    viewport: { width, height },
  });
  return page;
}

/**
 * The table, loaded once for the tests that look about in it: reading fifty thousand events would take most of the time
 * of each. With nothing chosen and nothing focused, at its top.
 */
async function openTable(): Promise<Page> {
  const { page } = await stage.open({
    query: 'data=data/long.json',
    hash: 'view=list',
    viewport: { width: 1440, height: 900 },
    keep: 'table',
  });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await goToHash(page, 'view=list');
  await page.locator('.dt-list').waitFor();
  await scrollTo(page, 0);
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

/** Two looks a moment apart at the same rows in the same place, some of them in view. */
async function atRest(page: Page): Promise<void> {
  // Nothing that a former wait has seen.
  await page.evaluate(() => {
    delete document.body.dataset['seen'];
  });
  await page.waitForFunction(
    () => {
      const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
      if (
        !items.some(
          (item) => item.getBoundingClientRect().bottom > 0 && item.getBoundingClientRect().top < window.innerHeight,
        )
      )
        return false;
      const seen = `${items[0]?.dataset['item']} ${items[0]?.getBoundingClientRect().top} ${items.at(-1)?.dataset['item']}`;
      const before = document.body.dataset['seen'];
      document.body.dataset['seen'] = seen;
      return before === seen;
    },
    undefined,
    { polling: 250 },
  );
}

const nodes = (page: Page) => page.locator('.dt-list').evaluate((list) => list.querySelectorAll('*').length);
const inView = (page: Page) =>
  page
    .locator('.dt-list')
    .evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-item]')]
        .filter(
          (item) => item.getBoundingClientRect().bottom > 0 && item.getBoundingClientRect().top < window.innerHeight,
        )
        .flatMap((item) => item.querySelector('.dt-event-link')?.textContent ?? []),
    );

// First of those that share the table: what was in view once has a known height.
test('nothing jumps while rows of unknown height come in from above', async () => {
  const page = await openTable();
  await scrollTo(page, 0.5);
  const unsteady = await page.locator('.dt-view').evaluate(async (view) => {
    let worst = 0;
    for (let step = 0; step < 40; step += 1) {
      const item = [...view.querySelectorAll<HTMLElement>('[data-item]')].find(
        (each) => each.getBoundingClientRect().top > 300,
      );
      const from = item?.getBoundingClientRect().top ?? 0;
      view.scrollTop -= 90;
      await new Promise((next) => {
        requestAnimationFrame(() => requestAnimationFrame(next));
      });
      worst = Math.max(worst, Math.abs((item?.getBoundingClientRect().top ?? 0) - from - 90));
    }
    return worst;
  });
  expect(unsteady).toBeLessThanOrEqual(1);
});

test('a table of fifty thousand rows is scrolled to its last with a few hundred elements in the page, and the browser tells assistive technology how many there are and which these are', async () => {
  const page = await openTable();
  await expect.poll(async () => (await inView(page))[0]).toMatch(/^Round 0 of talks/);
  expect(await nodes(page)).toBeLessThan(900);
  await scrollTo(page, 0.5);
  await expect.poll(async () => (await inView(page)).at(-1)).toMatch(/^Round 2[45]\d{3} of talks/);
  expect(await nodes(page)).toBeLessThan(900);
  await scrollTo(page, 1);
  await expect.poll(async () => (await inView(page)).at(-1)).toBe(`Round ${SIZE - 1} of talks`);
  const last = page.locator('tbody tr').filter({ hasText: `Round ${SIZE - 1} of talks` });
  expect(await last.getAttribute('aria-rowindex')).toBe(String(SIZE + 1));
  // On the page, and in the status line.
  await page
    .getByText(/Events [\d,]+ to 50,000 of 50,000/)
    .first()
    .waitFor();
  await scrollTo(page, 0.25);
  const client = await page.context().newCDPSession(page);
  const { nodes: tree } = await client.send('Accessibility.getFullAXTree');
  expect(tree.filter(({ role }) => role?.value === 'table').map(({ name }) => String(name?.value))).toEqual([
    '50,000 of 50,000 events',
  ]);
  // Chromium's own tree leaves the numbers to the platform; the attributes that it makes them of are these.
  const table = page.getByRole('table', { name: '50,000 of 50,000 events' });
  expect(await table.getAttribute('aria-rowcount')).toBe(String(SIZE + 1));
  const indices = await table
    .locator('tbody tr[aria-rowindex]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(indices).toEqual(Array.from(indices, (_, i) => indices[0]! + i));
  const rows = tree.filter((node) => node.role?.value === 'row' && node.ignored !== true);
  expect(rows).toHaveLength(indices.length + 1);
});

test('opening an event and closing it again leaves the list where it was', async () => {
  const page = await openTable();
  await scrollTo(page, 0.3);
  const [title = ''] = (await inView(page)).slice(3);
  await page.locator('.dt-list').getByRole('button', { name: title, exact: true }).click();
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: title }).waitFor();
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await page.locator('.dt-list').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('.dt-list').waitFor();
  await atRest(page);
  await expect.poll(() => inView(page)).toContain(title);
});

test('Tab goes on past the rows in the page, and the focus outlives scrolling away', async () => {
  const page = await openTable();
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item']);
  /**
   * The row that has the focus, once the one to go on to is there: rows come when the browser tells that it has
   * scrolled.
   */
  const settled = async () => {
    const item = await page.waitForFunction(() => {
      const index = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item'];
      return index !== undefined && document.querySelector(`[data-item="${Number(index) + 1}"]`) !== null
        ? index
        : false;
    });
    return Number(await item.jsonValue());
  };
  await page.locator('[data-item="0"] button').first().focus();
  while ((await settled()) < 60) await page.keyboard.press('Tab');
  expect(await focused()).toBe('60');
  await expect.poll(() => inView(page)).toContainEqual(expect.stringMatching(/^Round 60 of talks/));
  await scrollTo(page, 1);
  expect(await focused()).toBe('60');
  for (let presses = 0; presses < 10 && (await focused()) === '60'; presses += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe('61');
  await atRest(page);
  await expect.poll(() => inView(page)).toContainEqual(expect.stringMatching(/^Round 61 of talks/));
  await page.keyboard.press('Shift+Tab');
  await expect.poll(focused).toBe('60');
});

test('what is typed is found in fifty thousand events while the page stays awake', async () => {
  const page = await openTable();
  await page.getByRole('combobox', { name: /^Search/ }).pressSequentially('round 4711 ');
  await page.getByRole('option', { name: 'Round 4711 of talks' }).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('heading', { name: 'Round 4711 of talks' })
    .waitFor();
  await atRest(page);
  await expect.poll(() => inView(page)).toContain('Round 4711 of talks');
});

test('on a phone the months of fifty thousand cards are scrolled with the page', async () => {
  const page = await openList(390, 844);
  await scrollTo(page, 0.5);
  const head = page.locator('.dt-month-head').first();
  const topOf = async (locator: Locator) => Math.round((await locator.boundingBox())?.y ?? -1);
  await expect.poll(() => topOf(page.locator('.dt-scrubber'))).toBe(0);
  const { height } = (await page.locator('.dt-scrubber').boundingBox())!;
  await expect.poll(() => topOf(head)).toBe(Math.round(height));
  await expect.poll(() => head.innerText()).toMatch(/2002/);
  await scrollTo(page, 1);
  await expect.poll(async () => (await inView(page)).at(-1)).toBe(`Round ${SIZE - 1} of talks`);
  const last = page.locator('li').filter({ hasText: `Round ${SIZE - 1} of talks` });
  expect([await last.getAttribute('aria-posinset'), await last.getAttribute('aria-setsize')]).toEqual([
    String(SIZE),
    String(SIZE),
  ]);
  expect(await nodes(page)).toBeLessThan(600);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('two thousand events go on paper once the browser says that it prints, and it says how many are missing', async () => {
  const page = await openList(1440, 900);
  expect(await page.locator('.dt-print > *').count()).toBe(0);
  // Who listens for it comes with the last part of the page.
  await expect
    .poll(() =>
      page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'));
        return document.querySelectorAll('.dt-print [data-event]').length;
      }),
    )
    .toBe(2000);
  expect(await page.locator('.dt-print .dt-written-more').textContent()).toBe('48,000 more events are not printed.');
});
