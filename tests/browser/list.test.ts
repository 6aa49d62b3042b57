import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventDateInWords } from '../../src/model/dates/date-prose';
import { actorOf } from '../../src/model/lookups';
import { ACTING_ROLES } from '../../src/model/vocabulary';
import { dataset, eventOf, idsWhere, t } from '../support/browser-oracle';
import { useStage } from '../support/browser-timeline';

const stage = useStage();
const titlesOf = (page: Page) => page.locator('.dt-list .dt-event-link').allTextContents();
const inTime = idsWhere(() => true).map((id) => eventOf(id).title);

describe('the list', () => {
  test('holds all that the timeline holds: every event with its date, actors, type, tone and who says so', async () => {
    const { page } = await stage.open();
    await page.getByRole('button', { name: 'List', exact: true }).click();
    const rows = page.getByRole('table', { name: 'Events' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(11);
    await expect.poll(() => titlesOf(page)).toEqual(inTime);
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)),
    );
    for (const [index, title] of inTime.entries()) {
      const event = dataset.events.find((each) => each.title === title)!;
      const [date, what, who, type, tone, source] = cells[index]!;
      expect(date).toContain(eventDateInWords(event, dataset.asOf, t));
      if (event.summary !== undefined) expect(what).toContain(event.summary);
      for (const { actor, role } of event.participants)
        if (ACTING_ROLES.has(role)) expect(who).toContain(actorOf(dataset, actor)!.label);
      expect(type).toContain(t(`type.${event.type!}`));
      expect(tone).toContain(t(`tone.${event.tone}`));
      expect(source).toContain(event.attribution!.voice);
    }
  });

  test('is sorted by its column heads, both ways by date', async () => {
    const { page } = await stage.open({ hash: 'view=list' });
    const head = (name: string) => page.getByRole('columnheader', { name });
    expect(await head('Date').getAttribute('aria-sort')).toBe('ascending');
    await head('Date').getByRole('button').click();
    await expect.poll(() => head('Date').getAttribute('aria-sort')).toBe('descending');
    const down = await titlesOf(page);
    expect(down).not.toEqual(inTime);
    expect(down.toSorted()).toEqual(inTime.toSorted());
    expect(down[0]).toBe(eventOf('ev-cessation-start').title);
    await head('Event').getByRole('button').click();
    await expect.poll(() => titlesOf(page)).toEqual(inTime.toSorted(new Intl.Collator('en').compare));
    expect(await head('Date').getAttribute('aria-sort')).toBe('none');
    await page.getByRole('combobox', { name: 'Sort' }).selectOption({ label: 'Oldest first' });
    await expect.poll(() => titlesOf(page)).toEqual(inTime);
  });

  test('opens an event’s panel, and the chart shows what was chosen', async () => {
    const { page } = await stage.open({ hash: 'view=list' });
    const { title } = eventOf('ev-kremlin-plan-a');
    await page.locator('.dt-list').getByRole('button', { name: title }).click();
    await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: title }).waitFor();
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await page.locator('.dt-mark-button[data-event="ev-kremlin-plan-a"][aria-current="true"]').first().waitFor();
  });

  test('at 390 x 844 holds the same events under months with their counts, without sideways scrolling', async () => {
    const { page } = await stage.open({ hash: 'view=list', viewport: { width: 390, height: 844 } });
    const list = page.locator('.dt-list--narrow');
    const words = (await list.innerText()).replaceAll(/\s+/g, ' ');
    for (const title of inTime) expect(words).toContain(title);
    expect(words).toContain('No end known by 24 Feb 2016');
    expect(words).toMatch(/February 2016 8 events/);
    expect(words).toMatch(/no events/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await list.getByRole('button', { name: eventOf('ev-lavrov-kerry-call').title }).click();
    const sheet = page.getByRole('dialog', { name: 'Details' });
    await sheet.getByRole('heading', { name: eventOf('ev-lavrov-kerry-call').title }).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });
});
