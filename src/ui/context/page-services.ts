import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { invariant } from '../../base/invariant';
import type { DatasetCatalogue } from '../../state/view/dataset-catalogue';
import type { PageOptions } from '../../state/address/view-params';
import type { ChartControl } from './chart-control';

/** What the page around the timeline can do for its parts. The same for as long as it is mounted. */
export interface PageServices {
  readonly control: ChartControl;
  /** The address of the view on screen; with an event id, of that event in the dataset's opening view. */
  readonly link: (eventId?: string) => string;
  /**
   * What leads to the view on screen, for the moment it is called; undefined where the timeline has no address of its
   * own.
   */
  readonly share?: (() => ShareSource) | undefined;
  /** Loads again what failed to load; undefined where there is nothing to ask. */
  readonly retry: (() => void) | undefined;
  /** What was loaded first is a text that the page holds: what is wrong with it is still wrong the next time. */
  readonly isTextAtHand?: boolean;
  /** What stood in the page before the timeline, for when there is nothing better to show. */
  readonly written?: ReactNode;
  /** Ends a load that comes row by row; those that came are shown. */
  readonly cancel?: (() => void) | undefined;
  /**
   * The datasets that the page ships, and how another is chosen (resolves when it is there, or can't be had); undefined
   * where it ships none, or shows a file from elsewhere.
   */
  readonly datasets:
    | { readonly catalogue: DatasetCatalogue; readonly choose: (ids: readonly string[]) => Promise<void> }
    | undefined;
  /** Another language, by its tag; undefined where nobody can choose. */
  readonly chooseLanguage?: ((tag: string) => void) | undefined;
}

/** Where what is on screen can be found by others. */
export interface ShareSource {
  /** The page's address as the browser tells it, without query and hash. */
  readonly address: string;
  /** What the page is set up with. */
  readonly options: PageOptions;
  /** False for events that no address leads to: a host page put them here. */
  readonly isReachable: boolean;
  /** What is on screen is a file that a reader has opened, and lives in this tab. */
  readonly isInTab: boolean;
  /** Ids of the datasets on screen; none where the page shows them anyway. */
  readonly datasets: readonly string[];
  /** The name of the dataset's file; undefined where several lie together. */
  readonly dataFile: string | undefined;
  /**
   * The address of the view on the timeline's own page, if that is at `home`, and the keys that had to be left out of
   * it.
   */
  readonly link: (home: string) => { readonly address: string; readonly left: readonly string[] };
}

const PageServicesContext = createContext<PageServices | undefined>(undefined);

export const PageServicesProvider = PageServicesContext;

export function usePageServices(): PageServices {
  const services = useContext(PageServicesContext);
  invariant(services, 'a component stands outside PageServicesProvider');
  return services;
}
