import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TimelineHandle } from '../../src/entries/library';
import { drag, wheelWith } from '../support/browser-gestures';
import { moved, useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { HOST_RULES } from '../support/host-rules';
import { useLibraryHost } from '../support/library-host';

interface HostWindow extends Window {
  library: typeof import('../../src/entries/library');
  timeline?: TimelineHandle;
}
declare const window: HostWindow;

type Place = readonly [x: number, y: number];
/** The styles of the boxes around, from the outside in; `onward` is where later is on the screen, right unless said. */
interface Surroundings {
  readonly around: readonly string[];
  readonly onward?: Place;
}

/** How host pages surround a timeline. `npm test` takes the first. */
const SURROUNDINGS: readonly (readonly [name: string, Surroundings])[] = [
  [
    'zoomed in a box that is scaled, shifted and filtered',
    { around: ['scale: 1.2; translate: 20px 20px; transform-origin: 0 0; filter: saturate(0.9)', 'zoom: 0.6'] },
  ],
  ['scaled down, as on a slide', { around: ['transform: scale(0.6); transform-origin: 0 0'] }],
  ['scaled up', { around: ['transform: scale(1.3); transform-origin: 30px 40px'] }],
  ['zoomed', { around: ['zoom: 1.3'] }],
  ['zoomed out', { around: ['zoom: 0.75'] }],
  ['stretched', { around: ['transform: scale(1.2, 0.8) translate(10px, 5px); transform-origin: 0 0'] }],
  ['turned by a quarter', { around: ['transform: rotate(90deg) scale(0.7)'], onward: [0, 1] }],
  ['mirrored and mirrored back', { around: ['scale: -1 1', 'transform: scaleX(-0.8)'] }],
  ['in a box that scrolls', { around: ['overflow: auto; height: 640px; perspective: 500px', 'scale: 0.9'] }],
  ['contained, about to change', { around: ['contain: layout paint; will-change: transform', 'scale: 0.8'] }],
];

const ROOT = resolve(import.meta.dirname, '../..');
const dataset = readFileSync(join(ROOT, 'data/syria-cessation-2016.json'), 'utf8');
const HOST_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,">
<script type="module" src="./host.js"></script><body style="margin:0"><div id="timeline"></div></body></html>`;
const ELEMENT_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,">
<script type="module" src="./element.js"></script><body><article><diplomatic-timeline-inline src="./calls.json" view="timeline"></diplomatic-timeline-inline></article></body></html>`;

const stage = useStage();
const hostUrl = useLibraryHost(HOST_PAGE, { 'element.html': ELEMENT_PAGE, 'calls.json': dataset });

/** A page whose timeline of 1000 x 620 stands in boxes of these styles. */
async function openIn(around: readonly string[], options = {}): Promise<Page> {
  const opened = await stage.open({ url: hostUrl(), until: 'load', context: { reducedMotion: 'reduce' } });
  await opened.page.evaluate(
    async ([styles, text, asked]) => {
      const target = document.querySelector<HTMLElement>('#timeline')!;
      target.style.cssText = 'width: 1000px; --dt-height: 620px';
      for (const style of styles.toReversed()) {
        const box = document.createElement('div');
        box.style.cssText = style;
        document.body.append(box);
        box.append(...[...document.body.children].filter((child) => child !== box && child.tagName === 'DIV'));
      }
      window.timeline = window.library.mountTimeline(target, {
        dataset: text,
        gestures: 'cooperative',
        view: 'timeline',
        ...asked,
      });
      await window.timeline.whenPainted();
    },
    [around, dataset, options] as const,
  );
  await opened.page.locator('.dt-chart[data-settled="yes"], .dt-list').first().waitFor({ state: 'attached' });
  await opened.page.locator('[data-timeline-parts]').waitFor({ state: 'attached' });
  return opened.page;
}

async function middleOf(page: Page, selector: string): Promise<Place> {
  const box = await page.locator(selector).first().boundingBox();
  return [box!.x + box!.width / 2, box!.y + box!.height / 2];
}

/** A mark without words beside it, which would be in its box. */
const MARK = '.dt-mark-button[data-event="ev-joint-statement"]:not([data-label])';

/** Marks are trimmed where they would touch others, by a px or two; a scale that is left out makes ten and more. */
function expectUnder(found: Place, hand: Place, [onwardX, onwardY]: Place): void {
  const px = Math.abs((found[0] - hand[0]) * onwardX + (found[1] - hand[1]) * onwardY);
  expect(px, `${found} under ${hand}`).toBeLessThan(4);
}

describe('what a hand holds stays under it', () => {
  test.each(sliceOf(SURROUNDINGS, 10))('%s', async (_name, { around, onward = [1, 0] }) => {
    const page = await openIn(around);
    const by = ([x, y]: Place, px: number): Place => [x + px * onward[0], y + px * onward[1]];
    const mark = await middleOf(page, MARK);
    await page.mouse.move(...mark);
    await moved(page, () => wheelWith(page, 'Control', -50, 4));
    expectUnder(await middleOf(page, MARK), mark, onward);

    await moved(page, () => drag(page, mark, by(mark, 70)));
    expectUnder(await middleOf(page, MARK), by(mark, 70), onward);

    const grip = await middleOf(page, '.dt-brush-grip');
    await moved(page, () => drag(page, grip, by(grip, 30)));
    expectUnder(await middleOf(page, '.dt-brush-grip'), by(grip, 30), onward);

    const border = await middleOf(page, '.dt-resizer');
    await drag(page, border, by(border, -40));
    await expect.poll(() => page.locator('.dt-resizer').getAttribute('aria-valuenow')).not.toBe('376');
    expectUnder(await middleOf(page, '.dt-resizer'), by(border, -40), onward);
  });
});

describe('a range of the axis is what was dragged over', () => {
  test.each(sliceOf(SURROUNDINGS, 10))('%s', async (_name, { around, onward = [1, 0] }) => {
    const page = await openIn(around);
    const mark = await middleOf(page, MARK);
    const axis = await middleOf(page, '.dt-axis');
    // From the mark on to the end of the axis, across the lines of time.
    const over: Place = onward[0] === 1 ? [mark[0], axis[1]] : [axis[0], mark[1]];
    const far: Place = [over[0] + 100 * onward[0], over[1] + 100 * onward[1]];
    await moved(page, () => drag(page, over, far));
    const plot = (await page.locator('.dt-plot').boundingBox())!;
    expectUnder(await middleOf(page, MARK), [plot.x, plot.y], onward);
  });
});

/** What lies over a mark's words lies over the screen: beside the mark, and whole. */
describe('a tooltip stands by its mark', () => {
  test.each(sliceOf(SURROUNDINGS, 10))('%s', async (_name, { around }) => {
    const page = await openIn(around);
    await page.mouse.move(...(await middleOf(page, MARK)));
    const tooltip = page.locator('.dt-tooltip');
    await tooltip.waitFor();
    const [box, mark] = [(await tooltip.boundingBox())!, (await page.locator(MARK).first().boundingBox())!];
    const gapPx = Math.max(mark.y - (box.y + box.height), box.y - (mark.y + mark.height));
    expect(Math.abs(gapPx - 10)).toBeLessThan(3);
    expect(box.x).toBeLessThan(mark.x + mark.width);
    expect(box.x + box.width).toBeGreaterThan(mark.x);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1440);
    // Nothing around it cuts it.
    const isSeen = await tooltip.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const root = element.getRootNode() as ShadowRoot;
      return [
        [left + 3, top + 3],
        [right - 3, bottom - 3],
      ].every(([x = 0, y = 0]) => element.contains(root.elementFromPoint(x, y)));
    });
    expect(isSeen).toBe(true);
  });
});

test('what opens under a button stands by it, under a transform and a zoom', async () => {
  const page = await openIn(['transform: scale(0.7) translate(60px, 40px); transform-origin: 0 0', 'zoom: 1.2']);
  const button = page.locator('.dt-facet-button').nth(1);
  await button.click();
  const panel = (await page.locator('.dt-facet-panel').boundingBox())!;
  const at = (await button.boundingBox())!;
  expect(panel.x).toBeCloseTo(at.x, 0);
  expect(panel.y).toBeCloseTo(at.y + at.height + 4, 0);
});

/** So many that the list holds in the document what is in view alone. */
const LONG = (() => {
  const whole = JSON.parse(dataset) as { events: readonly { readonly id: string }[] };
  const { events } = whole;
  whole.events = Array.from({ length: 440 }, (_, at) =>
    Object.assign({}, events[at % events.length], { id: `event-${at}`, related: undefined }),
  );
  return JSON.stringify(whole);
})();

describe('a long list is whole wherever it is scrolled to', () => {
  test.each(
    sliceOf(
      SURROUNDINGS.filter(([, { onward }]) => onward === undefined),
      10,
    ),
  )('%s', async (_name, { around }) => {
    const page = await openIn(around, { dataset: LONG, view: 'list' });
    const list = page.locator('.dt-list');
    await list.waitFor();
    const box = (await page.locator('.dt-view').boundingBox())!;
    await page.mouse.move(box.x + 200, box.y + 60);
    for (const px of [700, 2600, -900, 5200]) {
      const before = await page.locator('.dt-view').evaluate(({ scrollTop }) => scrollTop);
      await page.mouse.wheel(0, px);
      await expect.poll(() => page.locator('.dt-view').evaluate(({ scrollTop }) => scrollTop)).not.toBe(before);
      const read = () =>
        list.evaluate((element) => {
          const root = element.getRootNode() as ShadowRoot;
          const { left, top, height, width } = root.querySelector('.dt-view')!.getBoundingClientRect();
          return [0.2, 0.4, 0.6, 0.8, 0.95].map(
            (share) =>
              root
                .elementFromPoint(left + width * 0.4, Math.min(top + height * share, innerHeight - 2))
                ?.closest('[data-item], thead, .dt-month-head') !== null,
          );
        });
      await expect.poll(read, { message: `after ${px}` }).toEqual([true, true, true, true, true]);
    }
  });
});

/** What pages say of everything in an article, none of it meant for us. */
const OF_CHILDREN = `article > * { display: inline; float: left; max-width: 20em; margin: 3em; padding: 2em; columns: 3;
  border: 9px solid; opacity: 0.5; transform: scale(0.5); position: absolute; overflow: hidden; height: 90px; }
  article > div { display: flex !important; width: 30% !important; filter: blur(4px) !important; }`;
const INHERITED = `article { font: italic 40px/3 fantasy; color: red; letter-spacing: 5px; word-spacing: 9px; text-transform: uppercase;
  text-indent: 50px; text-align: right; white-space: pre; word-break: break-all; hyphens: auto; tab-size: 20; cursor: wait;
  pointer-events: none; user-select: none; writing-mode: vertical-rl; text-shadow: 1px 1px; list-style: square; border-spacing: 9px; }`;

/** Where everything in a timeline stands, counted from its own corner, and what of it can be pointed at and marked. */
function readLayout(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const app = document.querySelector('#timeline')!.firstElementChild!.shadowRoot!.querySelector('.dt-app')!;
    const { x, y } = app.getBoundingClientRect();
    return [...app.querySelectorAll(':is(h2, h3, p, button, input, li, canvas, .dt-panel, .dt-lane-head)')].map(
      (each) => {
        const box = each.getBoundingClientRect();
        const { pointerEvents, userSelect, opacity, textTransform } = getComputedStyle(each);
        return [
          each.className || each.tagName,
          ...[box.x - x, box.y - y, box.width, box.height].map(Math.round),
          pointerEvents,
          userSelect,
          opacity,
          textTransform,
        ].join(' ');
      },
    );
  });
}

async function openInArticle(css: string): Promise<Page> {
  const page = await openIn([]);
  await page.evaluate(async (text) => {
    const target = document.querySelector<HTMLElement>('#timeline')!;
    const article = document.createElement('article');
    target.replaceWith(article);
    article.append(target);
    // The rule is for what the page holds in it: our element, whose child is its own.
    document.head.append(Object.assign(document.createElement('style'), { textContent: text }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await window.timeline!.whenPainted();
  }, css);
  await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  return page;
}

test('a page’s rules for its children, and what they would inherit, leave an inline timeline as it is', async () => {
  const clean = await readLayout(await openInArticle(''));
  expect(clean.length).toBeGreaterThan(100);
  // The element that the page gave is its own, and so is its place: only what is in it is ours.
  const ruled = await openInArticle(OF_CHILDREN.replaceAll('article', '#timeline'));
  expect(await readLayout(ruled)).toEqual(clean);
  expect(await readLayout(await openInArticle(INHERITED))).toEqual(clean);
});

test('a page hides its inline timeline as it hides anything', async () => {
  const page = await openInArticle('');
  const title = page.locator('#timeline h2').first();
  expect(await title.isVisible()).toBe(true);
  for (const [property, hidden] of [
    ['visibility', 'hidden'],
    ['display', 'none'],
  ] as const) {
    await page.evaluate(([name, value]) => document.querySelector('article')!.style.setProperty(name, value), [
      property,
      hidden,
    ] as const);
    expect(await title.isVisible()).toBe(false);
    await page.evaluate((name) => document.querySelector('article')!.style.removeProperty(name), property);
  }
});

test('a page’s rules for its children leave the inline element as wide as its place', async () => {
  const { page } = await stage.open({ url: `${hostUrl()}element.html`, until: 'load' });
  const app = page.locator('.dt-app');
  await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  const widthPx = async () => Math.round((await app.boundingBox())?.width ?? 0);
  const clean = await widthPx();
  expect(clean).toBe(await page.locator('body > article').evaluate((article) => article.clientWidth));
  for (const css of HOST_RULES) {
    await page.evaluate((text) => {
      const style = document.querySelector('#ruled') ?? Object.assign(document.createElement('style'), { id: 'ruled' });
      style.textContent = `article > *, article * { ${text} }`;
      document.head.append(style);
    }, css);
    await expect.poll(widthPx, { message: css }).toBe(clean);
  }
  const element = page.locator('diplomatic-timeline-inline');
  for (const [isHidden, css] of [
    [true, 'display: flex'],
    [false, 'display: none'],
  ] as const) {
    await element.evaluate((each, hidden) => each.toggleAttribute('hidden', hidden), isHidden);
    await page.evaluate((text) => {
      document.querySelector('#ruled')!.textContent = `article * { ${text} }`;
    }, css);
    expect(await app.isVisible(), css).toBe(false);
  }
});
