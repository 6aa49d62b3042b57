import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe-page';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();

/** Ten lines as somebody types them; invented. The ninth can be read two ways. */
const LINES = [
  '# Lake talks',
  'as of 24 Feb 2016',
  '22 Feb 2016: Both banks agree a joint text - Arvia, Besmar [agreement]',
  '  > "first the boats" Lake Post, 24 Feb 2016',
  '23 or 24 Feb 2016: The envoy speaks of a second plan - Tomas Verel [statement]',
  '24 Feb 2016: Verel and Osk speak by phone - Tomas Verel > Rada Osk [talks]',
  'since 30 Sep 2015: Patrols on the water - Arvia > Ferry League [military]',
  'since 2014: Observers count the boats - Observer Mission',
  '3/2/2016: Osk pauses the talks - Rada Osk [talks]',
  '27 Feb 2016: Quiet to take effect (announced) [ceasefire]',
  'on or before 30 Sep 2015: Osk asks for patrols - Rada Osk > Arvia [appeal]',
];

async function beginNew(page: Page): Promise<void> {
  await page.locator('.dt-sets-button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  await page.getByRole('menuitem').first().press('Enter');
  await page.locator('.dt-text-field:focus').waitFor();
}

const text = (page: Page) => page.locator('.dt-text-field').inputValue();
const counts = (page: Page) => page.locator('.dt-write-counts').innerText();
const until = (page: Page, words: string) => page.locator('.dt-write-counts').getByText(words).waitFor();

test('ten lines by keyboard alone: each is on the timeline, a date is settled, all is undone and made again', async () => {
  const { page } = await stage.open({ fresh: true });
  await beginNew(page);
  await until(page, '3 events');
  const first = await text(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(LINES.join('\n'));
  await until(page, '8 events, 1 with a source');
  expect(await text(page)).toBe(LINES.join('\n'));
  await page
    .locator('.dt-view')
    .getByRole('button', { name: /Both banks/ })
    .first()
    .waitFor({ state: 'attached' });

  await page.keyboard.press('Control+Home');
  await page.getByRole('button', { name: /^Next to settle/ }).press('Enter');
  await page.locator('.dt-text-field:focus').waitFor();
  // The line's own buttons are the next stop.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('3 Feb 2016');
  await page.keyboard.press('Enter');
  await page.locator('.dt-text-field:focus').waitFor();
  const settled = await text(page);
  expect(settled).not.toContain('3/2/2016');

  const undo = page.locator('.dt-write-tools').getByRole('button', { name: 'Undo' });
  for (let steps = 0; steps < 60 && (await undo.getAttribute('aria-disabled')) !== 'true'; steps += 1)
    await page.keyboard.press('Control+z');
  expect(await text(page)).toBe(first);
  expect(await counts(page)).toMatch(/^3 events/);
  const redo = page.locator('.dt-write-tools').getByRole('button', { name: 'Redo' });
  for (let steps = 0; steps < 60 && (await redo.getAttribute('aria-disabled')) !== 'true'; steps += 1)
    await page.keyboard.press('Control+Shift+z');
  expect(await text(page)).toBe(settled);
  expect(await counts(page)).toMatch(/^8 events, 1 with a source/);
});

test.each(sliceOf(['en', 'ru', 'ar', 'fr'], 2))(
  'a new timeline in %s is read whole, and axe finds nothing',
  async (language) => {
    const { page } = await stage.open({ query: `lang=${language}`, fresh: true });
    await beginNew(page);
    await page.locator('.dt-start .dt-open-list').first().waitFor();
    expect(await page.locator('.dt-reading .dt-shape').count()).toBe(3);
    expect(await page.locator('.dt-reading-which, .dt-reading-problem').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  },
);
