import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe-page';
import { useStage } from '../support/browser-timeline';
import { SOON } from '../support/page';

const stage = useStage();

/** Begins to write on what is on screen, in its table. */
async function toTable(page: Page): Promise<void> {
  await page.locator('.dt-toolbar .dt-button', { hasText: /^(?:Write|كتابة)$/ }).click();
  await page.locator('.dt-faces .dt-button').nth(1).click();
  await page.getByRole('grid').waitFor();
}

const cell = (page: Page, row: number, column: number) =>
  page.locator(`.dt-grid [data-row="${row}"] [data-column="${column}"]`);

/** What the line under the table tells; the page's status line says it too. */
const note = (page: Page) => page.locator('.dt-grid-status');

test('a table is written in by keys alone: a cell, a range from the clipboard, a row, and all of it undone', async () => {
  const { page, context } = await stage.open({ fresh: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await toTable(page);
  const before = await cell(page, 0, 3).innerText();
  await cell(page, 0, 1).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('3/4/2016');
  await page.getByRole('button', { name: '4 Mar 2016' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // Down to the two readings, and the second of them.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.textContent === '4 Mar 2016', undefined, SOON);

  // What a spreadsheet copies; a link is taken from another table of the same page.
  await page.evaluate(() =>
    navigator.clipboard.writeText('Ines Hallgren\ttalks\r\n"Tomas Verel, Arvia"\tagreement\r\n'),
  );
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ControlOrMeta+v');
  await note(page).getByText('4 cells filled').waitFor();
  expect(await page.locator('.dt-grid-note').innerText()).toBe(
    '4 cells filled from the clipboard: 2 rows, 2 columns. 3 new names.',
  );
  expect(await cell(page, 1, 3).innerText()).toBe('Tomas Verel, Arvia');
  expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(4);
  await page.keyboard.press('ControlOrMeta+c');
  await note(page).getByText('4 cells copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Ines Hallgren\ttalks\r\nTomas Verel, Arvia\tagreement',
  );
  // The timeline below names them.
  await page
    .locator('.dt-view button', { hasText: 'Ines Hallgren' })
    .or(page.locator('.dt-view [aria-label*="Ines Hallgren"]'))
    .first()
    .waitFor({ state: 'attached' });

  const rows = await page.getByRole('grid').getAttribute('aria-rowcount');
  await page.keyboard.press('Insert');
  await page.keyboard.type('23 or 24 Feb 2016');
  await page.getByRole('grid').getByText('one event, on one of these days').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Gauge read at dawn');
  await page.keyboard.press('Enter');
  expect(await cell(page, 1, 2).innerText()).toBe('Gauge read at dawn');
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(Number(rows) + 1));
  await cell(page, 1, 0).click();
  await page.keyboard.press('ControlOrMeta+-');
  await note(page).getByText('1 row deleted.').waitFor();
  await page.locator('.dt-grid-status').getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await cell(page, 1, 2).innerText()).toBe('Gauge read at dawn');
  // The row, its two cells, the range, and the date.
  for (let n = 0; n < 5; n += 1)
    await page.locator('.dt-write-tools').getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await cell(page, 0, 3).innerText()).toBe(before);
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(rows);
});

test('written the other way it is walked the other way; nothing of it is cut or nameless', async () => {
  const { page } = await stage.open({ fresh: true, query: 'lang=ar' });
  await toTable(page);
  await cell(page, 0, 1).click();
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('2');
  await page.keyboard.press('Enter');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('.dt-grid-bar .dt-button, .dt-grid-status > *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent),
  );
  expect(outside).toEqual([]);
});
