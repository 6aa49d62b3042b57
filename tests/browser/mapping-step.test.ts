import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe-page';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { focusFaults } from '../support/focus-of';
import { SOON } from '../support/page';

const stage = useStage();

/** Invented. Two dates that can be read two ways, days of which only the year was known, and names joined by " and ". */
const TABLE = `When,What happened,Kind,Who,Link
${Array.from({ length: 8 }, (_, n) => `${2008 + n}-01-01,Survey ${n + 1} of the shore,talks,Arvia and Besmar,https://lake.example/${n}`).join('\n')}
3/4/2016,Round two opens in Velden,talks,Ines Hallgren and Arvia,https://lake.example/8
6/5/2016,Fishing zone agreed,soundings,Land and Water Board,
March 2014,Joint text initialled,agreement,Arvia and Besmar,
early 2002,First letter,statement,Besmar and Tomas Verel,https://lake.example/9
to be agreed,Review of the accord,,,
`;

/** Drops the table on the page, and goes to the mapping step. */
async function correct(page: Page, name = 'lake-talks.csv'): Promise<void> {
  await page.evaluate(
    ([text, called]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], called, { type: 'text/csv' }));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    },
    [TABLE, name] as const,
  );
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page.getByRole('dialog', { name: `Open ${name}` }).waitFor();
}

const step = (page: Page) => page.locator('.dt-mapping');
const cardsUnder = (page: Page, head: string) =>
  step(page)
    .locator('section', { has: page.getByRole('heading', { name: head, exact: true }) })
    .locator('.dt-card')
    .allInnerTexts();

describe('the mapping step', () => {
  test('shows each answer and each suggestion as events at once, opens them, and reads the next such table alike', async () => {
    const { page } = await stage.open({ fresh: true });
    await correct(page);
    expect(await step(page).locator('.dt-map-heading p').innerText()).toMatch(
      /^13 rows, 13 events; 12 have a date, 1 has none\. “Syria, February 2016.*” stays until you open this\.$/,
    );
    expect(
      (await cardsUnder(page, 'Dates to settle')).map((text) => text.split('\n')[0]?.replaceAll(/\s/g, ' ')),
    ).toEqual(['4 Mar or 3 Apr 2016', '6 May or 5 Jun 2016']);
    expect((await cardsUnder(page, 'No date'))[0]).toContain('“to be agreed”');
    await page.getByRole('button', { name: /^3 Apr 2016/ }).click();
    await page.getByRole('button', { name: 'Show as years' }).click();
    expect(await cardsUnder(page, 'Dates to settle')).toEqual([]);
    await page.getByRole('button', { name: 'Open 13 events' }).click();
    await step(page).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: 'lake talks', exact: false }).waitFor();
    await correct(page, 'lake-talks-2.csv');
    await step(page).getByText('Read as last time.').waitFor();
    expect(await page.getByRole('button', { name: /^3 Apr 2016/ }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Start afresh' }).click();
    expect(await page.getByRole('button', { name: /^3 Apr 2016/ }).getAttribute('aria-pressed')).toBe('false');
  });

  test('is left with Esc, and what was on screen is as it was', async () => {
    const { page } = await stage.open();
    const title = await page.locator('.dt-title h1').innerText();
    await correct(page);
    await page.getByRole('combobox', { name: 'What “When” means' }).selectOption('nothing');
    await page.keyboard.press('Escape');
    await step(page).waitFor({ state: 'detached' });
    expect(await page.locator('.dt-title h1').innerText()).toBe(title);
  });

  test('is worked by keys alone, each of whose stops is in sight', async () => {
    const { page } = await stage.open();
    await correct(page);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2', undefined, SOON);
    const stops: string[] = [];
    for (let n = 0; n < 60 && !stops.includes('Insert a column'); n += 1) {
      await page.keyboard.press('Tab');
      expect(await focusFaults(page)).toBe('');
      stops.push(
        await page.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
        }),
      );
      if (stops.at(-1)?.startsWith('3 Apr 2016') === true) {
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
      }
    }
    expect(stops).toContain('What “When” means');
    expect(await page.getByRole('button', { name: /^4 Mar 2016/ }).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Control+z');
    expect(await page.getByRole('button', { name: /^4 Mar 2016/ }).getAttribute('aria-pressed')).toBe('false');
  });

  test('follows the layout that somebody says the table has, and comes back from it', async () => {
    const { page } = await stage.open();
    await correct(page);
    await page.getByRole('button', { name: /^3 Apr 2016/ }).click();
    await page.getByRole('combobox', { name: 'Heads in' }).selectOption('none');
    await step(page).getByRole('heading', { name: '1', exact: true }).waitFor();
    await step(page).getByRole('button', { name: 'Undo', exact: true }).click();
    await step(page).getByRole('heading', { name: 'When', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Open 13 events' }).waitFor();
    expect(await page.getByRole('button', { name: /^3 Apr 2016/ }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('an accessibility checker objects to nothing in it', () => {
  const cases = [
    [1440, 'light', 'en'],
    [768, 'dark', 'en'],
    [390, 'dark', 'ar'],
    [390, 'light', 'en'],
  ] as const;
  test.each(sliceOf(cases, 2))('%s px wide, %s, %s', async (width, colorScheme, language) => {
    const { page } = await stage.open({
      fresh: true,
      viewport: { width, height: 900 },
      colorScheme,
      query: `lang=${language}`,
      context: { hasTouch: width === 390 },
    });
    if (language === 'en') await correct(page);
    else await correctIn(page, 'تصحيح');
    expect(await axeFindings(page)).toEqual([]);
    const wider = await step(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(wider).toBe(0);
  });
});

async function correctIn(page: Page, name: string): Promise<void> {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'lake-talks.csv', { type: 'text/csv' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, TABLE);
  await page.getByRole('button', { name, exact: true }).click();
  await step(page).waitFor();
}
