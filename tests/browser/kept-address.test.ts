import type { Page, Route } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useStage } from '../support/browser-timeline';

const stage = useStage();
const OWN_TITLE = (JSON.parse(readFileSync('data/syria-cessation-2016.json', 'utf8')) as { readonly title: string })
  .title;

/** A timeline that this browser keeps; gives its address. */
async function keepOne(page: Page): Promise<string> {
  await page.locator('.dt-sets-button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().press('Enter');
  await page.locator('.dt-text-field:focus').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('# Lake talks\n24 Feb 2016: Both banks agree - Arvia, Besmar');
  await page.locator('.dt-keep-line[data-kept="kept"]').waitFor();
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/[#&]tab=(?!file)/);
  await expect.poll(() => keptTitles(page)).toEqual(['Lake talks']);
  return page.url();
}

const keptTitles = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open('diplomatic-timeline');
        opening.addEventListener('error', () => reject(new Error('no database')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const all = database.transaction('drafts').objectStore('drafts').getAll();
          all.addEventListener('success', () => {
            database.close();
            resolve((all.result as readonly { readonly title: string }[]).map(({ title }) => title));
          });
        });
      }),
  );

/** Until the page says that it is here from an earlier visit. */
const restored = (page: Page) => page.locator('.dt-keep-notice[data-about="restored"]').waitFor();

/** What stands on the page, when all that the address leads to has been seen to. */
async function shown(page: Page) {
  await page.locator('html:not([data-own])').waitFor({ state: 'attached' });
  await page.locator('.dt-chart[data-settled="yes"], .dt-list').first().waitFor({ state: 'attached' });
  return { title: await page.title(), hash: await page.evaluate(() => location.hash) };
}

test('the address of a kept timeline restores it, whichever comes first; an unknown one ends in words and the page’s own', async () => {
  const { page } = await stage.open({ fresh: true });
  const address = await keepOne(page);
  const { hash } = new URL(address);

  await page.reload();
  await restored(page);
  expect(await shown(page)).toEqual({ title: 'Lake talks', hash });

  // What sees to the address comes when the timeline is there already.
  const late: Route[] = [];
  await page.route(/assets\/own-opening-/, (route) => void late.push(route));
  await page.reload({ waitUntil: 'commit' });
  await restored(page);
  await expect.poll(() => late.length).toBe(1);
  await late[0]?.continue();
  expect(await shown(page)).toEqual({ title: 'Lake talks', hash });
  await restored(page);
  await page.unroute(/assets\/own-opening-/);

  // What keeps it comes when all else is there: nothing of the page's own is shown meanwhile.
  const keeping: Route[] = [];
  await page.route(/assets\/writing\.lazy-/, (route) => void keeping.push(route));
  const opened = page.waitForResponse(/assets\/own-opening-/);
  await page.reload({ waitUntil: 'commit' });
  await opened;
  await expect.poll(() => keeping.length).toBe(1);
  expect(await page.title()).not.toBe(OWN_TITLE);
  await keeping[0]?.continue();
  await restored(page);
  expect(await shown(page)).toEqual({ title: 'Lake talks', hash });
  await page.unroute(/assets\/writing\.lazy-/);

  // Away to the page's own, and back.
  await page.evaluate(() => void (location.hash = ''));
  await expect.poll(() => page.title()).toBe(OWN_TITLE);
  await page.goBack();
  await expect.poll(() => page.title()).toBe('Lake talks');
  expect(await shown(page)).toEqual({ title: 'Lake talks', hash });

  // What is written stays where the address is changed to one of something that isn't there.
  const unknown = address.replace(/tab=[^&]+/, 'tab=nobody-knows');
  const said = page.getByRole('alert').getByText('not kept in this browser');
  await page.evaluate((href) => void (location.href = href), unknown);
  await said.waitFor();
  expect(await shown(page)).toEqual({ title: 'Lake talks', hash });

  await page.goto('about:blank');
  await page.goto(unknown);
  await said.waitFor();
  await expect.poll(() => page.title()).toBe(OWN_TITLE);
  expect((await shown(page)).hash).not.toContain('tab=');
  expect(await keptTitles(page)).toEqual(['Lake talks']);
}, 120_000);
