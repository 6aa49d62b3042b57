import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dataset } from '../support/browser-oracle';
import { goToHash, useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();
/** With the hour that it is there at midnight in UTC. */
const OTHERS = sliceOf([['America/New_York', '19'], ['Asia/Damascus', '2'], ['Asia/Tokyo', '9']] as const, 2);

/** All that a reader sees, hears or gets shown on pointing, and the ink of every canvas. */
function everythingOn(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    document.body.innerText,
    ...[...document.querySelectorAll('[aria-label], [title], [aria-valuetext]')].map((element) => ['aria-label', 'title', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? '').join(' | ')),
    ...[...document.querySelectorAll('input')].map(({ value }) => value),
    ...[...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
  ]);
}

/** The timeline, its date fields, the list, and the panel of every event, one after the other. */
async function everythingIn(timezoneId: string): Promise<Map<string, string[]>> {
  const { page } = await stage.open({ timezoneId, context: { reducedMotion: 'reduce' } });
  const hour = await page.evaluate(() => new Date(Date.UTC(2016, 1, 24)).getHours());
  const read = new Map([['timeline', await everythingOn(page)]]);
  await page.getByRole('button', { name: 'Dates', exact: true }).click();
  read.set('date fields', await everythingOn(page));
  await page.keyboard.press('Escape');
  for (const { id, title } of dataset.events) {
    await goToHash(page, `event=${id}`);
    const panel = page.getByRole('complementary', { name: 'Details' });
    await panel.getByRole('heading', { name: title, exact: true }).waitFor();
    read.set(id, [await panel.innerText()]);
  }
  await goToHash(page, 'view=list');
  await page.locator('.dt-list').waitFor();
  read.set('list', await everythingOn(page));
  // The browser must really have been in that zone.
  return read.set('hour', [String(hour)]);
}

describe('with the machine in another time zone', () => {
  test('every date, word and line of the page is the same', async () => {
    const [home, ...others] = await Promise.all(['UTC', ...OTHERS.map(([zone]) => zone)].map(everythingIn));
    expect(others.map((read) => read.get('hour')![0])).toEqual(OTHERS.map(([, hour]) => hour));
    for (const [index, read] of others.entries()) {
      for (const [part, words] of home!) if (part !== 'hour') expect(read.get(part), `${part} in ${OTHERS[index]?.[0]}`).toEqual(words);
    }
    expect(home!.get('timeline')![0]).toContain('11 of 11 events');
  });
});
