import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dataset } from '../support/browser-oracle';
import { goToHash, useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';

const stage = useStage();
/** With the hour that it is there at midnight in UTC. */
const OTHERS = sliceOf(
  [
    ['America/New_York', '19'],
    ['Asia/Damascus', '2'],
    ['Asia/Tokyo', '9'],
  ] as const,
  2,
);

/**
 * All that a reader sees, hears or gets shown on pointing, and the ink of every canvas. Without the status line: of two
 * changes at once it says the one that comes to rest last, which isn't the same on a busy machine.
 */
function everythingOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('output.dt-status')];
    for (const line of lines) line.style.display = 'none';
    const seen = document.body.innerText;
    for (const line of lines) line.style.display = '';
    return [
      seen,
      ...[...document.querySelectorAll('[aria-label], [title], [aria-valuetext]')].map((element) =>
        ['aria-label', 'title', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? '').join(' | '),
      ),
      ...[...document.querySelectorAll('input')].map(({ value }) => value),
      ...[...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()),
    ];
  });
}

/** What is shown one after the other: the timeline, its date fields, the panel of every event, the list. */
const PARTS: readonly {
  readonly name: string;
  readonly show: (page: Page) => Promise<unknown>;
  readonly read: (page: Page) => Promise<string[]>;
}[] = [
  {
    name: 'timeline',
    read: everythingOn,
    // The status line speaks, and the sheet for paper is written, when the page has nothing else to do.
    show: async (page) => {
      await page
        .locator('output.dt-status')
        .getByText(/events/)
        .first()
        .waitFor({ state: 'attached' });
      await page.locator('.dt-print > *').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'date fields',
    read: everythingOn,
    show: async (page) => {
      await page.getByRole('button', { name: 'Dates', exact: true }).click();
      await page.getByRole('textbox', { name: 'From' }).waitFor();
    },
  },
  ...dataset.events.map(({ id, title }) => ({
    name: id,
    read: async (page: Page) => [await panelOf(page).innerText()],
    show: async (page: Page) => {
      await page.keyboard.press('Escape');
      await goToHash(page, `event=${id}`);
      await panelOf(page).getByRole('heading', { name: title, exact: true }).waitFor();
      await panelOf(page).getByRole('heading', { name: 'When' }).waitFor();
    },
  })),
  {
    name: 'list',
    read: everythingOn,
    show: async (page) => {
      await goToHash(page, 'view=list');
      await page.locator('.dt-list .dt-event-link').first().waitFor();
    },
  },
];

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Details' });
}

describe('with the machine in another time zone', () => {
  test('every date, word and line of the page is the same', async () => {
    const open = async (timezoneId: string) =>
      (await stage.open({ timezoneId, context: { reducedMotion: 'reduce' } })).page;
    const [home, ...others] = await Promise.all(['UTC', ...OTHERS.map(([zone]) => zone)].map(open));
    // The browser must really be in that zone.
    const hours = await Promise.all(
      others.map((page) => page.evaluate(() => String(new Date(Date.UTC(2016, 1, 24)).getHours()))),
    );
    expect(hours).toEqual(OTHERS.map(([, hour]) => hour));
    for (const { name, show, read } of PARTS) {
      await Promise.all([home!, ...others].map(show));
      for (const [index, other] of others.entries()) {
        // Both, since what comes last may come a moment later in either.
        await expect
          .poll(
            async () => {
              const [here, there] = await Promise.all([read(home!), read(other)]);
              return here
                .flatMap((words, at) => (words === there[at] ? [] : [[words, there[at]]]))
                .concat(here.length === there.length ? [] : [[`${here.length} texts`, `${there.length} texts`]]);
            },
            { message: `${name} in ${OTHERS[index]?.[0]}` },
          )
          .toEqual([]);
      }
      if (name === 'timeline') expect((await read(home!))[0]).toContain('11 of 11 events');
    }
  });
});
