import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useStage } from '../support/browser-timeline';
import { pressInBar, toTimelines } from '../support/writing-states';

const stage = useStage();

const text = (page: Page) => page.locator('.dt-text-field');
/** Until the browser has these words, and the page says so. */
async function kept(page: Page, words: string): Promise<void> {
  await expect.poll(() => stored(page)).toContain(words);
  await page.locator('.dt-keep-line[data-kept="kept"]').waitFor();
}

/** All that the browser keeps, as one text. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('refused')));
      });
    if (!(await indexedDB.databases()).some(({ name }) => name === 'diplomatic-timeline')) return '';
    const database = await asked(indexedDB.open('diplomatic-timeline'));
    const all = await Promise.all(
      [...database.objectStoreNames].map((name) => asked(database.transaction(name).objectStore(name).getAll())),
    );
    database.close();
    return JSON.stringify(all);
  });

const restored = (page: Page) => page.locator('.dt-keep-notice[data-about="restored"]').waitFor();

async function toTextFace(page: Page): Promise<void> {
  await page.locator('.dt-faces .dt-button').first().click();
  await text(page).waitFor();
}

/** A new timeline with these lines, which the browser keeps. */
async function write(page: Page, lines: readonly string[]): Promise<void> {
  await text(page).waitFor();
  await text(page).fill(lines.join('\n'));
  await kept(page, 'Both banks agree');
  await expect.poll(() => page.url()).toContain('tab=');
}

test('a tab that dies while somebody types loses nothing that it called kept', async () => {
  const context = await stage.browser().newContext();
  const page = await context.newPage();
  await page.goto(`${stage.url()}#new`);
  await write(page, ['# Lake talks', '24 Feb 2016: Both banks agree - Arvia, Besmar']);
  await text(page).press('Control+End');
  await page.keyboard.type('\n25 Feb 2016: A second call');
  await kept(page, 'A second call');
  // What follows is typed until there is no page any more.
  const typing = page.keyboard.type(' - Arvia > Besmar [talks]', { delay: 20 }).catch(() => undefined);
  const address = page.url();
  const devtools = await context.newCDPSession(page);
  await Promise.race([devtools.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);
  await typing;
  await page.close();
  const next = await context.newPage();
  await next.goto(address);
  await restored(next);
  await expect.poll(() => next.title()).toBe('Lake talks');
  await next.locator('.dt-faces .dt-button').first().click();
  await expect
    .poll(() => text(next).inputValue())
    .toMatch(/^# Lake talks\n24 Feb 2016: Both banks agree - Arvia, Besmar\n25 Feb 2016: A second call/);
  await context.close();
}, 60_000);

test('two tabs of one timeline notice each other, and only one of them writes', async () => {
  const context = await stage.browser().newContext();
  const page = await context.newPage();
  await page.goto(`${stage.url()}#new`);
  await write(page, ['# Lake talks', '24 Feb 2016: Both banks agree - Arvia, Besmar']);
  const other = await context.newPage();
  await other.goto(page.url());
  const notice = (tab: Page) =>
    tab.locator('.dt-keep-bar--mode', { hasText: 'Also open in another tab, and being written there.' });
  // Where both begin within a moment the first may be the one that gives way.
  await Promise.any([notice(page).waitFor(), notice(other).waitFor()]);
  const [reader, writer] = (await notice(other).isVisible()) ? [other, page] : [page, other];
  await reader.getByRole('button', { name: 'Work here' }).click();
  await notice(writer).waitFor();
  await expect.poll(() => notice(reader).count()).toBe(0);
  await toTextFace(reader);
  await text(reader).press('Control+End');
  await reader.keyboard.type('\n26 Feb 2016: Written in the other');
  await kept(reader, 'Written in the other');
  await writer.getByRole('button', { name: 'Work here' }).click();
  await toTextFace(writer);
  await expect.poll(() => text(writer).inputValue()).toContain('26 Feb 2016: Written in the other');
  await context.close();
}, 60_000);

test('what is kept is listed, looked at, restored, deleted and brought back', async () => {
  const context = await stage.browser().newContext();
  const page = await context.newPage();
  await page.goto(stage.url());
  // A copy of a set that ships with the page: what it was at first is its first version.
  await toTimelines(page);
  const entry = page.locator('.dt-timelines-entry');
  await entry
    .getByRole('button', { name: /^Look:/ })
    .last()
    .click();
  await page.getByText('You are looking at').first().waitFor();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect.poll(() => page.getByText('You are looking at').count()).toBe(0);
  await page.locator('.dt-keep-line[data-kept="kept"]').waitFor();
  await pressInBar(page, 'list');
  await entry.getByRole('button', { name: /^Delete/ }).click();
  await expect.poll(() => entry.count()).toBe(0);
  await page.locator('.dt-timelines-removed').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => entry.count()).toBe(1);
  await context.close();
}, 60_000);

test('where the browser keeps nothing the page says so plainly', async () => {
  const context = await stage.browser().newContext();
  await context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
  });
  const page = await context.newPage();
  await page.goto(`${stage.url()}#new`);
  await text(page).waitFor();
  await text(page).press('Control+End');
  await page.keyboard.type('\n24 Feb 2016: Both banks agree - Arvia, Besmar');
  await page.getByText('This page can’t keep your work. Save it as a file.').waitFor();
  await page.locator('.dt-keep-line[data-kept="refused"]').waitFor();
  await context.close();
});
