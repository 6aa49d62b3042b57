import type { Page } from 'playwright-core';

/** A state that a page can be brought into from its opening view, by its reader. */
export interface PageState {
  readonly name: string;
  /** The reader's part of the address. */
  readonly hash?: string;
  readonly query?: string;
  /** What they do then, until it shows; undefined for nothing. */
  readonly act?: (page: Page) => Promise<unknown>;
}

/** Acts, and waits for what it opens. */
const opens = (act: (page: Page) => Promise<unknown>, there: string) => async (page: Page) => {
  await act(page);
  await page.locator(there).first().waitFor();
};
const click = (button: string) => (page: Page) => page.locator(button).first().click();

/** Where the button is: each screen has only some of them. */
const where = (button: string, act: (page: Page) => Promise<unknown>) => async (page: Page) => {
  if (await page.locator(button).isVisible()) await act(page);
};

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
  {
    name: 'actors compared over the list',
    hash: 'view=list&compare=sergey-lavrov,john-kerry',
    act: where('.dt-fold[aria-expanded=false]', opens(click('.dt-fold'), '.dt-tray canvas')),
  },
  { name: 'filtered', hash: 'countries=RU&roles=acting,sponsor&q=plan' },
  { name: 'nothing passes', hash: 'q=zzzz' },
  { name: 'nothing passes the timeline', hash: 'view=timeline&q=zzzz' },
  { name: 'filters', act: opens(click('.dt-facet-button'), '.dt-choice') },
  { name: 'search', act: opens((page) => page.locator('.dt-search-field').fill('lavrov'), '.dt-search-option') },
  { name: 'data sets', act: opens(click('.dt-sets-button'), '.dt-sets-item') },
  { name: 'sharing', act: opens(openSharing, '.dt-share[open] .dt-give-files') },
  { name: 'more', act: where('.dt-more-button', opens(click('.dt-more-button'), '.dt-more')) },
  {
    name: 'dates',
    hash: 'view=timeline',
    act: opens(click('.dt-toolbar .dt-facet-button:not(.dt-more-button)'), '.dt-range'),
  },
  { name: 'rows', hash: 'view=timeline', act: opens(click('.dt-lanes-button'), '.dt-lanes-find') },
  { name: 'help', act: opens((page) => page.keyboard.press('?'), '.dt-dialog[open] .dt-settings') },
  {
    name: 'an unknown address',
    hash: 'event=nothing&from=never',
    act: (page) => page.locator('.dt-notice--left-out').waitFor(),
  },
  { name: 'a failure', query: 'data=data/nowhere.json', act: (page) => page.getByRole('alert').waitFor() },
];
