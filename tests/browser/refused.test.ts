import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { forgive, useStage } from '../support/browser-timeline';
import type { OpenedTimeline } from '../support/page';
import type { Served } from '../support/serve';

/*
 * Hosts that send policies of their own, or say another encoding than the page has: what they stop is done without, and
 * where nothing can be done the written page says so and can be read.
 */

const stage = useStage();
const dist = resolve(import.meta.dirname, '../../dist');

function serveWith(headers: Readonly<Record<string, string>>): Promise<Served> {
  return stage.serve({ headersOf: (name) => (name === '' || name.endsWith('.html') ? headers : {}) });
}

/** What was refused, by the policy's directive: all of it, and nothing besides; forgiven. */
async function refuses(opened: OpenedTimeline, directives: readonly string[], more: readonly RegExp[] = []) {
  await forgive(opened, [/^console\.error: .*(?:Content Security Policy|base URI)/, ...more]);
  const breached = await opened.page.evaluate(() =>
    (globalThis as unknown as { __violations: string[] }).__violations.splice(0),
  );
  expect([...new Set(breached.map((breach) => /: ([\w-]+) blocked/.exec(breach)?.[1]))].toSorted()).toEqual(directives);
}

/** Colours of the written picture as they come out: of its ground, and of the first words on it. */
function pictureColours(page: Page): Promise<readonly string[]> {
  return page
    .locator('.dt-written-picture svg')
    .filter({ visible: true })
    .evaluate((svg) =>
      [svg.querySelector('rect')!, svg.querySelector('text')!].map((each) => getComputedStyle(each).fill),
    );
}

describe('a host that refuses', () => {
  test('styles in a page: the script lays the same style on', async () => {
    const [plain, refusing] = [await serveWith({}), await serveWith({ 'content-security-policy': "style-src 'self'" })];
    const looks = async (url: string) => {
      const opened = await stage.open({ url });
      const boxes = await opened.page
        .locator('.dt-plot, .dt-toolbar button, .dt-legend')
        .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
      expect(opened.state).toBe('ready');
      return { opened, boxes };
    };
    const expected = await looks(plain.url);
    const { opened, boxes } = await looks(refusing.url);
    expect(boxes).toEqual(expected.boxes);
    expect(boxes.length).toBeGreaterThan(5);
    await refuses(opened, ['style-src-elem']);
  });

  test.each([
    ['scripts in a page', "script-src 'self'", 'rgb(252, 252, 250)'],
    ['scripts and styles in a page, as most do', "default-src 'self'", undefined],
  ] as const)(
    '%s: all is written, one picture has its colours, and a line leads to the page itself',
    async (_, policy, ground) => {
      const served = await serveWith({ 'content-security-policy': policy });
      const opened = await stage.open({ url: served.url, until: 'load' });
      const { page } = opened;
      expect(await page.locator('.dt-written [data-event]').filter({ visible: true }).count()).toBe(11);
      expect(await pictureColours(page)).toEqual(['rgb(252, 252, 250)', 'rgb(26, 30, 35)']);
      expect(await page.locator('.dt-written').evaluate((block) => getComputedStyle(block).backgroundColor)).toBe(
        ground ?? 'rgba(0, 0, 0, 0)',
      );
      await page.getByText('has not let all of it through').waitFor();
      const link = page.getByRole('link', { name: 'Open it as an interactive timeline' });
      expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual(['./index.html', '_blank']);
      // Shapes, not blots or nothing: drawn in the colour of the words around them.
      const unseen = await page.locator('.dt-written .dt-shape path').evaluateAll(
        (paths) =>
          paths.filter((path) => {
            const { fill, stroke } = getComputedStyle(path);
            return fill === 'none' && stroke === 'none';
          }).length,
      );
      expect(unseen).toBe(0);
      await refuses(opened, ground === undefined ? ['script-src-elem', 'style-src-elem'] : ['script-src-elem']);
    },
  );
});

test.each(['text/html; charset=iso-8859-1', 'text/html; charset=windows-1251'])(
  'a page that is sent as %s has script, style and other languages’ words all the same',
  async (type) => {
    // As servers do that name no encoding of scripts.
    const served = await stage.serve({
      headersOf: (name): Record<string, string> =>
        name === '' ? { 'content-type': type } : name.endsWith('.js') ? { 'content-type': 'text/javascript' } : {},
    });
    const { page, state } = await stage.open({ url: `${served.url}?lang=ru` });
    expect(state).toBe('ready');
    await page.getByRole('button', { name: 'Список', exact: true }).waitFor();
  },
);

test('a sandbox that no link opens from, as WordPress puts around frames: addresses of sources can be read and copied', async () => {
  const inside = await stage.serve();
  const host = await stage.serve({
    overrides: new Map([
      [
        '',
        {
          type: 'text/html; charset=utf-8',
          body: `<!doctype html><title>Post</title><link rel="icon" href="data:,"><iframe src="${inside.url}?embed=1&event=ev-russian-strikes" title="Timeline" width="1300" height="800" sandbox="allow-scripts" security="restricted"></iframe>`,
        },
      ],
    ]),
  });
  const { sources } = JSON.parse(readFileSync(resolve(dist, 'data/syria-cessation-2016.json'), 'utf8')) as {
    sources: readonly { readonly url?: string }[];
  };
  const { url } = sources.find((source) => source.url?.includes('breaking') === true)!;
  const opened = await stage.open({ url: host.url, until: 'load' });
  const panel = opened.page.frameLocator('iframe').locator('.dt-panel');
  await expect.poll(() => panel.innerText()).toContain(url!);
  const { scrollWidth, clientWidth } = await panel.evaluate((element) => ({
    scrollWidth: element.scrollWidth,
    clientWidth: element.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  expect(opened.complaints.every((each) => each.startsWith('request to another host: http://127.0.0.1'))).toBe(true);
  (opened.complaints as string[]).length = 0;
});

test('what isn’t the build’s is never loaded, however it came to stand in the page', async () => {
  // Markup of others that the build failed to escape, as bad as it can be: in the picture's words, before the dataset.
  const smuggled = [
    '<script>document.title="ran"</script>',
    '<script src="./evil.js"></script>',
    '<img src="x:" onerror="document.title=\'ran\'">',
    '<template id="script-parts"><script src="./evil.js" data-part="./ShareDialog"></script></template>',
    '<template id="shipped-datasets" data-own="syria-cessation-2016"><script src="./evil.js" data-id="syria-diplomacy-2011-2016" data-title="Evil" data-events="1"></script></template>',
    '<style>body{display:none}</style>',
    '<base href="https://evil.example/">',
  ].join('');
  const html = readFileSync(resolve(dist, 'index.html'), 'utf8').replace('<div id="timeline">', `${smuggled}$&`);
  const asked: string[] = [];
  const served = await stage.serve({
    onAsked: (name) => asked.push(name),
    overrides: new Map([
      ['', { body: html, type: 'text/html; charset=utf-8' }],
      ['evil.js', { body: 'document.title="ran"' }],
    ]),
  });
  const opened = await stage.open({ url: `${served.url}?set=syria-diplomacy-2011-2016`, until: 'load' });
  const { page } = opened;
  // The set is one whose address was exchanged.
  await page.getByRole('alert').filter({ hasText: 'evil.js' }).waitFor();
  expect(asked).not.toContain('evil.js');
  expect(await page.title()).not.toBe('ran');
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('block');
  await refuses(
    opened,
    ['base-uri', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
    [/request to another host: x:/, /request failed: x:/, /request failed: .*evil\.js \(csp\)/],
  );
});
