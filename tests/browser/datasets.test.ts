import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgive, goToHash, useStage, whatAndWhy } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { serve } from '../support/serve';
import type { Answer, Served } from '../support/serve';

const stage = useStage();
const root = resolve(import.meta.dirname, '../..');
const report = shipped('syria-cessation-2016');
const years = shipped('syria-diplomacy-2011-2016');
const together = new Set([...report.events, ...years.events]).size;
const both = `set=${report.id},${years.id}`;

function shipped(id: string) {
  const { title, events } = JSON.parse(readFileSync(resolve(root, `data/${id}.json`), 'utf8')) as {
    title: string;
    events: { id: string }[];
  };
  return { id, title, events: events.map((event) => event.id) };
}

const all = (n: number) => `${n} of ${n} events`;

const FRAME = `<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="./index.html" width="1400" height="860"></iframe>`;
const files = new Map<string, Answer>([['frame.html', { body: FRAME }]]);
let folder: Served;
beforeAll(async () => {
  folder = await serve({ base: '/a/b/c/', overrides: files });
});
afterAll(() => folder.close());

type Place = Page | Frame;
const title = (place: Place) => place.locator('.dt-title h1').getByRole('button');
const count = (place: Place) => place.locator('.dt-event-count').textContent();

async function choose(place: Place, name: string): Promise<void> {
  await title(place).click();
  await place.getByRole('menuitemradio', { name }).click();
}

/** Whether the page shows these events, and its chart or list has come to rest. */
async function shows(place: Place, n: number): Promise<void> {
  await expect.poll(() => count(place)).toBe(all(n));
  await place.locator('.dt-chart[data-settled="yes"], .dt-list').first().waitFor({ state: 'attached' });
}

/** Whether the hash of the address is this, soon. */
async function leadsTo(page: Page, hash: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).hash).toBe(hash);
}

describe('the other dataset, and both together, are a choice away', () => {
  // tests/browser/hosting.test.ts switches in every place, but doesn't go back.
  test.each(
    sliceOf(
      [
        ['from a server', () => stage.url()],
        ['from a folder of one', () => folder.url],
        ['from a disk', () => pathToFileURL(resolve(root, 'dist/index.html')).href],
      ] as const,
      2,
    ),
  )('%s; the address follows, and Back goes back', async (_place, url) => {
    const { page } = await stage.open({ url: url() });
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').first().getAttribute('content')).toContain(
      'require-trusted-types-for',
    );
    expect(await title(page).innerText()).toBe(report.title);
    await choose(page, years.title);
    await shows(page, years.events.length);
    expect(await title(page).innerText()).toBe(years.title);
    await leadsTo(page, `#set=${years.id}`);
    await choose(page, 'Both together');
    await shows(page, together);
    await leadsTo(page, `#${both}`);
    await choose(page, report.title);
    await shows(page, report.events.length);
    await leadsTo(page, '');
    for (const [n, hash] of [
      [together, `#${both}`],
      [years.events.length, `#set=${years.id}`],
      [report.events.length, ''],
    ] as const) {
      await page.goBack();
      await shows(page, n);
      await leadsTo(page, hash);
    }
    await page.goForward();
    await shows(page, years.events.length);
    await page.reload();
    await shows(page, years.events.length);
  });

  test('in a sandboxed frame, which leaves the history of the page around it alone', async () => {
    const { page } = await stage.open({ url: `${folder.url}frame.html`, until: 'load' });
    const frame = page.frames().find((each) => each !== page.mainFrame())!;
    await shows(frame, report.events.length);
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    const before = await page.evaluate(() => history.length);
    await choose(frame, years.title);
    await shows(frame, years.events.length);
    await choose(frame, 'Both together');
    await shows(frame, together);
    await choose(frame, report.title);
    await shows(frame, report.events.length);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(new URL(frame.url()).hash).toBe('');
  });
});

describe('the address', () => {
  test('of both, with an event that only one has, opens as it was copied', async () => {
    const { page } = await stage.open({
      hash: `${both}&event=ev-lavrov-kerry-call&countries=FR`,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await expect.poll(() => count(page)).toMatch(new RegExp(`of ${together} events`));
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied', { exact: true }).first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(both);
    const { page: other } = await stage.open({ url: link });
    await expect.poll(() => count(other)).toBe(await count(page));
    await other
      .getByRole('complementary', { name: 'Details' })
      .getByRole('heading', { name: 'Lavrov' })
      .first()
      .waitFor();
  });

  test('the author’s choice stands in the query, the reader’s in the hash before it', async () => {
    const { page } = await stage.open({ query: `set=${years.id}` });
    await shows(page, years.events.length);
    await choose(page, report.title);
    await shows(page, report.events.length);
    await leadsTo(page, `#set=${report.id}`);
    await goToHash(page, both);
    await shows(page, together);
  });

  test('keeps an event that both have, and the filter, when the dataset changes', async () => {
    const { page } = await stage.open({ hash: 'event=ev-joint-statement&countries=RU&view=list' });
    await choose(page, years.title);
    await expect.poll(() => count(page)).toMatch(new RegExp(`of ${years.events.length} events`));
    await leadsTo(page, `#set=${years.id}&countries=RU&event=ev-joint-statement&view=list`);
  });

  test('an unknown dataset is named, and the page’s own is there', async () => {
    const { page, state } = await stage.open({ hash: 'set=no-such-set' });
    expect(state).toBe('ready');
    await shows(page, report.events.length);
    expect(await (await whatAndWhy(page)).innerText()).toContain('no-such-set');
  });
});

test('a dataset whose script is missing is told of, and comes once it is there', async () => {
  files.set(`data/${years.id}.js`, { status: 404 });
  const opened = await stage.open({ url: folder.url });
  const { page } = opened;
  await choose(page, years.title);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(
    new RegExp(`“data/${years.id}\\.js” is not there[\\s\\S]*What was on screen before is still here`),
  );
  await shows(page, report.events.length);
  // The browser reports the answer, and that it didn’t read it.
  await forgive(opened, [
    /^request failed: .*\.js \(404\)$/,
    /^request failed: .*\.js \(net::ERR_ABORTED\)$/,
    /^console\.error: Failed to load resource.* 404/,
  ]);
  files.delete(`data/${years.id}.js`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await shows(page, years.events.length);
});

describe('the menu', () => {
  const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  test.each(
    sliceOf(
      [
        [1440, 900, 'light', false],
        [1440, 900, 'dark', false],
        [768, 1000, 'light', true],
        [390, 844, 'light', true],
        [390, 844, 'dark', true],
      ] as const,
      2,
    ),
  )(
    'fits at %i x %i, %s (touch: %s), clips no word, and axe has nothing serious to say',
    async (width, height, colorScheme, touch) => {
      const { page } = await stage.open({
        viewport: { width, height },
        colorScheme,
        context: { hasTouch: touch, isMobile: touch },
      });
      if (touch) await title(page).tap();
      else await title(page).click();
      await page.getByRole('menuitemradio').first().waitFor();
      // Its place follows what is in it.
      const faults = () =>
        page.getByRole('menu').evaluate(
          (menu, [across, down, least]) =>
            [menu, ...menu.querySelectorAll<HTMLElement>('[role^="menuitem"], .dt-sets-name, .dt-sets-detail')].flatMap(
              (element) => {
                const { left, right, top, bottom } = element.getBoundingClientRect();
                const isItem = element.role?.startsWith('menuitem') ?? false;
                const isOut = left < 0 || right > across || bottom > down;
                const isClipped = element.scrollWidth > element.clientWidth + 1;
                const isLow = isItem && bottom - top < least;
                return isOut || isClipped || isLow
                  ? [{ element: element.outerHTML, left, right, top, bottom, isClipped }]
                  : [];
              },
            ),
          [width, height, touch ? 44 : 0] as const,
        );
      await expect.poll(faults).toEqual([]);
      const button = (await title(page).boundingBox())!;
      if (touch) expect(button.height).toBeGreaterThanOrEqual(44);
      // From outside the page, where its policy has no say.
      await page.evaluate(axeSource);
      const violations = JSON.parse(
        await page.evaluate<string>(
          'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations))',
        ),
      ) as AxeResults['violations'];
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
      ).toEqual([]);
    },
  );

  test('works by keys alone, and gives the focus back to the title', async () => {
    const { page } = await stage.open();
    await title(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.dt-sets-item:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitemradio', { name: years.title }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await shows(page, years.events.length);
    await expect.poll(() => title(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.dt-sets-item:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expect.poll(() => title(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });
});
