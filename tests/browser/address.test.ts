import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventOf } from '../support/browser-oracle';
import { goToHash, labelled, moved, readChart, useStage, whatAndWhy, windowOf } from '../support/browser-timeline';

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';
const day = (text: string) => Date.parse(text);
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Details' });

/** Everything of the view that a link must bring back. */
async function viewOf(page: Page) {
  const { window, targets, laneCount } = await readChart(page);
  const chosenIn = (name: string) =>
    page.getByRole('combobox', { name }).evaluate((select: HTMLSelectElement) => select.value);
  return {
    window,
    laneCount,
    scale: await chosenIn('Time scale'),
    group: await chosenIn('Rows'),
    chips: await page.locator('.dt-chip').evaluateAll((all) => all.map((chip) => chip.getAttribute('aria-label'))),
    count: await page.locator('.dt-event-count').textContent(),
    selected: [
      ...new Set(
        await page
          .locator('.dt-mark-button[aria-current="true"]')
          .evaluateAll((all) => all.map((target) => (target as HTMLElement).dataset['event'])),
      ),
    ],
    heading: await panelOf(page).getByRole('heading').first().textContent(),
    pinned: await page.locator('.dt-tray-actor .dt-actor-link').allTextContents(),
    shown: [...new Set(targets.flatMap(({ rows }) => rows))].toSorted((a, b) => a - b),
  };
}

describe('a copied link', () => {
  test('brings back window, scale, grouping, filters, selection and pinned actors', async () => {
    const first = await stage.open({
      context: { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] },
    });
    const { page } = first;
    await page.getByRole('combobox', { name: 'Time scale' }).selectOption({ label: 'Calendar time' });
    await page.getByRole('combobox', { name: 'Rows' }).selectOption({ label: 'By actor' });
    await page.getByRole('button', { name: 'Dates', exact: true }).click();
    await page.getByRole('textbox', { name: 'From' }).fill('2016-02-20');
    await page.getByRole('textbox', { name: 'To' }).fill('2016-02-27');
    await moved(page, () => page.getByRole('button', { name: 'Show', exact: true }).click());
    await page.keyboard.press('Escape');
    await moved(page, () => page.getByRole('button', { name: 'Zoom in' }).click());
    for (const name of ['Sergey Lavrov', 'John Kerry']) await page.getByLabel(`Pin ${name} to compare`).click();
    await page.getByRole('button', { name: /^Countries/ }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Russia', exact: true }).check();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'is addressed or targeted' }).check();
    await page.keyboard.press('Escape');
    await page.locator(`.dt-mark-button[data-event="${CALL}"]`).first().click();
    await panelOf(page)
      .getByRole('heading', { name: eventOf(CALL).title })
      .waitFor();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const sent = await viewOf(page);
    expect(sent).toMatchObject({
      scale: 'calendar',
      group: 'actor',
      selected: [CALL],
      pinned: ['Sergey Lavrov', 'John Kerry'],
      heading: eventOf(CALL).title,
    });
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
    await page.locator('.dt-list .dt-event-link').first().waitFor();
    const titles = await page.locator('.dt-list .dt-event-link').allTextContents();
    expect(titles.length).toBeLessThan(11);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('en').compare));
  });

  test('with values that can’t be used says which, and shows the rest', async () => {
    const { page } = await stage.open({ hash: 'group=planet&from=2016-02-31&countries=RU' });
    await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('6 of 11 events');
    const notice = page.getByRole('region', { name: /could not be used/ });
    const words = await (await whatAndWhy(notice)).innerText();
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
    await panelOf(page)
      .getByRole('heading', { name: eventOf('ev-joint-statement').title })
      .waitFor();

    await page.goBack();
    await panelOf(page)
      .getByRole('heading', { name: eventOf(CALL).title })
      .waitFor();
    expect(await windowOf(page)).toEqual(window);
    await page.goBack();
    await expect.poll(() => page.locator('.dt-mark-button[aria-current]').count()).toBe(0);
    expect(await windowOf(page)).toEqual(window);
    await page.goForward();
    await panelOf(page)
      .getByRole('heading', { name: eventOf(CALL).title })
      .waitFor();
    expect(await windowOf(page)).toEqual(window);
  });

  test('typed by hand is a view of its own', async () => {
    const { page } = await stage.open();
    await goToHash(page, `event=${CALL}&group=type`);
    await panelOf(page)
      .getByRole('heading', { name: eventOf(CALL).title })
      .waitFor();
    await expect.poll(() => page.locator('.dt-lane--type').count()).toBeGreaterThan(3);
  });

  test('lays the author’s query over the opening view, and the reader’s hash over both', async () => {
    const { page } = await stage.open({ query: 'countries=RU&group=type&from=2016-02-22&x=1', hash: 'group=actor' });
    const view = await viewOf(page);
    expect(view).toMatchObject({
      group: 'actor',
      scale: 'folded',
      chips: ['Remove filter: Russia (acts)'],
      count: '6 of 11 events',
    });
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

describe('a page set up by its address', () => {
  test('with lock=range stays where the author put it, whatever a hand or a key does', async () => {
    const { page } = await stage.open({
      query: 'lock=range&from=2016-02-21&to=2016-02-26',
      hash: 'from=2014-01-01&to=2015-01-01',
    });
    const before = await windowOf(page);
    expect(before).toEqual({ start: day('2016-02-21'), end: day('2016-02-26') });
    const notice = page.getByRole('region', { name: /could not be used/ });
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    const { plot } = await readChart(page);
    const [x, y] = [plot.x + plot.width / 2, plot.y + plot.height - 6];
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await page.mouse.wheel(200, 0);
    await page.mouse.down();
    await page.mouse.move(x - 200, y, { steps: 3 });
    await page.mouse.up();
    await page.mouse.dblclick(x, y);
    await page.mouse.move(x, plot.y - 20);
    await page.mouse.down();
    await page.mouse.move(x - 200, plot.y - 20, { steps: 3 });
    await page.mouse.up();
    await page.locator('.dt-mark-button').first().focus();
    for (const key of ['+', '-', '0', '.', 'PageDown', 'PageUp', 'End', 'ArrowLeft', 'Home', 'ArrowRight', 'u'])
      await page.keyboard.press(key);
    // The keys went from event to event, and each of them is on screen.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.classList.contains('dt-mark-button')))
      .toBe(true);
    expect(await windowOf(page)).toEqual(before);
    expect(await page.locator('.dt-brush, .dt-brush-grip').count()).toBe(0);
    expect(await page.locator('.dt-lanes').evaluate((lanes) => getComputedStyle(lanes).cursor)).toBe('default');
  });

  test.each([
    ['timeline', 1440],
    ['list', 1440],
    ['timeline', 390],
    ['list', 390],
  ])('with everything hidden fills the page: %s at %d', async (view, width) => {
    const { page } = await stage.open({
      query: `hide=title,search,filters,legend,overview,details,zoom,credit&countries=RU&view=${view}`,
      viewport: { width, height: 844 },
    });
    await page.getByText('Chosen for this timeline: Countries: Russia.').waitFor();
    expect(
      await page
        .locator(
          '.dt-title, .dt-search, .dt-facet-button:visible >> text=Countries, .dt-chip, .dt-lane-check, .dt-legend, .dt-overview, .dt-panel, .dt-credit, .dt-footer',
        )
        .count(),
    ).toBe(0);
    const bottom = await page.locator('.dt-main').evaluate((main) => Math.round(main.getBoundingClientRect().bottom));
    expect(bottom).toBeGreaterThanOrEqual(844);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    // Choosing an event opens nothing and breaks nothing.
    if (view === 'timeline') await page.locator(`.dt-mark-button[data-event="${CALL}"]`).first().click();
    else await page.getByText(eventOf(CALL).title).first().click();
    await page.locator('.dt-main [aria-current="true"]').first().waitFor();
    expect(await page.locator('.dt-panel, dialog[open]').count()).toBe(0);
  });

  test('with motion=reduced moves nothing by itself, in the style sheet either; with motion=full it does, against the system’s wish', async () => {
    const arrow = (page: Page) =>
      page
        .locator('.dt-lane-arrow')
        .first()
        .evaluate((element) => getComputedStyle(element).transitionProperty);
    const { page: still } = await stage.open({ query: 'motion=reduced' });
    expect(await arrow(still)).toBe('none');
    const { page: moving } = await stage.open({ query: 'motion=full', context: { reducedMotion: 'reduce' } });
    expect(await arrow(moving)).toBe('rotate');
  });

  test('opens the groups of rows and puts them in the order that it names', async () => {
    const { page } = await stage.open({ query: 'order=active&expanded=US' });
    const lanes = await page
      .locator('.dt-lane')
      .evaluateAll((all) =>
        all.map((lane) => [
          lane.className.replace(/^dt-lane dt-lane--/, ''),
          lane.querySelector('.dt-lane-name')?.textContent ?? '',
        ]),
      );
    expect(lanes.slice(0, 2)).toEqual([
      ['country', 'Russia'],
      ['country', 'United States'],
    ]);
    expect(lanes[2]?.[0]).toBe('actor');
  });

  test.each([
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const)('with theme=%s is that throughout, on a system that is %s', async (theme, colorScheme) => {
    const { page } = await stage.open({ query: `theme=${theme}`, colorScheme });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.locator('.dt-share[open]').waitFor();
    const schemes = await page.evaluate(() =>
      ['html', '.dt-app', '.dt-select', '.dt-share'].map(
        (selector) => getComputedStyle(document.querySelector(selector)!).colorScheme,
      ),
    );
    expect(schemes).toEqual([theme, theme, theme, theme]);
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe(theme === 'dark' ? 'rgb(20, 23, 27)' : 'rgb(252, 252, 250)');
  });
});
