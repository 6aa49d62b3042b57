import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { DiplomaticEvent } from '../../src/model/dataset';
import { countryName } from '../../src/model/event-prose';
import { dataset, eventOf, idsWhere, involves, t, table } from '../support/browser-oracle';
import { readChart, useStage } from '../support/browser-timeline';

const stage = useStage();

/** Those in which Russia acts, by hand from the report. */
const RUSSIA_ACTS = [
  'ev-joint-statement',
  'ev-lavrov-kerry-call',
  'ev-kremlin-plan-a',
  'ev-mfa-advice',
  'ev-lavrov-criticism',
  'ev-russian-strikes',
];

/** Ids of all events that the chart has a button for, alone or in a pill. */
async function shown(page: Page): Promise<string[]> {
  const { targets } = await readChart(page);
  return [...new Set(targets.flatMap(({ rows }) => rows))]
    .toSorted((a, b) => a - b)
    .map((row) => table.eventAt(row).id);
}

async function expectShown(page: Page, ids: readonly string[]): Promise<void> {
  await expect.poll(async () => (await shown(page)).toSorted()).toEqual(ids.toSorted());
  const count = `${ids.length} of 11 events`;
  expect(await page.locator('.dt-event-count').textContent()).toBe(count);
  // The spoken line follows within a second; where the view was changed as well it says that, if that came to rest last.
  const said = new RegExp(`^(?:${count}|Timeline: ${ids.length} events)`);
  await expect.poll(() => page.getByRole('status').first().textContent()).toMatch(said);
}

async function open(page: Page, facet: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${facet} \\d`) }).click();
  await page.getByRole('dialog').locator('.dt-choice-count').first().waitFor();
}
const box = (page: Page, name: string) => page.getByRole('dialog').getByRole('checkbox', { name, exact: true });
const done = (page: Page) => page.keyboard.press('Escape');

/** What each choice of the open menu says it would give. */
async function counts(page: Page): Promise<Map<string, number>> {
  const rows = await page
    .getByRole('dialog')
    .locator('.dt-choice:has(.dt-choice-count)')
    .evaluateAll((items) =>
      items.map(
        (item) =>
          [
            item.querySelector('label')?.textContent ?? '',
            Number(item.querySelector('.dt-choice-count')?.textContent),
          ] as const,
      ),
    );
  return new Map(rows);
}

const countWhere = (passes: (event: DiplomaticEvent) => boolean) => idsWhere(passes).length;

describe('only events in which Russia acts', () => {
  test('takes two actions, and gives the six of the report', async () => {
    const { page } = await stage.open();
    await open(page, 'Countries');
    await box(page, 'Russia').check();

    await expectShown(page, RUSSIA_ACTS);
    expect(idsWhere(involves('RU')).toSorted()).toEqual(RUSSIA_ACTS.toSorted());
  });

  test('keeps every lane, and greys those that are left empty', async () => {
    const { page } = await stage.open();
    const before = await readChart(page);
    expect(before.emptyLanes).toEqual([]);
    await open(page, 'Countries');
    await box(page, 'Russia').check();
    await expectShown(page, RUSSIA_ACTS);
    const after = await readChart(page);
    expect(after.laneCount).toBe(before.laneCount);
    const greyed = await page
      .locator('.dt-lane')
      .evaluateAll((lanes) =>
        lanes
          .filter((lane) => lane.querySelector('.dt-lane-head--empty'))
          .map((lane) => lane.querySelector('.dt-lane-name')!.textContent),
      );
    expect(greyed).toContain('U.S.-led coalition');
    expect(greyed).toContain('Bouthaina Shaaban');
    expect(greyed).not.toContain('Sergey Lavrov');
    expect(greyed).not.toContain('Russia');
  });

  test('is the same in the list, and from the box in the lane’s header', async () => {
    const { page } = await stage.open();
    await page.getByLabel('Show only events in which Russia acts').check();
    await expectShown(page, RUSSIA_ACTS);
    await page.getByRole('button', { name: 'List', exact: true }).click();
    const titles = page.locator('.dt-list .dt-event-link');
    await expect
      .poll(async () => (await titles.allTextContents()).toSorted())
      .toEqual(RUSSIA_ACTS.map((id) => eventOf(id).title).toSorted());
  });
});

describe('the facets', () => {
  test('say what each choice would give, and what it would give beside what is chosen elsewhere', async () => {
    const { page } = await stage.open();
    await open(page, 'Countries');
    const byCountry = await counts(page);
    const codes = new Set(dataset.events.flatMap(({ countries }) => countries.map(({ country }) => country)));
    expect(byCountry.size).toBe(codes.size);
    for (const code of codes) expect(byCountry.get(countryName(code, t)), code).toBe(countWhere(involves(code)));
    await box(page, 'Russia').check();
    await expect.poll(() => page.locator('.dt-event-count').textContent()).toBe('6 of 11 events');
    // A facet never filters itself.
    expect(new Map([...(await counts(page))].filter(([name]) => byCountry.has(name)))).toEqual(byCountry);
    await done(page);

    await open(page, 'Tone');
    const byTone = await counts(page);
    for (const tone of ['cooperation', 'conflict', 'neutral'] as const) {
      expect(byTone.get(tone), tone).toBe(countWhere((event) => involves('RU')(event) && event.tone === tone));
    }
    await box(page, 'conflict').check();
    await expectShown(
      page,
      idsWhere((event) => involves('RU')(event) && event.tone === 'conflict'),
    );
    await box(page, 'neutral').check();
    await expectShown(
      page,
      idsWhere((event) => involves('RU')(event) && event.tone !== 'cooperation'),
    );
  });

  test('let a country count in further roles', async () => {
    const { page } = await stage.open();
    await open(page, 'Countries');
    await box(page, 'Russia').check();
    await box(page, 'is addressed or targeted').check();
    await expectShown(page, idsWhere(involves('RU', ['acting', 'addressee'])));
    await box(page, 'is a sponsor').check();
    await expectShown(page, idsWhere(involves('RU', ['acting', 'addressee', 'sponsor'])));
    expect(await shown(page)).toContain('ev-cessation-start');
  });

  test('join two countries by any or by all', async () => {
    const { page } = await stage.open();
    await open(page, 'Countries');
    await box(page, 'Russia').check();
    await box(page, 'United States').check();
    await expectShown(
      page,
      idsWhere((event) => involves('RU')(event) || involves('US')(event)),
    );
    await page.getByRole('dialog').getByRole('radio', { name: 'all of these' }).check();
    await expectShown(page, ['ev-joint-statement', 'ev-lavrov-kerry-call']);
  });

  test('stand as chips, which go one by one or all at once', async () => {
    const { page } = await stage.open({ hash: 'countries=RU&tones=conflict,cooperation' });
    const chips = page.getByRole('toolbar', { name: 'Filters in use' });
    await expectShown(
      page,
      idsWhere((event) => involves('RU')(event) && event.tone !== 'neutral'),
    );
    expect(await chips.getByRole('button', { name: /^Remove filter/ }).count()).toBe(3);
    await chips.getByRole('button', { name: 'Remove filter: conflict' }).click();
    await expectShown(
      page,
      idsWhere((event) => involves('RU')(event) && event.tone === 'cooperation'),
    );
    await chips.getByRole('button', { name: 'Clear all' }).click();
    await expectShown(
      page,
      idsWhere(() => true),
    );
    expect(await chips.getByRole('button').count()).toBe(0);
  });

  test('that leave nothing say so in chart and list, with a way out', async () => {
    const { page } = await stage.open({ hash: 'countries=SY&tones=neutral' });
    expect(idsWhere((event) => involves('SY')(event) && event.tone === 'neutral')).toEqual([]);
    await page.locator('.dt-chart-empty').getByText('No event matches').waitFor();
    expect(await page.getByText('The filters leave none of the 11 events.').isVisible()).toBe(true);
    await expectShown(page, []);
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.locator('.dt-list').getByText('No event matches').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => page.locator('.dt-list .dt-event-link').count()).toBe(11);
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await expectShown(
      page,
      idsWhere(() => true),
    );
  });
});
