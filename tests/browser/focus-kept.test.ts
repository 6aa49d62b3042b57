import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { goToHash, labelled, useStage } from '../support/browser-timeline';
import { focusFaults, focusName } from '../support/focus-of';
import { sliceOf } from '../support/full';
import { makeLargeDataset } from '../support/make-dataset';
import type { Answer } from '../support/serve';

const answers = new Map<string, Answer>();
const stage = useStage(answers);
const CALL = 'ev-lavrov-kerry-call';
const target = `.dt-mark-button[data-event="${CALL}"][data-label]`;
const head = (lane: string, part = 'name') => `[data-lane="${lane}"] [data-head="${part}"]`;
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const hash = (text: string) => (page: Page) => goToHash(page, text);

interface Case {
  readonly name: string;
  readonly hash?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What has the focus, or how it gets there. */
  readonly from: string | ((page: Page) => Promise<unknown>);
  readonly act: (page: Page) => Promise<unknown>;
  /** By when it is done: something that the page shows. */
  readonly until?: string;
  /** Where the focus must be, as `focusName` says it. */
  readonly lands: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'its event is filtered away: the next in the row',
    from: '[data-lane="actor:sergey-lavrov"] .dt-mark-button:last-of-type',
    act: hash('tones=conflict'),
    until: '.dt-chip',
    lands: /^dt-mark-button actor:sergey-lavrov/,
  },
  {
    name: 'no event of its row is left: the row’s name',
    from: head('actor:john-kerry'),
    act: hash('countries=SY'),
    until: '.dt-chip',
    lands: /^dt-lane-actor actor:john-kerry name/,
  },
  {
    name: 'on an event whose row is emptied: the row’s name',
    from: '[data-lane="actor:john-kerry"] .dt-mark-button',
    act: hash('countries=SY'),
    until: '.dt-chip',
    lands: /^dt-lane-actor actor:john-kerry name/,
  },
  {
    name: 'nothing is left at all: the row’s name',
    from: target,
    act: hash('q=zzzz'),
    until: '.dt-chip',
    lands: /^dt-lane-actor actor:john-kerry name/,
  },
  {
    name: 'its row is gone: the same event in another',
    from: target,
    act: hash('group=type'),
    until: '[data-lane="type:talks"]',
    lands: new RegExp(`^dt-mark-button type:\\S+ ${CALL}`),
  },
  {
    name: 'a header is gone: the first there is',
    from: head('country:US'),
    act: hash('group=type'),
    until: '[data-lane="type:talks"]',
    lands: /^dt-mark-button type:/,
  },
  {
    name: 'the view changes to the list: the same event',
    from: target,
    act: press('l'),
    until: '.dt-list-row',
    lands: new RegExp(`^dt-event-link ${CALL}`),
  },
  {
    name: 'and back',
    hash: 'view=list',
    from: `.dt-list [data-event="${CALL}"]`,
    act: press('l'),
    until: '.dt-chart[data-settled="yes"] .dt-mark-button',
    lands: new RegExp(`^dt-mark-button .*${CALL}`),
  },
  {
    name: 'a row of the list is filtered away: the next',
    hash: 'view=list',
    from: `.dt-list [data-event="${CALL}"]`,
    act: hash('view=list&tones=conflict'),
    until: '.dt-chip',
    lands: /^dt-event-link/,
  },
  {
    name: 'all rows of the list are: the way out',
    hash: 'view=list',
    from: `.dt-list [data-event="${CALL}"]`,
    act: hash('view=list&q=zzzz'),
    until: '.dt-list-none',
    lands: /^BUTTON|^dt-button|dt-list/,
  },
  {
    name: 'a chip is taken away: the next',
    hash: 'countries=RU&tones=conflict',
    from: '.dt-chip',
    act: press('Enter'),
    until: '.dt-chips :nth-child(1):last-child, .dt-chip',
    lands: /^dt-chip/,
  },
  {
    name: 'the last chip is: the filters',
    hash: 'countries=RU',
    from: '.dt-chip',
    act: press('Enter'),
    lands: /^dt-facet-button/,
  },
  {
    name: 'all chips are: the filters',
    hash: 'countries=RU&tones=conflict',
    from: '.dt-chip',
    act: press('End', 'Enter'),
    lands: /^dt-facet-button/,
  },
  {
    name: 'undo takes the chip away',
    hash: 'countries=RU',
    from: '.dt-chip',
    act: async (page) => {
      await press('Enter', 'u')(page);
      await page.locator('.dt-chip').focus();
      await hash('countries=')(page);
    },
    lands: /^dt-/,
  },
  {
    name: 'the panel is closed: what opens it again',
    from: '.dt-panel-close',
    act: press('Enter'),
    until: '.dt-details-button',
    lands: /^dt-details-button/,
  },
  {
    name: 'the panel is opened again by that',
    from: async (page) => {
      await page.locator('.dt-panel-close').press('Enter');
      await page.locator('.dt-details-button').waitFor();
    },
    act: press('Enter'),
    until: '.dt-panel',
    lands: /^dt-/,
  },
  {
    name: 'Esc in an event’s panel: its mark',
    from: target,
    act: async (page) => {
      await press('Enter', 'Enter')(page);
      await page.locator('.dt-panel-title:focus').waitFor();
      await press('Tab', 'Escape')(page);
    },
    lands: new RegExp(`^dt-mark-button .*${CALL}`),
  },
  {
    name: 'Esc in an actor’s panel: the row’s name',
    from: head('actor:john-kerry'),
    act: async (page) => {
      await press('Enter', 'Enter')(page);
      await page.locator('.dt-panel-title:focus').waitFor();
      await press('Tab', 'Escape')(page);
    },
    lands: /actor:john-kerry name/,
  },
  {
    name: 'Esc in the summary: the chart',
    from: '.dt-panel .dt-event-link',
    act: press('Escape'),
    lands: /^dt-mark-button/,
  },
  {
    name: 'a link in the panel is followed',
    hash: `event=${CALL}`,
    from: '.dt-panel-bar .dt-link',
    act: press('Enter'),
    lands: /^dt-/,
  },
  {
    name: 'the last actor leaves the tray',
    hash: 'compare=john-kerry',
    from: '.dt-unpin',
    act: press('Enter'),
    lands: /^dt-mark-button/,
  },
  {
    name: 'one of two actors leaves the tray',
    hash: 'compare=john-kerry,sergey-lavrov',
    from: '.dt-unpin',
    act: press('Enter'),
    lands: /^dt-(unpin|actor-link)/,
  },
  {
    name: 'the help is closed',
    from: target,
    act: async (page) => {
      await press('?')(page);
      await page.locator('.dt-dialog[open]').waitFor();
      await press('Tab', 'Escape')(page);
    },
    lands: new RegExp(`^dt-mark-button .*${CALL}`),
  },
  {
    name: 'a facet’s menu is closed',
    from: '.dt-facet-button',
    act: async (page) => {
      await press('Enter')(page);
      await page.locator('.dt-choice input:focus').waitFor();
      await press('ArrowDown', 'Escape')(page);
    },
    lands: /^dt-facet-button/,
  },
  {
    name: 'the menu of rows is closed',
    from: '.dt-lanes-button',
    act: async (page) => {
      await press('Enter')(page);
      await page.locator('.dt-lanes-find input:focus').waitFor();
      await press('Escape')(page);
    },
    lands: /^dt-lanes-button/,
  },
  {
    name: 'zooming in on an event keeps it',
    from: target,
    act: press('+', '+', '+'),
    lands: new RegExp(`^dt-mark-button .*${CALL}`),
  },
  {
    name: 'and out again, to all of it',
    from: target,
    act: press('+', '+', '-', '0'),
    lands: /^dt-mark-button actor:john-kerry/,
  },
  {
    name: 'the window moves away from it',
    from: target,
    act: press('PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown'),
    lands: /actor:john-kerry/,
  },
  { name: 'a group is folded by its header', from: head('country:US'), act: press('Enter'), lands: /country:US name/ },
  {
    name: 'and a row inside it had the focus',
    from: target,
    act: hash('expanded='),
    until: '[data-lane="country:RU"] [aria-expanded="false"]',
    lands: /^dt-/,
  },
  {
    name: 'undo after grouping from inside the chart',
    hash: 'group=type',
    from: async (page) => {
      await page.getByRole('combobox', { name: 'Rows' }).selectOption('actor');
      await page.locator('[data-lane="actor:sergey-lavrov"] .dt-mark-button').first().focus();
    },
    act: press('u'),
    until: '[data-lane="type:talks"]',
    lands: /^dt-mark-button type:/,
  },
  {
    name: 'another data set',
    from: '.dt-sets-button',
    act: async (page) => {
      await press('Enter')(page);
      await page.locator('.dt-sets-item:focus').waitFor();
      await press('ArrowDown', 'Enter')(page);
    },
    until: 'h1:has-text("2011–2016")',
    lands: /^dt-sets-button/,
  },
  {
    name: 'the window is too narrow for its bar',
    from: '.dt-toolbar .dt-button',
    act: (page) => page.setViewportSize({ width: 700, height: 900 }),
    until: '.dt-app--narrow',
    lands: /^dt-/,
  },
  {
    name: 'the window is too narrow for the chart',
    hash: 'q=',
    from: target,
    act: (page) => page.setViewportSize({ width: 390, height: 844 }),
    until: '.dt-list',
    lands: /^dt-|^BUTTON/,
  },
  {
    name: 'the details over the lower part of a page are left',
    viewport: { width: 768, height: 1024 },
    from: target,
    act: async (page) => {
      await press('Enter', 'Enter')(page);
      await page.locator('.dt-panel-title:focus').waitFor();
      await press('Escape')(page);
    },
    lands: new RegExp(`^dt-mark-button .*${CALL}`),
  },
  {
    name: 'a sheet is opened',
    hash: 'view=list',
    viewport: { width: 390, height: 844 },
    from: '.dt-list .dt-event-link',
    act: press('Enter'),
    until: '.dt-sheet[open]',
    lands: /^dt-panel-title/,
  },
  {
    name: 'a sheet is closed: the event',
    hash: 'view=list',
    viewport: { width: 390, height: 844 },
    from: '.dt-list .dt-event-link',
    act: async (page) => {
      await press('Enter')(page);
      await page.locator('.dt-sheet[open]').waitFor();
      await press('Escape')(page);
    },
    lands: /^dt-event-link/,
  },
  {
    name: 'a notice is put away',
    hash: 'actors=nobody',
    from: '.dt-notice .dt-notice-acts button',
    act: press('Enter'),
    lands: /^dt-/,
  },
];

describe('the focus stays in the timeline, in sight and uncovered, when', () => {
  test.each(sliceOf(CASES, 5))('$name', async ({ hash: at, viewport, from, act, until, lands }) => {
    const { page } = await stage.open({
      hash: at ?? 'view=timeline',
      ...(viewport === undefined ? {} : { viewport }),
      context: { reducedMotion: 'reduce' },
    });
    if (typeof from === 'string') await page.locator(from).first().focus();
    else await from(page);
    await act(page);
    if (until !== undefined) await page.locator(until).first().waitFor();
    // What had the focus may go, or move, with the buttons only.
    await page.locator('.dt-chart[data-settled="yes"], .dt-list').first().waitFor({ state: 'attached' });
    await expect
      .poll(async () => ({ faults: await focusFaults(page), name: await focusName(page) }))
      .toEqual({ faults: '', name: expect.stringMatching(lands) as string });
  });
});

describe('in a chart of more rows than the document holds', () => {
  const large = makeLargeDataset({ events: 2000, actors: 300, countries: 40 });
  const file = JSON.stringify({
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
  beforeAll(() => void answers.set('large.json', { body: file }));

  /** Until the last row is there, in sight; rows far from it are gone then. */
  async function scrollToEnd(page: Page): Promise<void> {
    await page.locator('.dt-lanes').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect
      .poll(() =>
        page.locator('.dt-lanes').evaluate((box) => {
          const end = box.querySelector('.dt-lane:last-of-type')?.getBoundingClientRect().bottom ?? Infinity;
          return box.scrollTop > 0 && Math.abs(end - box.getBoundingClientRect().bottom) < 2;
        }),
      )
      .toBe(true);
    await page.locator('.dt-chart[data-settled="yes"]').waitFor();
  }

  test('headers lead through all rows, and scrolling away loses no focus', async () => {
    const { page } = await stage.open({
      query: 'data=large.json',
      hash: 'view=timeline',
      context: { reducedMotion: 'reduce' },
    });
    await page.locator('[data-head="name"]').first().focus();
    for (let presses = 0; presses < 12; presses++) {
      const before = await focusName(page);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focusName(page)).not.toBe(before);
      await expect.poll(() => focusFaults(page)).toBe('');
    }
    const last = await focusName(page);
    await scrollToEnd(page);
    expect(await focusName(page)).toBe(last);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focusFaults(page)).toBe('');
  });

  test('an event scrolled away keeps its row', async () => {
    const { page } = await stage.open({
      query: 'data=large.json',
      hash: 'view=timeline',
      context: { reducedMotion: 'reduce' },
    });
    await page.locator('.dt-mark-button').first().focus();
    const lane = await page.locator('.dt-mark-button:focus').getAttribute('data-lane');
    await scrollToEnd(page);
    expect(await focusName(page)).toContain(lane);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focusFaults(page)).toBe('');
  });
});

test('a mark that was chosen in the search is where Tab goes', async () => {
  const { page } = await stage.open();
  await page.keyboard.press('/');
  await page.keyboard.type('phone');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.dt-mark-button[data-event="${CALL}"][tabindex="0"]`).waitFor();
  await expect.poll(() => labelled(page, CALL).count()).toBe(1);
});
