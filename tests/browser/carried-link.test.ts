import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { firefoxLeftOut } from '../../.ci/tools.mjs';
import { runToEnd } from '../../src/base/steps';
import { packText } from '../../src/formats/carried/carried-text';
import { axeFindings } from '../support/axe-page';
import { useStage } from '../support/browser-timeline';
import { SOON, startHost } from '../support/hosts';
import type { HostBrowser } from '../support/hosts';
import { sliceOf } from '../support/full';

const stage = useStage();
const hosts: HostBrowser[] = [];
afterAll(() => Promise.all(hosts.map((host) => host.close())));

/** A timeline with something of most kinds, as its file has it. */
const FILE = {
  schemaVersion: '1.1',
  id: 'boats',
  title: 'Boats “counted” <b>',
  asOf: '2016-05-04',
  sources: [{ id: 's1', kind: 'news', publisher: 'The Gazette', url: 'https://gazette.example/1' }],
  actors: [
    { id: 'anna', label: 'Anna Ray', kind: 'person', countries: ['SE'] },
    { id: 'ben', label: 'Ben Oak', kind: 'person', countries: ['NO'] },
  ],
  events: [
    {
      id: 'call',
      title: 'Ray calls Oak',
      date: '2016-05-02',
      type: 'talks',
      participants: [{ actor: 'anna', role: 'initiator' }, 'ben'],
      evidence: [{ source: 's1', quote: 'a long call' }],
      claims: [{ id: 'c1', claimedBy: 'ben', text: 'It was short.' }],
      relations: [{ type: 'prepares', to: 'boat' }],
    },
    { id: 'boat', title: 'A boat is seen', date: '[2016-05-03,2016-05-04]', participants: ['ben'] },
    { id: 'later', title: 'Nobody knows when', participants: ['anna'] },
  ],
};
const TITLES = FILE.events.map(({ title }) => title);
const linkOf = (file: object, view = ''): string => `t=${runToEnd(packText(JSON.stringify(file), 32_000))}${view}`;
const LINK = linkOf(FILE);
const OWN_TITLE = (JSON.parse(readFileSync('data/syria-cessation-2016.json', 'utf8')) as { readonly title: string })
  .title;

const titlesIn = (page: Page) =>
  page
    .locator('.dt-app')
    .evaluate((app) => [
      ...new Set(
        [...app.querySelectorAll<HTMLElement>('.dt-mark-button[data-event]')].map((each) => each.dataset['event']),
      ),
    ]);

async function share(page: Page, name = 'Share'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.locator('.dt-give-parts').waitFor();
}

async function copied(page: Page): Promise<string> {
  const field = page.getByRole('textbox', { name: 'Link that carries the timeline' });
  await field.waitFor();
  return field.inputValue();
}

test('a timeline comes out of its link whole, is given on in the same link, and another browser has the same', async () => {
  const { page } = await stage.open({ hash: `${LINK}&countries=NO` });
  expect(await page.title()).toBe(FILE.title);
  await expect.poll(() => titlesIn(page)).toEqual(['call', 'boat']);
  await page.getByText('This timeline came whole in its link.').waitFor();
  await share(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'JSON, 3 events' }).click(),
  ]);
  const { events } = JSON.parse(readFileSync(await download.path(), 'utf8')) as typeof FILE;
  expect(events.map(({ title }) => title)).toEqual(TITLES);
  expect(events[0]).toMatchObject(FILE.events[0]!);
  const link = await copied(page);
  expect(link).toMatch(/#t=1\.[\w-]+&countries=NO$/);
  if (firefoxLeftOut() !== undefined) return;
  const firefox = await startHost('Firefox');
  hosts.push(firefox);
  const own = [new URL(stage.url()).host];
  const other = await firefox.open(link, { framed: false, own });
  await expect.poll(() => other.read(() => document.title), SOON).toBe(FILE.title);
  await expect
    .poll(() => other.read(() => document.querySelector('.dt-event-count')?.textContent ?? ''), SOON)
    .toContain('2 of 3');
  await other.click('button', 'Share');
  // All of it went in and came out: what is packed again there is the same, letter by letter.
  await expect
    .poll(
      () =>
        other.read(
          () =>
            [...document.querySelectorAll<HTMLTextAreaElement>('dialog textarea')].find(({ value }) =>
              value.includes('#t=1.'),
            )?.value ?? '',
        ),
      SOON,
    )
    .toBe(link);
  expect(await other.complaints()).toEqual([]);
  await other.close();
}, 120_000);

test('from a disk the link leads to that page, in another profile too, and no link names a host that nobody gave', async () => {
  const disk = new URL('../../dist/index.html', import.meta.url).href;
  const context = await stage.browser().newContext();
  const page = await context.newPage();
  await page.goto(`${disk}#new`);
  const text = page.locator('textarea').first();
  await text.waitFor();
  await text.fill(
    [
      '# Round two',
      'as of 24 Feb 2016',
      '22 Feb 2016: Two ministers agree a text - Anna Berg, Ben Smith [agreement]',
      '  > "agree a text" The Daily, 23 Feb 2016',
      '23 or 24 Feb 2016: A spokeswoman comments - Carla Diaz [statement]',
      '  > https://daily.example/b',
      'since 2014: Talks by the lake - Anna Berg, mediated by Dora Evans [talks]',
      '3/4/2016: Second call - Anna Berg > Ben Smith [talks]',
    ].join('\n'),
  );
  await page.getByRole('button', { name: '3 Apr 2016' }).first().click();
  await expect.poll(() => page.getByText('1 not read').or(page.getByText('Next to settle')).count()).toBe(0);
  await share(page);
  const link = await copied(page);
  expect(link.startsWith(`${disk}#t=1.`)).toBe(true);
  const home = page.getByRole('textbox', { name: 'Where the page is hosted' });
  await home.fill('somewhere');
  await expect.poll(() => page.getByRole('textbox', { name: 'Link that carries the timeline' }).count()).toBe(0);
  await home.fill('');
  expect(await copied(page)).toBe(link);
  await context.close();
  const fresh = await stage.browser().newContext();
  const other = await fresh.newPage();
  await other.goto(link);
  await expect.poll(() => other.title()).toBe('Round two');
  await share(other);
  // What is packed again there is the same, letter by letter.
  expect(await copied(other)).toBe(link);
  await fresh.close();
}, 60_000);

test('moving about keeps the link as it was written; another set lets it go', async () => {
  const { page } = await stage.open({ hash: LINK });
  await page.locator('.dt-mark-button[data-event="call"]').first().click();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${LINK}&event=call`);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${LINK}`);
  expect(await page.title()).toBe(FILE.title);
  // A link that is followed on the page itself, and back to what the page holds.
  await page.evaluate((hash) => void (location.hash = hash), linkOf({ ...FILE, id: 'other', title: 'Other boats' }));
  await expect.poll(() => page.title()).toBe('Other boats');
  await page.evaluate(() => void (location.hash = ''));
  await expect.poll(() => page.title()).toBe(OWN_TITLE);
});

describe('a link that can’t be used', () => {
  const bomb = `t=${runToEnd(packText('A'.repeat(3_900_000), 48_000))}`;
  test.each([
    ['that was cut', LINK.slice(0, -30), 'The end of this link is missing'],
    ['of a newer version', LINK.replace('t=1.', 't=7.'), 'newer version of the page'],
    ['with other letters', LINK.replace('t=1.', 't=1.%3Cscript%3E'), 'can’t be read'],
    ['of nothing', 't=', 'can’t be read'],
    ['of a text that is none', `t=${runToEnd(packText('<script>alert(1)</script>', 32_000))}`, 'can’t be read'],
    ['that swells', bomb, 'can’t be read'],
    [
      'with prototype keys alone',
      `t=${runToEnd(packText('{"__proto__":{"title":"x"},"constructor":{"prototype":{"seen":1}},"events":1}', 32_000))}`,
      'can’t be read',
    ],
  ])('%s is told in words, and the page shows its own', async (_, hash, words) => {
    const { page } = await stage.open({ hash: `${hash}&types=talks` });
    await page.getByRole('alert').getByText(words).waitFor();
    await expect.poll(() => page.title()).toBe(OWN_TITLE);
    expect(await page.evaluate(() => [location.hash, 'seen' in {}, document.documentElement.dataset['own']])).toEqual([
      '',
      false,
      undefined,
    ]);
    expect(await page.locator('.dt-event-count').innerText()).toContain('11');
  });
});

test('prototype keys in a timeline are fields that nobody knows', async () => {
  const { page } = await stage.open({
    hash: `t=${runToEnd(packText(`${JSON.stringify(FILE).slice(0, -1)},"__proto__":{"seen":1},"constructor":2}`, 32_000))}`,
  });
  await expect.poll(() => page.title()).toBe(FILE.title);
  expect(await page.evaluate(() => 'seen' in {})).toBe(false);
});

test('what the page holds is not seen before, and comes back where nothing can be loaded', async () => {
  const context = await stage.browser().newContext();
  const page = await context.newPage();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/assets/app-*.js', async (route) => {
    await held;
    await route.abort();
  });
  await page.goto(`${stage.url()}#${LINK}`, { waitUntil: 'commit' });
  await page.locator('.dt-written').waitFor({ state: 'attached' });
  expect(await page.locator('.dt-written h1').isVisible()).toBe(false);
  expect(await page.title()).toBe('...');
  letGo();
  await page.locator('#timeline-unopened').waitFor();
  expect(await page.locator('.dt-written h1').isVisible()).toBe(true);
  expect(await page.title()).toBe(OWN_TITLE);
  await context.close();
});

test('what was being written when a link came is one press away', async () => {
  const { page } = await stage.open({ hash: 'new', until: 'load' });
  const text = page.locator('textarea').first();
  await text.waitFor();
  await text.press('Control+End');
  await text.pressSequentially('\n4 May 2016: A late boat - Ben Oak');
  await expect.poll(() => page.locator('.dt-app').innerText()).toContain('A late boat');
  await page.evaluate((hash) => void (location.hash = hash), LINK);
  await expect.poll(() => page.title()).toBe(FILE.title);
  await page.getByRole('button', { name: /^Back to/ }).click();
  await expect.poll(() => page.locator('.dt-app').innerText()).toContain('A late boat');
});

test.each(sliceOf(['en', 'ar'], 2))(
  'the sheet has nothing that an accessibility checker objects to: %s',
  async (lang) => {
    const { page } = await stage.open({ hash: `${LINK}&lang=${lang}` });
    await share(page, lang === 'ar' ? 'مشاركة' : 'Share');
    await page.locator('.dt-give-files').waitFor();
    await page.locator('.dt-give-each summary').click();
    expect(await axeFindings(page)).toEqual([]);
  },
);
