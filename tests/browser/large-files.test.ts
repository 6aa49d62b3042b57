import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SLICE_MS } from '../../src/base/slices';
import type { TimelineHandle } from '../../src/app/timeline-handle';
import { forgive, goToHash, useStage } from '../support/browser-timeline';
import { isFull } from '../support/full';
import { mountPageFiles } from '../support/mount-page';
import { serve } from '../support/serve';
import type { Answer, Served } from '../support/serve';
import { writeVotes } from '../support/un-votes';

/** Far longer than it takes on two idle cores. */
const LONG_MS = 50_000;

const stage = useStage();
const folder = mkdtempSync(join(tmpdir(), 'large-files-'));
const small = readFileSync(resolve(import.meta.dirname, '../../data/syria-cessation-2016.json'), 'utf8');
let served: Served | undefined;
/** Gives the first half of the rows, and no end. */
let slow: Served | undefined;
let rows = 0;
/** Votes of Namibia, NA by its code. */
let namibias = 0;
let files: ReadonlyMap<string, Answer> = new Map();

beforeAll(async () => {
  ({ rows, namibias } = writeVotes(folder));
  const read = (name: string): Answer => ({ body: readFileSync(join(folder, name)) });
  const whole = read('un-votes.csv');
  files = new Map([
    ['files/un-votes.json', read('un-votes.json')],
    ['files/un-votes.csv', whole],
    ...(await mountPageFiles()),
  ]);
  served = await serve({ overrides: files });
  const begun = { ...whole, rest: new Promise<never>(() => undefined) };
  slow = await serve({ overrides: new Map([...files, ['files/un-votes.csv', begun]]) });
}, 2 * LONG_MS);

afterAll(async () => {
  await Promise.all([served?.close(), slow?.close()]);
  rmSync(folder, { recursive: true });
});

interface Told {
  readonly rows: number;
  readonly share: number;
}

interface WithTold {
  told?: Told[];
}

/** Writes down what the page says of its progress, as a reader would see it. */
function recordProgress(): void {
  const told: Told[] = [];
  (globalThis as WithTold).told = told;
  const look = () => {
    const line = document.querySelector('.dt-notice--rows');
    const rowsSaid = Number(/([\d,]+) rows/.exec(line?.textContent ?? '')?.[1]?.replaceAll(',', '') ?? 0);
    const share = line?.querySelector('progress')?.value ?? 0;
    if (rowsSaid > 0 && told.at(-1)?.rows !== rowsSaid) told.push({ rows: rowsSaid, share });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const address = (): string => served?.url ?? '';

/** What the page says of the slices it read the rows in, once all of it is on screen. */
async function whenLoaded(page: Page): Promise<{ rows: number; slices: number; longestMs: number; totalMs: number }> {
  await page.waitForFunction(() => performance.getEntriesByName('diplomatic-timeline: rows').length > 0, undefined, {
    timeout: LONG_MS,
  });
  await page.locator('.dt-notice--rows').waitFor({ state: 'detached', timeout: LONG_MS });
  return page.evaluate(
    () => (performance.getEntriesByName('diplomatic-timeline: rows')[0] as PerformanceMeasure).detail,
  );
}

async function countsShown(page: Page, count: number): Promise<void> {
  await page
    .getByText(`${count.toLocaleString('en')} of ${rows.toLocaleString('en')} events`)
    .first()
    .waitFor({ state: 'attached', timeout: LONG_MS });
}

describe('hundreds of thousands of rows', () => {
  test(
    'open with a first picture early and progress on the way, and then every row is counted',
    { timeout: 2 * LONG_MS },
    async () => {
      const { page, state } = await stage.open({
        url: address(),
        query: 'data=files/un-votes.json',
        beforeScripts: recordProgress,
      });
      expect(state).toBe('ready');
      const record = await whenLoaded(page);
      const told = (await page.evaluate(() => (globalThis as WithTold).told)) ?? [];
      expect(record.rows).toBe(rows);
      await countsShown(page, rows);
      expect(told.length).toBeGreaterThan(3);
      expect(
        told.every(
          ({ rows: n, share }, index) => index === 0 || (n >= told[index - 1]!.rows && share >= told[index - 1]!.share),
        ),
      ).toBe(true);
      // A stopwatch on a machine that does other things too says nothing of a single slice; that most of many hundreds
      // kept to their time does. Showing a table is no slice, and what it costs is for the tests of the chart.
      expect(record.slices).toBeGreaterThan(50);
      expect(
        record.totalMs / record.slices,
        `the longest of ${record.slices} slices lasted ${record.longestMs} ms`,
      ).toBeLessThan(4 * SLICE_MS);
      expect(namibias).toBeGreaterThan(1000);
      await goToHash(page, 'countries=NA');
      await countsShown(page, namibias);
    },
  );

  test(
    'are stopped by the reader, stay as far as they came, and begin again when asked',
    { timeout: 2 * LONG_MS },
    async () => {
      const opened = await stage.open({ url: slow?.url ?? '', query: 'data=files/un-votes.json' });
      const { page } = opened;
      await page.getByRole('button', { name: 'Cancel' }).click();
      const stopped = page.locator('.dt-notice--stopped');
      await stopped.waitFor({ timeout: LONG_MS });
      const came = Number(/after ([\d,]+) rows/.exec(await stopped.innerText())?.[1]?.replaceAll(',', ''));
      expect(came > 0 && came < rows).toBe(true);
      await page
        .getByText(`${came.toLocaleString('en')} of ${came.toLocaleString('en')} events`)
        .first()
        .waitFor({ state: 'attached', timeout: LONG_MS });
      // A browser counts a request that its page lets go of among those that failed.
      await forgive(opened, [/un-votes\.csv \(net::ERR_ABORTED\)/]);
      await page.getByRole('button', { name: 'Load it from the start' }).click();
      await page.locator('.dt-notice--rows').waitFor({ timeout: LONG_MS });
    },
  );

  // Forty megabytes, thrown away again: only in the full run.
  if (isFull)
    test('give their memory back when another dataset takes their place', { timeout: 2 * LONG_MS }, async () => {
      const { page } = await stage.open({ url: `${address()}mount.html`, until: 'load', fresh: true });
      const handle = await page.evaluateHandle((text) => {
        const { mountTimeline } = globalThis as unknown as {
          mountTimeline: (target: Element, options: object) => TimelineHandle;
        };
        return mountTimeline(document.querySelector('#here')!, { source: { kind: 'text', text, name: 'small' } });
      }, small);
      const descriptor = JSON.parse(String(files.get('files/un-votes.json')?.body)) as { rows: { mapping: object } };
      const show = (what: 'small' | 'rows') =>
        handle.evaluate(
          async (timeline, { kind, text, mapping }) => {
            const head = {
              schemaVersion: '1.0',
              id: 'rows',
              title: 'Rows',
              curators: [],
              corrections: [],
              sources: [],
              actors: [],
            };
            await timeline.setDataset(
              kind === 'small'
                ? text
                : ({
                    kind: 'rows',
                    name: 'rows',
                    data: { address: 'files/un-votes.csv' },
                    mapping,
                    dataset: head,
                  } as never),
            );
            await timeline.whenPainted();
          },
          { kind: what, text: small, mapping: descriptor.rows.mapping },
        );
      await show('small');
      const before = await bytesHeld(page);
      await show('rows');
      const during = await bytesHeld(page);
      await show('small');
      await show('small');
      const after = await bytesHeld(page);
      expect(during - before).toBeGreaterThan(rows * 20);
      expect((after - before) / (during - before), `${before}, ${during} and ${after} bytes`).toBeLessThan(0.2);
    });
});

/** Script heap and what stands beside it, after collecting. */
async function bytesHeld(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  // Typed in the protocol without the second number, which typed arrays are in.
  const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return usedSize + backingStorageSize;
}
