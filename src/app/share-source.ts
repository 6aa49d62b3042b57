import type { DatasetCatalogue } from '../state/view/dataset-catalogue';
import { sameDatasets } from '../state/view/dataset-catalogue';
import type { PageOptions, ViewParams } from '../state/address/view-params';
import type { TimelineState } from '../state/view/timeline-state';
import type { ShareSource } from '../ui/context/page-context';
import { viewAddress } from './sync-address';

/** What the author of an embed settled for the host page, and what the timeline's own page doesn't want. */
const OF_THE_HOST = ['embed', 'hide', 'lock', 'theme', 'gestures', 'motion'] as const;

interface SourceContext {
  readonly author: ViewParams;
  readonly options: PageOptions;
  /** What the page ships, and which of it it shows where its reader asks for nothing; undefined for a page without. */
  readonly sets: { readonly catalogue: DatasetCatalogue; readonly usual: readonly string[] } | undefined;
}

/** The addresses that lead to what is on screen, for a timeline that reads its view from the page's address. */
export function shareSource(state: TimelineState, { author, options, sets }: SourceContext): ShareSource {
  const page = location.href.replace(/[?#].*$/, '');
  const { data } = options;
  const own = sets === undefined ? [] : [sets.catalogue.own];
  return {
    address: page,
    options,
    isReachable: data !== undefined || sets === undefined || state.sets.length > 0,
    sets: sameDatasets(state.sets, own) ? [] : state.sets,
    dataFile:
      data === undefined
        ? state.sets.length === 1
          ? `${state.sets[0] ?? ''}.json`
          : undefined
        : data.replace(/[?#].*$/, '').replace(/^.*\//, ''),
    link: (home) => viewAddress(`${home}${queryOf(options)}`, state, author, sets?.usual ?? []),
  };
}

/** The query of the page; of an embed without what makes it one. */
function queryOf({ embed = false }: PageOptions): string {
  if (!embed) return location.search;
  // Key by key as it is written: what else stands there isn't ours to rewrite.
  const kept = location.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !OF_THE_HOST.some((key) => part === key || part.startsWith(`${key}=`)));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}
