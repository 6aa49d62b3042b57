import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { heard, resize } from '../support/browser-gestures';
import { eventOf } from '../support/browser-oracle';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { expectSilent, loadTimeline, newPage } from '../support/page';
import { lostText, sidewaysPx, smallTargets } from '../support/page-faults';
import { PAGE_STATES } from '../support/small-states';
import type { PageState } from '../support/small-states';

const stage = useStage();

const PHONE = { viewport: { width: 390, height: 844 }, context: { hasTouch: true, reducedMotion: 'reduce' } } as const;
const TABLET = {
  viewport: { width: 768, height: 1024 },
  context: { hasTouch: true, reducedMotion: 'reduce' },
} as const;

interface Screen {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isTouched: boolean;
}

const screenOf = (width: number, height: number, isTouched = width < 900): Screen => ({
  viewport: { width, height },
  isTouched,
});

/** Each state on each screen. */
function casesOn(screens: readonly Screen[]): { name: string; screen: Screen; state: PageState }[] {
  return screens.flatMap((screen) =>
    PAGE_STATES.map((state) => ({
      name: `${screen.viewport.width} x ${screen.viewport.height}, ${state.name}`,
      screen,
      state,
    })),
  );
}

async function openState({ viewport, isTouched }: Screen, { hash, query }: PageState): Promise<Page> {
  const opened = await stage.open({
    viewport,
    context: { hasTouch: isTouched, reducedMotion: 'reduce' },
    ...(hash === undefined ? {} : { hash }),
    ...(query === undefined ? {} : { query }),
  });
  // Of a file that isn't there the browser complains by itself.
  if (query !== undefined) (opened.complaints as string[]).splice(0);
  return opened.page;
}

/** Nothing lies beside the page and all text can be read, once everything stands where it stays. */
async function expectWhole(page: Page): Promise<void> {
  await expect.poll(() => sidewaysPx(page)).toBe(0);
  await expect.poll(() => lostText(page)).toEqual([]);
}

/** Until what was opened stands where it stays. */
async function acted(page: Page, { act }: PageState): Promise<void> {
  await act?.(page);
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
}

describe('in every state', () => {
  // 1280 px at 400 % are 320 by 256.
  test('the two zoom buttons stand side by side at every width', async () => {
    const { page } = await stage.open({ hash: 'view=timeline', viewport: { width: 1180, height: 900 } });
    const tops = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.dt-tool-pair button')].map((button) =>
          Math.round(button.getBoundingClientRect().top),
        ),
      );
    const apart: number[] = [];
    for (let width = 1180; width >= 320; width -= 43) {
      await resize(page, { width, height: 900 });
      const [out, into] = await tops();
      if (out === undefined || out !== into) apart.push(width);
    }
    expect(apart).toEqual([]);
  });

  test.each(
    sliceOf(
      casesOn([screenOf(320, 640), screenOf(320, 256), screenOf(390, 844), screenOf(768, 1024), screenOf(1440, 900)]),
      17,
    ),
  )(
    'nothing lies beside the page, every target is large enough and all text can be read: $name',
    async ({ screen, state }) => {
      const page = await openState(screen, state);
      await acted(page, state);
      await expectWhole(page);
      expect(await smallTargets(page, screen.isTouched ? 44 : 24, !screen.isTouched)).toEqual([]);
    },
  );

  test.each(sliceOf(casesOn([screenOf(390, 844), screenOf(768, 1024), screenOf(1440, 900)]), 13))(
    'with the spacing of WCAG 1.4.12 no text is lost: $name',
    async ({ screen, state }) => {
      const page = await openState(screen, state);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
        );
        document.adoptedStyleSheets.push(sheet);
      });
      await acted(page, state);
      await expectWhole(page);
    },
  );
});

describe('in letters twice as large', () => {
  let browser: Promise<Browser> | undefined;
  afterAll(async () => (await browser)?.close());
  const openLarge = async ({ viewport, isTouched }: Screen, { hash, query }: PageState) => {
    browser ??= launchBrowser(['--blink-settings=defaultFontSize=32']);
    const page = await newPage(await browser, { viewport, context: { hasTouch: isTouched, reducedMotion: 'reduce' } });
    const opened = await loadTimeline(page, {
      url: `${stage.url()}${query === undefined ? '' : `?${query}`}${hash === undefined ? '' : `#${hash}`}`,
    });
    if (opened.state === 'ready') await page.locator('.dt-app[data-timeline-parts]').waitFor({ state: 'attached' });
    return opened;
  };

  test.each(sliceOf(casesOn([screenOf(390, 844), screenOf(768, 1024), screenOf(1440, 900)]), 23))(
    'no text is lost: $name',
    async ({ screen, state }) => {
      const { page } = await openLarge(screen, state);
      await acted(page, state);
      await expectWhole(page);
      await page.context().close();
    },
  );

  test('the page opens as a list, in type of that size, also on a wide screen', async () => {
    const opened = await openLarge(screenOf(1440, 900), { name: '' });
    const { page } = opened;
    const sizeOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((each) => getComputedStyle(each).fontSize);
    await expect
      .poll(() => Promise.all(['.dt-list', '.dt-list .dt-event-link', 'h1'].map(sizeOf)))
      .toEqual(['26px', '30px', '44px']);
    await expectSilent(opened);
    await page.context().close();
  });
});

/** The title of the card at the top of the view, under what sticks there. */
const topTitle = (page: Page) =>
  page.locator('.dt-timeline-list').evaluate((list) => {
    const covered = Math.max(
      ...[...list.querySelectorAll('.dt-scrubber, .dt-month-head')]
        .map((each) => each.getBoundingClientRect())
        .filter(({ top }) => top < 70)
        .map(({ bottom }) => bottom),
    );
    return [...list.querySelectorAll('.dt-card')]
      .find((card) => card.getBoundingClientRect().bottom > covered + 2)
      ?.querySelector('button')?.textContent;
  });

describe('the list of a phone', () => {
  const scrubberOf = (page: Page) => page.getByRole('slider', { name: 'Place in time' });

  async function touch(hand: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<void> {
    await hand.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  }

  test('moves with a finger on its scrubber, which stays at the top and shows what is in view', async () => {
    const { page, context } = await stage.open({ ...PHONE, query: 'set=syria-diplomacy-2011-2016' });
    const hand = await context.newCDPSession(page);
    const box = (await scrubberOf(page).boundingBox())!;
    const y = box.y + box.height / 2;
    await touch(hand, 'touchStart', box.x + 4, y);
    await expect.poll(async () => (await scrubberOf(page).boundingBox())!.y).toBe(0);
    const first = await topTitle(page);
    for (const share of [0.3, 0.5, 0.7]) await touch(hand, 'touchMove', box.x + box.width * share, y);
    await touch(hand, 'touchEnd');
    await expect.poll(() => topTitle(page)).not.toBe(first);
    expect(await scrubberOf(page).getAttribute('aria-valuetext')).toMatch(/^\D*\d.*201\d, event \d+ of \d+$/);
    // The window stands where the finger was.
    const fingerX = box.x + box.width * 0.7;
    await expect
      .poll(async () => {
        const window = (await page.locator('.dt-scrubber-window').boundingBox())!;
        return window.x - 12 < fingerX && window.x + window.width + 12 > fingerX;
      })
      .toBe(true);
    expect(box.height).toBeGreaterThanOrEqual(44);
  });

  test('goes from month to month by keys, and nothing that has the focus stands under the scrubber', async () => {
    const { page } = await stage.open(PHONE);
    await scrubberOf(page).focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => topTitle(page)).toBe(eventOf('ev-joint-statement').title);
    await page.keyboard.press('End');
    for (let step = 0; step < 11; step += 1) await page.keyboard.press('Tab');
    for (let step = 0; step < 10; step += 1) {
      await expect
        .poll(() =>
          page.evaluate(() => {
            const { top } = document.activeElement!.getBoundingClientRect();
            return document.activeElement!.closest('.dt-month') !== null &&
              top < document.querySelector('.dt-scrubber')!.getBoundingClientRect().bottom + 30
              ? document.activeElement!.textContent
              : undefined;
          }),
        )
        .toBeUndefined();
      await page.keyboard.press('Shift+Tab');
    }
  });

  test('has the comparison as a bar at the foot of the screen, which opens it and covers nothing that has the focus', async () => {
    const { page } = await stage.open({ ...PHONE, hash: 'compare=sergey-lavrov,john-kerry' });
    const bar = page.getByRole('button', { name: 'Compare: 2 actors' });
    await page
      .locator('.dt-list')
      .getByRole('button', { name: eventOf('ev-joint-statement').title })
      .focus();
    for (let step = 0; step < 8; step += 1) {
      await expect
        .poll(
          async () => {
            const foot = (await bar.boundingBox())!;
            const focused = await page.evaluate(() => document.activeElement!.getBoundingClientRect().bottom);
            return [foot.y + foot.height > 780, foot.y + foot.height <= 844, focused <= foot.y];
          },
          { message: 'the bar is at the foot, and over nothing that has the focus' },
        )
        .toEqual([true, true, true]);
      await page.keyboard.press('Tab');
    }
    await bar.tap();
    await page.getByRole('heading', { name: /^Shared/ }).waitFor();
    await expect.poll(() => page.locator('.dt-tray .dt-strip-chart canvas').count()).toBe(2);
  });

  test('opens an event over the whole screen, steps on in its own order, and closing leads back to its row', async () => {
    const { page } = await stage.open({ ...PHONE, hash: 'sort=date-desc' });
    const titles = await page.locator('.dt-card .dt-event-link').allTextContents();
    const row = (title: string) => page.locator('.dt-list').getByRole('button', { name: title, exact: true });
    await row(titles[6]!).tap();
    const sheet = page.getByRole('dialog', { name: 'Details' });
    await sheet.getByRole('heading', { name: titles[6]! }).waitFor();
    await expect.poll(() => sheet.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await expect.poll(() => sheet.locator('.dt-place').innerText()).toBe('9 of 11');
    const scrolled = await page.evaluate(() => scrollY);
    await sheet.getByRole('button', { name: 'Next event' }).tap();
    await sheet.getByRole('heading', { name: titles[7]! }).waitFor();
    await sheet.getByRole('button', { name: 'Close details' }).tap();
    await sheet.waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(titles[7]);
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(200);
    await expect.poll(async () => (await row(titles[7]!).boundingBox())!.y).toBeGreaterThan(61);
    // The event is let go, also in the address.
    await expect.poll(() => page.locator('.dt-list [aria-current="true"]').count()).toBe(0);
    await page.waitForFunction(() => !location.hash.includes('event='));
    // By going back: nothing is left to go back through, what was let go lies ahead, and the row keeps its place.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(titles[7]);
    expect((await row(titles[7]!).boundingBox())!.y).toBeGreaterThan(61);
    expect((await row(titles[7]!).boundingBox())!.y).toBeLessThan(844);
    await page.goForward();
    await sheet.getByRole('heading', { name: titles[6]! }).waitFor();
    await page.goBack();
    await sheet.waitFor({ state: 'hidden' });
  });

  test('ends its steps without losing the focus, and Back closes what a tap has opened', async () => {
    const { page } = await stage.open(PHONE);
    await page
      .locator('.dt-list')
      .getByRole('button', { name: eventOf('ev-cessation-start').title })
      .tap();
    const next = page.getByRole('dialog', { name: 'Details' }).getByRole('button', { name: 'Next event' });
    await expect.poll(() => next.getAttribute('aria-disabled')).toBe('true');
    await next.focus();
    await heard(page, ['keyup'], () => page.keyboard.press('Enter'));
    expect(await next.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => page.locator('.dt-list [aria-current]').count()).toBe(0);
  });
});

describe('the bar of a phone', () => {
  const more = (page: Page) => page.locator('.dt-more-button');
  /** The tops of what can be pressed in the bar, and how far the list begins under the words above the bar. */
  const barOf = (page: Page) =>
    page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const controls = [...document.querySelectorAll('.dt-bar :is(input, button, select)')].filter((each) =>
        each.checkVisibility(),
      );
      return {
        names: controls.length,
        rows: new Set(controls.map((each) => Math.round(each.getBoundingClientRect().top))).size,
        head: box('.dt-list-order').height,
        listAfter: box('.dt-scrubber').top - box('.dt-title p').bottom,
      };
    });

  test('is one row in every language, which is chosen behind its last button; the list begins where the sketch has it', async () => {
    const { page } = await stage.open({ ...PHONE, fresh: true });
    for (const lang of ['en', 'ru', 'ar', 'fr']) {
      if (lang !== 'en') {
        await more(page).tap();
        await page.locator('.dt-more-item').last().tap();
        await page.locator('.dt-settings select').first().selectOption(lang);
        await page.locator(`.dt-app[lang="${lang}"]`).waitFor();
        await page.keyboard.press('Escape');
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
        await expect.poll(() => more(page).evaluate((button) => button === document.activeElement)).toBe(true);
      }
      await expect.poll(() => barOf(page), { message: lang }).toMatchObject({ names: 3, rows: 1, head: 45 });
      // 66 px in the sketch, whose bar holds the order as well.
      await expect.poll(async () => (await barOf(page)).listAfter, { message: lang }).toBeLessThanOrEqual(106);
      await resize(page, { width: 320, height: 640 });
      await expect.poll(() => barOf(page), { message: `${lang}, 320` }).toMatchObject({ names: 3, rows: 1 });
      await expect.poll(() => sidewaysPx(page)).toBe(0);
      await resize(page, PHONE.viewport);
    }
    await expect.poll(() => page.locator('.dt-list-order .dt-event-count').textContent()).toBe('11 sur 11 événements');
  });

  test('keeps the rest behind one button, which has the focus again when that closes', async () => {
    const { page } = await stage.open(PHONE);
    const hasFocus = () => more(page).evaluate((button) => button === document.activeElement);
    await more(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => more(page).getAttribute('aria-expanded')).toBe('true');
    await page.locator('.dt-more').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => more(page).getAttribute('aria-expanded')).toBe('false');
    await expect.poll(hasFocus).toBe(true);
    for (const [item, opened] of [
      ['Share', '.dt-share[open]'],
      ['Settings and help', '.dt-dialog[open] .dt-help-keys'],
      ['About', '.dt-sheet[open]'],
    ] as const) {
      await more(page).tap();
      await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: item }).tap();
      await page.locator(opened).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await expect.poll(hasFocus, { message: item }).toBe(true);
    }
    await more(page).tap();
    await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'Timeline' }).tap();
    await page.locator('.dt-chart[data-settled="yes"]').waitFor();
    await expect.poll(hasFocus).toBe(true);
    // The chart's zoom needs no menu.
    for (const name of ['Zoom in', 'Zoom out', 'Fit', 'Dates'])
      await page.getByRole('toolbar', { name: 'View controls' }).getByRole('button', { name }).waitFor();
    await expect.poll(() => page.locator('.dt-toolbar [tabindex="0"]').count()).toBe(1);
    // Two lines, and the chart in the upper half.
    await resize(page, { width: 320, height: 640 });
    await page.locator('.dt-chart[data-settled="yes"]').waitFor();
    await expect.poll(async () => (await page.locator('.dt-bar').boundingBox())!.height).toBeLessThanOrEqual(120);
    await expect.poll(async () => (await page.locator('.dt-chart').boundingBox())!.y).toBeLessThan(320);
  });
});

describe('the details of a tablet', () => {
  const detailsOf = (page: Page) => page.getByRole('complementary', { name: 'Details' });

  test('stand over the lower part of a page that goes on as before, and give the focus back', async () => {
    const { page } = await stage.open(TABLET);
    const target = (id: string) => page.locator(`.dt-mark-button[data-event="${id}"]`).last();
    await target('ev-cessation-start').tap();
    await detailsOf(page)
      .getByRole('heading', { name: eventOf('ev-cessation-start').title })
      .waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(async () => (await detailsOf(page).boundingBox())!.y).toBeGreaterThan(400);
    // What was chosen has come out from under them.
    await expect
      .poll(async () => {
        const chosen = (await target('ev-cessation-start').boundingBox())!;
        return (await detailsOf(page).boundingBox())!.y - chosen.y - chosen.height;
      })
      .toBeGreaterThanOrEqual(0);
    await page.locator('.dt-header').getByRole('button', { name: 'List', exact: true }).tap();
    await page
      .locator('.dt-list')
      .getByRole('button', { name: eventOf('ev-kerry-plan-b').title })
      .tap();
    await detailsOf(page)
      .getByRole('heading', { name: eventOf('ev-kerry-plan-b').title })
      .waitFor();
    const heads = () =>
      page.locator('.dt-list-table thead th').evaluateAll((all) =>
        all.map((each) => {
          const words = document.createRange();
          words.selectNode((each.querySelector('button') ?? each).firstChild!);
          return Math.round(words.getBoundingClientRect().top);
        }),
      );
    await expect.poll(async () => new Set(await heads()).size).toBe(1);
    await page.keyboard.press('Tab');
    await detailsOf(page).getByRole('button', { name: 'Close details' }).focus();
    await page.keyboard.press('Enter');
    await detailsOf(page).waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(eventOf('ev-kerry-plan-b').title);
  });

  test('become as high as the screen and half as high again by a button', async () => {
    const { page } = await stage.open({ ...TABLET, hash: 'event=ev-kerry-plan-b' });
    const button = detailsOf(page).getByRole('button', { name: 'Full height' });
    const half = (await detailsOf(page).boundingBox())!.height;
    await button.click();
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(async () => (await detailsOf(page).boundingBox())!.height).toBeGreaterThan(950);
    await button.click();
    await expect.poll(async () => (await detailsOf(page).boundingBox())!.height).toBe(half);
  });

  test('never cover what the arrow keys bring the focus to', async () => {
    const { page } = await stage.open({ ...TABLET, hash: 'event=ev-kerry-plan-b' });
    await page.locator('.dt-mark-button[aria-current="true"]').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown']) {
      const before = await page.evaluate(() => document.activeElement?.getAttribute('data-lane'));
      await page.keyboard.press(key);
      await page.waitForFunction((lane) => document.activeElement?.getAttribute('data-lane') !== lane, before);
      await expect
        .poll(
          async () => {
            const { bottom, top } = await page.evaluate(
              () => document.activeElement!.getBoundingClientRect().toJSON() as DOMRect,
            );
            return [bottom <= (await detailsOf(page).boundingBox())!.y, top >= 0];
          },
          { message: key },
        )
        .toEqual([true, true]);
    }
  });
});
