import type { Page } from 'playwright-core';
import type { PageState } from './page-states';

/** The names of the buttons are of the page's language: found by where they stand, which is where they are in each. */
const PLACES = {
  write: { bar: '.dt-toolbar .dt-button:has(+ .dt-button + .dt-tool-help)', menu: '.dt-more-item:nth-last-child(3)' },
  share: { bar: '.dt-toolbar .dt-button:has(+ .dt-tool-help)', menu: '.dt-more-item:nth-last-child(2)' },
  list: { bar: '.dt-write-acts > .dt-button:nth-of-type(1)', menu: '.dt-more-item:nth-child(2)' },
  shareOwn: { bar: '.dt-write-acts > .dt-button:nth-of-type(2)', menu: '.dt-more-item:nth-child(3)' },
} as const;

/** Presses a button of the header; on a phone it stands behind the bar's last one. By keyboard, as anybody can. */
export async function pressInBar(page: Page, name: keyof typeof PLACES): Promise<void> {
  const { bar, menu } = PLACES[name];
  const isOwn = name === 'list' || name === 'shareOwn';
  const more = page.locator(isOwn ? '.dt-write-acts [aria-haspopup]' : '.dt-more-button').last();
  const isBehind = isOwn ? (await page.locator('.dt-app--phone').count()) > 0 : await more.isVisible();
  if (isBehind) await more.press('Enter');
  await page.locator(isBehind ? menu : bar).press('Enter');
}

/** From what is on screen to its text, once each line is read. */
async function toText(page: Page): Promise<void> {
  await pressInBar(page, 'write');
  await page.locator('.dt-text-field').waitFor();
  await page.locator('.dt-reading-row .dt-shape, .dt-line-dock').first().waitFor({ state: 'attached' });
}

export async function toTable(page: Page): Promise<void> {
  await toText(page);
  await page.locator('.dt-faces .dt-button').nth(1).press('Enter');
  await page.locator('.dt-grid [data-row]').first().waitFor();
}

/** The form of the event in the panel, all of it unfolded. */
async function toForm(page: Page): Promise<void> {
  await page.locator('.dt-panel-edit .dt-button').press('Enter');
  await page.locator('.dt-edit').waitFor();
  await unfold(page, '.dt-edit');
}

/** The sheet of what can be done with a timeline elsewhere, all of it unfolded. */
export async function toSheet(page: Page, name: 'share' | 'shareOwn'): Promise<void> {
  await pressInBar(page, name);
  await page.locator(`.dt-share[open] ${name === 'share' ? '.dt-give-files' : '.dt-give-parts'}`).waitFor();
  await unfold(page, '.dt-share');
}

/** What the browser keeps: a copy of what is on screen, with a change and its versions. */
export async function toTimelines(page: Page): Promise<void> {
  await toText(page);
  await page.locator('.dt-text-field').press('End');
  await page.keyboard.type('.');
  await page.locator('.dt-keep-line[data-kept="kept"]').waitFor();
  await pressInBar(page, 'list');
  await page.locator('.dt-timelines-entry [aria-expanded]').first().press('Enter');
  await page.locator('.dt-timelines-versions').waitFor();
}

async function unfold(page: Page, within: string): Promise<void> {
  const folded = page.locator(`${within} details:not([open]) > summary:visible`);
  for (let left = await folded.count(); left > 0; left = await folded.count()) {
    const summary = await folded.first().elementHandle();
    await summary?.press('Enter');
    await page.waitForFunction((one) => one?.parentElement?.matches('[open]'), summary);
  }
}

/** Where somebody writes, edits, keeps and gives away. */
export const WRITING_STATES: readonly PageState[] = [
  { name: 'writing text', reach: toText },
  { name: 'writing a table', reach: toTable },
  { name: 'editing an event', hash: 'view=timeline&event=ev-lavrov-kerry-call', reach: toForm },
  { name: 'sharing, all unfolded', reach: (page) => toSheet(page, 'share') },
  {
    name: 'sharing what is written',
    reach: async (page) => {
      await toText(page);
      await toSheet(page, 'shareOwn');
    },
  },
  { name: 'your timelines', isFresh: true, reach: toTimelines },
];
