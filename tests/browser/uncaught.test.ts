import type { Locator, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type * as Library from '../../src/entries/library';
import { eventOf } from '../support/browser-oracle';
import { forgive, useStage } from '../support/browser-timeline';
import type { Answer } from '../support/serve';

/*
 * Whatever is thrown, wherever: nothing that stood in the page goes before something better is there, and it ends in
 * words, with a button that works.
 */

declare const window: Window & {
  readonly DiplomaticTimeline: typeof Library;
  timeline?: Library.TimelineHandle;
  told?: unknown[];
  mend?: () => void;
  readonly patient?: ReadonlyMap<unknown, () => void>;
};

const DATASET = JSON.stringify({
  schemaVersion: '1.0',
  id: 't',
  title: 'Talks',
  events: [{ id: 'a', title: 'Talks in May', date: '2016-05-02', participants: ['x'] }],
});
const answers = new Map<string, Answer>([
  ['talks.json', { body: DATASET }],
  [
    'host.html',
    {
      type: 'text/html',
      body: '<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script src="./lib/diplomatic-timeline.js"></script><div id="here"><p>Ours until then</p></div>',
    },
  ],
  [
    'frame.html',
    {
      type: 'text/html',
      body: '<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe src="./index.html?embed=1" width="1200" height="800"></iframe>',
    },
  ],
]);
const stage = useStage(answers);
const CALL = eventOf('ev-lavrov-kerry-call').title;

const alert = (page: Page, words: string): Locator => page.getByRole('alert').filter({ hasText: words });
const chart = (page: Page): Locator => page.locator('.dt-chart[data-settled="yes"]');
const written = (page: Page): Locator => page.locator('#timeline .dt-written').getByText(CALL).first();
const retry = (page: Page, words: string): Promise<void> =>
  alert(page, words).getByRole('button', { name: 'Try again' }).click();

async function openList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the list' }).click();
  await expect.poll(() => page.locator('.dt-list .dt-event-link').count()).toBe(11);
  await page.locator('.dt-list').getByRole('button', { name: CALL }).click();
  await page.getByRole('complementary').getByRole('heading', { name: CALL }).waitFor();
}

describe('the page as it was written stays where', () => {
  test('a dataset can’t be put in, and the timeline comes with “Try again” once it can', async () => {
    const opened = await stage.open({
      until: 'load',
      beforeScripts: () => {
        const { parse } = JSON;
        window.mend = () => Object.assign(JSON, { parse });
        JSON.parse = (text: string) => {
          if (text.includes('"events"')) throw new RangeError('reading broke');
          return parse(text) as unknown;
        };
      },
    });
    const { page } = opened;
    await alert(page, 'could not be shown').waitFor();
    expect(await written(page).isVisible()).toBe(true);
    await page.evaluate(() => window.mend?.());
    await retry(page, 'could not be shown');
    await chart(page).waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await forgive(opened, [/reading broke/]);
  });

  test('what is around all of it can’t be rendered', async () => {
    const opened = await stage.open({
      until: 'load',
      beforeScripts: () => {
        const { matchMedia } = window;
        window.mend = () => Object.assign(window, { matchMedia });
        window.matchMedia = () => {
          throw new Error('media broke');
        };
      },
    });
    const { page } = opened;
    await alert(page, 'The timeline failed').waitFor();
    expect(await alert(page, 'The timeline failed').innerText()).toContain('media broke');
    expect(await written(page).isVisible()).toBe(true);
    await retry(page, 'The timeline failed');
    await alert(page, 'The timeline failed').waitFor();
    await page.evaluate(() => window.mend?.());
    await retry(page, 'The timeline failed');
    await chart(page).waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    await forgive(opened, [/media broke/]);
  });

  test('the page’s own script throws as it begins', async () => {
    const opened = await stage.open({
      until: 'load',
      beforeScripts: () => {
        if (sessionStorage.getItem('mended') === null)
          Object.defineProperty(navigator, 'languages', {
            get: () => {
              throw new Error('languages broke');
            },
          });
      },
    });
    const { page } = opened;
    await alert(page, 'could not be opened').waitFor();
    expect(await written(page).isVisible()).toBe(true);
    await page.evaluate(() => sessionStorage.setItem('mended', 'yes'));
    await alert(page, 'could not be opened').getByRole('link', { name: 'Try again' }).click();
    await chart(page).waitFor({ state: 'attached' });
    await page.evaluate(() => sessionStorage.clear());
    await forgive(opened, [/languages broke/]);
  });

  test('the browser is older than what it is made for, which is said', async () => {
    const { page } = await stage.open({
      until: 'load',
      beforeScripts: () => {
        CSS.supports = () => false;
      },
    });
    await alert(page, 'This browser is older').waitFor();
    expect(await alert(page, 'This browser is older').innerText()).toMatch(
      /Edge \d+, Firefox \d+, Safari \d+\.\d+ or later/,
    );
    expect(await written(page).isVisible()).toBe(true);
    expect(await page.locator('.dt-app').count()).toBe(0);
  });

  test('a language never comes, and what it needs first never comes: neither blank nor gone', async () => {
    const { page } = await stage.open({
      fresh: true,
      beforeScripts: () => {
        const { setTimeout: later } = window;
        // Half a minute and more.
        Object.assign(window, {
          setTimeout: (act: () => void, ms?: number, ...rest: unknown[]) =>
            later(act, ms === 30_000 ? 1e9 : (ms ?? 0) / 10, ...rest),
        });
      },
    });
    await page.route(/assets\/(?:ru-opening|chart\.lazy)-/, () => undefined);
    await page.goto(`${stage.url()}?lang=ru`, { waitUntil: 'commit' });
    await written(page).waitFor();
    expect(await page.locator('.dt-app').count()).toBe(0);
  });

  test('a part that never comes is one that can’t be had, after a while', async () => {
    const opened = await stage.open({
      url: `${stage.url()}host.html`,
      until: 'load',
      fresh: true,
      beforeScripts: () => {
        const { setTimeout: later, clearTimeout: forget } = window;
        const patient = new Map<unknown, () => void>();
        Object.assign(window, {
          patient,
          setTimeout: (act: () => void, ms?: number, ...rest: unknown[]) => {
            const timer = later(act, ms === 30_000 ? 1e9 : ms, ...rest);
            if (ms === 30_000) patient.set(timer, act);
            return timer;
          },
          clearTimeout: (timer?: number) => {
            patient.delete(timer);
            forget(timer);
          },
        });
      },
    });
    const { page } = opened;
    const never = () => undefined;
    await page.route(/assets\/EventList-/, never);
    await page.goto(`${stage.url()}?view=list`, { waitUntil: 'commit' });
    await written(page).waitFor();
    const asked = () => page.locator('script[src*="EventList-"]').count();
    await expect.poll(asked).toBe(1);
    await expect.poll(() => page.evaluate(() => window.patient?.size)).toBe(1);
    expect(await written(page).isVisible()).toBe(true);
    await page.evaluate(() => window.patient?.forEach((act) => act()));
    await page.locator('.dt-app').waitFor();
    expect(await written(page).isVisible()).toBe(true);
    // The view asks once more.
    await expect.poll(asked).toBe(1);
    await page.evaluate(() => window.patient?.forEach((act) => act()));
    await alert(page, 'This part failed: the list').waitFor();
    expect(await written(page).isVisible()).toBe(true);
    await page.unroute(/assets\/EventList-/, never);
    await retry(page, 'This part failed: the list');
    await page.locator('.dt-list').waitFor();
    await forgive(opened, [/CodeMissing/]);
  });
});

describe('a chart that', () => {
  test('gets no canvas says so, isn’t settled, and opens the list', async () => {
    const opened = await stage.open({
      until: 'load',
      beforeScripts: () => {
        HTMLCanvasElement.prototype.getContext = () => null;
      },
    });
    const { page } = opened;
    await alert(page, 'This part failed: the chart').waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await page.locator('[data-settled]').count()).toBe(0);
    await openList(page);
    await forgive(opened, [/no canvas/]);
  });

  test('can’t paint a frame any more says so, and comes back once it can', async () => {
    const opened = await stage.open({ context: { reducedMotion: 'reduce' } });
    const { page } = opened;
    await page.evaluate(() => {
      const { stroke } = CanvasRenderingContext2D.prototype;
      window.mend = () => Object.assign(CanvasRenderingContext2D.prototype, { stroke });
      CanvasRenderingContext2D.prototype.stroke = () => {
        throw new Error('painting broke');
      };
    });
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await alert(page, 'This part failed: the chart').waitFor();
    await openList(page);
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await alert(page, 'This part failed: the chart').waitFor();
    await page.evaluate(() => window.mend?.());
    await retry(page, 'This part failed: the chart');
    await chart(page).waitFor({ state: 'attached' });
    await forgive(opened, [/painting broke/]);
  });

  test('throws as its part begins says so, and is asked for again', async () => {
    const opened = await stage.open({ fresh: true });
    const { page } = opened;
    await page.route(/assets\/chart\.lazy-/, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'document.currentScript.partCode = (exports, use) => { if (!window.mended) throw new Error("part broke"); throw new Error("part broke again"); }',
      }),
    );
    await page.reload();
    await alert(page, 'This part failed: the chart').waitFor();
    await page.evaluate(() => Object.assign(window, { mended: true }));
    await retry(page, 'This part failed: the chart');
    await expect.poll(() => opened.complaints.filter((each) => each.includes('part broke again')).length).toBe(1);
    await openList(page);
    await forgive(opened, [/part broke/]);
  });

  test('lost its canvas is painted again as soon as the browser gives it back', async () => {
    const { page } = await stage.open();
    const inked = await page.locator('.dt-lanes .dt-canvas, .dt-overview .dt-canvas').evaluateAll((canvases) =>
      canvases.map((element) => {
        const canvas = element as HTMLCanvasElement;
        const context = canvas.getContext('2d')!;
        // As a canvas that is read paints it.
        canvas.toDataURL();
        canvas.dispatchEvent(new Event('contextrestored'));
        const before = canvas.toDataURL();
        context.clearRect(0, 0, 1e5, 1e5);
        const lost = canvas.toDataURL();
        canvas.dispatchEvent(new Event('contextrestored'));
        return [lost === before, canvas.toDataURL() === before];
      }),
    );
    expect(inked).toEqual([
      [false, true],
      [false, true],
    ]);
  });
});

describe('in the page of a host', () => {
  test('what stood in the element stays while the dataset is on its way and where it fails; words and an error tell', async () => {
    const opened = await stage.open({ url: `${stage.url()}host.html`, until: 'load', fresh: true });
    const { page } = opened;
    const asked: Route[] = [];
    await page.route('**/talks.json', (route) => void asked.push(route));
    const answer = async (): Promise<void> => {
      await expect.poll(() => asked.length).toBe(1);
      expect(await page.getByText('Ours until then').isVisible()).toBe(true);
      await asked.pop()?.fulfill({ body: DATASET, contentType: 'application/json' });
    };
    await page.evaluate(() => {
      const { parse } = JSON;
      window.mend = () => Object.assign(JSON, { parse });
      JSON.parse = (text: string) => {
        if (text.includes('"events"')) throw new RangeError('reading broke');
        return parse(text) as unknown;
      };
      window.told = [];
      window.timeline = window.DiplomaticTimeline.mountTimeline(document.querySelector('#here')!, {
        src: './talks.json',
      });
      window.timeline.on('error', (problem) => window.told?.push(problem.kind));
    });
    await answer();
    await alert(page, 'could not be shown').waitFor();
    expect(await page.evaluate(() => window.told)).toEqual(['broken']);
    await page.evaluate(() => window.mend?.());
    await retry(page, 'could not be shown');
    await answer();
    await chart(page).waitFor({ state: 'attached' });
    expect(await page.getByText('Ours until then').count()).toBe(0);
    await page.evaluate(() => window.timeline?.destroy());
    expect(await page.locator('#here').innerHTML()).toBe('');
    await forgive(opened, [/reading broke/]);
  });

  test('what fails as a whole gives back what stood in the element, and the handle tells', async () => {
    const opened = await stage.open({ url: `${stage.url()}host.html`, until: 'load' });
    const { page } = opened;
    const painted = await page.evaluate(async (dataset) => {
      const { matchMedia } = window;
      window.mend = () => Object.assign(window, { matchMedia });
      window.matchMedia = () => {
        throw new Error('media broke');
      };
      const { mountTimeline } = window.DiplomaticTimeline;
      window.timeline = mountTimeline(document.querySelector('#here')!, { dataset, motion: 'reduced' });
      const problem = await new Promise((tell) => {
        window.timeline?.on('error', (told) => tell(told.detail));
      });
      await window.timeline.whenPainted();
      return problem;
    }, DATASET);
    expect(painted).toBe('media broke');
    await alert(page, 'The timeline failed').waitFor();
    expect(await page.getByText('Ours until then').isVisible()).toBe(true);
    await page.evaluate(() => window.mend?.());
    await retry(page, 'The timeline failed');
    await chart(page).waitFor({ state: 'attached' });
    expect(await page.getByText('Ours until then').count()).toBe(0);
    await forgive(opened, [/media broke/]);
  });

  test('a listener that throws is reported, and the others and the timeline go on', async () => {
    const opened = await stage.open({ url: `${stage.url()}host.html`, until: 'load' });
    const { page } = opened;
    await page.evaluate((dataset) => {
      window.told = [];
      window.timeline = window.DiplomaticTimeline.mountTimeline(document.querySelector('#here')!, { dataset });
      for (const name of ['select', 'state', 'ready'] as const)
        window.timeline.on(name, () => {
          throw new Error('the host broke');
        });
      window.timeline.on('select', (id) => window.told?.push(id));
    }, DATASET);
    await chart(page).waitFor({ state: 'attached' });
    await page.locator('.dt-mark-button[data-event="a"]').first().click();
    await page.getByRole('heading', { name: 'Talks in May' }).waitFor();
    expect(await page.evaluate(() => window.told)).toEqual(['a']);
    await forgive(opened, [/the host broke/]);
  });

  test('a frame whose part for hosts can’t be had is a timeline all the same', async () => {
    const opened = await stage.open({ url: `${stage.url()}host.html`, until: 'load', fresh: true });
    const { page } = opened;
    await page.route(/assets\/connect-frame-/, (route) => route.abort());
    await page.goto(`${stage.url()}frame.html`);
    const frame = page.frameLocator('iframe');
    await frame.locator('.dt-chart[data-settled="yes"]').waitFor({ state: 'attached' });
    await frame.locator('.dt-mark-button[data-event="ev-lavrov-kerry-call"]').first().click();
    await frame.getByRole('heading', { name: CALL }).waitFor();
    await forgive(opened, [/request failed: .*connect-frame/, /Failed to load resource/, /could not be loaded/]);
  });
});
