import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT } from '../../src/render/tokens';
import { eventOf, projectionOf, table } from '../support/browser-oracle';
import { labelled, moved, readChart, useStage } from '../support/browser-timeline';

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';

/** A page without a policy, for all pictures of this file. */
let decoder: Promise<Page> | undefined;
afterAll(async () => (await decoder)?.context().close());

/**
 * Colours of points of the page as it is painted, `#RRGGBB`; decoded by another page, which has no policy to stand in
 * the way.
 */
async function coloursAt(page: Page, points: readonly (readonly [number, number])[]): Promise<string[]> {
  const png = (await page.screenshot()).toString('base64');
  decoder ??= stage.browser().newPage();
  return (await decoder).evaluate(
    async ([data, places]) => {
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const ink = canvas.getContext('2d')!;
      ink.drawImage(image, 0, 0);
      return places.map(([x, y]) =>
        `#${[...ink.getImageData(x, y, 1, 1).data]
          .slice(0, 3)
          .map((part) => part.toString(16).padStart(2, '0'))
          .join('')}`.toUpperCase(),
      );
    },
    [png, points] as const,
  );
}

/** Ten times as slow for whoever asks what time it is, or draws frame by frame. */
function slowClock(): void {
  const now = performance.now.bind(performance);
  const frame = requestAnimationFrame;
  performance.now = () => now() / 10;
  globalThis.requestAnimationFrame = (draw) => frame((at) => draw(at / 10));
}

const activeIs = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
const active = (page: Page) =>
  page.evaluate(() => {
    const { dataset } = document.activeElement as HTMLElement;
    return { lane: dataset['lane'], rows: (dataset['rows'] ?? '').split(' ').map(Number) };
  });

describe('the themes', () => {
  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('%s: paper, marks and bars have the theme’s colours', async (colorScheme, theme) => {
    const { page } = await stage.open({ colorScheme });
    const { plot, targets, window } = await readChart(page);
    const { timeToPx } = projectionOf(window, plot.width);
    const bar = targets.find(
      ({ event, lane }) => event === 'ev-russian-strikes' && lane === 'actor:russian-air-group',
    )!;
    // 25 Feb is "ahead", 21 Feb is plain paper; both at a height between two marks of one lane.
    const beside = [
      Math.round(plot.x + timeToPx(Date.parse('2016-02-21T08:00:00Z'))),
      Math.round(bar.box.y + bar.box.height + 3),
    ] as const;
    const paper = theme.paper.toUpperCase();
    await expect
      .poll(() => coloursAt(page, [[5, 5], beside]), { message: 'the header and the chart' })
      .toEqual([paper, paper]);
    const middle = Math.round(plot.x + timeToPx(Date.parse('2016-02-22T06:00:00Z')));
    const column = Array.from(
      { length: Math.ceil(bar.box.height) },
      (_, y) => [middle, Math.round(bar.box.y) + y] as const,
    );
    expect(await coloursAt(page, column)).toContain(theme.conflict.toUpperCase());
    expect(table.size).toBe(11);
  });

  test('follow the machine while the page is open, also to more contrast and to colours of the reader’s own', async () => {
    const { page } = await stage.open({ fresh: true, hash: `event=${CALL}` });
    const { plot, targets, window } = await readChart(page);
    const bar = targets.find(
      ({ event, lane }) => event === 'ev-russian-strikes' && lane === 'actor:russian-air-group',
    )!;
    const middle = Math.round(plot.x + projectionOf(window, plot.width).timeToPx(Date.parse('2016-02-22T06:00:00Z')));
    const column = Array.from(
      { length: Math.ceil(bar.box.height) },
      (_, y) => [middle, Math.round(bar.box.y) + y] as const,
    );
    const onBar = column[(await coloursAt(page, column)).indexOf(LIGHT.conflict) + 1]!;
    const looks = () => coloursAt(page, [[5, 5], onBar]);
    const upper = (...colours: readonly string[]) => colours.map((colour) => colour.toUpperCase());
    const highlight = () =>
      page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = 'Highlight';
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(looks).toEqual(upper(DARK.paper, DARK.conflict));
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await expect.poll(looks).toEqual(upper(CONTRAST_DARK.paper, CONTRAST_DARK.conflict));
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await expect.poll(looks).toEqual(upper(CONTRAST_LIGHT.paper, CONTRAST_LIGHT.conflict));
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'active' });
    await expect.poll(looks).toEqual(['#FFFFFF', '#000000']);
    const chosen = await highlight();
    await expect
      .poll(
        () =>
          page
            .locator('.dt-button--on')
            .first()
            .evaluate((button) => getComputedStyle(button).backgroundColor),
        { message: 'what is on has the colour of what is chosen' },
      )
      .toBe(chosen);
    await page.getByRole('button', { name: 'Zoom in' }).hover();
    await expect
      .poll(() =>
        page.getByRole('button', { name: 'Zoom in' }).evaluate((button) => getComputedStyle(button).outlineStyle),
      )
      .toBe('solid');
    await labelled(page, CALL).focus();
    await expect
      .poll(() =>
        labelled(page, CALL).evaluate((target) => [
          getComputedStyle(target).outlineStyle,
          getComputedStyle(target).outlineWidth,
        ]),
      )
      .toEqual(['solid', '3px']);
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await expect.poll(looks, { message: 'the ink is painted anew' }).toEqual(['#000000', '#FFFFFF']);
    await expect.poll(() => page.locator('.dt-app').getAttribute('data-contrast')).toBe('forced');
    // Paper is light, whatever the screen is.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark', forcedColors: 'active' });
    await expect
      .poll(() =>
        page
          .locator('.dt-print')
          .first()
          .evaluate((sheet) => getComputedStyle(sheet).color),
      )
      .toBe('rgb(26, 30, 35)');
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark', forcedColors: 'none' });
    await expect.poll(looks).toEqual(upper(DARK.paper, DARK.conflict));
  });

  test('an author’s choice stands until the reader chooses another in the settings, which the address keeps', async () => {
    const { page } = await stage.open({ query: 'theme=dark' });
    await expect.poll(() => coloursAt(page, [[5, 5]])).toEqual([DARK.paper.toUpperCase()]);
    const hash = () => page.evaluate(() => location.hash);
    await page.getByRole('button', { name: 'Settings and help' }).click();
    const choice = page.getByRole('dialog').getByLabel('Colours');
    expect(await choice.inputValue()).toBe('dark');
    await choice.selectOption('contrast');
    await page.locator('.dt-app[data-contrast="more"][data-theme="light"]').waitFor();
    await expect.poll(hash).toBe('#theme=contrast');
    await choice.selectOption('dark');
    await expect.poll(hash).toBe('');
  });

  test('nothing moves where nothing should: by the machine or by the address, in every state', async () => {
    /** Whatever has a transition, an animation in more than steps, or scrolls smoothly. */
    const moving = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.dt-app, .dt-app *')].flatMap((element) =>
          ['', '::before', '::after'].flatMap((part) => {
            const { transitionDuration, animationName, animationTimingFunction, scrollBehavior } = getComputedStyle(
              element,
              part === '' ? null : part,
            );
            const isMoving =
              /[1-9]/.test(transitionDuration) ||
              scrollBehavior === 'smooth' ||
              (animationName !== 'none' &&
                !animationTimingFunction.startsWith('steps') &&
                animationTimingFunction !== 'step-end');
            return isMoving ? [`${element.className.toString()}${part}`] : [];
          }),
        ),
      );
    const usual = await stage.open();
    expect(await moving(usual.page), 'the arrow of a group turns').toContain('dt-lane-arrow');
    const asked = await stage.open({ query: 'motion=reduced' });
    const machine = await stage.open({ context: { reducedMotion: 'reduce' } });
    for (const { page } of [asked, machine]) {
      expect(await moving(page), 'chart').toEqual([]);
      await labelled(page, CALL).click();
      await page.getByRole('complementary').getByRole('heading', { name: 'Who says so' }).waitFor();
      expect(await moving(page), 'chosen').toEqual([]);
      await page.getByRole('button', { name: /^Countries/ }).click();
      await page.locator('.dt-facet-panel').getByRole('checkbox').first().waitFor();
      expect(await moving(page), 'menu').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'List', exact: true }).click();
      await page.locator('.dt-list').waitFor();
      expect(await moving(page), 'list').toEqual([]);
    }
  });

  test('with reduced motion zooming is one step; without, it moves', async () => {
    const steps = async (reducedMotion: 'reduce' | 'no-preference') => {
      // By a clock so slow that a movement has many frames on any machine.
      const { page } = await stage.open({ context: { reducedMotion }, beforeScripts: slowClock });
      await page.evaluate(() => {
        const chart = document.querySelector<HTMLElement>('.dt-chart')!;
        // Set anew for every picture painted before the buttons stand: one where it is done in one step.
        let painted = 0;
        new MutationObserver((records) => {
          if (chart.dataset['settled'] === 'no' || records.length > 1) painted += records.length;
          chart.dataset['painted'] = String(painted);
        }).observe(chart, { attributes: true, attributeFilter: ['data-settled'] });
      });
      await moved(page, () => page.getByRole('button', { name: 'Zoom in' }).click());
      return Number(await page.locator('.dt-chart').getAttribute('data-painted'));
    };
    expect(await steps('reduce')).toBeLessThanOrEqual(2);
    expect(await steps('no-preference')).toBeGreaterThan(3);
  });
});

describe('the keyboard', () => {
  test('reaches the events of the chart with a single tab stop', async () => {
    const { page } = await stage.open();
    const stops: string[] = [];
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        return element === null || element === document.body ? '' : element.className;
      });
      if (stop === '') break;
      stops.push(stop);
    }
    expect(stops.filter((stop) => stop.includes('dt-mark-button'))).toHaveLength(1);
    expect(stops.length).toBeLessThan(200);
  });

  test('moves between events in a lane and across lanes', async () => {
    const { page } = await stage.open();
    await labelled(page, CALL).focus();
    const row = (id: string) => table.rowOf(id)!;
    const { lane } = await active(page);
    const isBefore = async () => {
      const left = await active(page);
      return left.lane === lane && left.rows.every((each) => each < row(CALL));
    };
    await page.keyboard.press('ArrowLeft');
    await expect.poll(isBefore).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await active(page)).rows).toEqual([row(CALL)]);
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await active(page)).lane).not.toBe(lane);
    await page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await active(page)).lane).toBe(lane);
    const { targets } = await readChart(page);
    const own = targets.filter((target) => target.lane === lane);
    await page.keyboard.press('Home');
    await expect.poll(async () => (await active(page)).rows).toEqual(own[0]!.rows);
    await page.keyboard.press('End');
    await expect.poll(async () => (await active(page)).rows).toEqual(own.at(-1)!.rows);
  });

  test('selects with Enter, goes into the panel with another, and Esc lets go', async () => {
    const { page } = await stage.open();
    await labelled(page, CALL).focus();
    await page.keyboard.press('Enter');
    const heading = page
      .getByRole('complementary', { name: 'Details' })
      .getByRole('heading', { name: eventOf(CALL).title });
    await heading.waitFor();
    await expect.poll(() => activeIs(page, `.dt-mark-button[data-event="${CALL}"][aria-current="true"]`)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
    // Out of the panel first, back to the mark; then it lets go of it.
    await page.keyboard.press('Escape');
    await expect.poll(() => activeIs(page, `.dt-mark-button[data-event="${CALL}"][aria-current="true"]`)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.dt-mark-button[aria-current]').count()).toBe(0);
    await expect.poll(() => heading.count()).toBe(0);
  });

  test('? opens the help and Esc gives the focus back; / goes to the search; l to the list and back', async () => {
    const { page } = await stage.open();
    await labelled(page, CALL).focus();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Settings and help' });
    await help.waitFor();
    await expect.poll(() => help.getByRole('row').count()).toBeGreaterThan(8);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await expect.poll(() => activeIs(page, `.dt-mark-button[data-event="${CALL}"]`)).toBe(true);

    await page.keyboard.press('/');
    const search = page.getByRole('combobox', { name: /^Search/ });
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('phone');
    await page.getByRole('option').first().waitFor();
    // In a field, letters are letters.
    expect(await search.inputValue()).toBe('phone');
    await page.keyboard.press('Enter');
    await page
      .getByRole('complementary')
      .getByRole('heading', { name: eventOf(CALL).title })
      .waitFor();

    await page.locator('.dt-mark-button[tabindex="0"]').focus();
    await page.keyboard.press('l');
    await page.locator('.dt-list').waitFor();
    await page.getByRole('button', { name: 'List', exact: true }).focus();
    await page.keyboard.press('l');
    await page.locator('.dt-chart').waitFor();
  });
});
