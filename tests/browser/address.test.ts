import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventOf } from '../support/browser-oracle';
import { goToHash, labelled, moved, readChart, useStage, windowOf } from '../support/browser-timeline';

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';
const day = (text: string) => Date.parse(text);
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Details' });

/** Everything of the view that a link must bring back. */
async function viewOf(page: Page) {
  const { window, spots, laneCount } = await readChart(page);
  const chosenIn = (name: string) => page.getByRole('combobox', { name }).evaluate((select: HTMLSelectElement) => select.value);
  return {
    window, laneCount,
    scale: await chosenIn('Time scale'),
    group: await chosenIn('Rows'),
    chips: await page.locator('.dt-chip').evaluateAll((all) => all.map((chip) => chip.getAttribute('aria-label'))),
    count: await page.locator('.dt-event-count').textContent(),
    selected: [...new Set(await page.locator('.dt-spot[aria-current="true"]').evaluateAll((all) => all.map((spot) => (spot as HTMLElement).dataset['event'])))],
    heading: await panelOf(page).getByRole('heading').first().textContent(),
    pinned: await page.locator('.dt-tray-actor .dt-actor-link').allTextContents(),
    shown: [...new Set(spots.flatMap(({ rows }) => rows))].toSorted((a, b) => a - b),
  };
}

describe('a copied link', () => {
  test('brings back window, scale, grouping, filters, selection and pinned actors', async () => {
    const first = await stage.open({ context: { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] } });
    const { page } = first;
    await page.getByRole('combobox', { name: 'Time scale' }).selectOption({ label: 'Calendar time' });
    await page.getByRole('combobox', { name: 'Rows' }).selectOption({ label: 'By actor' });
    await page.getByRole('button', { name: 'Dates', exact: true }).click();
    await page.getByRole('textbox', { name: 'From' }).fill('2016-02-20');
    await page.getByRole('textbox', { name: 'To' }).fill('2016-02-27');
    await moved(page, () => page.getByRole('button', { name: 'Show', exact: true }).click());
    await page.keyboard.press('Escape');
    await moved(page, () => page.getByRole('button', { name: 'Zoom in' }).click());
    for (const name of ['Sergey Lavrov', 'John Kerry']) await page.getByRole('button', { name: `Pin ${name} to compare` }).click();
    await page.getByRole('button', { name: /^Countries/ }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Russia', exact: true }).check();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'is addressed or targeted' }).check();
    await page.keyboard.press('Escape');
    await page.locator(`.dt-spot[data-event="${CALL}"]`).first().click();
    await panelOf(page).getByRole('heading', { name: eventOf(CALL).title }).waitFor();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const sent = await viewOf(page);
    expect(sent).toMatchObject({ scale: 'calendar', group: 'actor', selected: [CALL], pinned: ['Sergey Lavrov', 'John Kerry'], heading: eventOf(CALL).title });
    expect(sent.chips).toHaveLength(2);
    expect(link.length).toBeLessThan(2000);
    expect(link.startsWith(stage.url())).toBe(true);

    const { page: other } = await stage.open({ url: link });
    const got = await viewOf(other);
    const { window, ...rest } = got;
    const { window: sentWindow, ...sentRest } = sent;
    expect(rest).toEqual(sentRest);
    // The address rounds to the millisecond.
    expect(Math.abs(window.start - sentWindow.start)).toBeLessThanOrEqual(1);
    expect(Math.abs(window.end - sentWindow.end)).toBeLessThanOrEqual(1);
  });

  test('holds the pair, the list and its order, and the words filtered by', async () => {
    const { page } = await stage.open({ hash: 'pair=john-kerry,sergey-lavrov&view=list&sort=title&q=plan' });
    await panelOf(page).getByRole('heading', { name: 'John Kerry and Sergey Lavrov' }).waitFor();
    const titles = await page.locator('.dt-list .dt-event-link').allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.length).toBeLessThan(11);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('en').compare));
  });

  test('with values that can’t be used says which, and shows the rest', async () => {
    const { page } = await stage.open({ hash: 'group=planet&from=2016-02-31&countries=RU' });
    await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('6 of 11 events');
    const notice = page.getByRole('region', { name: /could not be used/ });
    await notice.getByText('What and why').click();
    const words = await notice.innerText();
    for (const found of ['planet', '2016-02-31']) expect(words).toContain(found);
  });
});

describe('the address', () => {
  test('follows the view, and Back takes back choosing an event but keeps the window', async () => {
    const { page } = await stage.open({ context: { reducedMotion: 'reduce' } });
    await labelled(page, CALL).click();
    await expect.poll(() => page.url()).toContain(`event=${CALL}`);
    const window = await moved(page, () => page.getByRole('button', { name: 'Zoom in' }).click());
    await expect.poll(() => page.url()).toMatch(/from=.*to=/);
    await labelled(page, 'ev-joint-statement').click();
    await panelOf(page).getByRole('heading', { name: eventOf('ev-joint-statement').title }).waitFor();

    await page.goBack();
    await panelOf(page).getByRole('heading', { name: eventOf(CALL).title }).waitFor();
    expect(await windowOf(page)).toEqual(window);
    await page.goBack();
    await expect.poll(() => page.locator('.dt-spot[aria-current]').count()).toBe(0);
    expect(await windowOf(page)).toEqual(window);
    await page.goForward();
    await panelOf(page).getByRole('heading', { name: eventOf(CALL).title }).waitFor();
    expect(await windowOf(page)).toEqual(window);
  });

  test('typed by hand is a view of its own', async () => {
    const { page } = await stage.open();
    await goToHash(page, `event=${CALL}&group=type`);
    await panelOf(page).getByRole('heading', { name: eventOf(CALL).title }).waitFor();
    await expect.poll(() => page.locator('.dt-lane--type').count()).toBeGreaterThan(3);
  });

  test('lays the author’s query over the opening view, and the reader’s hash over both', async () => {
    const { page } = await stage.open({ query: 'countries=RU&group=type&from=2016-02-22&x=1', hash: 'group=actor' });
    const view = await viewOf(page);
    expect(view).toMatchObject({ group: 'actor', scale: 'folded', chips: ['Remove filter: Russia (acts)'], count: '6 of 11 events' });
    // An end that nobody names is the data's: the day after the last event.
    expect(view.window).toEqual({ start: day('2016-02-22'), end: day('2016-02-28') });
    await page.getByRole('button', { name: 'Remove filter: Russia (acts)' }).click();
    await expect.poll(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('countries')).toBe('');
    expect(new URL(page.url()).search).toBe('?countries=RU&group=type&from=2016-02-22&x=1');
    // Its icon is still on the way at first, and leaving the page would break that off.
    await page.waitForLoadState('networkidle');
    await page.reload();
    await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('11 of 11 events');
  });
});
