import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { moved, readChart, useStage, windowOf } from '../support/browser-timeline';

const stage = useStage();
const pills = (page: Page) => page.locator('.dt-mark-button--cluster');

/** The chart by country in calendar time, where February 2016 is a few pixels wide. */
const openCrowded = () => stage.open({ hash: 'scale=calendar', context: { reducedMotion: 'reduce' } });

describe('a pill', () => {
  test('says how many events it holds and which', async () => {
    const { page } = await openCrowded();
    const names = await pills(page).evaluateAll((all) => all.map((pill) => pill.getAttribute('aria-label')));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(name).toMatch(/^\d+ events: /);
  });

  test('that zooming can part is zoomed into, until its events stand by themselves', async () => {
    const { page } = await openCrowded();
    const before = await windowOf(page);
    const kerry = page.locator('.dt-mark-button--cluster[data-lane="actor:john-kerry"]');
    const after = await moved(page, () => kerry.click());
    expect(after.end - after.start).toBeLessThan((before.end - before.start) / 20);
    const { targets } = await readChart(page);
    const single = targets
      .filter(({ lane, rows }) => lane === 'actor:john-kerry' && rows.length === 1)
      .map(({ event }) => event);
    expect(new Set(single)).toEqual(new Set(['ev-kerry-plan-b', 'ev-lavrov-kerry-call']));
  });

  test('that no zoom can part fans out into a list, which chooses', async () => {
    const { page } = await stage.open({ context: { reducedMotion: 'reduce' } });
    const before = await windowOf(page);
    // Two statements addressed to the United States that are dated to the same two days.
    const pill = page.locator('.dt-mark-button--cluster[data-lane="country:US"]');
    await pill.click();
    const fan = page.getByRole('dialog', { name: '2 events here' });
    await fan.waitFor();
    expect(await windowOf(page)).toEqual(before);
    await page.keyboard.press('Escape');
    await fan.waitFor({ state: 'detached' });
    await expect.poll(() => pill.evaluate((button) => button === document.activeElement)).toBe(true);
    await pill.press('Enter');
    await fan.getByRole('button', { name: /Russian Foreign Ministry/ }).click();
    await page
      .getByRole('complementary')
      .getByRole('heading', { level: 2, name: /Russian Foreign Ministry/ })
      .first()
      .waitFor();
  });
});

describe('keys on the chart', () => {
  test('[ and ] go through the events of the same actor, . fits the chosen one, PageDown moves on by a unit', async () => {
    const { page } = await stage.open({ hash: 'event=ev-lavrov-kerry-call', context: { reducedMotion: 'reduce' } });
    const title = () => page.getByRole('complementary').getByRole('heading', { level: 2 }).first().innerText();
    await page.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().focus();
    await page.keyboard.press('[');
    await expect.poll(title).toContain('call for war');
    await page.keyboard.press(']');
    await expect.poll(title).toContain('Lavrov and Kerry');
    const fitted = await moved(page, () => page.keyboard.press('.'));
    expect(fitted.start).toBeLessThan(Date.parse('2016-02-24'));
    expect(fitted.end).toBeGreaterThan(Date.parse('2016-02-25'));
    expect(fitted.end - fitted.start).toBeLessThan(4 * 86_400_000);
    await page.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().focus();
    const later = await moved(page, () => page.keyboard.press('PageDown'));
    expect(later.start).toBeGreaterThan(fitted.start);
  });

  test('work before anything was touched, on a page of its own', async () => {
    const { page } = await stage.open();
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  });
});

describe('a mark of somebody who doesn’t act', () => {
  test('says in its tooltip what that actor is in the event', async () => {
    const { page } = await stage.open({ hash: 'expanded=US,RU,SY,bodies,mentioned' });
    const mark = page.locator('.dt-mark-button[data-lane="actor:jabhat-al-nusra"][data-event="ev-joint-statement"]');
    await mark.scrollIntoViewIfNeeded();
    await mark.hover();
    await page.locator('.dt-tooltip').filter({ hasText: 'Nusra Front (Jabhat al-Nusra): Excluded' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.dt-tooltip').waitFor({ state: 'detached' });
  });
});
