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

/** Invented, and the page's own. */
const SAMPLE = 'Lake talks, an invented table';

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
    ['as it opens', '', []],
    ['an event', '#event=ev-lavrov-kerry-call', []],
    ['actors compared', '#actor=sergey-lavrov&compare=john-kerry,vladimir-putin', []],
    ['the list', '#view=list', []],
    ['a menu', '', ['Actors 26']],
    ['a dialog', '', ['Share']],
    ['the dialog that opens a file', '', ['Open']],
    ['what a file would be', '', ['Open', SAMPLE]],
    ['the meaning of columns', '', ['Open', SAMPLE, 'Correct']],
    ['a timeline as text', '', ['Write', 'Text']],
    ['a timeline as a table', '', ['Write', 'Table']],
    ['Arabic', '?lang=ar', []],
  ] as const)(
    '%s: everything that can have the focus has a name',
    async (_, address, press) => {
      await firefox.goTo(page.url + address);
      for (const words of press)
        await expect
          .poll(
            () =>
              firefox.run(
                `(() => {
                  const all = [...document.querySelectorAll('dialog[open] button')];
                  const found = (all.length > 0 ? all : [...document.querySelectorAll('button')])
                    .find((each) => each.textContent.trim() === ${JSON.stringify(words)});
                  found?.click();
                  return found !== undefined;
                })()`,
              ),
            { timeout: 30_000, interval: 250 },
          )
          .toBe(true);
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
