import type { Page } from 'playwright-core';

/** A state that a page can be brought into from its opening view, by its reader. */
export interface PageState {
  readonly name: string;
  /** The reader's part of the address. */
  readonly hash?: string;
  readonly query?: string;
  /** What they do then; undefined for nothing. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const press = (name: string | RegExp) => (page: Page) => page.locator('.dt-header').getByRole('button', { name, exact: typeof name === 'string' }).first().click();

/** On a phone it stands behind the bar's last button. */
export async function openSharing(page: Page): Promise<void> {
  const more = page.locator('.dt-more-button');
  if (await more.isVisible()) await more.click();
  await page.locator('.dt-header').getByRole('button', { name: 'Share', exact: true }).click();
}

/** What small screens and large letters must hold: every kind of thing that the page shows. */
export const PAGE_STATES: readonly PageState[] = [
  { name: 'as it opens' },
  { name: 'the timeline', hash: 'view=timeline' },
  { name: 'the list', hash: 'view=list' },
  { name: 'an event', hash: 'event=ev-lavrov-kerry-call' },
  { name: 'an event over the timeline', hash: 'view=timeline&event=ev-damascus-surprise' },
  { name: 'an actor', hash: 'view=timeline&actor=sergey-lavrov' },
  { name: 'two actors', hash: 'view=timeline&pair=sergey-lavrov,john-kerry' },
  { name: 'actors side by side', hash: 'view=timeline&compare=sergey-lavrov,john-kerry' },
  { name: 'one actor pinned over the list', hash: 'view=list&compare=sergey-lavrov' },
  { name: 'actors compared over the list', hash: 'view=list&compare=sergey-lavrov,john-kerry', act: async (page) => { if (await page.locator('.dt-fold[aria-expanded=false]').isVisible()) await page.locator('.dt-fold').click(); } },
  { name: 'filtered', hash: 'countries=RU&roles=acting,sponsor&q=plan' },
  { name: 'nothing passes', hash: 'q=zzzz' },
  { name: 'nothing passes the timeline', hash: 'view=timeline&q=zzzz' },
  { name: 'filters', act: (page) => page.locator('.dt-facet-button').first().click() },
  { name: 'search', act: (page) => page.locator('.dt-search-field').fill('lavrov') },
  { name: 'data sets', act: (page) => page.locator('.dt-sets-button').click() },
  { name: 'sharing', act: openSharing },
  { name: 'more', act: async (page) => { if (await page.locator('.dt-more-button').isVisible()) await page.locator('.dt-more-button').click(); } },
  { name: 'dates', hash: 'view=timeline', act: press('Dates') },
  { name: 'rows', hash: 'view=timeline', act: (page) => page.locator('.dt-lanes-button').click() },
  { name: 'help', act: (page) => page.keyboard.press('?') },
  { name: 'an unknown address', hash: 'event=nothing&from=never' },
  { name: 'a failure', query: 'data=data/nowhere.json' },
];
