import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { TimelineElement } from '../../src/embed/element/timeline-element';
import { labelled, useStage } from '../support/browser-timeline';
import { HOST_RULES } from '../support/host-rules';
import type { Answer } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const CALL = 'ev-lavrov-kerry-call';
const CALLS = readFileSync(join(root, 'tests/fixtures/two-calls.json'), 'utf8');
/** Far longer than anything here takes, on a machine with other things to do. */
const eventually: typeof expect.poll = (read, options) => expect.poll(read, { timeout: 10_000, ...options });

interface Host extends Window {
  hellos: number;
  heights: number[];
  errors: string[];
}
declare const window: Host;

/** A host page that counts the pages that come into its frames, and the heights in other hosts' words. */
function host(body: string): Answer {
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script src="./host.js"></script>
    <script defer src="./embed.js"></script><script defer src="./older.js"></script></head><body><section id="one">${body}</section><section id="two"></section></body>`,
  };
}
const files = new Map<string, Answer>([
  [
    'host.js',
    {
      body: `window.hellos = 0; window.heights = []; window.errors = []; const pages = new Set();
      addEventListener('timeline-error', ({ detail }) => window.errors.push(detail.error + ': ' + detail.detail));
      addEventListener('message', ({ source, data }) => {
        if (data?.type === 'hello' && !pages.has(source)) { pages.add(source); window.hellos++; }
        if (data?.context === 'iframe.resize') { window.heights.push(data.height); if (window.follows) document.querySelector('iframe').style.height = data.height + 'px'; }
      });`,
    },
  ],
  // Another version of the loader, which finds the element there.
  [
    'older.js',
    {
      body: "customElements.get('diplomatic-timeline') ?? customElements.define('diplomatic-timeline', class extends HTMLElement {})",
    },
  ],
  [
    'element.html',
    host('<diplomatic-timeline id="a" src="./" label="Timeline"><a href="./">The timeline</a></diplomatic-timeline>'),
  ],
  [
    'bare.html',
    host(
      '<iframe src="./?embed=1" title="Timeline" width="1000" height="460" sandbox="allow-scripts" style="border:0"></iframe>',
    ),
  ],
]);
const stage = useStage(files);

async function open(name: string): Promise<Page> {
  const { page } = await stage.open({
    url: `${stage.url()}${name}`,
    until: 'load',
    viewport: { width: 1200, height: 900 },
  });
  return page;
}

const frameOf = (page: Page): FrameLocator => page.frameLocator('#a iframe');
const ready = (page: Page) =>
  page.locator('#a').evaluate((element: TimelineElement) => element.ready.then(() => undefined));
const stateOf = (page: Page) => page.locator('#a').evaluate((element: TimelineElement) => element.getState());

test('what changes with every frame before and after it is ready comes to rest at the last, in one page', async () => {
  const page = await open('element.html');
  await page.locator('#a').evaluate(
    (element: TimelineElement) =>
      new Promise<void>((done) => {
        let left = 40;
        const next = () => {
          element.setAttribute('from', `2016-02-${String(1 + (left % 20)).padStart(2, '0')}`);
          element.setAttribute('to', '2016-02-28');
          element.setState({ q: `word ${left}` });
          if (left-- > 0) requestAnimationFrame(next);
          else {
            element.setState({ q: '' });
            element.select('ev-lavrov-kerry-call');
            done();
          }
        };
        next();
      }),
  );
  await ready(page);
  await eventually(() => stateOf(page)).toMatchObject({ from: Date.UTC(2016, 1, 1), q: '', event: CALL });
  expect(await page.evaluate(() => [window.hellos, window.errors])).toEqual([1, []]);
  await page.locator('#a').evaluate(async (element: TimelineElement) => {
    for (let n = 0; n < 60; n++) {
      element.setState({ from: Date.UTC(2016, 1, 1 + (n % 20)), group: n % 2 === 0 ? 'actor' : 'type' });
      if (n % 4 === 0) await new Promise(requestAnimationFrame);
    }
  });
  await eventually(() => stateOf(page)).toMatchObject({ from: Date.UTC(2016, 1, 20), group: 'type', event: CALL });
  expect(await page.evaluate(() => [window.hellos, window.errors])).toEqual([1, []]);
});

test('the reader’s view survives a move, a dataset of the host’s a reload', async () => {
  const page = await open('element.html');
  await ready(page);
  // What is still on the way when a page is left, the browser calls a failed request.
  const loaded = () => frameOf(page).locator('[data-timeline-parts="here"]').waitFor({ state: 'attached' });
  await loaded();
  await labelled(frameOf(page) as unknown as Page, CALL).click();
  await eventually(() => stateOf(page)).toMatchObject({ event: CALL });
  // Taken out and put in: another load, with what the reader had.
  await page.locator('#a').evaluate((element: TimelineElement) => {
    document.querySelector('#two')!.append(element);
    element.setState({ group: 'type' });
  });
  expect(await stateOf(page)).toBeUndefined();
  await ready(page);
  await eventually(() => stateOf(page)).toMatchObject({ event: CALL, group: 'type' });
  await loaded();
  // Moved: the same page.
  const hellos = await page.evaluate(() => window.hellos);
  await page.evaluate(() => {
    const parent = document.querySelector('#one') as Element & { moveBefore?: (node: Node, child: null) => void };
    parent.moveBefore?.(document.querySelector('#a')!, null);
  });
  expect(await stateOf(page)).toMatchObject({ event: CALL, group: 'type' });
  // A dataset by message, checked as a file is.
  const set = (dataset: string) =>
    page.locator('#a').evaluate((element: TimelineElement, text) => element.setDataset(text, 'calls.json'), dataset);
  expect(await set('Dear reader')).toBe(false);
  expect(await page.evaluate(() => window.errors.splice(0))).toEqual([expect.stringMatching(/^not-json: /)]);
  expect(await set(CALLS)).toBe(true);
  const title = (JSON.parse(CALLS) as { readonly title: string }).title;
  await frameOf(page).getByRole('heading', { name: title }).first().waitFor({ state: 'attached' });
  await eventually(() => stateOf(page)).toMatchObject({ event: null });
  await loaded();
  await frameOf(page)
    .locator('html')
    .evaluate(() => location.reload());
  await frameOf(page).getByRole('heading', { name: title }).first().waitFor({ state: 'attached' });
  expect(await page.evaluate(() => window.hellos)).toBe(hellos);
});

test('a bare frame tells its height in other hosts’ words, and is as high as its content where they follow', async () => {
  const page = await open('bare.html');
  const frame = page.frameLocator('iframe');
  await frame.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  await eventually(() => page.evaluate(() => window.heights.at(-1))).toBeGreaterThan(400);
  expect(await frame.locator('.dt-app--fill').count()).toBe(1);
  await page.evaluate(() => {
    Object.assign(window, { follows: true });
    document.querySelector('iframe')!.style.height = `${window.heights.at(-1)}px`;
  });
  await frame.locator('.dt-app--content').waitFor();
  await eventually(() => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
  expect(await page.evaluate(() => window.heights.every((height) => Number.isInteger(height)))).toBe(true);
});

/** Puts a page's rules over those it has. */
function rule(page: Page, css: string): Promise<void> {
  return page.evaluate((text) => {
    const style = document.querySelector('#ruled') ?? Object.assign(document.createElement('style'), { id: 'ruled' });
    style.textContent = text;
    document.head.append(style);
  }, css);
}

/** How wide its frame is, and how much lower or higher than what it asked for. */
const boxOf = (page: Page) =>
  page.locator('#a').evaluate((element) => {
    const frame = element.shadowRoot!.querySelector('iframe')!;
    const { width, height } = frame.getBoundingClientRect();
    return [Math.round(width), Math.round(height - (parseFloat(frame.style.minHeight) || NaN))];
  });

test('a page’s rules for its children leave the frame as wide as its place, and as high as its content', async () => {
  const page = await open('element.html');
  await ready(page);
  await rule(page, '');
  await eventually(() => boxOf(page)).toEqual([1184, 0]);
  for (const css of HOST_RULES) {
    await rule(page, `section > *, section * { ${css} } section { pointer-events: none; text-align: center }`);
    await eventually(() => boxOf(page), { message: css }).toEqual([1184, 0]);
  }
  expect(
    await page
      .locator('#a')
      .evaluate((each) => getComputedStyle(each.shadowRoot!.querySelector('iframe')!).pointerEvents),
  ).toBe('auto');
});

test('what a page says of the element’s own size and presence holds', async () => {
  const page = await open('element.html');
  await ready(page);
  await rule(page, 'section > * { display: inline-block; width: 50%; margin-inline: 20px }');
  await eventually(async () => (await boxOf(page))[0]).toBe(592);
  await rule(page, 'section > * { display: flex }');
  await page.locator('#a').evaluate((element) => element.toggleAttribute('hidden'));
  expect((await boxOf(page))[0]).toBe(0);
  await page.locator('#a').evaluate((element) => element.toggleAttribute('hidden'));
  await rule(page, 'section > * { display: none }');
  expect((await boxOf(page))[0]).toBe(0);
});
