import type { Page } from 'playwright-core';
import { openSharing } from './small-states';
import { WRITING_STATES } from './writing-states';

/** A state of the page that accessibility is tried in. */
export interface PageState {
  readonly name: string;
  readonly query?: string;
  readonly hash?: string;
  /** From the page as the address opens it; resolves when the state is there. */
  readonly reach: (page: Page) => Promise<unknown>;
  /** Leaves something in what the browser keeps, which no other test may find. */
  readonly isFresh?: boolean;
  /** What the browser writes to the console of its own accord in this state. */
  readonly forgiven?: readonly RegExp[];
}

const dialog = (page: Page) => page.locator('dialog[open]').waitFor();

/** On a phone, too, where the list would be the timeline, `view=timeline` shows the chart. */
export const PAGE_STATES: readonly PageState[] = [
  { name: 'default', reach: (page) => page.locator('.dt-chart[data-settled="yes"], .dt-list').first().waitFor() },
  { name: 'list', hash: 'view=list', reach: (page) => page.locator('.dt-list .dt-event-link').first().waitFor() },
  {
    name: 'filtered',
    hash: 'view=timeline&countries=RU&roles=acting,sponsor',
    reach: (page) => page.locator('.dt-chip').first().waitFor(),
  },
  {
    name: 'selected',
    hash: 'view=timeline&event=ev-lavrov-kerry-call',
    reach: (page) => page.locator('.dt-panel [data-panel-heading]').waitFor(),
  },
  {
    name: 'actors compared',
    hash: 'view=timeline&actor=sergey-lavrov&compare=john-kerry,vladimir-putin',
    reach: (page) => page.locator('.dt-tray').waitFor(),
  },
  {
    // Where nobody may zoom, every pill fans out.
    name: 'cluster open',
    query: 'lock=range',
    hash: 'view=timeline&scale=calendar',
    reach: async (page) => {
      await page
        .locator('.dt-mark-button--cluster')
        .first()
        .evaluate((pill: HTMLElement) => {
          pill.focus();
          pill.click();
        });
      await page.locator('.dt-fan').waitFor();
    },
  },
  {
    name: 'keys dialog',
    reach: async (page) => {
      await page.locator('.dt-app button').first().focus();
      await page.keyboard.press('?');
      await dialog(page);
    },
  },
  {
    name: 'share dialog',
    reach: async (page) => {
      await openSharing(page);
      await dialog(page);
    },
  },
  ...WRITING_STATES,
  { name: 'empty', hash: 'view=timeline&q=zzzz', reach: (page) => page.locator('.dt-chart-empty').waitFor() },
  { name: 'empty list', hash: 'view=list&q=zzzz', reach: (page) => page.locator('.dt-list-none').waitFor() },
  {
    name: 'error',
    query: 'data=missing.json',
    reach: (page) => page.getByRole('alert').waitFor(),
    // The browser itself writes both lines for any 404.
    forgiven: [/^request failed: .*missing\.json \(404\)$/, /^console\.error: Failed to load resource.* 404/],
  },
];

export function stateNamed(name: string): PageState {
  const found = PAGE_STATES.find((state) => state.name === name);
  if (found === undefined) throw new Error(`No state is called ${name}`);
  return found;
}
