import { readFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isFull, sliceOf } from '../support/full';
import { useStage } from '../support/browser-timeline';
import { pageScript } from '../support/mount-page';
import { serve } from '../support/serve';
import type { Answer, Served } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const article = readFileSync(join(root, 'data/syria-cessation-2016.json'), 'utf8');
const CALL = '.dt-mark-button[data-event="ev-lavrov-kerry-call"]';

/** A page as strict as they get: scripts by nonce alone, no style but by nonce, and no text becomes code. */
const NONCE_POLICY =
  "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; img-src data:; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const page = (script: string, body = '<div id="timeline"></div>', policy = "script-src 'self'; style-src 'self'") =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,"><meta http-equiv="Content-Security-Policy" content="${policy}">${script}<body><h1>Ours</h1>${body}</body></html>`;

const stage = useStage();
const overrides = new Map<string, Answer>();
let served: Served;
beforeAll(async () => {
  overrides.set('calls.json', { body: article });
  served = await serve({ root: join(root, 'dist-lib'), overrides });
}, 60_000);
afterAll(() => served?.close());

async function open(name: string): Promise<Page> {
  return (await stage.open({ url: `${served.url}${name}`, until: 'load' })).page;
}

describe.each(sliceOf([18, 19] as const, 2))('in a page of React %s', (react) => {
  const name = `react-${react}.js`;
  const props = `{ dataset: ${JSON.stringify(article)}, group: 'actor', countries: ['RU'] }`;
  const component = `
    import { StrictMode, createElement, version } from 'react'; import { createRoot, hydrateRoot } from 'react-dom/client';
    import { DiplomaticTimeline } from '${root}/dist-lib/react.js';
    const place = document.querySelector('#timeline');
    document.body.dataset.react = version;
    const content = createElement(StrictMode, null, createElement(DiplomaticTimeline, { ...${props}, onSelect: (id) => { document.body.dataset.chosen = id ?? ''; } }));
    const page = place.firstChild === null ? createRoot(place) : hydrateRoot(place, content);
    if (place.firstChild === null) page.render(content);
    globalThis.leave = () => page.unmount();`;
  beforeAll(async () => overrides.set(name, { body: await pageScript(component, react) }), 60_000);

  test('the component is shown under StrictMode, follows the reader, and leaves nothing behind', async () => {
    overrides.set('app.html', { body: page(`<script defer src="./${name}"></script>`) });
    const host = await open('app.html');
    await host.locator(CALL).first().click();
    await host.locator('body[data-chosen="ev-lavrov-kerry-call"]').waitFor();
    expect(await host.locator('body').getAttribute('data-react')).toMatch(new RegExp(`^${react}\\.`));
    expect(await host.locator('.dt-app').count()).toBe(1);
    await host.evaluate(() => (globalThis as unknown as { leave: () => void }).leave());
    await expect.poll(() => host.locator('#timeline').evaluate((element) => element.childNodes.length)).toBe(0);
  });

  test('what a server has written is taken over without a warning, and stands until the chart is painted', async () => {
    const written = renderOnServer(react, props);
    expect(written.includes('<svg ')).toBe(true);
    overrides.set('written.html', {
      body: page(
        `<script defer src="./${name}"></script>`,
        `<div id="timeline">${written}</div>`,
        "script-src 'self'; style-src 'self' 'unsafe-inline'",
      ),
    });
    const host = await open('written.html');
    await host.locator('.dt-chart[data-settled="yes"]').waitFor();
    await expect.poll(() => host.locator('#timeline svg[aria-labelledby$="-picture-title"]').count()).toBe(0);
    expect(await shiftOf(host)).toBeLessThan(0.01);
    expect(await host.locator('.dt-app').count()).toBe(1);
    await host.evaluate(() => (globalThis as unknown as { leave: () => void }).leave());
    await expect.poll(() => host.locator('#timeline').evaluate((element) => element.childNodes.length)).toBe(0);
  });
});

/** By how much what was on screen has moved so far, without anybody's doing (Cumulative Layout Shift). */
function shiftOf(host: Page): Promise<number> {
  return host.evaluate(
    () =>
      new Promise<number>((told) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          told(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => told(0)));
      }),
  );
}

/** What React of that major version writes of the component in Node, where the package's condition `node` holds. */
function renderOnServer(react: 18 | 19, props: string): string {
  const [core, dom] = react === 18 ? ['react-18', 'react-dom-18'] : ['react', 'react-dom'];
  return execFileSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(ALIASES(core, dom))}`,
      '--input-type=module',
      '--eval',
      `import { createElement, StrictMode } from 'react'; import { renderToString } from 'react-dom/server';
       import { DiplomaticTimeline } from ${JSON.stringify(join(root, 'dist-lib/react-server.js'))};
       process.stdout.write(renderToString(createElement(StrictMode, null, createElement(DiplomaticTimeline, ${props}))));`,
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
}

/** Gives whoever asks for React the one of another name. */
function ALIASES(core: string, dom: string): string {
  const hooks = `import { createRequire } from 'node:module'; import { pathToFileURL } from 'node:url';
    const require = createRequire(${JSON.stringify(join(root, 'package.json'))});
    export const resolve = (name, context, next) => /^react(-dom)?(\\/|$)/.test(name)
      ? { url: pathToFileURL(require.resolve(name.replace(/^react-dom/, '@dom').replace(/^react/, ${JSON.stringify(core)}).replace('@dom', ${JSON.stringify(dom)}))).href, shortCircuit: true, format: 'commonjs' }
      : next(name, context);`;
  return `import { register, createRequire, Module } from 'node:module';
    const names = { react: ${JSON.stringify(core)}, 'react-dom': ${JSON.stringify(dom)} };
    const usual = Module._resolveFilename;
    Module._resolveFilename = function (name, ...rest) { const [, base, more = ''] = /^(react(?:-dom)?)(\\/.*)?$/.exec(name) ?? []; return usual.call(this, base === undefined ? name : names[base] + more, ...rest); };
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));`;
}

test.runIf(isFull)('with React 18 the peer says in a sentence which one it needs', async () => {
  overrides.set('peer-18.js', {
    body: await pageScript(
      `import { mountTimeline } from '${root}/dist-lib/peer.js';
       try { mountTimeline(document.querySelector('#timeline'), { dataset: '{}' }); } catch (error) { document.body.dataset.said = error.message; }`,
      18,
    ),
  });
  overrides.set('peer-18.html', { body: page('<script defer src="./peer-18.js"></script>') });
  const host = await open('peer-18.html');
  expect(await host.locator('body[data-said]').getAttribute('data-said')).toMatch(
    /^diplomatic-timeline\/peer needs React 19 or later, and this page has 18\.3\.1: import "diplomatic-timeline" /,
  );
});

test.runIf(isFull)('with React 19 the peer takes the page’s own', async () => {
  overrides.set('peer-19.js', {
    body: await pageScript(
      `import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; import { DiplomaticTimeline } from '${root}/dist-lib/peer.js';
       createRoot(document.querySelector('#timeline')).render(createElement(DiplomaticTimeline, { src: './calls.json' }));`,
      19,
    ),
  });
  overrides.set('peer-19.html', { body: page('<script defer src="./peer-19.js"></script>') });
  const host = await open('peer-19.html');
  await host.locator('.dt-chart[data-settled="yes"]').waitFor();
});

describe('in a page that takes scripts by nonce alone and has trusted types', () => {
  test('the module and its parts are loaded, and the panels and languages that come later', async () => {
    overrides.set('nonce.js', {
      body: `import { mountTimeline } from './diplomatic-timeline.js'; mountTimeline(document.querySelector('#timeline'), { src: './calls.json', lang: 'fr' });`,
    });
    overrides.set('nonce.html', {
      body: page('<script type="module" nonce="abc" src="./nonce.js"></script>', undefined, NONCE_POLICY),
    });
    const host = await open('nonce.html');
    await host.locator(CALL).first().click();
    await host.getByRole('complementary', { name: 'Détails' }).waitFor();
    await host.keyboard.press('?');
    await host.getByRole('dialog').waitFor();
  });

  test('so is the inline element, which follows its attributes, survives a move and cleans up after itself', async () => {
    overrides.set('elements.html', {
      body: page(
        '<script type="module" nonce="abc" src="./element.js"></script>',
        '<div id="one"><diplomatic-timeline-inline src="./calls.json" group="actor" view="timeline">The timeline</diplomatic-timeline-inline></div><div id="other"></div>',
        NONCE_POLICY,
      ),
    });
    const host = await open('elements.html');
    await host.locator('.dt-chart[data-settled="yes"]').waitFor();
    const element = host.locator('diplomatic-timeline-inline');
    await element.evaluate((one) => one.setAttribute('countries', 'SY'));
    await host.getByText('2 of 11 events', { exact: true }).first().waitFor();
    // Its file has come, as the browser counts: taken out before that it would be told as broken off.
    await host.waitForLoadState('networkidle');
    // A framework moves by taking out and putting in.
    const isSame = await element.evaluate(async (one) => {
      const before = (one as unknown as { timeline: unknown }).timeline;
      document.querySelector('#other')!.append(one);
      await Promise.resolve();
      return before !== undefined && before === (one as unknown as { timeline: unknown }).timeline;
    });
    expect(isSame).toBe(true);
    expect(await host.locator('.dt-app').count()).toBe(1);
    const left = await element.evaluate(async (one) => {
      one.remove();
      await Promise.resolve();
      return [(one as unknown as { timeline: unknown }).timeline, one.shadowRoot?.querySelectorAll('.dt-app').length];
    });
    expect(left).toEqual([undefined, 0]);
    await host.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true })));
  });
});

test.runIf(isFull)('what the documentation has a notebook write is one file in a frame', async (context) => {
  const [, code = ''] =
    /<!-- tests\/browser\/package-pages\.test\.ts [^>]*-->\n```python\n([^]*?)```/.exec(
      readFileSync(join(root, 'docs/sites.md'), 'utf8'),
    ) ?? [];
  expect(code).toContain('DiplomaticTimeline.mountTimeline');
  const python = spawnSync('python3', ['-'], {
    cwd: join(root, 'dist-lib'),
    encoding: 'utf8',
    maxBuffer: 1e8,
    // No notebook is there to show it.
    input: code
      .replace('from IPython.display import HTML', 'HTML = print')
      .replace("'calls.json'", JSON.stringify(join(root, 'data/syria-cessation-2016.json'))),
  });
  if (python.error !== undefined) context.skip('There is no Python.');
  expect(python.stderr).toBe('');
  overrides.set('notebook.html', {
    body: `<!doctype html><title>Notebook</title><link rel="icon" href="data:,"><body>${python.stdout}</body>`,
  });
  const host = await open('notebook.html');
  await host.frameLocator('iframe').locator(CALL).first().click();
  await host.frameLocator('iframe').getByRole('complementary', { name: 'Details' }).waitFor();
});
