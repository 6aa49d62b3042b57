import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFirefox } from '../../.ci/reader/browse.mjs';
import { missingForReading, saysMissing, startDesktop, SYSTEM_PYTHON } from '../../.ci/reader/desktop.mjs';
import { isFull } from '../support/full';
import { serve } from '../support/serve';
import type { Served } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const missing = missingForReading({ withReader: false });
// Said in the name, which the report shows.
const why = !isFull ? ' (with npm run test:full)' : missing.length === 0 ? '' : ` (left out. ${saysMissing(missing)})`;

interface Focusable {
  readonly role: string;
  readonly name: string;
  readonly tag: string;
  readonly class: string;
}

describe.skipIf(why !== '')(`Firefox’s own tree for assistive technology${why}`, () => {
  const open: { readonly close: () => unknown }[] = [];
  let page: Served;
  let desktop: Awaited<ReturnType<typeof startDesktop>>;
  let firefox: Awaited<ReturnType<typeof startFirefox>>;
  beforeAll(async () => {
    page = await serve();
    open.push(page);
    desktop = await startDesktop();
    open.push(desktop);
    firefox = await startFirefox(desktop);
  }, 120_000);
  afterAll(async () => {
    for (const each of open.toReversed()) await each.close();
  });

  test.each([
    ['as it opens', '', undefined],
    ['an event', '#event=ev-lavrov-kerry-call', undefined],
    ['actors compared', '#actor=sergey-lavrov&compare=john-kerry,vladimir-putin', undefined],
    ['the list', '#view=list', undefined],
    ['a menu', '', 'Actors 26'],
    ['a dialog', '', 'Share'],
    ['Arabic', '?lang=ar', undefined],
  ])(
    '%s: everything that can have the focus has a name',
    async (_, address, press) => {
      await firefox.goTo(page.url + address);
      if (press !== undefined)
        await firefox.run(
          `[...document.querySelectorAll('button')].find((each) => each.textContent.trim() === ${JSON.stringify(press)}).click()`,
        );
      const found = () => {
        const { stdout, stderr } = spawnSync(SYSTEM_PYTHON, [join(root, '.ci/reader/focusable_names.py')], {
          env: desktop.env,
          encoding: 'utf8',
        });
        expect(stderr).toBe('');
        return (JSON.parse(stdout) ?? []) as readonly Focusable[];
      };
      // The tree follows the page in its own time.
      await expect.poll(() => found().length, { timeout: 30_000, interval: 500 }).toBeGreaterThan(8);
      await expect
        .poll(() => found().filter(({ name }) => name.trim() === ''), { timeout: 15_000, interval: 500 })
        .toEqual([]);
    },
    90_000,
  );
});
