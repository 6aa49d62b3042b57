import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../.ci/run-tool.mjs';
import { HOSTILE_STRINGS } from '../fixtures/hostile-strings';
import { useStage } from '../support/browser-timeline';
import { isFull } from '../support/full';
import { hostileDataset } from '../support/hostile-datasets';
import { serve } from '../support/serve';
import type { Served } from '../support/serve';

/*
 * A whole build whose own datasets are as hostile as they can be: every text of them comes to stand in HTML, in JSON, in
 * attributes and in scripts of the built files. Nothing of it may run, style, load, or end what it stands in.
 */

const stage = useStage();
const root = resolve(import.meta.dirname, '../..');
const TITLE = `</script><script>globalThis.__hostile=1</script><!-- <script> </title></style></template> \u2028\u2029 “é” Сирия $& $1 '"`;
/** Also as a file's name, where it can be one. */
const FURTHER = "сирия (2016) & 'x' %2F";
const folder = mkdtempSync(join(tmpdir(), 'hostile-build-'));
let served: Served;

// A whole build more: for the full run. What each part does with hostile texts is in tests/unit/build/.
test.runIf(!isFull)('no hostile build was tried: npm run test:full', () => undefined);

describe.runIf(isFull)('a build of hostile datasets', () => {
  beforeAll(async () => {
    for (const name of [
      'src',
      'public',
      'node_modules',
      'index.html',
      'vite.config.ts',
      'package.json',
      'tsconfig.json',
    ])
      if (name === 'index.html') cpSync(join(root, name), join(folder, name));
      else symlinkSync(join(root, name), join(folder, name));
    mkdirSync(join(folder, 'data'));
    // An even choice of all kinds.
    const strings = HOSTILE_STRINGS.filter((_, at) => at % 20 === 0);
    for (const name of ['syria-cessation-2016', FURTHER])
      writeFileSync(join(folder, 'data', `${name}.json`), JSON.stringify(hostileDataset(strings, TITLE)));
    const dist = join(folder, 'dist');
    expect(await buildPage([folder, '--logLevel', 'error', '--outDir', dist])).toBe(0);
    served = await serve({ root: dist });
  }, 240_000);
  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['the page', ''],
    ['the page with another set, which comes as a script', `?set=${encodeURIComponent(FURTHER)}`],
  ])('%s draws them, and none of them did anything', async (_, query) => {
    const { page, state } = await stage.open({ url: `${served.url}${query}` });
    expect(state).toBe('ready');
    expect(await page.evaluate(() => '__hostile' in globalThis)).toBe(false);
    expect(await page.locator('h1').first().innerText()).toContain(
      '</script><script>globalThis.__hostile=1</script><!--',
    );
    // What stands in the head and the body is what the build put there.
    expect(
      await page
        .locator('script:not([type]), style, base, meta[http-equiv]')
        .evaluateAll((all) => all.map(({ localName }) => localName).toSorted()),
    ).toEqual(['meta', 'meta', 'script', 'style']);
  });

  test('a written page of its own holds them as words', async () => {
    const { page } = await stage.open({ url: `${served.url}data/${encodeURIComponent(FURTHER)}.html`, until: 'load' });
    expect(await page.title()).toContain('</script><script>globalThis.__hostile=1</script>');
    expect(await page.locator('script:not([type])').count()).toBe(0);
    expect(await page.locator('.dt-written [data-event]').count()).toBeGreaterThan(10);
  });

  test('what stands in the page itself is ASCII, whatever the datasets hold', () => {
    const html = readFileSync(join(folder, 'dist/index.html'), 'utf8');
    const inline = [...html.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].map(([, tag, text = '']) => [
      tag,
      /[^\0-\x7f]/.test(text),
    ]);
    expect(inline).toEqual([
      ['script', false],
      ['style', false],
    ]);
  });
});
