import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { TimelineHandle } from '../../src/entries/library';
import { useStage } from '../support/browser-timeline';
import { useLibraryHost } from '../support/library-host';

const root = resolve(import.meta.dirname, '../..');
const dataset = readFileSync(join(root, 'data/syria-cessation-2016.json'), 'utf8');
const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,">
<script type="module" src="./host.js"></script><body><div id="place"></div></body></html>`;

interface HostWindow extends Window {
  library: typeof import('../../src/entries/library');
  timeline: TimelineHandle | undefined;
}
declare const window: HostWindow;

const stage = useStage();
const hostUrl = useLibraryHost(hostPage);

/** What libraries of the years before 2015, in pages that still stand, put in the place of the language's own. */
const LIBRARIES: readonly (readonly [name: string, () => void])[] = [
  [
    'MooTools 1.4',
    () => {
      Array.from = ((item?: ArrayLike<unknown>) =>
        item === undefined || item === null
          ? []
          : typeof item.length === 'number' && typeof item !== 'string'
            ? Array.prototype.slice.call(item)
            : [item]) as typeof Array.from;
      Reflect.set(Array.prototype, 'each', Array.prototype.forEach);
      Reflect.set(String.prototype, 'contains', String.prototype.includes);
    },
  ],
  [
    'Prototype 1.7',
    () => {
      Array.from = ((items?: ArrayLike<unknown>) =>
        Array.prototype.slice.call({ ...items, length: items?.length ?? 0 })) as typeof Array.from;
      for (const name of ['entries', 'toArray', 'clone'])
        Reflect.set(Array.prototype, name, function copy(this: unknown[]) {
          return this.slice();
        });
      for (const name of ['hide', 'show', 'toggle', 'select', 'match', 'scrollTo', 'observe', 'fire'])
        Reflect.set(Element.prototype, name, function same(this: Element) {
          return this;
        });
    },
  ],
];

/** What is to be seen of a timeline in a page where a library stands already: buttons in the chart, cards in the list. */
async function shownBeside(install: () => void): Promise<object> {
  const { page } = await stage.open({ url: hostUrl(), until: 'load' });
  await page.evaluate(install);
  await page.evaluate((text) => {
    const place = document.querySelector('#place')!;
    window.timeline = window.library.mountTimeline(place, { dataset: text, view: 'timeline', motion: 'reduced' });
  }, dataset);
  await page.locator('.dt-chart[data-settled="yes"]').waitFor();
  await page.locator('[data-timeline-parts]').waitFor({ state: 'attached' });
  const marks = await page.locator('.dt-mark-button').count();
  await page.evaluate(() => window.timeline!.setState({ view: 'list' }));
  await page.locator('.dt-list').waitFor();
  return { marks, cards: await page.locator('.dt-list li').count(), alerts: await page.getByRole('alert').count() };
}

test.each(LIBRARIES)('beside %s all events are drawn and listed', async (_name, install) => {
  const alone = await shownBeside(() => undefined);
  expect(alone).toMatchObject({ marks: expect.any(Number), alerts: 0 });
  expect(await shownBeside(install)).toEqual(alone);
});
