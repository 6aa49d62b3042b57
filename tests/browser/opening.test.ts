import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe-page';
import { useStage } from '../support/browser-timeline';
import type { Answer } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const lake = readFileSync(resolve(root, 'src/app/opening/samples/lake-talks.csv'), 'utf8');
const calls = JSON.stringify({
  id: 'calls',
  title: 'Calls',
  events: [{ id: 'a', title: 'A call', date: '2015-05-11' }],
});
const OWN = 'Syria, February 2016: from joint statement to cessation of hostilities';
const overrides = new Map<string, Answer>();
const stage = useStage(overrides);

interface Given {
  readonly name: string;
  readonly text?: string;
  readonly bytes?: readonly number[];
  /** Of `text`, one after the other. */
  readonly times?: number;
}

/** Drops files on the page as a browser would; gives whether the page took them from it. */
async function drop(page: Page | Frame, files: readonly Given[], texts: Readonly<Record<string, string>> = {}) {
  return page.evaluate(
    ([given, words]) => {
      const data = new DataTransfer();
      for (const { name, text = '', bytes, times = 1 } of given)
        data.items.add(new File(bytes === undefined ? Array<string>(times).fill(text) : [new Uint8Array(bytes)], name));
      for (const [type, text] of Object.entries(words)) data.setData(type, text);
      const target = document.querySelector('.dt-main, main') ?? document.body;
      const fire = (name: string) =>
        target.dispatchEvent(
          new DragEvent(name, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }),
        );
      return [fire('dragover'), fire('drop')].every((isLeft) => !isLeft);
    },
    [files, texts] as const,
  );
}

async function paste(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(words)) clipboardData.setData(type, text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, texts);
}

const titleOf = (page: Page | Frame) => page.locator('.dt-title h1').textContent();
const planOf = (page: Page | Frame) => page.locator('.dt-plan[open]');
const refusalOf = (page: Page | Frame) => page.locator('.dt-open-refused');

async function openPlanned(page: Page | Frame): Promise<void> {
  await planOf(page).getByRole('button', { name: 'Open' }).click();
  await page.locator('.dt-opened').waitFor();
}

const PLACES: readonly [string, () => Promise<Page | Frame>][] = [
  ['over http', async () => (await stage.open()).page],
  ['from a disk', async () => (await stage.open({ url: pathToFileURL(resolve(root, 'dist/index.html')).href })).page],
  [
    'in a sandboxed frame',
    async () => {
      overrides.set('frame.html', {
        body: '<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts allow-downloads" src="./index.html" width="1400" height="860"></iframe>',
      });
      const { page } = await stage.open({ url: `${stage.url()}frame.html`, until: 'load' });
      const frame = page.frames().find((each) => each.url().endsWith('index.html'));
      await frame?.locator('.dt-app[data-timeline-parts]').waitFor();
      return frame as Frame;
    },
  ],
];

describe.each(PLACES)('%s', (_, open) => {
  test('a dropped table is said before it is shown, shown, and taken away again', async () => {
    const page = await open();
    expect(await drop(page, [{ name: 'lake-talks.csv', text: lake }])).toBe(true);
    const plan = planOf(page);
    await plan.getByText('12 dates can be read two ways').waitFor();
    expect(await plan.locator('.dt-plan-counts dd').allTextContents()).toEqual(['60', '11', '27', '57']);
    expect(await titleOf(page)).toBe(OWN);
    await openPlanned(page);
    expect(await titleOf(page)).toBe('Lake talks');
    expect(await page.locator('.dt-opened-words').textContent()).toContain('57 of 60 events shown; 3 have no date.');
    expect(await page.locator('.dt-shelf .dt-event-link').count()).toBe(3);
    await page.getByRole('button', { name: 'Undo open' }).click();
    await page.locator('.dt-opened').waitFor({ state: 'detached' });
    expect(await titleOf(page)).toBe(OWN);
  });

  test.each<[string, readonly Given[], Readonly<Record<string, string>>, RegExp]>([
    ['junk', [{ name: 'x.csv', text: 'Dear reader,' }], {}, /x\.csv/],
    ['an empty file', [{ name: 'x.csv', text: '' }], {}, /“x\.csv” is empty/],
    ['bytes that are no text', [{ name: 'x.csv', bytes: [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13] }], {}, /x\.csv/],
    [
      'a link',
      [],
      { 'text/uri-list': 'https://news.example/a.csv', 'text/plain': 'https://news.example/a.csv' },
      /is a link/,
    ],
    ['a word', [], { 'text/plain': 'hostilities' }, /doesn’t look like data/],
  ])('%s is answered in words', async (__, files, texts, words) => {
    const page = await open();
    expect(await drop(page, files, texts)).toBe(true);
    const refusal = refusalOf(page);
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(words);
    expect(await titleOf(page)).toBe(OWN);
  });
});

test('our own JSON is opened, and its address doesn’t pretend to lead to it', async () => {
  const { page } = await stage.open();
  const before = page.url();
  await drop(page, [{ name: 'calls.json', text: calls }]);
  await openPlanned(page);
  expect([await titleOf(page), await page.title()]).toEqual(['Calls', 'Calls']);
  expect(page.url()).toContain('#tab=file');
  await page.reload();
  await page.locator('.dt-app[data-timeline-parts]').waitFor();
  expect(await titleOf(page)).toBe(OWN);
  await page.waitForFunction((address) => location.href === address, before);
});

test('a folder is refused, and of five files at once one is chosen', async () => {
  const { page } = await stage.open();
  await page.evaluate(() => {
    DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true }) as FileSystemEntry;
  });
  await drop(page, [{ name: 'letters' }]);
  await refusalOf(page).getByText('“letters” is a folder.').waitFor();
  await page.evaluate(() => {
    DataTransferItem.prototype.webkitGetAsEntry = () => null;
  });
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name: `${name}.json`, text: calls.replace('Calls', name) }));
  await drop(page, five);
  await page.getByRole('dialog', { name: '5 files' }).getByRole('button', { name: 'd.json' }).click();
  await openPlanned(page);
  expect(await titleOf(page)).toBe('d');
});

test('rows of a spreadsheet are pasted, a word isn’t, and a field keeps what is pasted into it', async () => {
  const { page } = await stage.open();
  await paste(page, { 'text/plain': 'a word' });
  await refusalOf(page).waitFor();
  const rows = lake.split('\r\n').slice(0, 9).join('\n').replaceAll(',', '\t');
  await paste(page, { 'text/plain': rows });
  await planOf(page).locator('.dt-plan-counts').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.dt-search-place input, input[type="search"]').first().focus();
  const isLeft = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'a');
    return document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    );
  });
  expect(isLeft).toBe(true);
  expect(await planOf(page).count()).toBe(0);
});

test('by its key, a file is chosen; nothing of all this is asked of the network but the page’s own scripts', async () => {
  const { page } = await stage.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await page.keyboard.press('o');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('dialog', { name: 'Open a file' }).getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles({ name: 'lake-talks.csv', mimeType: 'text/csv', buffer: Buffer.from(lake) });
  await planOf(page).locator('.dt-plan-counts').waitFor();
  await openPlanned(page);
  await page.getByRole('button', { name: 'show' }).click();
  await page.getByRole('button', { name: /^Add a date Review/ }).click();
  await page.getByLabel('Date', { exact: true }).fill('3/4/2016');
  await page.locator('.dt-open-hint .dt-button').first().click();
  await page.getByText('58 of 60 events shown; 2 have no date.').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Lake-talks.json');
  const home = stage.url();
  expect(asked.filter((each) => !each.startsWith(`GET ${home}assets/`) && !each.startsWith('GET blob:'))).toEqual([]);
});

test('100 MB are read while one looks, and let go of at a word; the page goes on meanwhile', async () => {
  const { page } = await stage.open();
  const line = '2016-02-24,"A call that somebody made to somebody else, and what they said",Somebody\n';
  await drop(page, [{ name: 'large.csv', text: `When,What,Who\n${line.repeat(12_000)}`, times: 100 }]);
  await planOf(page).locator('.dt-plan-reading').waitFor();
  await planOf(page).locator('.dt-plan-counts').waitFor();
  await planOf(page).getByRole('button', { name: 'Close' }).click();
  await planOf(page)
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  expect(await titleOf(page)).toBe(OWN);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('.dt-list').waitFor();
});

test.each(['light', 'dark'] as const)('nothing in it is hard to reach or to read, %s', async (colorScheme) => {
  const { page } = await stage.open({ colorScheme });
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('dialog', { name: 'Open a file' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lake talks, an invented table' }).click();
  await planOf(page).locator('.dt-plan-counts').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await openPlanned(page);
  await page.getByRole('button', { name: 'show' }).click();
  await page.locator('.dt-report').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
