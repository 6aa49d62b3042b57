import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { table } from '../support/browser-oracle';
import { heard } from '../support/browser-gestures';
import { moved, useStage, windowOf } from '../support/browser-timeline';
import { countedKeys, hasFocus } from '../support/counted-keys';
import type { CountedKeys } from '../support/counted-keys';

const stage = useStage();
const DAY_MS = 86_400_000;

interface Task {
  readonly name: string;
  /** What is done already as the page opens. */
  readonly hash?: string;
  /** More keys than this are too many. */
  readonly most: number;
  readonly keys: (keys: CountedKeys, page: Page) => Promise<unknown>;
  /** Waits for what was wanted. */
  readonly done: (page: Page) => Promise<unknown>;
}

const chosen = (page: Page, event: string) =>
  page.waitForFunction((id) => location.hash.includes(`event=${id}`), event);
const pinned = (page: Page, n: number) =>
  page.waitForFunction((count) => document.querySelectorAll('.dt-tray-actor').length === count, n);
const shownCount = (page: Page, n: number) =>
  page.locator('.dt-event-count', { hasText: `${n} of ${table.size}` }).waitFor();
const option = (page: Page) => page.locator('.dt-search-option, .dt-lanes-list [role="option"]').first().waitFor();
const focused = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor();

const TASKS: readonly Task[] = [
  {
    name: 'Open the event of 27 February',
    most: 12,
    keys: async ({ press, type }, page) => {
      await press('/');
      await type('27 feb');
      await page.getByRole('option', { name: /^Cessation of hostilities/ }).waitFor();
      await press('ArrowDown', 'ArrowDown', 'Enter');
    },
    done: (page) => chosen(page, 'ev-cessation'),
  },
  {
    name: 'Compare Lavrov and Kerry',
    most: 20,
    keys: async ({ press, pressUntil, type }, page) => {
      await pressUntil('Tab', '.dt-lanes-button');
      await press('Enter');
      await focused(page, '.dt-lanes-find input');
      await type('lav');
      await option(page);
      await press('Enter');
      await focused(page, '[data-head="name"]');
      await press('ArrowRight', 'Enter');
      await pressUntil('ArrowUp', '[data-lane="actor:john-kerry"] [data-head="pin"]');
      await press('Enter');
    },
    done: (page) => pinned(page, 2),
  },
  {
    name: 'Show only what Syria does',
    most: 8,
    keys: async ({ press, pressUntil }, page) => {
      await press('f', 'Enter');
      await focused(page, '.dt-choice input');
      await pressUntil('ArrowDown', '.dt-choice:nth-child(3) input');
      await press('Space', 'Escape');
    },
    done: async (page) => {
      await page.getByRole('button', { name: /^Remove filter: Syria/ }).waitFor();
      await focused(page, '.dt-facet-button');
    },
  },
  {
    name: 'Copy a link to what is on screen',
    most: 14,
    keys: async ({ press, pressUntil }, page) => {
      await pressUntil('Tab', '.dt-toolbar .dt-button');
      await press('ArrowLeft', 'ArrowLeft', 'Enter');
      await page.locator('.dt-share[open]').getByRole('button', { name: 'Copy link', exact: true }).waitFor();
      await pressUntil('Tab', '.dt-share .dt-button--main');
      await press('Enter');
    },
    done: (page) => page.locator('.dt-share-told', { hasText: /./ }).waitFor(),
  },
  {
    name: 'Find “ceasefire”',
    most: 11,
    keys: async ({ press, type }) => {
      await press('/');
      await type('ceasefire');
    },
    done: (page) =>
      page
        .getByRole('option', { name: /ceasefire/ })
        .first()
        .waitFor(),
  },
  {
    name: 'Go to the source on the Russian air strikes',
    most: 24,
    keys: async ({ press, pressUntil, type }, page) => {
      await press('/');
      await type('aviation');
      await option(page);
      await press('Enter');
      await chosen(page, 'ev-russian-strikes');
      await pressUntil('Tab', '.dt-mark-button');
      await press('Enter');
      await focused(page, '[data-panel-heading]');
      await pressUntil('Tab', '.dt-panel a[href^="http"]');
    },
    done: (page) => focused(page, '.dt-panel a[href^="https://russia-insider.com"]'),
  },
  {
    name: 'Zoom to the last week',
    most: 12,
    keys: async ({ press, type }, page) => {
      await press('/');
      await type('21-27 feb');
      await option(page);
      await moved(page, () => press('Enter'));
    },
    done: async (page) => {
      const { start, end } = await windowOf(page);
      expect([(Date.parse('2016-02-21') - start) / DAY_MS, (end - Date.parse('2016-02-28')) / DAY_MS]).toEqual([0, 0]);
    },
  },
  {
    name: 'Switch to the list and sort it by event',
    most: 9,
    keys: async ({ press, pressUntil }, page) => {
      await press('l');
      await page.locator('.dt-list-sort').first().waitFor();
      await pressUntil('Tab', 'th:nth-child(2) .dt-list-sort');
      await press('Enter');
    },
    done: (page) => page.locator('th[aria-sort="ascending"]:nth-child(2)').waitFor(),
  },
  {
    name: 'Filter by a country and undo it',
    most: 6,
    keys: async ({ press }, page) => {
      await press('f', 'Enter');
      await focused(page, '.dt-choice input');
      await press('Space');
      await page.locator('.dt-chip').waitFor();
      await press('Escape', 'u');
    },
    done: (page) => shownCount(page, table.size),
  },
  {
    name: 'Clear all filters',
    hash: 'countries=RU&tones=conflict',
    most: 8,
    keys: async ({ press, pressUntil }) => {
      await pressUntil('Tab', '.dt-chip');
      await press('End', 'Enter');
    },
    done: (page) => shownCount(page, table.size),
  },
  {
    name: 'Open the other data set',
    most: 5,
    keys: async ({ press }, page) => {
      await press('Tab', 'Enter');
      await focused(page, '.dt-sets-item');
      await press('ArrowDown', 'Enter');
    },
    done: (page) => page.getByRole('heading', { level: 1, name: /2011–2016/ }).waitFor(),
  },
  {
    name: 'Switch off the keys made of one character',
    most: 7,
    keys: async ({ press, pressUntil }, page) => {
      await press('?');
      await page.locator('.dt-settings').waitFor();
      await pressUntil('Tab', '.dt-settings [type="checkbox"]');
      await press('Space', 'Escape');
    },
    done: async (page) => {
      await page.locator('.dt-dialog[open]').waitFor({ state: 'detached' });
      await heard(page, ['keyup'], () => page.keyboard.press('l'));
      expect(await page.locator('.dt-chart').count()).toBe(1);
      expect(await hasFocus(page, '.dt-search-field')).toBe(false);
    },
  },
];

const counts = new Map<string, number>();

test.each(TASKS)('$name: within $most keys', async ({ hash, keys, done, name, most }) => {
  const { page } = await stage.open({ ...(hash === undefined ? {} : { hash }), context: { reducedMotion: 'reduce' } });
  const counted = countedKeys(page);
  await keys(counted, page);
  await done(page);
  counts.set(name, counted.count());
  expect(counted.count()).toBeLessThanOrEqual(most);
  // Kept for the next visit, and for the next test.
  await page.evaluate(() => localStorage.clear());
});

test('docs/keyboard.md has the keys as they were counted', () => {
  const docs = readFileSync(resolve(import.meta.dirname, '../../docs/keyboard.md'), 'utf8');
  const told = docs.split('\n').filter((line) => /^\| .* \| \d+ \| \d+ \|$/.test(line));
  expect(told).toEqual(TASKS.map(({ name, most }) => `| ${name} | ${counts.get(name)} | ${most} |`));
});
