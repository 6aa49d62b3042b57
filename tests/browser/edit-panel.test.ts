import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe-page';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';

/** The form of an event, with a name being added and all of it unfolded. */
async function openForm(page: Page): Promise<void> {
  await page.locator('.dt-panel-edit .dt-button').click();
  await page.locator('.dt-edit-hint code').waitFor();
  await page.locator('.dt-edit details summary').click();
}

/** Once the lanes of the edited timeline stand: what goes while axe looks it can't decide on. */
async function noFindings(page: Page): Promise<void> {
  await expect.poll(() => axeFindings(page), { timeout: 30_000 }).toEqual([]);
}

test.each(sliceOf(['ar', 'en'], 2))(
  'an event is edited in the panel, without a finding of axe, in %s',
  async (lang) => {
    const { page } = await stage.open({ query: `event=${CALL}&lang=${lang}` });
    await openForm(page);
    const title = page.locator('.dt-edit textarea').first();
    await title.fill('Talks by phone');
    await title.press('Enter');
    await page.locator('.dt-edit-was').waitFor();
    await page.locator('.dt-edit-title').evaluate((heading) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'https://undocs.org/S/1');
      heading.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
      );
    });
    await page.locator('.dt-edit-suggested').waitFor();
    await noFindings(page);
    await page.locator('.dt-panel-bar .dt-link').click();
    await page.locator('.dt-edit-part > summary').first().click();
    await page.locator('.dt-edit-records summary').first().click();
    await noFindings(page);
  },
);
