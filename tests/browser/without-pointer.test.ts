import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goToHash, moved, useStage, windowOf } from '../support/browser-timeline';
import type { Span } from '../support/browser-timeline';
import { wheelWith } from '../support/browser-gestures';
import { WRITING_STATES, toSheet } from '../support/writing-states';

const stage = useStage();
const CALL = 'ev-lavrov-kerry-call';
const mark = `.dt-mark-button[data-event="${CALL}"][data-label]`;

/** What a pointer can act on without being a control itself, and how the keys do the same; the second test does it. */
const BY_OTHER_WAYS: Readonly<Record<string, string>> = {
  '.dt-chart > .dt-visually-hidden': 'the choice of views, and its key: this one is for those who hear the chart',
  '.dt-lanes': 'dragging, wheel, double click: PageUp, PageDown, +, -',
  '.dt-axis': 'dragging a range: the dates menu, a date in the search',
  '.dt-brush-window': 'dragging the window: its two sliders, PageUp, PageDown',
  '.dt-brush-off': 'a click beside the window: the same',
};

/**
 * Controls that arrow keys lead to: from the one tab stop of their group, or from the field that holds the focus for
 * them.
 */
const GROUPS =
  '[role="toolbar"], [role="menu"], [role="listbox"], [role="tablist"], [role="grid"], .dt-readings, .dt-lanes';

interface State {
  readonly name: string;
  readonly hash?: string;
  /** By when the hash has done its work. */
  readonly shows?: string;
  readonly reach?: (page: Page) => Promise<unknown>;
}

const open = (button: string, there: string) => async (page: Page) => {
  await page.locator(button).first().focus();
  await page.keyboard.press('Enter');
  await page.locator(there).first().waitFor();
};

const STATES: readonly State[] = [
  { name: 'as it opens' },
  {
    name: 'an event chosen, actors pinned, filtered',
    hash: `event=${CALL}&compare=john-kerry,sergey-lavrov&countries=RU,US`,
    shows: '.dt-tray-actor',
  },
  { name: 'an actor chosen', hash: 'actor=sergey-lavrov', shows: '.dt-panel .dt-strip' },
  { name: 'two actors chosen', hash: 'pair=sergey-lavrov,john-kerry', shows: '.dt-panel-title:has-text("Kerry")' },
  { name: 'nothing left', hash: 'q=zzzz', shows: '.dt-chart-empty' },
  { name: 'a facet open', reach: open('.dt-facet-button', '.dt-choice') },
  { name: 'the dates open', reach: open('.dt-toolbar .dt-facet-button', '.dt-range') },
  { name: 'the rows open', reach: open('.dt-lanes-button', '.dt-lanes-find') },
  { name: 'the data sets open', reach: open('.dt-sets-button', '.dt-sets-item') },
  {
    name: 'the search at work',
    reach: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('lavrov');
      await page.locator('.dt-search-option').first().waitFor();
    },
  },
  { name: 'the help', reach: open('.dt-tool-help', '.dt-settings') },
  { name: 'sharing', reach: (page) => toSheet(page, 'share') },
  { name: 'opening a file', reach: open('.dt-toolbar button:has-text("Open")', '.dt-open-bring') },
  { name: 'the list', hash: 'view=list' },
  { name: 'the list with nothing left', hash: 'view=list&q=zzzz', shows: '.dt-list-none' },
];

test('whatever a pointer can act on has the focus of the keyboard, belongs to a control that has, or is in the table of other ways', async () => {
  const { page } = await stage.open({ hash: 'view=timeline', context: { reducedMotion: 'reduce' } });
  const found: string[] = [];
  for (const { name, hash = 'view=timeline', reach, shows } of STATES) {
    await goToHash(page, hash);
    await page
      .locator(shows ?? (hash.includes('list') ? '.dt-list' : '.dt-chart[data-settled="yes"]'))
      .first()
      .waitFor();
    await reach?.(page);
    found.push(...(await unreachable(page)).map((element) => `${name}: ${element}`));
    for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelector('dialog[open], .dt-popover') === null);
  }
  expect(found).toEqual([]);
}, 120_000);

test.each(WRITING_STATES)('so it is where somebody writes: $name', async ({ hash = 'view=timeline', reach }) => {
  const { page } = await stage.open({ hash, fresh: true, context: { reducedMotion: 'reduce' } });
  await reach(page);
  expect(await unreachable(page)).toEqual([]);
});

/** What acts, by its tag, its role or its cursor, and that neither Tab nor arrow keys lead to. */
function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(
    ([groups, others]) => {
      const acts =
        'button, a[href], input, select, textarea, summary, label, [role="button"], [role="link"], [role="option"], [role="slider"], [role="tab"], [role^="menuitem"], [role="switch"], [role="checkbox"], [onclick]';
      const cursors = new Set(['pointer', 'grab', 'crosshair', 'col-resize', 'ew-resize', 'move', 'zoom-in']);
      const all = [...document.querySelectorAll<HTMLElement>('.dt-app, .dt-app *')].filter((element) =>
        element.checkVisibility({ visibilityProperty: true }),
      );
      const modal = document.querySelector('dialog[open]:modal');
      return all
        .filter((element) => {
          if (modal !== null && !modal.contains(element)) return false;
          const { cursor } = getComputedStyle(element);
          const takesCursor =
            cursors.has(cursor) &&
            element.parentElement !== null &&
            getComputedStyle(element.parentElement).cursor !== cursor;
          return element.matches(acts) || takesCursor;
        })
        .filter((element) => {
          const control = element.closest<HTMLElement>(
            'button, a[href], input, select, textarea, summary, [tabindex], [role="option"]',
          );
          const label = element.closest('label');
          const of = label?.control ?? control;
          if (of === null || of === undefined) return !element.matches(others);
          if (of.tabIndex >= 0) return false;
          if (of.closest(groups) !== null) return false;
          return !element.matches(others);
        })
        .map(
          (element) =>
            `${element.tagName}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 30)}`,
        );
    },
    [GROUPS, Object.keys(BY_OTHER_WAYS).join(', ')] as const,
  );
}

test('arrow keys lead to everything in the bars, round and round, Home and End to their ends', async () => {
  const { page } = await stage.open({ hash: 'countries=RU,US' });
  for (const bar of ['.dt-facets', '.dt-toolbar', '.dt-chips']) {
    const shown = await page
      .locator(`${bar} :is(button, select)`)
      .evaluateAll((all) =>
        all.filter((each) => each.checkVisibility()).map((each) => each.getAttribute('aria-label') ?? each.textContent),
      );
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    await page.locator(`${bar} [tabindex="0"]`).focus();
    const walked: (string | null | undefined)[] = [];
    for (const _ of shown) {
      walked.push(await focused());
      await page.keyboard.press('ArrowRight');
    }
    expect(walked, bar).toEqual(shown);
    await expect.poll(focused, { message: bar }).toBe(shown[0]);
    await page.keyboard.press('End');
    await expect.poll(focused, { message: bar }).toBe(shown.at(-1));
    await page.keyboard.press('Home');
    await expect.poll(focused, { message: bar }).toBe(shown[0]);
    await expect.poll(() => page.locator(`${bar} [tabindex="0"]`).count(), { message: bar }).toBe(1);
  }
});

test('Tab stops at each part of the page once, and at each link of the panel', async () => {
  const { page } = await stage.open();
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() =>
      document.activeElement === document.body
        ? undefined
        : (document.activeElement?.closest(
            '.dt-title, .dt-search-box, .dt-facets, .dt-toolbar, .dt-axis-corner, .dt-lanes, .dt-resizer, .dt-panel, .dt-brush, .dt-legend',
          )?.classList[0] ?? 'elsewhere'),
    );
    if (stop === undefined || stops.length > 60) break;
    stops.push(stop);
  }
  expect(stops.filter((stop) => stop !== 'dt-panel')).toEqual([
    'dt-title',
    'dt-search-box',
    'dt-facets',
    'dt-toolbar',
    'dt-axis-corner',
    'dt-lanes',
    'dt-resizer',
    'dt-brush',
    'dt-brush',
  ]);
  expect(stops.length).toBeLessThanOrEqual(17);
});

interface Way {
  readonly name: string;
  readonly pointer: (page: Page) => Promise<unknown>;
  readonly keys: (page: Page) => Promise<unknown>;
  /** Whether both ways changed the window alike. */
  readonly alike: (before: Span, after: Span) => boolean;
}

const middle = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).first().boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2] as const;
};
/** A point of the plot, near its middle, that no button lies on. */
const betweenMarks = (page: Page) =>
  page.locator('.dt-plot').evaluate((plot) => {
    const { left, top, width, height } = plot.getBoundingClientRect();
    const x = left + width / 2;
    const ys = Array.from({ length: Math.floor(height / 8) }, (_, index) => top + 4 + index * 8);
    const y =
      ys.find((each) =>
        [-3, 0, 3].every((dx) => document.elementFromPoint(x + dx, each)?.closest('button') === null),
      ) ?? 0;
    return [x, y] as const;
  });
const drag = (selector: string, dx: number) => async (page: Page) => {
  const [x, y] = await middle(page, selector);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y);
  await page.mouse.move(x + dx, y);
  await page.mouse.up();
};
const onMark =
  (...keys: string[]) =>
  async (page: Page) => {
    await page.locator('.dt-mark-button[tabindex="0"], [data-head][tabindex="0"]').first().focus();
    for (const key of keys) await page.keyboard.press(key);
  };
const wheel = (key: 'Control' | 'Shift', dy: number) => async (page: Page) => {
  await page.mouse.move(...(await middle(page, '.dt-axis').then(([x, y]) => [x, y + 200] as const)));
  await wheelWith(page, key, dy);
};
const length = ({ start, end }: Span) => end - start;
const isNarrower = (before: Span, after: Span) => length(after) < length(before);
const isLater = (before: Span, after: Span) => after.start > before.start;
const isEarlier = (before: Span, after: Span) => after.start < before.start;

const WAYS: readonly Way[] = [
  { name: 'dragging the chart to the right', pointer: drag('.dt-plot', 200), keys: onMark('PageUp'), alike: isEarlier },
  { name: 'shift and wheel', pointer: wheel('Shift', 120), keys: onMark('PageDown'), alike: isLater },
  { name: 'ctrl and wheel', pointer: wheel('Control', -120), keys: onMark('+'), alike: isNarrower },
  {
    name: 'a double click',
    pointer: async (page) => {
      const [x, y] = await betweenMarks(page);
      await page.mouse.dblclick(x, y);
    },
    keys: onMark('+'),
    alike: isNarrower,
  },
  {
    name: 'dragging along the axis',
    pointer: drag('.dt-axis', 120),
    keys: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('23 feb');
      await page.locator('.dt-search-option').first().waitFor();
      await page.keyboard.press('Enter');
    },
    alike: isNarrower,
  },
  {
    name: 'dragging the start of the overview’s window',
    pointer: drag('.dt-brush-grip', 40),
    keys: async (page) => {
      await page.locator('.dt-brush-grip').first().focus();
      await page.keyboard.press('PageDown');
    },
    alike: (before, after) => isLater(before, after) && isNarrower(before, after),
  },
];

test('what a pointer does to the window the keys do too', async () => {
  const { page } = await stage.open({ context: { reducedMotion: 'reduce' } });
  await page.locator(mark).focus();
  // There is nowhere to go from the whole of it.
  for (let presses = 0; presses < 3; presses++) await moved(page, () => page.keyboard.press('+'));
  for (const { name, pointer, keys, alike } of WAYS) {
    for (const way of [pointer, keys]) {
      const before = await windowOf(page);
      const after = await moved(page, () => way(page)).catch((cause: unknown) => {
        throw new Error(`${name}: ${way === pointer ? 'pointer' : 'keys'}`, { cause });
      });
      expect(alike(before, after), `${name}, ${way === pointer ? 'by pointer' : 'by keys'}`).toBe(true);
      await page.locator('.dt-lanes [tabindex="0"]').focus();
      await moved(page, () => page.keyboard.press('u'));
    }
  }
});

test('the border of the panel moves by dragging and by arrow keys, and goes back by double click and Home', async () => {
  const { page } = await stage.open();
  const width = async () => (await page.locator('.dt-panel').boundingBox())!.width;
  const usual = await width();
  const resizer = page.locator('.dt-resizer');
  await drag('.dt-resizer', -48)(page);
  await expect.poll(width).toBe(usual + 48);
  await resizer.dblclick();
  await expect.poll(width).toBe(usual);
  await resizer.press('ArrowLeft');
  await resizer.press('ArrowLeft');
  await expect.poll(width).toBe(usual + 48);
  await resizer.press('Home');
  await expect.poll(width).toBe(usual);
});

test('a tooltip comes by hovering and by the focus, and goes with Esc, which does nothing else then', async () => {
  const { page } = await stage.open();
  const tooltip = page.locator('.dt-tooltip');
  await page.locator(mark).hover();
  await tooltip.waitFor();
  const words = await tooltip.textContent();
  await page.mouse.move(5, 5);
  await tooltip.waitFor({ state: 'detached' });
  await page.locator(mark).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => tooltip.textContent()).toBe(words);
  await goToHash(page, 'event=ev-kerry-plan-b');
  await page.locator('.dt-panel-title', { hasText: 'Plan B' }).waitFor();
  await page.keyboard.press('Escape');
  await tooltip.waitFor({ state: 'detached' });
  expect(await page.locator('.dt-panel-title').textContent()).toContain('Plan B');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.dt-panel-title').textContent()).not.toContain('Plan B');
});

test('what is pointed at in a row or a list lights up for the focus as well', async () => {
  const { page } = await stage.open();
  const name = page.locator('[data-lane="actor:john-kerry"] [data-head="name"]');
  await name.hover();
  await page.locator('[data-head="name"][data-hovered]').waitFor();
  await page.mouse.move(5, 5);
  await page.locator('[data-head="name"][data-hovered]').waitFor({ state: 'detached' });
  await name.focus();
  await page.locator('[data-head="name"][data-hovered]').waitFor();
});
