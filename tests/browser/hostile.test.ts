import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanText, showableText } from '../../src/base/clean-text';
import type { TimelineHandle } from '../../src/entries/library';
import { HOSTILE_STRINGS } from '../fixtures/hostile-strings';
import { forgive, goToHash, useStage, whatAndWhy } from '../support/browser-timeline';
import { hostileDataset, hostileDatasets } from '../support/hostile-datasets';
import type { FileEvent } from '../support/hostile-datasets';
import { serve } from '../support/serve';
import type { Answer, Served } from '../support/serve';

/*
 * Every hostile string through every field of a dataset, as a file's name and as a value of an address, in a page under
 * the policy. What is checked beside the text: no dialog, no request elsewhere, no breach, nothing in the console (all
 * of which `useStage` and `watch` hear), no element or attribute that could run or load something, and
 * `Object.prototype` as it was.
 */

interface HostPage extends Window {
  library: typeof import('../../src/entries/library');
  shown?: TimelineHandle;
  suspects: string[];
  /** The browser's own `requestIdleCallback`. */
  idle: Window['requestIdleCallback'];
  /** Watches what is put into a document, or into a shadow root. */
  watchIn: (place: Node) => void;
}
declare const window: HostPage;

const stage = useStage(
  new Map<string, Answer>([
    ['hostile.json', { body: JSON.stringify(hostileDataset(HOSTILE_STRINGS.slice(0, 40), 'Hostile')) }],
  ]),
);
const root = resolve(import.meta.dirname, '../..');
const sets = hostileDatasets(150);
const HOST_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><meta http-equiv="Content-Security-Policy" content="${HOST_POLICY}">
<link rel="icon" href="data:,"><link rel="stylesheet" href="./style.css"><script type="module" src="./host.js"></script><body><div id="timeline"></div></body></html>`;
let library: Served;
beforeAll(async () => {
  library = await serve({
    root: resolve(root, 'dist-lib'),
    overrides: new Map([
      ['', { body: hostPage, type: 'text/html; charset=utf-8' }],
      ['host.js', { body: "import * as library from './diplomatic-timeline.js'\nwindow.library = library\n" }],
    ]),
  });
});
afterAll(() => library.close());

/** Listens for what must never happen in a page; gives what must hold at the end. */
async function watch(page: Page): Promise<() => Promise<void>> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const before = await page.evaluate(() => {
    const seen: string[] = [];
    window.suspects = seen;
    // The picture that is kept ready for paper is an image: in it nothing can run, but nothing should look as if it
    // would.
    const isStill = (svg: string): boolean => {
      const tags = [...svg.matchAll(/<([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*\/?>/gi)];
      const isPlain = tags.every(
        ([, tag = '', attributes = '']) =>
          !/^(?:script|foreignobject|image|use|a|animate|set|style|iframe)$/i.test(tag) &&
          !/\s(?:on\w+|href|xlink:href|src|style)=/i.test(attributes),
      );
      return (
        tags.length > 0 && isPlain && !svg.replaceAll(/<\/?[a-z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/gi, '').includes('<')
      );
    };
    const look = (element: Element): void => {
      if (
        element instanceof HTMLImageElement &&
        element.closest('.dt-print') !== null &&
        element.src.startsWith('data:image/svg+xml,')
      ) {
        if (!isStill(decodeURIComponent(element.src.slice('data:image/svg+xml,'.length))))
          seen.push(`picture ${element.src}`);
        return;
      }
      if (
        /^(?:script|iframe|object|embed|base|link|meta|style|frame|frameset|applet|portal|img|image|audio|video|math|form|foreignobject|animate|set|use)$/i.test(
          element.localName,
        )
      )
        seen.push(element.localName);
      for (const { name, value } of element.attributes) {
        if (/^on|^srcdoc$|^formaction$|^action$/i.test(name)) seen.push(`${element.localName} ${name}=${value}`);
        if (
          /^(?:xlink:)?href$|^src$/i.test(name) &&
          !/^(?:https?|file):$/.test(new URL(value, document.baseURI).protocol)
        )
          seen.push(`${element.localName} ${name}=${value}`);
      }
    };
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes, target, type } of changes) {
        if (type === 'attributes') look(target as Element);
        // A shipped dataset comes by a script of the page's own.
        for (const node of addedNodes)
          if (node instanceof Element && target !== document.head)
            for (const element of [node, ...node.querySelectorAll('*')]) look(element);
      }
    });
    window.watchIn = (place) =>
      observer.observe(place, {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['href', 'src', 'srcdoc', 'onload', 'onerror', 'onclick', 'onfocus'],
      });
    window.watchIn(document);
    return Object.getOwnPropertyNames(Object.prototype).toSorted().join();
  });
  return async () => {
    const after = await page.evaluate(() => ({
      names: Object.getOwnPropertyNames(Object.prototype).toSorted().join(),
      suspects: window.suspects,
      ran: '__hostile' in globalThis || '__hostile' in document,
      polluted: 'polluted' in {},
    }));
    expect(after).toEqual({ names: before, suspects: [], ran: false, polluted: false });
    expect(dialogs).toEqual([]);
  };
}

async function openLibrary(): Promise<{ readonly page: Page; readonly isUnharmed: () => Promise<void> }> {
  const { page } = await stage.open({ url: library.url, until: 'load' });
  return { page, isUnharmed: await watch(page) };
}

/** Mounts a dataset, or puts it in the place of the one that is there, and waits until it is painted. */
async function show(page: Page, set: unknown, fileName: string, view: 'list' | 'timeline'): Promise<void> {
  await page.evaluate(
    async ([text, name, asked]) => {
      const target = document.querySelector('#timeline')!;
      if (window.shown === undefined) {
        window.shown = window.library.mountTimeline(target, { source: { kind: 'text', text, name } });
        window.watchIn(target.firstElementChild!.shadowRoot!);
      }
      await window.shown.setDataset(text, name);
      window.shown.setState({ view: asked });
      await window.shown.whenPainted();
    },
    [JSON.stringify(set), fileName, view] as const,
  );
}

/**
 * The titles of the events as they stand ready for paper; afterwards nothing more is made ready, which would take most
 * of the time.
 */
async function printedTitles(page: Page, count: number): Promise<readonly string[]> {
  const titles = page.locator('.dt-print h3');
  await expect.poll(() => titles.count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  const found = await titles.allTextContents();
  await page.evaluate(() => {
    window.requestIdleCallback = () => 0;
  });
  return found;
}

/** Opens one after the other in the panel, and gives how often each text stands in it, and its heading. */
function panelsOf(
  page: Page,
  kind: 'event' | 'actor',
  wanted: readonly { readonly id: string; readonly text: string }[],
): Promise<readonly { readonly heading: string; readonly times: number }[]> {
  return page.evaluate(
    async ([asked, list]) => {
      const found: { heading: string; times: number }[] = [];
      const host = document.querySelector<HTMLElement>('#timeline')!;
      const place = host.firstElementChild!.shadowRoot!;
      // What is read is text: laying it out and painting it six hundred times would take most of the time.
      host.style.display = 'none';
      for (const { id, text } of list) {
        const before = place.querySelector('aside .dt-panel-title');
        // An actor alone: with an event chosen, an office is told as of that, whose date may be a text of the set as well.
        window.shown!.setState(asked === 'event' ? { event: id, actor: null } : { event: null, actor: id });
        // The panel may hold the same heading anew: it is there once React has had its turn. Its first time it is still
        // loaded.
        const isThere = () =>
          place.querySelector('aside .dt-panel-title') !== before && place.querySelector('aside .dt-section') !== null;
        for (let turn = 0; turn < 5000 && (!isThere() || turn < 2); turn += 1)
          await new Promise((done) => setTimeout(done));
        const panel = place.querySelector('aside')!;
        found.push({
          heading: panel.querySelector('.dt-panel-title')?.textContent ?? '',
          times: panel.textContent.split(text).length - 1,
        });
      }
      host.style.display = '';
      return found;
    },
    [kind, wanted] as const,
  );
}

/** Their panels take as long as the events' and show their texts in the same way. */
function sampleOf<T>(all: readonly T[]): readonly T[] {
  return all.filter((_, at) => at % 5 === 0);
}

describe('hostile text', () => {
  test('there is enough of it', () => {
    expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(500);
  });

  test('in every field of every record is shown as the text it is', async () => {
    const { page, isUnharmed } = await openLibrary();
    // So often a harmless text stands in the panels that is too long for a label and can't be an id: no less may any
    // other.
    const plain = `Anna\n${'bella'.repeat(20)}`;
    await show(page, hostileDataset([plain], 'Plain'), 'plain.json', 'list');
    const [event] = await panelsOf(page, 'event', [{ id: 'event-0', text: plain }]);
    const [actor] = await panelsOf(page, 'actor', [{ id: 'actor-0', text: plain }]);
    expect(event!.times).toBeGreaterThan(20);
    expect(actor!.times).toBeGreaterThan(6);
    const wrong: string[] = [];
    await page.evaluate(() => {
      window.idle = window.requestIdleCallback;
    });
    for (const set of sets) {
      await page.evaluate(() => {
        window.requestIdleCallback = window.idle;
      });
      await show(page, set, 'hostile.json', 'timeline');
      await page.locator('.dt-chart[data-settled="yes"]').waitFor();
      await expect
        .poll(() => page.locator('.dt-event-count').textContent())
        .toBe(`${set.events.length} of ${set.events.length} events`);
      const titles = set.events.map(({ title }) => cleanText(String(title)));
      const printed = await printedTitles(page, titles.length);
      wrong.push(
        ...titles
          .filter((title) => !printed.some((text) => text.includes(title)))
          .map((title) => `not on paper: ${JSON.stringify(title)}`),
      );
      await show(page, set, 'hostile.json', 'list');
      for (const [kind, least] of [
        ['event', event!.times],
        ['actor', actor!.times],
      ] as const) {
        const records = kind === 'event' ? set.events : sampleOf(set['actors'] as readonly FileEvent[]);
        const wanted = records.map(({ id, title, label }) => ({ id, text: cleanText(String(title ?? label)) }));
        const panels = await panelsOf(page, kind, wanted);
        wanted.forEach(({ text }, at) => {
          const { heading, times } = panels[at]!;
          if (heading !== text || times < least)
            wrong.push(
              `${kind}: ${times} of ${least} times, under ${JSON.stringify(heading)}: ${JSON.stringify(text)}`,
            );
        });
      }
    }
    expect(wrong).toEqual([]);
    await isUnharmed();
  }, 300_000);

  test('as the name of a file is shown as text', async () => {
    const { page, isUnharmed } = await openLibrary();
    await show(page, hostileDataset(['Anna'], 'Plain'), 'plain.json', 'list');
    const shown = await page.evaluate(async (names) => {
      const headline = () =>
        document
          .querySelector('#timeline')!
          .firstElementChild!.shadowRoot!.querySelector('[role="alert"] .dt-notice-headline')?.textContent;
      const said: string[] = [];
      for (const name of names) {
        const before = headline();
        await window.shown!.setDataset('no data', name);
        for (let turn = 0; turn < 50 && headline() === before; turn += 1) await new Promise((done) => setTimeout(done));
        said.push(headline() ?? '');
      }
      return said;
    }, HOSTILE_STRINGS);
    // The marks that keep a name of another direction to itself are ours.
    const wrong = HOSTILE_STRINGS.filter(
      (name, at) => !shown[at]!.replaceAll(/[\u2068\u2069]/g, '').includes(`“${showableText(name, 200)}”`),
    );
    expect(wrong).toEqual([]);
    await isUnharmed();
  });

  test('from a file of the page’s own host is a page like any other', async () => {
    const { page } = await stage.open({
      query: `data=hostile.json&q=${encodeURIComponent('<script>')}`,
    });
    const isUnharmed = await watch(page);
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.locator('.dt-list .dt-event-link').first().click();
    await page.getByRole('complementary').locator('h2').waitFor();
    expect(await page.title()).toBe('Hostile');
    await isUnharmed();
  });
});

const KEYS = [
  'from',
  'to',
  'scale',
  'group',
  'order',
  'expanded',
  'actors',
  'countries',
  'roles',
  'types',
  'tones',
  'match',
  'q',
  'event',
  'actor',
  'compare',
  'pair',
  'sort',
  'view',
  'set',
  'embed',
  'hide',
  'lock',
  'theme',
  'lang',
  'gestures',
  'motion',
];

/** An address with another string for each key, the next ones for the next `turn`. */
function hostileAddress(turn: number): string {
  const fitting = HOSTILE_STRINGS.filter((text) => text.length < 2000);
  return new URLSearchParams(
    KEYS.map((key, at) => [key, fitting[(turn * KEYS.length + at) % fitting.length]!]),
  ).toString();
}

describe('a hostile address', () => {
  test('typed over another, with each string in turn, changes nothing but what it may', async () => {
    const { page } = await stage.open();
    const isUnharmed = await watch(page);
    for (let turn = 0; turn * KEYS.length < HOSTILE_STRINGS.length; turn += 1) {
      await goToHash(page, hostileAddress(turn));
      await expect.poll(() => page.locator('.dt-event-count').textContent()).toMatch(/^\d+ of 11 events$/);
    }
    await whatAndWhy(page);
    await isUnharmed();
  });

  test.each([0, 14])('that is opened shows the page’s own dataset, and says what can’t be used (%i)', async (turn) => {
    const { page, state } = await stage.open({ query: hostileAddress(turn), hash: hostileAddress(turn + 1) });
    expect(state).toBe('ready');
    const isUnharmed = await watch(page);
    expect(await page.locator('.dt-event-count').textContent()).toMatch(/^\d+ of 11 events$/);
    await whatAndWhy(page);
    await isUnharmed();
  });

  test.each(['javascript:alert(1)', '//hostile.invalid/x.json'])(
    'that asks for the file %s is answered in words, without asking',
    async (data) => {
      const { page, state } = await stage.open({ query: `data=${encodeURIComponent(data)}` });
      expect(state).toBe('failed');
      const isUnharmed = await watch(page);
      expect(await page.getByRole('alert').innerText()).toContain(`“${data}” can’t be loaded by this page`);
      await isUnharmed();
    },
  );

  test('that asks for a file of a hostile name says that it is not there', async () => {
    const opened = await stage.open({ query: `data=${encodeURIComponent('\u202E<script>alert(1)</script>')}` });
    const { page } = opened;
    const isUnharmed = await watch(page);
    expect(await page.getByRole('alert').innerText()).toContain('“\uFFFD<script>alert(1)</script>” is not there');
    await isUnharmed();
    // The browser itself writes both lines for any 404.
    await forgive(opened, [
      /^request failed: .*%3Cscript%3E.*\(404\)$/,
      /^console\.error: Failed to load resource.* 404/,
    ]);
  });
});
