import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventOf } from '../support/browser-oracle';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { namesIn, withoutApis, youngerApis } from '../support/younger-apis';
import type { YoungerApi } from '../support/younger-apis';
import { youngerStyles } from '../support/younger-styles';
import { pressInBar, toSheet, toTable } from '../support/writing-states';

/*
 * What one of the oldest browsers (src/build/browser-floor.ts) hasn't got, by MDN's compatibility data: none of what we
 * ship may need it.
 */

const root = resolve(import.meta.dirname, '../..');
const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';

/** Where the entries of the library have what they share or load later. */
const LIBRARY_PARTS = ['timeline', 'peer', 'element', 'data'];
/** What no browser runs. */
const FOR_NODE = new Set(['cli', 'react-server', 'static'].map((name) => `dist-lib/${name}.js`));

/** All that we ship of a kind: the page's, the loader, the library both as a module and as a classic script. */
function shipped(kind: 'script' | 'style'): readonly { readonly file: string; readonly text: string }[] {
  const ending = kind === 'script' ? '.js' : '.css';
  const folders = ['dist', 'dist/assets', 'dist/lib', 'dist-lib', ...LIBRARY_PARTS.map((name) => `dist-lib/${name}`)];
  return folders.flatMap((folder) =>
    readdirSync(resolve(root, folder)).flatMap((name) => {
      const file = `${folder}/${name}`;
      if (FOR_NODE.has(file)) return [];
      if (name.endsWith(ending)) return [{ file, text: readFileSync(resolve(root, file), 'utf8') }];
      return name.endsWith('.html') ? standingIn(file, kind) : [];
    }),
  );
}

/** What stands in a page itself. */
function standingIn(file: string, kind: 'script' | 'style') {
  const html = readFileSync(resolve(root, file), 'utf8');
  return [...html.matchAll(new RegExp(`<${kind}>([\\s\\S]*?)</${kind}>`, 'g'))].map(([, text = '']) => ({
    file,
    text,
  }));
}

/** Asked for before it is used, and how it goes without. */
const GUARDED: Readonly<Record<string, string>> = {
  requestIdleCallback: 'a timer instead (use-preload.ts, PrintedView.tsx)',
  cancelIdleCallback: 'as the request',
  showPopover: 'a panel over the page, not in the top layer (use-popover.ts)',
  popover: 'as showPopover; an attribute that a browser doesn’t know is none',
  checkVisibility: 'boxes and their visibility are asked for (focus.ts)',
  fullscreenEnabled: 'the button isn’t there (EmbedBar.tsx)',
  fullscreenElement: 'nothing fills the screen (full-screen.ts)',
  requestFullscreen: 'the button isn’t there',
  exitFullscreen: 'the button isn’t there',
  Segmenter: 'sentences end at full stops (first-sentence.ts)',
  readText: 'nothing is given: the dialog says which keys to press instead (OpenDialog.tsx)',
  ClipboardItem: 'a table is copied as text alone (copy-rich.ts)',
  showSaveFilePicker: 'a file is downloaded (file-saver.ts)',
  createWritable: 'of a file that the picker gave (file-saver.ts)',
  queryPermission: 'as createWritable, and asked for',
  requestPermission: 'as queryPermission',
  parseHTML: 'links of a pasted range are left; its text is taken (pasted-table.ts)',
  setImmediate: 'React takes a message channel instead',
  navigation: 'React asks for it first',
  startViewTransition: 'React does without, unless it is asked for transitions',
  ViewTransition: 'a name in React’s own table',
  getSelection: 'of a document; React asks that',
  fetchPriority: 'an attribute that React knows',
  imageSizes: 'an attribute that React knows',
  displayName: 'React’s own, of a component',
};

/** Here these are of arrays, maps, elements, addresses, canvases, or words of ours. */
const OTHER_THINGS = new Set(
  `Hz ML Profiler Q Report action actions address animation async body bytes capture captureStackTrace ch close cm commit component concat connection content context
  controller crossOrigin cssFloat decode delay direction download duration em escape every ex fileName filter find flatMap forEach
  fr from handle hash host hostname htmlFor ic icon includes index join json lang left length lh loading locale lock map matches
  maximize memory ml mm movementX movementY moveTo ms name navigate nonce number onerror origin parse password pathname
  pause pc percent priority protocol pt px read reduce referrerPolicy region register rel remove reset restore s search share side
  size some states supports tag take timestamp title toArray toJSON top transform turn type url username values vb vh vi vw when write xr
  getAttribute hasAttribute removeAttribute setAttribute toggleAttribute`.split(/\s+/),
);

/** What a stylesheet says all the same, and how it goes without. */
const DEGRADES: readonly (readonly [what: RegExp, how: string])[] = [
  [/^@page$|^break-after/, 'paper breaks where the browser likes'],
  [/^cursor: /, 'a phone has no pointer'],
  [/^forced-color-adjust$/, 'where it is missing, so are forced colours'],
  [/^text-wrap/, 'lines of a title are less even'],
  [/^scrollbar-width$/, 'scroll bars as wide as the browser’s'],
  [/^overflow-clip-margin$/, 'what reaches beyond a box is cut off'],
  [/^overflow-anchor$/, 'a browser that doesn’t anchor need not be told'],
  [/^font-family: ui-monospace$/, 'the next font of the list'],
  [/^@media \(scripting\)$/, 'without scripts the written page says twice that it is still'],
  [/^resize$/, 'a phone’s field has one size'],
];

const APIS = youngerApis();
const SCRIPTS = shipped('script').map(({ file, text }) => ({ file, names: namesIn(text) }));

describe('what we ship', () => {
  test('is written in words that the oldest browsers read, and calls nothing younger without asking for it', () => {
    const unknown = SCRIPTS.flatMap(({ file, names }) =>
      APIS.filter(({ name }) => names.has(name) && GUARDED[name] === undefined && !OTHER_THINGS.has(name)).map(
        ({ owner, name }) => `${file}: ${owner ?? 'window'}.${name}`,
      ),
    );
    expect(
      unknown,
      'ask for it first and say so in GUARDED, or do without; OTHER_THINGS, if something of ours is called so',
    ).toEqual([]);
  });

  test('has styles that read well without what is younger', () => {
    const unknown = shipped('style').flatMap(({ file, text }) =>
      [...youngerStyles(text)]
        .filter((what) => !DEGRADES.some(([known]) => known.test(what)))
        .map((what) => `${file}: ${what}`),
    );
    expect(unknown, 'declare something older before it, or say in DEGRADES how it goes without').toEqual([]);
  });
});

/** Canvas, list, an event, a menu and a dialog, text, table and form: each is used, not only looked at. */
async function useAll(page: Page): Promise<void> {
  await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  expect(await page.locator('.dt-lanes .dt-canvas').evaluate(inkOf)).toBeGreaterThan(1000);
  await page.locator(`.dt-mark-button[data-event="${CALL}"]`).first().click();
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('heading', { name: eventOf(CALL).title })
    .waitFor();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect.poll(() => page.locator('.dt-list .dt-event-link').count()).toBe(11);
  await page.getByRole('button', { name: /^Countries/ }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Russia', exact: true }).check();
  await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('6 of 11 events');
  await page.keyboard.press('Escape');
  await write(page);
}

/** A change in text, table and form, which is kept; and what can be done with it elsewhere. */
async function write(page: Page): Promise<void> {
  await toTable(page);
  await page.locator('.dt-grid [data-row="0"] [data-column="2"]').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');
  await page.locator('.dt-keep-line[data-kept="kept"]').waitFor();
  await page.locator('.dt-faces .dt-button').nth(2).click();
  // Where somebody writes, what is chosen opens in its form.
  await page.locator('.dt-list .dt-event-link').first().click();
  await page.locator('.dt-edit').waitFor();
  await toSheet(page, 'shareOwn');
  await page.getByRole('textbox', { name: 'Link that carries the timeline' }).waitFor();
  await page.keyboard.press('Escape');
  await pressInBar(page, 'list');
  await page.locator('.dt-timelines-entry').waitFor();
  await page.keyboard.press('Escape');
}

/** Files, a table for other programs, a picture, by what is older. */
async function giveAll(page: Page): Promise<void> {
  await pressInBar(page, 'shareOwn');
  const sheet = page.getByRole('dialog', { name: 'Give away' });
  for (const name of ['CSV, 11 events', 'PNG', 'Save the zip']) {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name, exact: true }).click(),
    ]);
    await saved.path();
  }
  await sheet.getByRole('button', { name: 'Copy the table' }).click();
  await sheet.getByText('The table is copied').waitFor();
  await page.keyboard.press('Escape');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a file' }).click(),
  ]);
  await saved.path();
  await page
    .locator('.dt-keep-line')
    .getByText(/^Saved to/)
    .waitFor();
}

/** Pixels that are painted. Runs in the page. */
function inkOf(canvas: HTMLCanvasElement | SVGElement | HTMLElement): number {
  if (!(canvas instanceof HTMLCanvasElement)) return 0;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) painted++;
  return painted;
}

/** Opens the built page without some APIs, does something, and gives what it complained of. */
async function without(apis: readonly YoungerApi[], use: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const context = await stage.browser().newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await page.addInitScript(withoutApis, apis);
    await page.goto(stage.url());
    await use(page);
  } finally {
    await context.close();
  }
  return complaints;
}

describe('the page in a browser without', () => {
  test('anything younger than the oldest browsers settles, draws and is used', async () => {
    const complaints = await without(APIS, async (page) => {
      expect(
        await page.evaluate(() => ['canParse' in URL, 'requestIdleCallback' in window, 'union' in Set.prototype]),
      ).toEqual([false, false, false]);
      await useAll(page);
      await giveAll(page);
    });
    expect(complaints).toEqual([]);
  });

  const named = APIS.filter(({ name }) => SCRIPTS.some(({ names }) => names.has(name)));
  test('anything younger shows embeds in a page of somebody else, in frames and in the page itself', async () => {
    const complaints = await without(APIS, async (page) => {
      await page.goto(`${stage.url()}demo.html`);
      for (const frame of [page.locator('iframe').first(), page.locator('diplomatic-timeline iframe').first()]) {
        await frame.scrollIntoViewIfNeeded();
        await frame.contentFrame().locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
      }
      await page.locator('.dt-inline .dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
    });
    expect(complaints).toEqual([]);
  });

  test.each(
    sliceOf(
      named.map(({ owner, name }) => [`${owner ?? 'window'}.${name}`, { owner, name }] as const),
      70,
    ),
  )('%s', async (_, api) => {
    expect(await without([api], useAll)).toEqual([]);
  });
});
