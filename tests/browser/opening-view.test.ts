import { describe, expect, test } from 'vitest';
import { dataset, table } from '../support/browser-oracle';
import { overlaps, readChart, useStage } from '../support/browser-timeline';

const stage = useStage();

describe('the opening view at 1440 x 900', () => {
  test('names every event once, with no label on another and all of them inside the plot', async () => {
    const { page } = await stage.open();
    const chart = await readChart(page);
    const labels = chart.targets.filter(({ label }) => label !== undefined);

    expect(labels.map(({ event }) => event).toSorted()).toEqual(dataset.events.map(({ id }) => id).toSorted());
    expect(overlaps(chart)).toEqual([]);
    const { plot } = chart;
    const outside = labels.filter(
      ({ label }) =>
        label!.x < plot.x ||
        label!.x + label!.width > plot.x + plot.width ||
        label!.y < plot.y ||
        label!.y + label!.height > plot.y + plot.height,
    );
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  test('shows all lanes without a scrollbar, and the page itself without one', async () => {
    const { page } = await stage.open();
    const sizes = await page.locator('.dt-lanes').evaluate(({ scrollHeight, clientHeight }) => ({
      lanes: scrollHeight - clientHeight,
      page: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(sizes.lanes).toBeLessThanOrEqual(1);
    expect(sizes.page).toBe(0);
    expect(sizes.sideways).toBe(0);
  });

  test('holds the five happenings the set is about, each under a name that says all', async () => {
    const { page } = await stage.open();
    for (const name of [
      /^Joint statement approved\. 22 Feb 2016\. Agreement, cooperation\. .*Vladimir Putin/,
      /^Phone call on preparations\. 24 Feb 2016\. Talks, cooperation\. .*Sergey Lavrov/,
      /^Cessation of hostilities\. announced for 27 Feb 2016\. Ceasefire step, cooperation/,
      /^Air strikes in Syria and Iraq\. since 2014, ongoing on 24 Feb 2016\. Military action, conflict\. U\.S\.-led coalition/,
      /^Air strikes in Syria\. since 30 Sep \[2015\], ongoing on 24 Feb 2016\. Military action, conflict\. Russian aviation grouping/,
    ])
      await page.getByRole('button', { name }).first().waitFor();
  });

  test('folds the empty times between 2014, September 2015 and February 2016, and says how long they are', async () => {
    const { page } = await stage.open();
    await expect.poll(() => page.locator('.dt-fold-label').allTextContents()).toEqual(['9 months', '5 months']);
    const days = ['2014-06-01', '2015-09-30', '2016-02-22', '2016-02-27'].map((day) => Date.parse(day));
    const { window } = await readChart(page);
    for (const day of days) expect(day >= window.start && day < window.end).toBe(true);
  });

  test('draws what was still going on up to the as-of day and no further', async () => {
    const { page } = await stage.open();
    const { targets } = await readChart(page);
    const rightOf = (id: string) =>
      Math.max(...targets.filter(({ event }) => event === id).map(({ box }) => box.x + box.width));
    const call = targets.find(({ event }) => event === 'ev-lavrov-kerry-call')!;
    // The call stands in the middle of the as-of day; the next thing drawn is three days on.
    const dayPx = (rightOf('ev-cessation-start') - (call.box.x + 12)) / 3;
    for (const id of ['ev-russian-strikes', 'ev-coalition-strikes'])
      expect(rightOf(id)).toBeLessThan(call.box.x + 12 + dayPx);
    expect(table.asOfEnd).toBe(Date.parse('2016-02-25'));
  });

  test('has nothing selected, says in the panel what all of it rests on, and asks for nothing but its own files', async () => {
    const { page } = await stage.open();
    await expect(page.locator('[aria-current]').count()).resolves.toBe(0);
    await page.getByText('11 of 11 events').first().waitFor();
    const panel = page.getByRole('complementary', { name: 'Details' });
    await panel.getByRole('heading', { name: dataset.title }).waitFor();
    const words = await panel.innerText();
    expect(words).toContain('All 11 events rest on one report by TASS (Russian state-owned news agency), 24 Feb 2016.');
    expect(words).toContain('no second account is set beside it');
    expect(words).toContain('Events after 24 Feb 2016 are only announced.');
    for (const fact of ['Version', 'Curated by', 'Corrections']) expect(words).toContain(fact);
    await expect(page.getByRole('dialog').count()).resolves.toBe(0);
    expect(await page.title()).not.toBe('');
    // Script and style stand in the page, which loads the parts of its script alone.
    expect(await page.locator('script[src], link[rel="stylesheet"], link[rel="preload"]').count()).toBe(0);
    const hashed = (names: readonly string[]) =>
      names.map((name) => new URL(name).pathname.replace(/-[\w-]+\./, '-hash.')).filter((name) => name !== '/icon.svg');
    // A picture that stands in the sheet itself is told of by newer browsers, and asked of nobody.
    const asked = hashed(
      await page.evaluate(() =>
        performance.getEntriesByType('resource').flatMap(({ name }) => (name.startsWith('data:') ? [] : [name])),
      ),
    );
    const parts = hashed(
      await page
        .locator('template#script-parts')
        .evaluate((template: HTMLTemplateElement) =>
          [...template.content.querySelectorAll('script')].map(({ src }) => new URL(src, document.baseURI).href),
        ),
    );
    expect(asked).toContain('/assets/app-hash.js');
    expect(asked.filter((name) => !parts.includes(name))).toEqual([]);
  });
});
