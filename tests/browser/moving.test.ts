import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { drag, heard, wheelWith } from '../support/browser-gestures';
import { expectedLanes, projectionOf, shownLanes, table } from '../support/browser-oracle';
import { goToHash, moved, overlaps, readChart, useStage, windowOf } from '../support/browser-timeline';
import type { Span } from '../support/browser-timeline';

const stage = useStage();
const DAY_MS = 86_400_000;
const day = (text: string) => Date.parse(text);

/** Opens without animation, so that each step ends where it leads. */
const openStill = (hash = '') => stage.open({ hash, context: { reducedMotion: 'reduce' } });

/** Moves, and checks what must hold wherever one has moved to. */
async function movedTidily(page: Page, act: () => Promise<unknown>): Promise<Span> {
  const window = await moved(page, act);
  await expectTidy(page);
  return window;
}

async function expectTidy(page: Page): Promise<void> {
  const chart = await readChart(page);
  expect(overlaps(chart)).toEqual([]);
  expect(shownLanes(chart)).toEqual(expectedLanes(chart.window));
}

/** A point of the plot, from its left edge, at a height where no event stands. */
async function emptyPoint(page: Page, x: number): Promise<readonly [number, number]> {
  const { plot, targets } = await readChart(page);
  const at = plot.x + x;
  for (let y = plot.y + 20; y < plot.y + plot.height - 30; y += 4) {
    if (
      !targets.some(
        ({ box }) => at > box.x - 3 && at < box.x + box.width + 3 && y > box.y - 3 && y < box.y + box.height + 3,
      )
    )
      return [at, y];
  }
  throw new Error(`No empty place at ${x}`);
}

/** Where a time stands in a window, px from the plot's left edge. */
async function placeOf(page: Page, time: number): Promise<number> {
  const { plot, window } = await readChart(page);
  return projectionOf(window, plot.width).timeToPx(time);
}

async function timeAt(page: Page, x: number): Promise<number> {
  const { plot, window } = await readChart(page);
  return projectionOf(window, plot.width).pxToTime(x);
}

/** Share of the whole folded time that is in the window. */
function extentOf(window: Span): number {
  return 1 / projectionOf(window, 1).domainPx;
}

describe('the wheel', () => {
  test('with ctrl zooms at the pointer, whose time stays, in and out, a notch at most by 1.5', async () => {
    const { page } = await openStill();
    const x = 420;
    await page.mouse.move(...(await emptyPoint(page, x)));
    const [time, before] = [await timeAt(page, x), await windowOf(page)];
    const closer = await movedTidily(page, () => wheelWith(page, 'Control', -240, 2));
    expect(extentOf(closer)).toBeLessThan(extentOf(before) * 0.9);
    expect(await placeOf(page, time)).toBeCloseTo(x, 0);
    const back = await movedTidily(page, () => wheelWith(page, 'Control', 120));
    expect(extentOf(back)).toBeLessThan(extentOf(closer) * 1.5);
    expect(extentOf(back)).toBeGreaterThan(extentOf(closer));
    expect(await placeOf(page, time)).toBeCloseTo(x, 0);
  });

  test('alone is the page’s: the window stays, nothing holds it up, the lanes scroll', async () => {
    const { page } = await stage.open({ viewport: { width: 1440, height: 520 } });
    const before = await windowOf(page);
    await page.mouse.move(...(await emptyPoint(page, 500)));
    expect(await heard(page, ['wheel'], () => page.mouse.wheel(0, 40))).toBe('free');
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector('.dt-lanes')!.scrollTop + document.documentElement.scrollTop),
      )
      .toBeGreaterThan(0);
    expect(await windowOf(page)).toEqual(before);
  });

  test('with shift pans by as much as it turned, and no label jumps or lets go of its mark', async () => {
    const { page } = await openStill('from=2016-02-21&to=2016-02-26');
    await page.mouse.move(...(await emptyPoint(page, 300)));
    const time = await timeAt(page, 300);
    await movedTidily(page, () => wheelWith(page, 'Shift', 100));
    expect(await placeOf(page, time)).toBeCloseTo(200, 0);
  });
});

describe('dragging', () => {
  test('the chart takes the time under the hand along', async () => {
    const { page } = await openStill('from=2016-02-21&to=2016-02-26');
    const [x, y] = await emptyPoint(page, 500);
    const time = await timeAt(page, 500);
    await movedTidily(page, () => drag(page, [x, y], [x - 140, y + 30]));
    expect(await placeOf(page, time)).toBeCloseTo(360, 0);
    expect(await page.locator('[aria-current]').count()).toBe(0);
  });

  test('along the axis zooms to the range', async () => {
    const { page } = await openStill();
    const { plot } = await readChart(page);
    const [from, to] = [await timeAt(page, 250), await timeAt(page, 520)];
    const y = plot.y - 20;
    const window = await movedTidily(page, () => drag(page, [plot.x + 520, y], [plot.x + 250, y]));
    expect(Math.abs(window.start - from)).toBeLessThan(DAY_MS / 100);
    expect(Math.abs(window.end - to)).toBeLessThan(DAY_MS / 100);
  });

  test('in small steps never moves a label against its mark, nor takes it away', async () => {
    const { page } = await openStill('from=2016-02-20T06:00:00Z&to=2016-02-25T18:00:00Z');
    const [x, y] = await emptyPoint(page, 600);
    let before = await labelPlaces(page);
    expect(before.size).toBeGreaterThanOrEqual(6);
    for (const step of [-3, -11, -7, 5, -17, -23, 13, -29, 31, -19, -41]) {
      await movedTidily(page, () => drag(page, [x, y], [x + step, y]));
      const now = await labelPlaces(page);
      expect(faultsBetween(before, now, step), `after a step of ${step} px`).toEqual([]);
      expect(faultsBetween(now, before, -step), `before a step of ${step} px`).toEqual([]);
      before = now;
    }
  });
});

interface LabelPlace {
  /** Which lane the label stands in, and how it lies to its mark. */
  readonly place: string;
  /** Its ends and the plot's, px from where the plot begins. */
  readonly left: number;
  readonly right: number;
  readonly plotPx: number;
}

/** A label nearer than this to the edge of the plot may be held there, or have lost letters to it. */
const HELD_PX = 40;
/** With so much room for it in the plot a label is there. */
const LEAST_ROOM_PX = 60;

/**
 * What labels became others than the hand moved them `stepPx`: gone though they have room, or beside their marks in
 * another way.
 */
function faultsBetween(
  before: ReadonlyMap<string, LabelPlace>,
  now: ReadonlyMap<string, LabelPlace>,
  stepPx: number,
): string[] {
  return [...before].flatMap(([id, was]) => {
    const is = now.get(id);
    const room = Math.min(was.right + stepPx, was.plotPx) - Math.max(was.left + stepPx, 0);
    if (is === undefined) return room < LEAST_ROOM_PX ? [] : [`${id} lost its label, with ${room} px for it`];
    return isAtEdge(was) || isAtEdge(is) || is.place === was.place ? [] : [`${id} from ${was.place} to ${is.place}`];
  });
}

function isAtEdge({ left, right, plotPx }: LabelPlace): boolean {
  return left < HELD_PX || right > plotPx - HELD_PX;
}

/** The label of every event drawn as a mark by itself. */
async function labelPlaces(page: Page): Promise<Map<string, LabelPlace>> {
  const { targets, plot, window } = await readChart(page);
  const { timeToPx } = projectionOf(window, plot.width);
  const places = new Map<string, LabelPlace>();
  for (const {
    rows: [row, ...others],
    label,
    lane,
    box,
  } of targets) {
    if (label === undefined || row === undefined || others.length > 0) continue;
    const event = table.eventAt(row);
    // Words of bars stay in sight by moving along them.
    if (event.date!.form === 'interval') continue;
    const left = label.x - plot.x;
    const dx = left - timeToPx(table.anchor[row]!);
    // Boxes are written to a tenth of a pixel.
    places.set(event.id, {
      place: `${lane} ${Math.round(dx * 2) / 2} ${(label.y - box.y).toFixed(0)}`,
      left,
      right: left + label.width,
      plotPx: plot.width,
    });
  }
  return places;
}

describe('buttons, keys and fields', () => {
  test('a double click zooms in there, with shift out again', async () => {
    const { page } = await openStill();
    const [x, y] = await emptyPoint(page, 480);
    const [time, before] = [await timeAt(page, 480), await windowOf(page)];
    const closer = await movedTidily(page, () => page.mouse.dblclick(x, y));
    expect(extentOf(closer)).toBeCloseTo(extentOf(before) / 2, 3);
    expect(await placeOf(page, time)).toBeCloseTo(480, 0);
  });

  test.each([
    ['keys', 'the event that has the focus'],
    ['buttons', 'the middle'],
  ] as const)('%s zoom in and out about %s and fit all', async (by, _about) => {
    const { page } = await openStill();
    const target = page.locator('[data-event="ev-lavrov-kerry-call"].dt-mark-button').first();
    if (by === 'keys') await target.focus();
    const press = (key: string, button: string) =>
      by === 'keys' ? page.keyboard.press(key) : page.getByRole('button', { name: button, exact: true }).click();
    const before = await windowOf(page);
    const time = by === 'keys' ? Date.UTC(2016, 1, 24, 12) : await timeAt(page, (await readChart(page)).plot.width / 2);
    const middle = await placeOf(page, time);
    const closer = await movedTidily(page, () => press('+', 'Zoom in'));
    expect(extentOf(closer)).toBeCloseTo(extentOf(before) / 1.6, 3);
    expect(await placeOf(page, time)).toBeCloseTo(middle, 0);
    const out = await movedTidily(page, () => press('-', 'Zoom out'));
    expect(extentOf(out)).toBeCloseTo(extentOf(before), 3);
    const wider = await movedTidily(page, () => press('-', 'Zoom out'));
    expect(extentOf(wider)).toBeLessThanOrEqual(1.1 + 1e-6);
    const all = await movedTidily(page, () => press('0', 'Fit'));
    expect(extentOf(all)).toBeCloseTo(1, 6);
  });

  test('the date fields show the days named, and say what is wrong with what they can’t show', async () => {
    const { page } = await openStill();
    await page.getByRole('button', { name: 'Dates', exact: true }).click();
    const [from, to] = [page.getByRole('textbox', { name: 'From' }), page.getByRole('textbox', { name: 'To' })];
    const show = page.getByRole('button', { name: 'Show', exact: true });
    const before = await windowOf(page);

    await from.fill('the other day');
    await show.click();
    await page.getByRole('alert').filter({ hasText: 'Write both dates like 2016-02-22 or 22 Feb 2016' }).waitFor();
    await from.fill('2016-02-25');
    await to.fill('2016-02-22');
    await show.click();
    await page.getByRole('alert').filter({ hasText: 'The end must come after the start.' }).waitFor();
    expect(await from.getAttribute('aria-invalid')).toBe('true');
    expect(await windowOf(page)).toEqual(before);

    await from.fill('2016-02-22');
    await to.fill('25 Feb 2016');
    const window = await movedTidily(page, () => show.click());
    expect(Math.abs(window.start - day('2016-02-22'))).toBeLessThanOrEqual(1);
    expect(Math.abs(window.end - day('2016-02-26'))).toBeLessThanOrEqual(1);
    await expect.poll(() => from.count(), { message: 'the fields go when they have done their work' }).toBe(0);

    await page.getByRole('button', { name: 'Dates', exact: true }).click();
    expect(await from.inputValue()).toBe('2016-02-22');
    expect(await to.inputValue()).toBe('2016-02-25');
    await from.fill('2014');
    await to.fill('2015-09');
    const wide = await movedTidily(page, () => show.click());
    expect(Math.abs(wide.end - day('2015-10-01'))).toBeLessThanOrEqual(1);
  });

  test('the overview’s handles move one end each, by key and by hand, and speak dates', async () => {
    const { page } = await openStill();
    const start = page.getByRole('slider', { name: 'Start of the window' });
    const end = page.getByRole('slider', { name: 'End of the window' });
    const before = await windowOf(page);
    await start.focus();
    const later = await movedTidily(page, () => page.keyboard.press('PageDown'));
    expect(later.start).toBeGreaterThan(before.start);
    expect(Math.abs(later.end - before.end)).toBeLessThan(DAY_MS / 100);
    expect(await start.getAttribute('aria-valuetext')).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}$/);

    const grip = (await end.boundingBox())!;
    const hand = [Math.round(grip.x + grip.width / 2), Math.round(grip.y + grip.height / 2)] as const;
    // Nothing may lie over the handle.
    expect(await end.evaluate((element, [x, y]) => element.contains(document.elementFromPoint(x, y)), hand)).toBe(true);
    const narrower = await movedTidily(page, () => drag(page, hand, [hand[0] - 200, hand[1]]));
    expect(narrower.end).toBeLessThan(later.end);
    expect(Math.abs(narrower.start - later.start)).toBeLessThan(DAY_MS / 100);

    const brush = (await page.getByTitle('Move the window').boundingBox())!;
    const middle = [brush.x + brush.width / 2, brush.y + brush.height / 2] as const;
    const shifted = await movedTidily(page, () => drag(page, middle, [middle[0] + 60, middle[1]]));
    expect(shifted.start).toBeGreaterThan(narrower.start);
    expect(extentOf(shifted)).toBeCloseTo(extentOf(narrower), 3);
  });

  test('the closest look is one day 960 px wide', async () => {
    const { page } = await openStill('from=2016-02-23&to=2016-02-25');
    const { plot } = await readChart(page);
    const noon = day('2016-02-24T12:00:00Z');
    const place = Math.round(await placeOf(page, noon)) - 30;
    await page.mouse.move(...(await emptyPoint(page, place)));
    const time = await timeAt(page, place);
    await movedTidily(page, () => wheelWith(page, 'Control', -3000, 6));
    // Held where it is by the limit, not drawn to the middle.
    expect(await placeOf(page, time)).toBeCloseTo(place, 0);
    const { timeToPx } = projectionOf(await windowOf(page), plot.width);
    expect(timeToPx(day('2016-02-24T18:00:00Z')) - timeToPx(day('2016-02-24T06:00:00Z'))).toBeCloseTo(480, 0);
  });

  test('undo goes back through window, scale, grouping and filters, one step at a time', async () => {
    const { page } = await openStill();
    await page.locator('.dt-mark-button[tabindex="0"]').focus();
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('true');
    const first = await windowOf(page);
    const second = await moved(page, () => page.keyboard.press('+'));
    const [x, y] = await emptyPoint(page, 500);
    const third = await moved(page, () => drag(page, [x, y], [x - 80, y]));
    const { plot } = await readChart(page);
    await moved(page, () => drag(page, [plot.x + 200, plot.y - 20], [plot.x + 500, plot.y - 20]));
    await page.getByRole('combobox', { name: 'Rows' }).selectOption({ label: 'By type' });
    await page.locator('.dt-lane--type').first().waitFor();

    await undo.click();
    await page.locator('.dt-lane--country').first().waitFor();
    expect(await page.locator('.dt-lane--type').count()).toBe(0);
    expect(await moved(page, () => undo.click())).toEqual(third);
    await page.locator('.dt-mark-button[tabindex="0"]').focus();
    expect(await moved(page, () => page.keyboard.press('u'))).toEqual(second);
    expect(await moved(page, () => page.keyboard.press('u'))).toEqual(first);
    await expectTidy(page);
    await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('true');
  });

  test('the calendar scale is proportional, and holds the same events', async () => {
    const { page } = await openStill();
    await page.getByRole('combobox', { name: 'Time scale' }).selectOption({ label: 'Calendar time' });
    await expect.poll(() => page.locator('.dt-fold-label').count()).toBe(0);
    await goToHash(page, 'scale=calendar&from=2015-09-01&to=2016-03-01');
    await expect.poll(async () => (await windowOf(page)).start).toBe(day('2015-09-01'));
    await expectTidy(page);
    const { targets, plot, window } = await readChart(page);
    const call =
      targets.find(({ event, label }) => event === 'ev-lavrov-kerry-call' && label === undefined) ??
      targets.find(({ rows }) => rows.includes(table.rowOf('ev-lavrov-kerry-call')!))!;
    const share = (table.anchor[table.rowOf('ev-lavrov-kerry-call')!]! - window.start) / (window.end - window.start);
    expect(Math.abs(call.box.x + call.box.width / 2 - (plot.x + share * plot.width))).toBeLessThan(call.box.width / 2);
  });
});
