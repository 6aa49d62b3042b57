import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { forgive, useStage } from '../support/browser-timeline';

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';

/** What is wider than its box, where no line may be cut off. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = [
      ...document.querySelectorAll<HTMLElement>(
        '.dt-button, .dt-legend li, .dt-overview-title, .dt-overview-note, .dt-facet-button, .dt-event-count, .dt-section-title',
      ),
    ]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.className}: ${element.textContent}`);
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [...wide, `the page: ${root.scrollWidth} px`] : wide;
  });
}

describe('from right to left', () => {
  test('the page is mirrored, and time runs from left to right with the buttons over the ink', async () => {
    const { page } = await stage.open({ query: 'lang=ar' });
    const at = await page.evaluate(() => {
      const rect = (selector: string) => {
        const { left, right } = document.querySelector(selector)!.getBoundingClientRect();
        return { left: Math.round(left), right: Math.round(right) };
      };
      const plot = document.querySelector('.dt-plot canvas')!.getBoundingClientRect();
      const targets = [...document.querySelectorAll<HTMLElement>('.dt-mark-button--event')].map((target) => ({
        off: Math.round(target.getBoundingClientRect().left - plot.left - Number.parseFloat(target.style.left)),
        row: Number(target.dataset['row']),
        x: Number.parseFloat(target.style.left),
        isInside:
          target.getBoundingClientRect().left >= plot.left - 1 &&
          target.getBoundingClientRect().right <= plot.right + 1,
      }));
      return {
        plot: rect('.dt-plot canvas'),
        axis: rect('.dt-axis canvas'),
        head: rect('.dt-lane-head'),
        panel: rect('.dt-panel'),
        overview: rect('.dt-overview-plot'),
        grips: [...document.querySelectorAll('.dt-brush-grip')].map((grip) =>
          Math.round(grip.getBoundingClientRect().left),
        ),
        targets,
      };
    });
    expect(at.head.left, 'names on the right').toBeGreaterThanOrEqual(at.plot.right - 1);
    expect(at.panel.right, 'the panel on the left').toBeLessThanOrEqual(at.plot.left + 1);
    expect(at.axis).toEqual(at.plot);
    expect(at.targets.length).toBeGreaterThan(8);
    expect(at.targets.filter(({ off, isInside }) => off !== 0 || !isInside)).toEqual([]);
    const [start = 0, end = 0] = at.grips;
    expect(start, 'the window begins on the left').toBeLessThan(end);
    expect(Math.abs(start + 11 - at.overview.left)).toBeLessThanOrEqual(1);
    expect(await cutOff(page)).toEqual([]);
  });

  test('the arrow to the left leads to what stands left, and what is chosen opens in Arabic', async () => {
    const { page } = await stage.open({ query: 'lang=ar', hash: `event=${CALL}` });
    const panel = page.locator('.dt-panel');
    await panel.getByRole('heading', { level: 2, name: /Lavrov and Kerry/ }).waitFor();
    expect(await panel.getByRole('heading', { level: 2 }).locator('bdi').getAttribute('lang')).toBe('en');
    const target = page.locator(`.dt-mark-button[data-event="${CALL}"]`).first();
    await target.focus();
    const before = await target.evaluate((element) => element.getBoundingClientRect().left);
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getBoundingClientRect().left ?? Infinity))
      .toBeLessThan(before);
  });
});

describe('a language', () => {
  test('comes from a disk as well, without a word of English on the way', async () => {
    const { page } = await stage.open({
      url: pathToFileURL(resolve(import.meta.dirname, '../../dist/index.html')).href,
      query: 'lang=ru',
    });
    expect(await page.locator('.dt-event-count').textContent()).toBe('11 из 11 событий');
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'ru',
      'Syria, February 2016: from joint statement to cessation of hostilities',
    ]);
    expect(await cutOff(page)).toEqual([]);
  });

  test('that can’t be had leaves the page in English, which says so; its button asks again', async () => {
    const opened = await stage.open({ fresh: true });
    const { page } = opened;
    const refuse = (route: Route) => route.abort();
    await page.route(/assets\/fr-/, refuse);
    await page.goto(`${stage.url()}?lang=fr`);
    const alert = page.getByRole('alert').filter({ hasText: 'French' });
    await alert.waitFor();
    expect(await page.locator('.dt-event-count').textContent()).toBe('11 of 11 events');
    await forgive(opened, [/^request failed: .*assets\/fr-/, /^console\.error: Failed to load resource/]);
    await page.unroute(/assets\/fr-/, refuse);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('11 sur 11 événements');
    await alert.waitFor({ state: 'detached' });
  });

  test.each([
    ['chart', 1440, 900],
    ['list', 390, 844],
  ] as const)(
    'opens with its own messages and those of the %s, and asks for the others with the modules that say them',
    async (view, width, height) => {
      const opened = await stage.open({ fresh: true, viewport: { width, height } });
      const { page } = opened;
      const further = new RegExp(`assets/(?:en|ru)-(?!opening|${view})[a-z]+-`);
      const asked: string[] = [];
      page.on('request', (request) => {
        const [, unit] = /assets\/((?:en|ru|ar|fr)-[a-z]+)-/.exec(request.url()) ?? [];
        if (unit !== undefined) asked.push(unit);
      });
      const refuse = (route: Route) => route.abort();
      await page.route(further, refuse);
      await page.goto(`${stage.url()}?lang=ru`);
      await page.locator('[data-timeline-parts="missing"]').waitFor({ state: 'attached' });
      expect(await page.locator('.dt-event-count').textContent()).toBe('11 из 11 событий');
      expect(asked.slice(0, 2)).toEqual(['ru-opening', `ru-${view}`]);
      expect(asked).toContain('ru-chosen');
      for (const other of ['ru-faults', 'ru-merge', 'en-chosen']) expect(asked).not.toContain(other);
      expect(await page.getByRole('alert').count(), 'nothing has failed that is shown').toBe(0);
      await page.unroute(further, refuse);
      await page.locator('.dt-app').press('?');
      await page.getByRole('dialog', { name: 'Настройки и справка' }).waitFor();
      // Asked for ahead, and perhaps once more, before they could be had.
      await forgive(opened, [/^request failed: .*ru-[a-z]+-/, /^console\.error: Failed to load resource/]);
    },
  );

  test.each(['ru', 'ar', 'fr'])('%s fits a phone', async (lang) => {
    const { page } = await stage.open({ query: `lang=${lang}`, viewport: { width: 390, height: 844 } });
    expect(await cutOff(page)).toEqual([]);
  });
});
