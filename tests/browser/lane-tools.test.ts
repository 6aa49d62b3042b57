import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { makeLanes } from '../../src/layout/lanes/lanes';
import { makeEventTable } from '../../src/model/table-builder';
import { useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { makeLargeDataset } from '../support/make-dataset';

const large = makeLargeDataset({ events: 2000, actors: 300, countries: 40 });
const table = makeEventTable(large);
const FILE = JSON.stringify({
  schemaVersion: '1.0',
  id: large.id,
  title: 'Three hundred actors',
  asOf: '2016-02-24',
  actors: large.actors.map(({ id, label, kind, countries }) => ({ id, label, kind, countries })),
  events: large.events.map(({ id, title, date, type, participants, countries }) => ({
    id,
    title,
    date: date!.edtf,
    type,
    participants: participants.map(({ actor, role }) => ({ actor, role })),
    countries,
  })),
});

const stage = useStage(new Map([['large.json', { body: FILE }]]));

const open = (hash = '', viewport = { width: 1440, height: 900 }) =>
  stage.open({
    query: 'data=large.json',
    hash: `view=timeline${hash}`,
    viewport,
    context: { reducedMotion: 'reduce' },
  });
const tools = (page: Page) => page.getByRole('button', { name: /^\d+ rows$/ });
const field = (page: Page) => page.getByRole('combobox', { name: 'Find a row' });
const header = (page: Page, id: string) => page.locator(`.dt-lane[data-lane="${id}"] .dt-lane-actor`);
/** Ids of the lanes in the document, from the top. */
const shown = (page: Page) =>
  page.locator('.dt-lane').evaluateAll((lanes) =>
    lanes
      .map((lane) => ({ id: lane.getAttribute('data-lane'), top: lane.getBoundingClientRect().top }))
      .toSorted((a, b) => a.top - b.top)
      .map(({ id }) => id),
  );

async function find(page: Page, name: string): Promise<void> {
  await tools(page).click();
  await field(page).fill(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name} `) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** The lane's header has the focus, and all of the lane is inside chart and page. */
async function expectInSight(page: Page, id: string): Promise<void> {
  await expect
    .poll(() => header(page, id).evaluateAll((buttons) => buttons.some((button) => button === document.activeElement)))
    .toBe(true);
  await page.locator('.dt-chart[data-settled="yes"]').waitFor();
  await expect
    .poll(() =>
      header(page, id).evaluate((button) => {
        const box = button.closest('.dt-lanes')!.getBoundingClientRect();
        const lane = button.closest('.dt-lane')!.getBoundingClientRect();
        return {
          top: lane.top,
          bottom: lane.bottom,
          from: Math.max(box.top, 0),
          to: Math.min(box.bottom, window.innerHeight),
        };
      }),
    )
    .toSatisfy(({ top, bottom, from, to }) => top >= from && bottom <= to, 'inside chart and page');
}

/** An actor whose lane is far from the top, wherever that is. */
const lowest = makeLanes(table, 'country', table.countries).findLast(({ kind }) => kind === 'actor')!;
const nameOf = (id: string) => large.actors.find((actor) => actor.id === id)!.label;

describe('finding a lane', () => {
  test('far below, in a closed group, opens the group, brings the lane into sight, marks it and gives its header the focus', async () => {
    const { page } = await open();
    expect(await header(page, lowest.id).count()).toBe(0);
    const marked = page.locator('.dt-lane-highlight').waitFor({ state: 'attached' });
    await find(page, nameOf(lowest.key));
    await marked;
    await expectInSight(page, lowest.id);
    await page.getByRole('dialog', { name: 'Rows' }).waitFor({ state: 'detached' });
    expect(await page.locator('.dt-lanes').evaluate((box) => box.scrollTop)).toBeGreaterThan(900);
    // The mark goes by itself.
    await page.locator('.dt-lane-highlight').waitFor({ state: 'detached' });
  });

  test('works with all groups open, where most lanes are not in the document', async () => {
    const { page } = await open();
    await tools(page).click();
    await page.getByRole('button', { name: 'Open all groups' }).click();
    await expect
      .poll(() => tools(page).textContent())
      .toBe(
        `${makeLanes(table, 'country', [...table.countries, 'mentioned', 'others', 'bodies', 'armed-groups']).length} rows`,
      );
    await page.keyboard.press('Escape');
    await find(page, nameOf(lowest.key));
    await expectInSight(page, lowest.id);
    await expect.poll(() => page.locator('.dt-lane').count()).toBeLessThan(60);
    await find(page, nameOf('actor-0'));
    await expectInSight(page, 'actor:actor-0');
  });

  test('scrolls the page as well where that is what scrolls', async () => {
    const { page } = await open(`&expanded=${lowest.parent}`, { width: 768, height: 1024 });
    await find(page, nameOf(lowest.key));
    await expectInSight(page, lowest.id);
  });
});

test('the most active first is another order, told in the address; undo takes it back', async () => {
  const { page } = await open();
  const first = (order: 'file' | 'active') =>
    makeLanes(table, 'country', undefined, order)
      .slice(0, 3)
      .map(({ id }) => id);
  expect(first('active')).not.toEqual(first('file'));
  const top = async () => (await shown(page)).slice(0, 3);
  expect(await top()).toEqual(first('file'));
  await tools(page).click();
  await page.getByRole('radio', { name: 'Most active first' }).check();
  await expect.poll(top).toEqual(first('active'));
  await expect.poll(() => new URL(page.url()).hash).toContain('order=active');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect.poll(top).toEqual(first('file'));
  await expect.poll(() => new URL(page.url()).hash).not.toContain('order=');
});

test('the button’s words fit the corner, and fingers can work the tools, at every width', async () => {
  for (const [width, height] of sliceOf(
    [
      [1440, 900],
      [768, 1024],
      [390, 844],
    ] as const,
    2,
  )) {
    const { page } = await stage.open({
      query: 'data=large.json',
      hash: 'view=timeline',
      viewport: { width, height },
      context: { hasTouch: true, isMobile: true },
    });
    expect(
      await tools(page).evaluate((each) => [
        each.scrollWidth <= each.clientWidth,
        each.getBoundingClientRect().height >= 44,
      ]),
      `${width}`,
    ).toEqual([true, true]);
    await tools(page).tap();
    await field(page).fill('actor 2');
    await page
      .getByRole('option', { name: /^actor 2/i })
      .first()
      .waitFor();
    const small = await page
      .getByRole('dialog', { name: 'Rows' })
      .locator('input.dt-field, .dt-switch-side, .dt-button:visible, [role="option"]')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
      );
    expect(small, `${width}`).toEqual([]);
  }
});
