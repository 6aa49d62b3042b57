import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe-page';
import { drop, gzipped, paste, workbook, zipSaying, zipped } from '../support/bring-files';
import type { Given } from '../support/bring-files';
import { useStage, whatAndWhy } from '../support/browser-timeline';
import { isFull, sliceOf } from '../support/full';
import type { Answer } from '../support/serve';

const root = resolve(import.meta.dirname, '../..');
const lake = readFileSync(resolve(root, 'src/app/opening/samples/lake-talks.csv'), 'utf8');
const own = readFileSync(resolve(root, 'data/syria-cessation-2016.json'), 'utf8');
const calls = JSON.stringify({
  id: 'calls',
  title: 'Calls',
  events: [{ id: 'a', title: 'A call', date: '2015-05-11' }],
});
const letters = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Invented//EN
BEGIN:VEVENT
UID:1@letters.example
DTSTAMP:20160101T000000Z
DTSTART;VALUE=DATE:20160222
SUMMARY:A letter
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n');
const OWN = 'Syria, February 2016: from joint statement to cessation of hostilities';

const HEAD =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script src="./host.js"></script>';
const FRAME = 'width="1400" height="860" title="Timeline"';
const overrides = new Map<string, Answer>([
  [
    'host.js',
    {
      body: `window.heard = []; for (const type of ['dragover', 'drop', 'paste']) document.addEventListener(type, (event) => { heard.push(type + (event.defaultPrevented ? ', taken' : '')) })`,
    },
  ],
  [
    'frame.html',
    {
      body: `${HEAD}<iframe sandbox="allow-scripts allow-downloads" src="./?embed=1&allow=open" ${FRAME}></iframe>`,
    },
  ],
  [
    'embeds.html',
    { body: `${HEAD}<p id="theirs">Theirs</p><iframe sandbox="allow-scripts" src="./?embed=1" ${FRAME}></iframe>` },
  ],
  [
    'inline.html',
    {
      body: `${HEAD}<p id="theirs">Theirs</p><style>#shut, #open { height: 700px }</style><div id="shut"></div><div id="open"></div><script src="./lib/diplomatic-timeline.js"></script>
      <script src="./mount.js"></script>`,
    },
  ],
  [
    'mount.js',
    {
      body: `const dataset = ${JSON.stringify(own)}; const { mountTimeline } = DiplomaticTimeline;
      mountTimeline(document.querySelector('#shut'), { dataset }); mountTimeline(document.querySelector('#open'), { dataset, allow: ['open'] })`,
    },
  ],
]);
const stage = useStage(overrides);

type Place = Page | Frame;
const bodyOf = (page: Place) => page.locator('body');
const titleOf = (page: Place) => page.locator('.dt-title h1').textContent();
const planOf = (page: Place) => page.locator('.dt-plan[open]');
const refusalOf = (page: Place) => page.locator('.dt-open-refused');
const countOf = (page: Place) => planOf(page).locator('.dt-plan-counts dd').first().textContent();

async function openPlanned(page: Place): Promise<void> {
  await planOf(page).getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('.dt-opened').waitFor();
}

/** Everything that is asked for from now on, but for the page's own scripts and its icon. */
function watchNetwork(page: Page, home: string): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(`${home}assets/`) || request.url() === `${home}icon.svg`;
    const isSilent = request.method() === 'GET' && request.postData() === null;
    if (!(isSilent && (isOwn || request.url().startsWith('blob:')))) asked.push(`${request.method()} ${request.url()}`);
  });
  page.on('websocket', (socket) => asked.push(`socket ${socket.url()}`));
  return asked;
}

/** What the chart shows, and where. */
const shownIn = (page: Place) =>
  page
    .locator('.dt-chart[data-settled="yes"]')
    .evaluate((chart) => [
      chart.dataset['window'],
      ...[...chart.querySelectorAll('.dt-mark-button')].map((mark) => mark.getAttribute('aria-label')),
    ]);

async function openFrame(): Promise<{ readonly page: Page; readonly place: Frame; readonly home: string }> {
  const { page } = await stage.open({ url: `${stage.url()}frame.html`, until: 'load' });
  const place = page.frames()[1] as Frame;
  await place.locator('.dt-app[data-timeline-parts]').waitFor();
  return { page, place, home: stage.url() };
}

async function openPage(url?: string): Promise<{ readonly page: Page; readonly place: Page; readonly home: string }> {
  const { page } = await stage.open(url === undefined ? {} : { url });
  return { page, place: page, home: new URL('.', page.url()).href };
}

type Refused = readonly [files: readonly Given[], texts: Readonly<Record<string, string>>, words: RegExp];
const REFUSED: readonly Refused[] = [
  [[{ name: 'junk.csv', body: 'Dear reader,' }], {}, /junk\.csv/],
  [[{ name: 'nothing.csv' }], {}, /“nothing\.csv” is empty/],
  [[{ name: 'picture.csv', body: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13) }], {}, /picture\.csv/],
  [[{ name: 'page.csv', body: '<!doctype html><title>Sign in</title>' }], {}, /“page\.csv” is a web page/],
  [[{ name: 'bomb.zip', body: zipSaying('bomb.csv', 3e9) }], {}, /“bomb\.(?:csv|zip)” is too large/],
  [[{ name: 'cut.zip', body: zipped('a.csv', lake).subarray(0, 400) }], {}, /cut\.zip/],
  [[{ name: 'letters', isFolder: true }], {}, /“letters” is a folder/],
  [
    [],
    { 'text/uri-list': 'https://news.example/a.csv', 'text/plain': 'https://news.example/a.csv' },
    /is a link, and links aren’t fetched/,
  ],
  [[], { 'text/plain': 'hostilities' }, /doesn’t look like data/],
];

type Taken = readonly [file: Given, events: string];
const TAKEN: readonly Taken[] = [
  [{ name: 'calls.json', body: calls }, '1'],
  [{ name: 'letters.ics', body: letters }, '1'],
  [
    {
      name: 'sheet.xlsx',
      body: workbook([
        ['When', 'What'],
        ['2016-02-22', 'A call'],
        ['2016-02-23', 'Another'],
      ]),
    },
    '2',
  ],
  [{ name: 'lake.csv.gz', body: gzipped(lake) }, '60'],
  [{ name: 'lake.zip', body: zipped('lake.csv', lake) }, '60'],
  [{ name: 'really-a-zip.csv', body: zipped('lake.csv', lake) }, '60'],
];

describe.each([
  ['over http', () => openPage(), REFUSED, TAKEN],
  [
    'from a disk',
    () => openPage(pathToFileURL(resolve(root, 'dist/index.html')).href),
    sliceOf(REFUSED, 4),
    sliceOf(TAKEN, 3),
  ],
  ['in a sandboxed frame that may', openFrame, sliceOf(REFUSED, 4), sliceOf(TAKEN, 3)],
] as const)('%s', (_, open, refused, taken) => {
  test('what can’t be used is answered in words, what can is said before it is shown, and taken away again', async () => {
    const { page, place, home } = await open();
    const asked = watchNetwork(page, home);
    const before = await shownIn(place);
    for (const [files, texts, words] of refused) {
      expect(await drop(bodyOf(place), files, texts)).toBe(true);
      await refusalOf(place).getByText(words).first().waitFor();
      await refusalOf(place).getByRole('button', { name: 'Dismiss' }).click();
    }
    for (const [file, events] of taken) {
      expect(await drop(bodyOf(place), [file])).toBe(true);
      await expect.poll(() => countOf(place), { message: file.name }).toBe(events);
      await planOf(place).getByRole('button', { name: 'Close' }).click();
    }
    expect(await drop(bodyOf(place), [{ name: 'lake-talks.csv', body: lake }])).toBe(true);
    await planOf(place).getByText('12 dates can be read two ways').waitFor();
    await expect
      .poll(() => planOf(place).locator('.dt-plan-counts dd').allTextContents())
      .toEqual(['60', '11', '27', '57']);
    expect([await titleOf(place), await shownIn(place)]).toEqual([OWN, before]);
    await openPlanned(place);
    expect(await titleOf(place)).toBe('Lake talks');
    expect(await place.locator('.dt-opened-words').textContent()).toContain('57 of 60 events shown; 3 have no date.');
    await expect.poll(() => place.locator('.dt-shelf .dt-event-link').count()).toBe(3);
    await place.getByRole('button', { name: 'Undo open' }).click();
    await place.locator('.dt-opened').waitFor({ state: 'detached' });
    await expect.poll(() => shownIn(place)).toEqual(before);
    expect(await titleOf(place)).toBe(OWN);
    await place.getByRole('button', { name: 'List', exact: true }).click();
    await place.locator('.dt-list').waitFor();
    expect(asked).toEqual([]);
  });
});

describe('in somebody else’s page', () => {
  const heardIn = (page: Page) =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0).join('; '));

  test('whose author allows nothing, nothing is taken, and the page’s own drops and pastes reach it', async () => {
    const { page } = await stage.open({ url: `${stage.url()}embeds.html`, until: 'load' });
    const frame = page.frames()[1] as Frame;
    await frame.locator('.dt-app[data-timeline-parts]').waitFor();
    const files = [{ name: 'calls.json', body: calls }];
    expect(await drop(bodyOf(frame), files)).toBe(false);
    expect(await paste(bodyOf(frame), { 'text/plain': lake })).toBe(false);
    expect(await frame.getByRole('button', { name: 'Open', exact: true }).count()).toBe(0);
    expect(await drop(page.locator('#theirs'), files)).toBe(false);
    expect(await paste(page.locator('#theirs'), { 'text/plain': lake })).toBe(false);
    expect(await heardIn(page)).toBe('dragover; drop; paste');
    expect(await frame.locator('.dt-drop, .dt-plan, .dt-open-refused').count()).toBe(0);
  });

  test('a timeline takes what is dropped on itself, where it is allowed', async () => {
    const { page } = await stage.open({ url: `${stage.url()}inline.html`, until: 'load' });
    for (const id of ['shut', 'open']) await page.locator(`#${id} .dt-app[data-timeline-parts]`).waitFor();
    const files = [{ name: 'calls.json', body: calls }];
    expect(await drop(page.locator('#theirs'), files)).toBe(false);
    expect(await drop(page.locator('#shut .dt-app'), files)).toBe(false);
    expect(await paste(page.locator('#shut .dt-app'), { 'text/plain': lake })).toBe(false);
    expect(await heardIn(page)).toBe('dragover; drop; dragover; drop; paste');
    expect(await drop(page.locator('#open .dt-app'), files)).toBe(true);
    const plan = page.locator('#open .dt-plan[open]');
    await plan.getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('#open .dt-opened').waitFor();
    expect(await page.locator('.dt-title :is(h1, h2)').allTextContents()).toEqual([OWN, 'Calls']);
    expect(await page.title()).toBe('Host');
    expect(new URL(page.url()).hash).toBe('');
  });
});

test('our own JSON is opened, and its address doesn’t pretend to lead to it; of five files at once one is chosen', async () => {
  const { page } = await stage.open();
  const before = page.url();
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name: `${name}.json`, body: calls.replace('Calls', name) }));
  await drop(bodyOf(page), five);
  await page.getByRole('dialog', { name: '5 files' }).getByRole('button', { name: 'd.json' }).click();
  await openPlanned(page);
  expect([await titleOf(page), await page.title()]).toEqual(['d', 'd']);
  expect(page.url()).toContain('#tab=file');
  await page.reload();
  await page.locator('.dt-app[data-timeline-parts]').waitFor();
  expect(await titleOf(page)).toBe(OWN);
  await page.waitForFunction((address) => location.href === address, before);
});

test('rows of a spreadsheet are pasted, a word isn’t, and a field keeps what is pasted into it', async () => {
  const { page } = await stage.open();
  await paste(bodyOf(page), { 'text/plain': 'a word' });
  await refusalOf(page).waitFor();
  const rows = lake.split('\r\n').slice(0, 9).join('\n').replaceAll(',', '\t');
  await paste(bodyOf(page), { 'text/plain': rows });
  await planOf(page).locator('.dt-plan-counts').waitFor();
  await page.keyboard.press('Escape');
  const field = page.locator('.dt-search-place input, input[type="search"]').first();
  expect(await paste(field, { 'text/plain': 'a' })).toBe(false);
  expect(await planOf(page).count()).toBe(0);
});

test('by its key, a file is chosen; nothing of all this is asked of the network but the page’s own scripts', async () => {
  const { page } = await stage.open();
  const asked = watchNetwork(page, stage.url());
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
  expect(asked).toEqual([]);
});

test('a page whose own data could not be had opens what is brought', async () => {
  overrides.set('data/broken.json', { body: '{"events": 3', type: 'application/json' });
  const { page, state } = await stage.open({ query: 'data=data/broken.json' });
  expect(state).toBe('failed');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('dialog', { name: 'Open a file' }).getByRole('button', { name: 'Close' }).click();
  expect(await paste(bodyOf(page), { 'text/plain': lake })).toBe(true);
  await planOf(page).locator('.dt-plan-counts').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await planOf(page).getByRole('button', { name: 'Close' }).click();
  await drop(bodyOf(page), [{ name: 'calls.json', body: calls }]);
  await openPlanned(page);
  expect(await titleOf(page)).toBe('Calls');
});

test('a table by address of which something is open is shown in an embed, and what is open is told', async () => {
  overrides.set('data/open.csv', { body: 'When,What\n3/4/2016,A call\n5/6/2016,Another\n2016-02-01,A third\n' });
  const { page, state } = await stage.open({ query: 'embed=1&data=data/open.csv' });
  expect(state).toBe('ready');
  const told = await whatAndWhy(page);
  expect(await told.textContent()).toContain('3/4/2016');
});

test.runIf(isFull)('100 MB and what unpacks to more are read while the page goes on, or let go of', async () => {
  const { page } = await stage.open();
  const line = '2016-02-24,"A call that somebody made to somebody else, and what they said",Somebody\n';
  await drop(bodyOf(page), [{ name: 'large.csv', body: `When,What,Who\n${line.repeat(12_000)}`, times: 100 }]);
  await planOf(page).locator('.dt-plan-reading').waitFor();
  await planOf(page).locator('.dt-plan-counts').waitFor();
  await planOf(page).getByRole('button', { name: 'Close' }).click();
  await planOf(page).waitFor({ state: 'detached' });
  await drop(bodyOf(page), [{ name: 'bomb.csv.gz', body: gzipped('2016-02-24,A call\n'.repeat(13_000_000)) }]);
  await refusalOf(page).or(planOf(page).getByText(/200/)).first().waitFor({ timeout: 45_000 });
  if ((await planOf(page).count()) > 0) await planOf(page).getByRole('button', { name: 'Close' }).click();
  expect(await titleOf(page)).toBe(OWN);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.locator('.dt-list').waitFor();
});

test.each(sliceOf(['light', 'dark'] as const, 2))(
  'nothing in it is hard to reach or to read, %s',
  async (colorScheme) => {
    const { page } = await stage.open({ colorScheme });
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('dialog', { name: 'Open a file' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lake talks, an invented table' }).click();
    await planOf(page).locator('.dt-plan-counts').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await openPlanned(page);
    await page.getByRole('button', { name: 'show' }).click();
    await page.locator('.dt-report').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  },
);
