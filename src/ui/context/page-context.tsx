import { createContext, useContext } from 'react';
import { invariant } from '../../base/invariant';
import type { Theme } from '../../render/tokens';
import type { DatasetCatalogue } from '../../state/view/dataset-catalogue';
import type { GestureChoice, PageOptions, ThemeName } from '../../state/address/view-params';
import type { ChartControl } from './chart-control';

/** What the page around the timeline settles, and what its parts share that isn't state. */
export interface PageContextValue {
  readonly control: ChartControl;
  readonly theme: Theme;
  /**
   * How the timeline was asked to look, and how a reader asks for something else; undefined where the page doesn't
   * offer it.
   */
  readonly themeChoice?: { readonly asked: ThemeName; readonly choose: (theme: ThemeName) => void };
  /** The reader or the author wants nothing to move by itself. */
  readonly still?: boolean;
  /** The address of the view on screen; with an event id, of that event in the dataset's opening view. */
  readonly link: (eventId?: string) => string;
  /**
   * What leads to the view on screen, for the moment it is called; undefined where the timeline has no address of its
   * own.
   */
  readonly share?: (() => ShareSource) | undefined;
  /** Loads again what failed to load; undefined where there is nothing to ask. */
  readonly retry: (() => void) | undefined;
  /** Ends a load that comes row by row; those that came are shown. */
  readonly cancel?: (() => void) | undefined;
  /** The page with its own data, where the address asks for another file. */
  readonly ownHref: string | undefined;
  /**
   * The datasets that the page ships, and how another is chosen (resolves when it is there, or can't be had); undefined
   * where it ships none, or shows a file from elsewhere.
   */
  readonly sets:
    | { readonly catalogue: DatasetCatalogue; readonly choose: (ids: readonly string[]) => Promise<void> }
    | undefined;
  /** Another language, by its tag, and the one that could not be had; undefined where nobody can choose. */
  readonly language?: { readonly choose: (tag: string) => void; readonly missing: string | undefined } | undefined;
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
}

/** `fill`: as high as the room it is given; `content`: as high as what it holds, and nothing in it scrolls. */
export type HeightMode = 'fill' | 'content';

/** Where what is on screen can be found by others. */
export interface ShareSource {
  /** The page's address as the browser tells it, without query and hash. */
  readonly address: string;
  /** What the page is set up with. */
  readonly options: PageOptions;
  /** False for events that no address leads to: a host page put them here. */
  readonly isReachable: boolean;
  /** Ids of the datasets on screen; none where the page shows them anyway. */
  readonly sets: readonly string[];
  /** The name of the dataset's file; undefined where several lie together. */
  readonly dataFile: string | undefined;
  /**
   * The address of the view on the timeline's own page, if that is at `home`, and the keys that had to be left out of
   * it.
   */
  readonly link: (home: string) => { readonly address: string; readonly left: readonly string[] };
}

/** What is on screen: `auto` made out. */
const ShownViewContext = createContext<ShownView>('timeline');

export type ShownView = 'timeline' | 'list';

export const ShownViewProvider = ShownViewContext;

export function useShownView(): ShownView {
  return useContext(ShownViewContext);
}

const PhoneContext = createContext(false);

export const PhoneProvider = PhoneContext;

/** Whether the page has no more room than a phone: its bar is one row then, and the details cover it. */
export function useIsPhone(): boolean {
  return useContext(PhoneContext);
}

/** Whether the reader may filter: neither hidden nor locked. */
export function useCanFilter(): boolean {
  const { hidden, locked } = usePage();
  return !hidden.has('filters') && !locked.has('filters');
}

const PageContext = createContext<PageContextValue | undefined>(undefined);

export const PageProvider = PageContext;

export function usePage(): PageContextValue {
  const page = useContext(PageContext);
  invariant(page, 'a component stands outside PageProvider');
  return page;
}
