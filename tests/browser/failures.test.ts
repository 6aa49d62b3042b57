import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventOf } from '../support/browser-oracle';
import { forgive, labelled, readChart, useStage, whatAndWhy } from '../support/browser-timeline';
import type { Answer } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const whole = readFileSync(resolve(root, 'data/syria-cessation-2016.json'), 'utf8');
const halfBad = readFileSync(resolve(root, 'tests/fixtures/half-bad.json'), 'utf8');

const NO_EVENTS = JSON.stringify({
  schemaVersion: '1.0',
  id: 't',
  title: 'T',
  events: [{ id: 'a', title: 'A', date: 'soon', participants: ['x'] }],
});
const files = new Map<string, Answer>([
  ['cut-short.json', { body: whole.slice(0, 300) }],
  ['truncated.json', { body: whole.slice(0, whole.length / 2) }],
  ['words.json', { body: 'Dear reader, this is no data.' }],
  ['newer.json', { body: whole.replace('"schemaVersion": "1.0"', '"schemaVersion": "9.0"') }],
  ['none.json', { body: NO_EVENTS }],
  ['list.json', { body: '[1, 2, 3]' }],
  ['half-bad.json', { body: halfBad }],
]);
const stage = useStage(files);

const failure = (page: Page) => page.getByRole('alert');

describe('a dataset that can’t be used', () => {
  test.each([
    ['cut-short.json', ['“cut-short.json” is not valid JSON', 'line 6', 'Mend the file']],
    ['words.json', ['“words.json” is not valid JSON', 'line 1, column 1']],
    ['newer.json', ['“newer.json” is written in a newer version', 'version 9.0', 'reads version 1']],
    ['none.json', ['“none.json” holds no event that can be shown', 'the only event can’t be used']],
    ['list.json', ['“list.json” is JSON, but not a timeline data set']],
  ])('%s: the page says which file, what is wrong and what to do', async (name, words) => {
    const { page, state } = await stage.open({ query: `data=${name}` });
    expect(state).toBe('failed');
    const said = await failure(page).innerText();
    for (const word of words) expect(said).toContain(word);
    expect(await page.locator('.dt-chart').count()).toBe(0);
  });

  test('that is missing can be asked for again, and is shown once it is there', async () => {
    const opened = await stage.open({ query: 'data=missing.json' });
    const { page } = opened;
    expect(opened.state).toBe('failed');
    expect(await failure(page).innerText()).toMatch(/The file “missing\.json” is not there\.[\s\S]*HTTP 404/);
    files.set('missing.json', { body: whole });
    await page.getByRole('button', { name: 'Try again' }).click();
    await labelled(page, 'ev-lavrov-kerry-call').waitFor();
    await failure(page).waitFor({ state: 'detached' });
    files.delete('missing.json');
    // The browser itself writes both lines for any 404.
    await forgive(opened, [
      /^request failed: .*missing\.json \(404\)$/,
      /^console\.error: Failed to load resource.* 404/,
    ]);
  });

  test('from another host is refused without being asked for', async () => {
    const { page, state } = await stage.open({ query: 'data=https://example.com/data.json' });
    expect(state).toBe('failed');
    const said = await failure(page).innerText();
    expect(said).toContain('“https://example.com/data.json” can’t be loaded by this page');
    expect(said).toContain('Only files on this page’s own host');
  });

  test('only in part shows what is good, and every row of what was left out', async () => {
    const { page, state } = await stage.open({ query: 'data=half-bad.json' });
    expect(state).toBe('ready');
    expect(await page.locator('.dt-event-count').textContent()).toBe('3 of 3 events');
    const { targets } = await readChart(page);
    expect(new Set(targets.flatMap(({ rows }) => rows))).toEqual(new Set([0, 1, 2]));
    const notice = page.getByRole('region', { name: /3 of 6 events were left out/ });
    const rows = await (await whatAndWhy(notice)).getByRole('row').allTextContents();
    const told = (...words: string[]) => rows.some((row) => words.every((word) => row.includes(word)));
    expect(told('e2', 'date', 'soon', 'left out')).toBe(true);
    expect(told('e4', 'title', 'left out')).toBe(true);
    expect(told('e6', 'title', '7', 'left out')).toBe(true);
    expect(told('e5', 'type', 'summit', 'field not used')).toBe(true);
  });

  test('cut off in the middle shows what came before, and says that the rest is missing', async () => {
    const { page, state } = await stage.open({ query: 'data=truncated.json' });
    expect(state).toBe('ready');
    expect((await readChart(page)).targets.length).toBeGreaterThan(0);
    const notice = page.getByRole('region', { name: /ends early/ });
    await whatAndWhy(notice);
    expect(await notice.innerText()).toContain('The file ends early');
    expect(await notice.innerText()).toContain('it ends here, and what came after is missing');
  });

  test('among the shipped ones is named, and the page’s own is shown', async () => {
    const { page, state } = await stage.open({ query: 'set=no-such-set' });
    expect(state).toBe('ready');
    const notice = page.getByRole('region', { name: /could not be used/ });
    expect(await (await whatAndWhy(notice)).innerText()).toContain('no-such-set');
    expect(await page.locator('.dt-event-count').textContent()).toBe('11 of 11 events');
  });
});

describe('a part that throws', () => {
  test('takes only itself along: the chart says so, the list opens, and the chart comes back once it can', async () => {
    const opened = await stage.open({ context: { reducedMotion: 'reduce' } });
    const { page } = opened;
    // Closer in, the axis has hours to write, whose widths it hasn't measured before.
    await page.evaluate(() => {
      const { measureText } = CanvasRenderingContext2D.prototype;
      Object.assign(globalThis, { mend: () => Object.assign(CanvasRenderingContext2D.prototype, { measureText }) });
      CanvasRenderingContext2D.prototype.measureText = () => {
        throw new Error('measuring broke');
      };
    });
    const broken = page.getByRole('alert').filter({ hasText: 'This part failed: the chart.' });
    await expect
      .poll(async () => {
        if ((await broken.count()) === 0) await page.getByRole('button', { name: 'Zoom in' }).click();
        return broken.count();
      })
      .toBe(1);
    await broken.getByText('Technical detail').click();
    expect(await broken.innerText()).toContain('measuring broke');
    expect(await page.getByText('The list still holds every event.').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Open the list' }).click();
    await expect.poll(() => page.locator('.dt-list .dt-event-link').count()).toBe(11);
    await page
      .locator('.dt-list')
      .getByRole('button', { name: eventOf('ev-lavrov-kerry-call').title })
      .click();
    await page
      .getByRole('complementary')
      .getByRole('heading', { name: eventOf('ev-lavrov-kerry-call').title })
      .waitFor();

    await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await page.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"][aria-current="true"]').first().waitFor();
    expect(await broken.count()).toBe(0);
    await forgive(opened, [/measuring broke/]);
  });

  test('from the very start leaves the list within reach', async () => {
    const opened = await stage.open({
      until: 'load',
      beforeScripts: () => {
        CanvasRenderingContext2D.prototype.measureText = () => {
          throw new Error('measuring broke');
        };
      },
    });
    const { page } = opened;
    await page.getByRole('alert').filter({ hasText: 'This part failed' }).first().waitFor();
    await page
      .getByRole('button', { name: /^(Open the list|List)$/ })
      .first()
      .click();
    // The list comes as a part of its own.
    await expect.poll(() => page.locator('.dt-list .dt-event-link').count()).toBe(11);
    await forgive(opened, [/measuring broke/]);
  });
});

describe('a browser that refuses', () => {
  test('storage: the page works all the same', async () => {
    const { page, state } = await stage.open({
      beforeScripts: () => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
          Object.defineProperty(globalThis, name, {
            get: () => {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        }
      },
    });
    expect(state).toBe('ready');
    await expect(page.evaluate(() => localStorage.length)).rejects.toThrow('denied');
    await labelled(page, 'ev-lavrov-kerry-call').click();
    await page.getByRole('heading', { name: eventOf('ev-lavrov-kerry-call').title }).waitFor();
  });

  test('fetching, from a file: the page draws, filters and shows an event', async () => {
    const { page } = await stage.open({ url: pathToFileURL(resolve(root, 'dist/index.html')).href });
    await labelled(page, 'ev-lavrov-kerry-call').click();
    await page.getByRole('heading', { name: eventOf('ev-lavrov-kerry-call').title }).waitFor();
    await page.getByRole('button', { name: /^Countries/ }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Russia', exact: true }).check();
    await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('6 of 11 events');
    await expect.poll(() => page.url()).toContain('countries=RU');
  });

  test('a file asked for from a file: says that this can’t be', async () => {
    const { page, state } = await stage.open({
      url: pathToFileURL(resolve(root, 'dist/index.html')).href,
      query: 'data=other.json',
    });
    expect(state).toBe('failed');
    expect(await failure(page).innerText()).toContain(
      '“other.json” can’t be loaded by a page that is opened like this',
    );
  });
});
