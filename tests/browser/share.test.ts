import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, FrameLocator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventOf } from '../support/browser-oracle';
import { resize } from '../support/browser-gestures';
import { forgive, useStage } from '../support/browser-timeline';
import type { OpenedTimeline } from '../support/page';
import type { Answer } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const overrides = new Map<string, Answer>();
/** The page, and host pages on the same server that a test pastes a code into. */
const stage = useStage(overrides);
beforeAll(() => {
  // As the dialog tells: the library build and the data set's file beside the host page.
  for (const file of readdirSync(join(root, 'dist-lib'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  ))
    overrides.set(file, { body: readFileSync(join(root, 'dist-lib', file)) });
  overrides.set('syria-cessation-2016.json', { body: readFileSync(join(root, 'data/syria-cessation-2016.json')) });
});

const CALL = 'ev-lavrov-kerry-call';
/** A view with a word of nearly every kind. */
const VIEW = `from=2016-02-21&to=2016-02-26&scale=calendar&group=country&order=active&expanded=RU&countries=RU,US&roles=acting,mentioned&types=talks,statement,agreement&q=a&event=${CALL}&compare=john-kerry,sergey-lavrov`;

/** What a reader sees of a view, read from the page itself. */
async function seenIn(page: Page | FrameLocator) {
  await page.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
  return page.locator('.dt-app').evaluate((app) => {
    const all = (selector: string, read: (element: HTMLElement) => string | null | undefined) =>
      [...app.querySelectorAll<HTMLElement>(selector)].map(read);
    return {
      window: app.querySelector<HTMLElement>('.dt-chart')?.dataset['window'],
      lanes: all('.dt-lane', (lane) => lane.dataset['lane']),
      chips: all('.dt-chip', (chip) => chip.getAttribute('aria-label')),
      count: app.querySelector('.dt-event-count')?.textContent,
      events: [...new Set(all('.dt-mark-button[data-event]', (target) => target.dataset['event']))].toSorted(),
      chosen: [...new Set(all('.dt-mark-button[aria-current="true"]', (target) => target.dataset['event']))],
      scale: app.querySelector<HTMLSelectElement>('select[aria-label="Time scale"]')?.value,
      pinned: all('.dt-tray-actor .dt-actor-link', (actor) => actor.textContent),
    };
  });
}

/** The code of a way to share, as its field shows it. */
async function codeOf(page: Page, way: string): Promise<string> {
  if (way === 'Link') return page.getByRole('textbox', { name: 'Link to this view' }).inputValue();
  await unfold(page);
  await page.getByRole('tab', { name: way }).click();
  await page.getByRole('tab', { name: way, selected: true }).waitFor();
  return page.getByRole('textbox', { name: 'Code for your page' }).inputValue();
}

/** The codes lie folded, as long as nobody asks for them. */
async function unfold(page: Page): Promise<void> {
  const fold = page.locator('.dt-give-fold');
  if (!(await fold.evaluate((element: HTMLDetailsElement) => element.open))) await fold.locator('summary').click();
}

/** Opens a page of somebody else's with a code in it. */
async function openHost(code: string): Promise<OpenedTimeline> {
  overrides.set('article.html', {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><link rel="icon" href="data:,"><body><h1>Article</h1>${code}</body></html>`,
  });
  return stage.open({ url: `${stage.url()}article.html`, until: 'load' });
}

test('each way to share shows the view that was on screen', async () => {
  const { page } = await stage.open({ query: 'countries=RU', hash: VIEW });
  // What is pinned comes with a part of the script, also in a frame.
  await expect
    .poll(() => seenIn(page))
    .toMatchObject({ chosen: [CALL], scale: 'calendar', pinned: ['John Kerry', 'Sergey Lavrov'] });
  const seen = await seenIn(page);
  expect(seen.lanes.length).toBeGreaterThan(4);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const codes = {
    link: await codeOf(page, 'Link'),
    iframe: await codeOf(page, 'Iframe'),
    element: await codeOf(page, 'Element'),
    inline: await codeOf(page, 'Inline'),
  };

  const { page: linked } = await stage.open({ url: codes.link });
  await expect.poll(() => seenIn(linked), { message: 'the link' }).toEqual(seen);

  const { page: framed } = await openHost(
    codes.iframe.replace('width="100%" height="560"', 'width="1400" height="900"'),
  );
  const { window, ...rest } = seen;
  const ofEmbed = { ...rest, count: expect.anything(), scale: expect.anything() };
  await expect
    .poll(() => seenIn(framed.frameLocator('iframe')), { message: 'the iframe' })
    .toMatchObject({ window, ...ofEmbed });

  const { page: element } = await openHost(codes.element);
  await expect
    .poll(() => seenIn(element.frameLocator('diplomatic-timeline iframe')), { message: 'the element' })
    .toMatchObject({ window, ...ofEmbed });

  const { page: inline } = await openHost(codes.inline.replace('560px', '900px'));
  await expect.poll(() => seenIn(inline), { message: 'the inline code' }).toMatchObject({ window, ...rest });
}, 120_000);

test('a frame looks as the editor settled it', async () => {
  const { page } = await stage.open();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await codeOf(page, 'Iframe');
  await page.getByRole('tabpanel').getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  for (const name of ['title', 'overview', 'the dates'])
    await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('spinbutton', { name: 'Height in pixels' }).fill('700');
  await resize(page, { width: 390, height: 844 });
  const areWhole = () =>
    page
      .locator('.dt-share-ticks label')
      .evaluateAll((labels) =>
        labels.map(
          (label) => label.getBoundingClientRect().right <= label.closest('dialog')!.getBoundingClientRect().right,
        ),
      );
  await expect
    .poll(areWhole, { message: 'on a phone every box has its words beside it' })
    .toEqual(Array.from({ length: 11 }, () => true));
  const { page: host } = await openHost(await codeOf(page, 'Iframe'));
  const frame = host.frameLocator('iframe');
  await frame.locator('.dt-app[data-theme="dark"][data-range="locked"][data-timeline-parts]').waitFor();
  expect(await frame.locator('.dt-title, .dt-overview, .dt-brush').count()).toBe(0);
  expect(await host.locator('iframe').evaluate((element) => element.clientHeight)).toBe(700);
});

/** A file that a press of a button gave. */
async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), buttonIn(page, button).click()]);
  return { name: (download satisfies Download).suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const buttonIn = (page: Page, name: string) =>
  (page.frames().length > 1 ? page.frameLocator('iframe') : page).getByRole('button', { name, exact: true });

/** Width and height of a PNG, after its signature. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Share of a picture's pixels that aren't its ground, and how many colours there are. */
async function inkOf(page: Page, png: Buffer) {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.naturalWidth,
        height: image.naturalHeight,
      });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      return {
        share: pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length,
        colours: new Set(pixels).size,
      };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

describe('the picture', () => {
  test('is saved from a disk as SVG and as PNG of its size and twice it, with the events’ names', async () => {
    const { page } = await stage.open({
      url: pathToFileURL(join(root, 'dist/index.html')).href,
      query: 'countries=RU,US',
    });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const svg = await saved(page, 'SVG');
    expect(svg.name).toBe('syria-cessation-2016-1-jan-2014-27-feb-2016-countries-russia-or-united-states-8.svg');
    const text = svg.bytes.toString('utf8');
    const { page: plain } = await openHost('');
    const parsed = await plain.evaluate((markup) => {
      const picture = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
      return {
        tag: picture.localName,
        width: picture.getAttribute('width'),
        height: picture.getAttribute('height'),
        texts: picture.textContent ?? '',
        faults: picture.querySelectorAll('parsererror, script, style, image, foreignObject').length,
      };
    }, text);
    expect(parsed).toMatchObject({ tag: 'svg', width: '1440', faults: 0 });
    for (const id of [CALL, 'ev-joint-statement']) expect(parsed.texts).toContain(eventOf(id).label);
    expect(parsed.texts).toContain('Russia or United States');
    const once = await saved(page, 'PNG');
    const twice = await saved(page, 'PNG 2×');
    const [width, height] = sizeOf(once.bytes);
    expect([width, String(height), sizeOf(twice.bytes)]).toEqual([1440, parsed.height, [2 * width, 2 * height]]);
    const ink = await inkOf(page, once.bytes);
    expect(ink.share).toBeGreaterThan(0.02);
    expect(ink.colours).toBeGreaterThan(20);
  });

  test('is saved from a sandboxed frame, and what can’t be copied there is selected', async () => {
    const opened = await openHost(
      `<iframe src="${stage.url()}?embed=1" title="Timeline" width="1400" height="900" sandbox="allow-scripts allow-downloads"></iframe>`,
    );
    const { page: host } = opened;
    const frame = host.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Share', exact: true }).click();
    const link = frame.getByRole('textbox', { name: 'Link to this view' });
    expect(await link.inputValue()).toBe(stage.url());
    await frame.getByRole('button', { name: 'Copy link' }).click();
    await frame.getByText('The browser did not allow copying.').first().waitFor();
    // The browser's own word for it; nothing that a page could keep it from saying.
    await forgive(opened, [/Clipboard API has been blocked/]);
    await expect
      .poll(() =>
        link.evaluate((field: HTMLTextAreaElement) => [
          document.activeElement === field,
          field.selectionStart,
          field.selectionEnd === field.value.length,
        ]),
      )
      .toEqual([true, 0, true]);
    const png = await saved(host, 'PNG');
    expect(sizeOf(png.bytes)[0]).toBe(1400);
    expect((await inkOf(host, png.bytes)).colours).toBeGreaterThan(20);
  });
});

test('the keyboard stays in the dialog, Esc closes it and gives the focus back', async () => {
  const { page } = await stage.open();
  const button = page.getByRole('button', { name: 'Share', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await dialog.waitFor();
  const places = new Set<string>();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    places.add(
      await page.evaluate(() =>
        document.activeElement === document.body
          ? 'browser'
          : document.activeElement?.closest('dialog') === null
            ? 'page'
            : 'dialog',
      ),
    );
  }
  expect(places).not.toContain('page');
  expect(places).toContain('dialog');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});
