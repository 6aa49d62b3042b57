import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();

const STATES = [
  ['the chart', '', [1440, 900]],
  ['the list', 'view=list', [1440, 900]],
  ['an event', 'event=ev-lavrov-kerry-call', [1440, 900]],
  ['a narrow chart', 'view=timeline', [768, 1024]],
  ['a phone', '', [390, 844]],
  ['an actor, from right to left', 'lang=ar&actor=john-kerry', [1440, 900]],
] as const;

/**
 * What of the focus rings would be cut, as it would be in Safari: by the inner edges of boxes that cut their content,
 * whatever margin they ask for (`overflow-clip-margin`). Names of what has them.
 */
function cutRings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';
    for (const element of document.querySelectorAll<HTMLElement>(`.dt-app :is(${focusable})`)) {
      // A mark or a grip stands where its time is, at the very edge too.
      if (!element.checkVisibility() || element.matches('.dt-mark-button, .dt-brush-grip')) continue;
      // Boxes that scroll and what only a screen reader meets: no key leads there.
      if (element.matches('.dt-visually-hidden, .dt-lanes, .dt-view, .dt-panel-body, .dt-grid-box, .dt-grid')) continue;
      element.focus({ focusVisible: true, preventScroll: false } as FocusOptions);
      if (document.activeElement !== element) continue;
      const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(element);
      if (outlineStyle === 'none') continue;
      // A px of it may go where two boxes touch.
      const around = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 1;
      const box = element.getBoundingClientRect();
      for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(outer);
        const rect = outer.getBoundingClientRect();
        const [left, top] = [rect.left + outer.clientLeft, rect.top + outer.clientTop];
        const isCutX = box.left - around < left || box.right + around > left + outer.clientWidth;
        const isCutY = box.top - around < top || box.bottom + around > top + outer.clientHeight;
        // What is scrolled out of sight is brought in as far as the browser likes.
        const scrolls = /auto|scroll/;
        if (
          (overflowX !== 'visible' && !scrolls.test(overflowX) && isCutX) ||
          (overflowY !== 'visible' && !scrolls.test(overflowY) && isCutY)
        )
          cut.push(
            `${element.className || element.tagName} "${element.textContent.slice(0, 30)}" by ${outer.className}`,
          );
        if (position === 'fixed') break;
      }
    }
    return [...new Set(cut)];
  });
}

/** What is reached by buttons, one after the other. */
const ROOMS = [
  ['a timeline as text', [/^Write$/, /^Text$/], '.dt-text-field'],
  ['a timeline as a table', [/^Write$/, /^Table$/], '.dt-grid'],
  ['the sheet that gives it away', [/^Share$/], '.dt-give-sheet .dt-give-columns'],
] as const;

test.each(sliceOf(ROOMS, 3))('no focus ring is cut in %s', async (_room, buttons, place) => {
  const { page } = await stage.open({ fresh: true, context: { reducedMotion: 'reduce' } });
  for (const name of buttons) await page.getByRole('button', { name }).click();
  await page.locator(place).waitFor();
  await page.keyboard.press('Tab');
  expect(await cutRings(page)).toEqual([]);
});

test.each(sliceOf(STATES, 6))('no focus ring is cut in %s', async (_state, hash, [width, height]) => {
  const { page } = await stage.open({ hash, viewport: { width, height }, context: { reducedMotion: 'reduce' } });
  await page.keyboard.press('Tab');
  expect(await cutRings(page)).toEqual([]);
});
