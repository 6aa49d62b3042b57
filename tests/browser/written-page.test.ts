import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { resize } from '../support/browser-gestures';
import { forgive, useStage } from '../support/browser-timeline';

const stage = useStage();
const root = resolve(import.meta.dirname, '../..');

interface Told {
  readonly title: string;
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly participants: readonly { readonly actor: string }[];
    readonly evidence?: readonly { readonly source: string }[];
  }[];
  readonly actors: readonly { readonly id: string; readonly label: string }[];
  readonly sources: readonly { readonly id: string; readonly publisher: string }[];
}

const told = (id: string) => JSON.parse(readFileSync(resolve(root, `data/${id}.json`), 'utf8')) as Told;
const OWN = told('syria-cessation-2016');
const FURTHER = told('syria-diplomacy-2011-2016');

const SIZES = [
  [1440, 900],
  [768, 1024],
  [390, 844],
] as const;

/** What a reader sees of each event: text that is rendered, not only there. */
async function readEvents(page: Page, within: string): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await page
      .locator(`${within} [data-event]`)
      .evaluateAll((items) =>
        items.map((item) => [item.getAttribute('data-event') ?? '', (item as HTMLElement).innerText] as const),
      ),
  );
}

function expectWhole(read: ReadonlyMap<string, string>, { events, actors, sources }: Told): void {
  expect(read.size).toBe(events.length);
  for (const event of events) {
    const text = read.get(event.id);
    expect(text, event.id).toContain(event.title);
    for (const { actor } of event.participants) expect(text).toContain(actors.find(({ id }) => id === actor)!.label);
    for (const { source } of event.evidence ?? [])
      expect(text).toContain(sources.find(({ id }) => id === source)!.publisher);
    expect(text).toContain('Who says so');
  }
}

/** Elements that reach beyond the page's width; none may. */
async function tooWide(page: Page, within: string): Promise<readonly string[]> {
  return page
    .locator(within)
    .first()
    .evaluate((block) => {
      const widthPx = document.documentElement.clientWidth;
      const wide = [...block.querySelectorAll('*')]
        .filter((element) => element.closest('svg') === null || element.localName === 'svg')
        .filter((element) => element.getBoundingClientRect().right > widthPx + 1)
        .map((element) => `${element.localName}.${element.className}`);
      return document.documentElement.scrollWidth > widthPx
        ? [`page ${document.documentElement.scrollWidth}`, ...wide]
        : wide;
    });
}

describe('without scripts', () => {
  test.each([
    ['', OWN],
    ['data/syria-diplomacy-2011-2016.html', FURTHER],
  ] as const)(
    '/%s: every event is readable with its actors and sources, the picture is there, at every size and in both themes',
    async (path, data) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await stage.open({
          url: `${stage.url()}${path}`,
          until: 'load',
          colorScheme,
          context: { javaScriptEnabled: false },
        });
        for (const [width, height] of SIZES) {
          await resize(page, { width, height });
          const picture = page.locator('.dt-written-picture > svg').filter({ visible: true });
          await expect.poll(() => picture.count()).toBe(1);
          await expect
            .poll(async () => (await picture.boundingBox())!.width)
            .toBeGreaterThan(Math.min(width, 1200) - 60);
          expect((await picture.boundingBox())!.height).toBeGreaterThan(300);
          await expect.poll(() => tooWide(page, '.dt-written')).toEqual([]);
        }
        expectWhole(await readEvents(page, '.dt-written'), data);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(data.title);
        expect(await page.locator('.dt-written').evaluate((block) => getComputedStyle(block).backgroundColor)).toBe(
          colorScheme === 'light' ? 'rgb(252, 252, 250)' : 'rgb(20, 23, 27)',
        );
        expect(
          await page
            .locator('.dt-written-picture svg text')
            .first()
            .evaluate((text) => getComputedStyle(text).fill),
        ).toBe(colorScheme === 'light' ? 'rgb(26, 30, 35)' : 'rgb(236, 238, 240)');
      }
    },
  );

  test('the page says what doesn’t work, and leads to the other set and back', async () => {
    const { page } = await stage.open({ until: 'load', context: { javaScriptEnabled: false } });
    expect(await page.locator('.dt-written-note').innerText()).toContain(
      'need JavaScript, which is off in this browser',
    );
    await page.getByRole('link', { name: `${FURTHER.title}, ${FURTHER.events.length} events` }).click();
    await page.getByRole('heading', { level: 1, name: FURTHER.title }).waitFor();
    expect(await page.getByRole('link', { name: 'Open it as an interactive timeline' }).getAttribute('href')).toBe(
      '../index.html?set=syria-diplomacy-2011-2016',
    );
  });
});

describe('with scripts', () => {
  test('the timeline takes the written page’s place; its data block breaks no policy', async () => {
    const { page } = await stage.open();
    expect(await page.locator('#timeline > .dt-written').count()).toBe(0);
    expect(
      JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!)['@graph'][1].numberOfItems,
    ).toBe(OWN.events.length);
  });

  test('it stays where the app doesn’t come', async () => {
    const served = await stage.serve({
      overrides: new Map(
        [...readFileSync(resolve(root, 'dist/index.html'), 'utf8').matchAll(/<script src="\.\/(assets[^"]+)"/g)].map(
          ([, name]) => [name!, { status: 404 }],
        ),
      ),
    });
    const opened = await stage.open({ url: served.url, until: 'load' });
    expectWhole(await readEvents(opened.page, '.dt-written'), OWN);
    await forgive(opened, [
      /request failed: .* \((?:404|net::ERR_ABORTED)\)/,
      /console\.error: (?:Failed to load resource|Refused to execute)/,
      /page error: .*could not be loaded/,
    ]);
  });

  test('it stays under a message where the page’s own data can’t be read', async () => {
    const html = readFileSync(resolve(root, 'dist/index.html'), 'utf8')
      .replace(/(<script type="application\/json" id="default-dataset">)[^<]*/, '$1[1, 2, 3]')
      .replace(/<template id="shipped-datasets"[\s\S]*?<\/template>/, '');
    const served = await stage.serve({ overrides: new Map([['', { body: html, type: 'text/html; charset=utf-8' }]]) });
    const { page, state } = await stage.open({ url: served.url });
    expect(state).toBe('failed');
    await page.getByRole('alert').waitFor();
    await page.locator('.dt-kept').waitFor();
    expectWhole(await readEvents(page, '.dt-written'), OWN);
    await expect.poll(async () => (await page.locator('.dt-kept').boundingBox())!.y).toBeLessThan(400);
  });
});

/** Sheets of a document, and their size in points. */
function sheetsOf(pdf: Buffer): { readonly count: number; readonly size: readonly number[] } {
  const text = pdf.toString('latin1');
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text);
  return {
    count: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    size: box === null ? [] : [Number(box[1]), Number(box[2])],
  };
}

describe('on paper', () => {
  test('the view as filtered: picture, the events that pass, sources; light, nothing wider than the sheet', async () => {
    const { page } = await stage.open({ query: 'tones=conflict', colorScheme: 'dark' });
    await page.locator('.dt-print > *').first().waitFor({ state: 'attached' });
    expect(await page.locator('.dt-print').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    // A4 and Letter between their margins, CSS px.
    for (const width of [703, 725]) {
      await resize(page, { width, height: 1000 });
      await expect.poll(() => tooWide(page, '.dt-print')).toEqual([]);
      const picture = page.locator('.dt-print img');
      await expect.poll(async () => Math.round((await picture.boundingBox())!.width)).toBe(width);
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
        .toBe(true);
    }
    await expect.poll(async () => (await readEvents(page, '.dt-print')).size).toBe(4);
    expect(await page.locator('.dt-print').innerText()).toContain('4 of 11 events · Tone: conflict');
    await page.locator('.dt-header').waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.locator('.dt-print h1').evaluate((title) => getComputedStyle(title).color))
      .toBe('rgb(26, 30, 35)');
  });

  test.each([
    ['', OWN, 4, 12],
    ['set=syria-diplomacy-2011-2016', FURTHER, 15, 40],
  ] as const)('A4 and Letter hold all events of “%s”', async (query, data, least, most) => {
    const { page } = await stage.open({ query });
    await page.locator('.dt-print > *').first().waitFor({ state: 'attached' });
    for (const [format, size] of [
      ['A4', [595, 842]],
      ['Letter', [612, 792]],
    ] as const) {
      const sheets = sheetsOf(await page.pdf({ format }));
      expect(sheets.size.map(Math.floor), format).toEqual(size.map((side) => expect.closeTo(side, -1)));
      expect(sheets.count).toBeGreaterThanOrEqual(least);
      expect(sheets.count).toBeLessThanOrEqual(most);
    }
    await page.emulateMedia({ media: 'print' });
    await page.locator('.dt-print').waitFor();
    expectWhole(await readEvents(page, '.dt-print'), data);
  });

  test('the written page prints as itself, without a script', async () => {
    const opened = await stage.open({ until: 'load', context: { javaScriptEnabled: false } });
    const { page } = opened;
    expect(sheetsOf(await page.pdf({ format: 'A4' })).count).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    await resize(page, { width: 703, height: 1000 });
    await expect.poll(() => tooWide(page, '.dt-written')).toEqual([]);
    await expect.poll(() => page.locator('.dt-written-picture > svg').filter({ visible: true }).count()).toBe(1);
  });
});
