import { createContext, useContext } from 'react';
import { invariant } from '../../base/invariant';
import type { GestureChoice } from '../../state/address/view-params';

/** `fill`: as high as the room it is given; `content`: as high as what it holds, and nothing in it scrolls. */
export type HeightMode = 'fill' | 'content';

/** What the author of the page, its host and the machine have settled. Changes seldom, and then all is drawn anew. */
export interface PageSettings {
  /** The page is the timeline's own: keys work with the focus nowhere, too. */
  readonly standalone: boolean;
  /** It stands in somebody else's page: compact, with a line that leads to the page of its own. */
  readonly embed: boolean;
  /** It stands inline in somebody else's document: no landmarks of a page, and headings below the first. */
  readonly guest?: boolean;
  readonly height: HeightMode;
  readonly hidden: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
  /** Whether the plain wheel zooms (`greedy`), scrolls the page (`cooperative`), or zooms in full screen only. */
  readonly gestures: GestureChoice;
  /** The reader or the author wants nothing to move by itself. */
  readonly still?: boolean;
  /** The page with its own data, where the address asks for another file. */
  readonly ownHref: string | undefined;
  /** A language that was asked for and could not be had. */
  readonly missingLanguage?: string | undefined;
}

const PageSettingsContext = createContext<PageSettings | undefined>(undefined);

export const PageSettingsProvider = PageSettingsContext;

export function usePageSettings(): PageSettings {
  const settings = useContext(PageSettingsContext);
  invariant(settings, 'a component stands outside PageSettingsProvider');
  return settings;
}

/** Whether the reader may filter: neither hidden nor locked. */
export function useCanFilter(): boolean {
  const { hidden, locked } = usePageSettings();
  return !hidden.has('filters') && !locked.has('filters');
}
