import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dataset, eventOf, idsWhere } from '../support/browser-oracle';
import { heard } from '../support/browser-gestures';
import { labelled, useStage } from '../support/browser-timeline';

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const titleOf = (page: Page, name: string) => panelOf(page).getByRole('heading', { name, exact: true });
const lane = (page: Page, name: string) =>
  page
    .locator('.dt-lane-head')
    .filter({ hasText: name })
    .getByRole('button', { name: new RegExp(`^${name}`) });

/** Whether it is seen on the screen as it stands, with nothing over it. */
function inSight(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const onScreen = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && bottom > top;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return onScreen && hit !== null && element.contains(hit);
  });
}

describe('an event', () => {
  test('says where its date comes from within two clicks', async () => {
    const { page } = await stage.open();
    await labelled(page, CALL).click();
    await titleOf(page, eventOf(CALL).title).waitFor();
    await page.getByRole('button', { name: /^Date worked out/ }).click();

    const basis = panelOf(page).getByText(/^Basis: worked out\..*Wednesday/);
    await expect.poll(() => inSight(basis)).toBe(true);
    expect(await basis.textContent()).toContain('the year from the repost stamp of 25 February 2016');
    const when = panelOf(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'When' }) });
    expect(await when.innerText()).toMatch(/The date rests on[\s\S]*sentence/);
  });

  test('shows who says so and its evidence first, then all else it has', async () => {
    const { page } = await stage.open();
    await labelled(page, CALL).click();
    await titleOf(page, eventOf(CALL).title).waitFor();
    // The title may be there before the rest.
    await expect
      .poll(async () => (await panelOf(page).getByRole('heading').allTextContents()).slice(0, 4))
      .toEqual([eventOf(CALL).title, 'Who says so', 'Evidence', 'When']);
    const words = await panelOf(page).innerText();
    expect(words).toContain('TASS, citing a Russian Foreign Ministry official');
    expect(words).toMatch(/Related events/);
    await panelOf(page).getByRole('button', { name: 'Sergey Lavrov' }).first().waitFor();
    await expect.poll(() => labelled(page, CALL).getAttribute('aria-current')).toBe('true');
    await expect.poll(() => page.locator('.dt-mark-button[aria-current="true"]').count()).toBeGreaterThan(1);
  });

  test('leads to related events and back', async () => {
    const { page } = await stage.open();
    await labelled(page, 'ev-joint-statement').click();
    const related = panelOf(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Related events' }) });
    const cessation = eventOf('ev-cessation-start');
    await related.getByRole('button', { name: cessation.label }).first().click();
    await titleOf(page, cessation.title).waitFor();
    await panelOf(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Related events' }) })
      .getByRole('button', { name: eventOf('ev-joint-statement').label })
      .first()
      .waitFor();
    await panelOf(page).getByRole('button', { name: 'About this timeline' }).click();
    await titleOf(page, dataset.title).waitFor();
    await expect.poll(() => page.locator('.dt-mark-button[aria-current]').count()).toBe(0);
  });
});

describe('an actor’s panel', () => {
  test.each([
    ['the lane’s header', (page: Page) => lane(page, 'Sergey Lavrov').click()],
    [
      'the event’s panel',
      async (page: Page) => {
        await labelled(page, CALL).click();
        await panelOf(page).getByRole('button', { name: 'Sergey Lavrov', exact: true }).first().click();
      },
    ],
    [
      'the search',
      async (page: Page) => {
        await page.getByRole('combobox', { name: /^Search/ }).fill('lavrov');
        await page
          .getByRole('group', { name: 'Actors' })
          .getByRole('option', { name: /^Sergey Lavrov/ })
          .click();
      },
    ],
  ])('opens from %s, with office, strip chart, deeds, statements and counterparts', async (_, open) => {
    const { page } = await stage.open();
    await open(page);
    await titleOf(page, 'Sergey Lavrov').waitFor();
    const strip = panelOf(page).locator('.dt-strip canvas');
    // The title may be there before the rest.
    await strip.waitFor();
    const words = await panelOf(page).innerText();
    expect(words).toContain('Foreign Minister');
    expect(words).toContain('Russia');
    const acts = idsWhere(({ participants }) =>
      participants.some(({ actor, role }) => actor === 'sergey-lavrov' && ['party', 'speaker'].includes(role)),
    );
    expect(acts).toEqual(['ev-lavrov-criticism', CALL].toSorted((a, b) => acts.indexOf(a) - acts.indexOf(b)));
    for (const id of acts) expect(words).toContain(eventOf(id).title);
    expect(await strip.count()).toBe(1);
    // Something is drawn on it: more than one colour.
    await expect
      .poll(() =>
        strip.evaluate((canvas: HTMLCanvasElement) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }),
      )
      .toBeGreaterThan(3);
    await panelOf(page).getByRole('button', { name: 'John Kerry, 1 event together' }).waitFor();
  });

  test('and the lanes point at each other', async () => {
    const { page } = await stage.open();
    await labelled(page, CALL).click();
    const link = panelOf(page).getByRole('button', { name: 'Sergey Lavrov', exact: true }).first();
    expect(await lane(page, 'Sergey Lavrov').getAttribute('data-hovered')).toBeNull();
    await link.hover();
    await expect.poll(() => lane(page, 'Sergey Lavrov').getAttribute('data-hovered')).toBe('true');
    expect(await lane(page, 'John Kerry').getAttribute('data-hovered')).toBeNull();
    await lane(page, 'John Kerry').hover();
    await expect
      .poll(() =>
        panelOf(page).getByRole('button', { name: 'John Kerry', exact: true }).first().getAttribute('data-hovered'),
      )
      .toBe('true');
    expect(await link.getAttribute('data-hovered')).toBeNull();
    await page.mouse.move(2, 2);
    await expect.poll(() => page.locator('[data-hovered]').count()).toBe(0);
  });

  test('leads to the pair, which holds exactly what the two share', async () => {
    const { page } = await stage.open();
    await lane(page, 'Barack Obama').click();
    await panelOf(page)
      .getByRole('button', { name: /^Vladimir Putin, \d+ events? together/ })
      .click();
    await panelOf(page).getByRole('heading', { name: 'Barack Obama and Vladimir Putin' }).waitFor();
    await expect
      .poll(() => panelOf(page).locator('.dt-event-link').allTextContents())
      .toEqual([eventOf('ev-joint-statement').title]);
  });
});

describe('comparing', () => {
  test('puts two and three actors side by side, and refuses a fourth with the reason', async () => {
    const { page } = await stage.open();
    const pin = async (name: string) => {
      await lane(page, name).click();
      await titleOf(page, name).waitFor();
      await panelOf(page).getByRole('button', { name: 'Pin to compare' }).click();
    };
    const tray = page.getByRole('region', { name: 'Compare actors' });
    expect(await tray.count()).toBe(0);
    await pin('John Kerry');
    await tray.getByText('Pin one or two more to compare.').waitFor();
    await pin('Sergey Lavrov');
    const actors = tray.locator('.dt-tray-actor');
    await expect.poll(() => tray.locator('canvas').count()).toBe(2);
    expect(await actors.count()).toBe(2);
    const [first, second] = await actors.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect()).map(({ x, y, width }) => ({ x, y, width })),
    );
    expect(Math.abs(first!.y - second!.y)).toBeLessThanOrEqual(1);
    expect(second!.x).toBeGreaterThanOrEqual(first!.x + first!.width);
    expect(await tray.locator('.dt-tray-shared .dt-event-link').allTextContents()).toEqual([eventOf(CALL).title]);

    await pin('Vladimir Putin');
    await expect.poll(() => actors.count()).toBe(3);
    await lane(page, 'Barack Obama').click();
    await titleOf(page, 'Barack Obama').waitFor();
    const fourth = panelOf(page).getByRole('button', { name: 'Pin to compare' });
    await panelOf(page).getByText('3 are pinned already. Unpin one first.').waitFor();
    expect(await fourth.getAttribute('aria-disabled')).toBe('true');
    await heard(page, ['click'], () => fourth.click({ force: true }));
    expect(await actors.count()).toBe(3);

    await tray.getByRole('button', { name: 'Unpin John Kerry' }).click();
    await expect.poll(() => actors.count()).toBe(2);
    await fourth.click();
    await expect.poll(() => actors.count()).toBe(3);
  });
});
