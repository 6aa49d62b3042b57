import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TimelineHandle } from '../../src/entries/library';
import { useStage } from '../support/browser-timeline';
import { isFull } from '../support/full';
import { useLibraryHost } from '../support/library-host';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'data/syria-cessation-2016.json'), 'utf8');
const hostPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host page</title><link rel="icon" href="data:,">
<script type="module" src="./host.js"></script><body><div id="place"></div></body></html>`;

interface HostWindow extends Window {
  library: typeof import('../../src/entries/library');
  refs: WeakRef<object>[];
  timeline: TimelineHandle | undefined;
}
declare const window: HostWindow;

const stage = useStage();
const hostUrl = useLibraryHost(hostPage);

async function openHost(): Promise<Page> {
  const { page } = await stage.open({ url: hostUrl(), until: 'load' });
  return page;
}

/** How many of the objects that the page keeps weak references to are still there after a collection. */
async function kept(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const left = await page.evaluate(() => window.refs.filter((each) => each.deref() !== undefined).length);
  await devtools.detach();
  return left;
}

/** One would do, were it not for what is kept of the last of something. */
const TIMELINES = isFull ? 20 : 4;

test.each(['removed', 'never put into the page', 'taken the place of'])(
  'timelines that were %s without being destroyed are let go',
  async (how) => {
    const page = await openHost();
    await page.evaluate(
      async ([dataset, kind, count]) => {
        window.refs = [];
        const place = document.querySelector('#place')!;
        for (let n = 0; n < count; n++) {
          const target = document.createElement('div');
          if (kind === 'removed') place.append(target);
          const timeline = window.library.mountTimeline(kind === 'taken the place of' ? place : target, {
            dataset,
            shadow: n % 2 === 0,
          });
          window.refs.push(new WeakRef(target), new WeakRef(timeline));
          await new Promise<void>((done) => timeline.on('ready', () => done()));
          if (kind !== 'never put into the page') await timeline.whenPainted();
          target.remove();
        }
        place.replaceChildren();
        await new Promise((done) => setTimeout(done));
      },
      [text, how, TIMELINES] as const,
    );
    await expect.poll(() => kept(page)).toBe(0);
  },
);

test('whoever waits until it is painted is told where it can’t be, and again when it can', async () => {
  const page = await openHost();
  const told = await page.evaluate(async (dataset) => {
    const place = document.querySelector<HTMLElement>('#place')!;
    const results: Record<string, boolean> = {};
    const timeline = window.library.mountTimeline(place, { dataset });
    results['in sight'] = await timeline.whenPainted();
    const after = async (name: string, change: () => void) => {
      change();
      timeline.setState({ scale: timeline.getState().scale === 'folded' ? 'calendar' : 'folded' });
      results[name] = await timeline.whenPainted();
    };
    await after('display: none', () => place.style.setProperty('display', 'none'));
    await after('back', () => place.style.removeProperty('display'));
    await after('no room', () => place.style.setProperty('width', '0'));
    await after('room', () => place.style.removeProperty('width'));
    await after('no height', () => place.style.setProperty('--dt-height', '0px'));
    await after('height', () => place.style.setProperty('--dt-height', '600px'));
    await after('out of the page', () => place.remove());
    document.body.append(place);
    await new Promise((done) => setTimeout(done));
    await after('in it', () => undefined);
    timeline.setState({ group: 'actor' });
    const waits = timeline.whenPainted();
    timeline.destroy();
    results['destroyed meanwhile'] = await waits;
    results['destroyed'] = await timeline.whenPainted();
    return results;
  }, text);
  expect(told).toEqual({
    'in sight': true,
    'display: none': false,
    back: true,
    'no room': false,
    room: true,
    'no height': false,
    height: true,
    'out of the page': false,
    'in it': true,
    'destroyed meanwhile': false,
    destroyed: false,
  });
});

describe('in another window than its script’s', () => {
  async function openInFrame(): Promise<Page> {
    const page = await openHost();
    await page.evaluate(async (dataset) => {
      const frame = document.createElement('iframe');
      frame.width = '1100';
      frame.height = '680';
      document.body.prepend(frame);
      const own = frame.contentDocument!;
      own.body.style.margin = '0';
      const place = own.body.appendChild(own.createElement('div'));
      window.timeline = window.library.mountTimeline(place, { dataset, view: 'timeline', motion: 'reduced' });
      await window.timeline.whenPainted();
    }, text);
    return page;
  }
  function inner(page: Page): Frame {
    return page.frames()[1]!;
  }

  test('it is drawn, styled, held, pointed at and typed in as anywhere', async () => {
    const page = await openInFrame();
    const frame = inner(page);
    expect(await frame.locator('.dt-app').evaluate((app) => getComputedStyle(app).display)).toBe('grid');
    await frame.locator('[data-timeline-parts]').waitFor({ state: 'attached' });
    await frame.getByRole('button', { name: 'Zoom in', exact: true }).click();
    const from = () => page.evaluate(() => window.timeline!.getState().from);
    await expect.poll(from).not.toBeNull();
    await frame.locator('.dt-chart[data-settled="yes"]').waitFor();
    const before = await from();

    const { x, y, width } = (await frame.locator('.dt-plot').boundingBox())!;
    const middle = [x + width / 2, y + 30] as const;
    await page.mouse.move(...middle);
    await page.mouse.down();
    await page.mouse.move(middle[0] - 60, middle[1], { steps: 3 });
    await page.mouse.up();
    await expect.poll(from).not.toBe(before);

    await frame.getByRole('button', { name: /^Countries/ }).click();
    await frame.getByRole('dialog').waitFor();
    await page.mouse.click(...middle);
    await frame.getByRole('dialog').waitFor({ state: 'detached' });

    await frame.getByPlaceholder('Search').pressSequentially('l');
    expect(await page.evaluate(() => window.timeline!.getState().view)).toBe('timeline');
    await page.evaluate(() => window.timeline!.setState({ q: '' }));

    await frame.locator('.dt-mark-button').first().focus();
    const focused = () => frame.locator('button:focus').evaluate((element) => element.getAttribute('data-event'));
    const first = await focused();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).not.toBe(first);
  });

  test('moved there and back it is drawn, styled and used, with what it showed', async () => {
    const page = await openInFrame();
    const move = (where: 'page' | 'frame') =>
      page.evaluate((to) => {
        const place = document.querySelector('#place')!;
        const other = document.querySelector('iframe')!.contentDocument!.body;
        (to === 'page' ? place : other).append((to === 'page' ? other : place).firstElementChild!);
      }, where);
    const look = (where: Page | Frame) =>
      where.locator('.dt-app').evaluate((app) => [getComputedStyle(app).display, window.timeline?.getState().group]);
    await page.evaluate(() => window.timeline!.setState({ group: 'actor' }));
    await move('page');
    await page.locator('.dt-chart[data-settled="yes"]').waitFor();
    expect(await look(page)).toEqual(['grid', 'actor']);
    await move('frame');
    await inner(page).locator('.dt-chart[data-settled="yes"]').waitFor();
    expect((await look(inner(page)))[0]).toBe('grid');
    expect(await page.evaluate(() => window.timeline!.whenPainted())).toBe(true);
    await inner(page).getByRole('button', { name: 'List', exact: true }).click();
    await inner(page).locator('.dt-list li').first().waitFor();
  });

  test('an inline element that is moved there is a block as before', async () => {
    const page = await openHost();
    await page.addScriptTag({ type: 'module', url: './element.js' });
    const looks = await page.evaluate(() => {
      const element = document.body.appendChild(document.createElement('diplomatic-timeline-inline'));
      const before = getComputedStyle(element).display;
      document.body.appendChild(document.createElement('iframe')).contentDocument!.body.append(element);
      return [before, element.ownerDocument.defaultView!.getComputedStyle(element).display];
    });
    expect(looks).toEqual(['block', 'block']);
  });
});
