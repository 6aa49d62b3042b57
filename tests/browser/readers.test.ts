import type { Frame, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { weekdayDate } from '../../src/model/dates/date-prose';
import { instant } from '../../src/model/dates/instant';
import { t } from '../support/browser-oracle';
import { moved, useStage } from '../support/browser-timeline';

const stage = useStage();

describe('the status line', () => {
  test('is the only live region, and says a filter in exactly these words', async () => {
    const { page } = await stage.open({ hash: 'countries=RU' });
    const line = page.locator('output, [aria-live], [role=status], [role=log], [role=alert]');
    await expect.poll(() => line.allTextContents()).toEqual(['6 of 11 events. Countries: Russia.']);
    await page.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().click();
    await page
      .getByRole('complementary')
      .getByRole('heading', { level: 2, name: /Lavrov and Kerry/ })
      .waitFor();
    // Choosing says one sentence, and nothing of the filter again.
    await expect.poll(() => line.allTextContents()).toEqual(['Phone call on preparations. 24 Feb 2016. 6 of 6.']);
    const said = await page.evaluateHandle(() => {
      const messages: string[] = [];
      const status = document.querySelector('output.dt-status')!;
      new MutationObserver(() => {
        const text = status.textContent ?? '';
        if (text !== '' && messages.at(-1) !== text) messages.push(text);
      }).observe(status, { childList: true, characterData: true, subtree: true });
      return messages;
    });
    await page.locator('.dt-chip').first().click();
    await expect.poll(() => said.jsonValue()).toEqual(['11 of 11 events']);
  });

  test('says at most one message a second under fifty rapid changes, and the last one', async () => {
    const { page } = await stage.open();
    const { heard: messages, lateMs } = await page.evaluate(async () => {
      const heard: { text: string; at: number }[] = [];
      const line = document.querySelector('output.dt-status')!;
      new MutationObserver(() => {
        if (heard.at(-1)?.text !== line.textContent)
          heard.push({ text: line.textContent ?? '', at: performance.now() });
      }).observe(line, { childList: true, characterData: true, subtree: true });
      const boxes = [...document.querySelectorAll<HTMLInputElement>('.dt-lane-check')].slice(0, 2);
      // By so much this machine may be late with what is said.
      let longestMs = 0;
      let before = performance.now();
      const frame = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            const now = performance.now();
            longestMs = Math.max(longestMs, now - before);
            before = now;
            resolve();
          });
        });
      for (let change = 0; change < 50; change += 1) {
        boxes[change % 2]!.click();
        await frame();
      }
      const filtered = [...document.querySelectorAll('.dt-chip')].length;
      while (
        !heard.at(-1)?.text.startsWith(document.querySelector('.dt-event-count')!.textContent!) ||
        filtered > 0 !== heard.at(-1)?.text.includes(': ')
      )
        await frame();
      return { heard, lateMs: longestMs };
    });
    const pauses = messages.slice(1).map(({ at }, index) => at - messages[index]!.at);
    // A timer may be a little early, a commit as late as a frame.
    expect(pauses.filter((pauseMs) => pauseMs < 950 - lateMs)).toEqual([]);
    expect(messages.length).toBeGreaterThan(1);
  });
});

describe('a dialog keeps the focus and gives it back', () => {
  /** What has the focus, through shadow roots. */
  const inDialog = (place: Page | Frame) =>
    place.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.closest('dialog[open], .dt-fan') !== null && focused !== document.body;
    });

  async function goesRound(page: Page, place: Page | Frame, opener: Locator, dialog: Locator): Promise<void> {
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    const inside: boolean[] = [];
    // Once round and further: there are fewer stops than this in the keys, and more than one in what is shared.
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Tab']) {
      await page.keyboard.press(key);
      inside.push(await inDialog(place));
    }
    expect(inside).toEqual(inside.map(() => true));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() =>
        opener.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element),
      )
      .toBe(true);
  }

  test('on the page: keys, what is shared, a fan', async () => {
    const { page } = await stage.open({ context: { reducedMotion: 'reduce' } });
    const dialog = page.locator('dialog[open]');
    await goesRound(page, page, page.getByRole('button', { name: 'Settings and help' }), dialog);
    await goesRound(page, page, page.getByRole('button', { name: 'Share', exact: true }), dialog);
    await goesRound(
      page,
      page,
      page.locator('.dt-mark-button--cluster[data-lane="country:US"]'),
      page.locator('.dt-fan'),
    );
  });

  test('in a sandboxed frame, and inline in a shadow root, which brings no landmarks or first heading into its host', async () => {
    const { page } = await stage.open({
      url: `${stage.url()}demo.html`,
      until: 'load',
      context: { reducedMotion: 'reduce' },
    });
    await page.locator('iframe.frame').scrollIntoViewIfNeeded();
    const frame = await (await page.locator('iframe.frame').elementHandle())!.contentFrame();
    await frame!.locator('.dt-app[data-timeline-parts]').waitFor({ state: 'attached' });
    await goesRound(
      page,
      frame!,
      frame!.getByRole('button', { name: 'Settings and help' }),
      frame!.locator('dialog[open]'),
    );

    const inline = page.locator('#inline .dt-app');
    await inline.scrollIntoViewIfNeeded();
    await page.locator('#inline .dt-app[data-timeline-parts]').waitFor({ state: 'attached' });
    await goesRound(
      page,
      page,
      inline.getByRole('button', { name: 'Settings and help' }),
      page.locator('#inline dialog[open]'),
    );
    expect(
      await inline.evaluate((app) => [
        app.localName,
        app.getAttribute('aria-label') !== '',
        app.querySelectorAll('main, h1:not(.dt-print h1)').length,
      ]),
    ).toEqual(['section', true, 0]);
  });
});

describe('sliders speak dates', () => {
  const DAYS = ['2016-02-22', '2016-02-23', '2016-02-24', '2016-02-25', '2016-02-26', '2016-02-27'];
  const dayInWords = (day: string) => weekdayDate(instant(Date.parse(day)), t);
  const spoken = (slider: Locator) =>
    slider.evaluate((grip) => ({
      text: grip.getAttribute('aria-valuetext'),
      isWithin:
        Number(grip.getAttribute('aria-valuemin')) <= Number(grip.getAttribute('aria-valuenow')) &&
        Number(grip.getAttribute('aria-valuenow')) <= Number(grip.getAttribute('aria-valuemax')),
    }));

  test('the window’s two ends say where they stand, and where they go, within what the other leaves', async () => {
    const { page } = await stage.open({ hash: 'from=2016-02-21&to=2016-02-28', context: { reducedMotion: 'reduce' } });
    const start = page.getByRole('slider', { name: 'Start of the window' });
    const end = page.getByRole('slider', { name: 'End of the window' });
    await expect.poll(() => spoken(start)).toEqual({ text: dayInWords('2016-02-21'), isWithin: true });
    await expect.poll(() => spoken(end)).toEqual({ text: dayInWords('2016-02-28'), isWithin: true });
    await end.focus();
    await moved(page, () => page.keyboard.press('PageUp'));
    await expect
      .poll(() => spoken(end))
      .toEqual({ text: expect.toBeOneOf(DAYS.map(dayInWords)) as string, isWithin: true });
    expect(await start.getAttribute('aria-valuemax')).not.toBe(await end.getAttribute('aria-valuemax'));
  });

  test('the border of the panel says how wide it is', async () => {
    const { page } = await stage.open();
    const border = page.getByRole('separator', { name: 'Width of the details panel' });
    await expect.poll(() => border.getAttribute('aria-valuetext')).toBe('376 pixels wide');
    await border.press('ArrowLeft');
    await expect.poll(() => border.getAttribute('aria-valuetext')).toBe('400 pixels wide');
  });
});
