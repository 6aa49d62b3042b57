import { eventAddress, viewAddress, withLanguage } from '../state/address/page-address';
import type { PageOptions, ViewParams } from '../state/address/view-params';
import { sameDatasets } from '../state/view/dataset-catalogue';
import type { TimelineState } from '../state/view/timeline-state';
import type { ShareSource } from '../ui/context/page-services';
import type { DatasetSwitch } from './dataset-switch';

/** What the author of an embed settled for the host page, and what the timeline's own page doesn't want. */
const OF_THE_HOST = ['embed', 'hide', 'lock', 'theme', 'gestures', 'motion', 'allow'] as const;

interface LinkContext {
  readonly author: ViewParams;
  readonly options: PageOptions;
  /** Undefined for a page without shipped datasets to choose from. */
  readonly datasets: Pick<DatasetSwitch, 'catalogue' | 'usual'> | undefined;
  /** The language that the reader has chosen, if any. */
  readonly language: string | undefined;
  /** A file that a reader has opened is on screen. */
  readonly isInTab: boolean;
}

/** The address of the view on screen; with an event id, of that event in the opening view. */
export function linkTo(
  eventId: string | undefined,
  state: TimelineState,
  { author, datasets, language }: Omit<LinkContext, 'options' | 'isInTab'>,
): string {
  const usual = datasets?.usual ?? [];
  const address =
    eventId === undefined
      ? viewAddress(location.href, state, { author, usual }).address
      : eventAddress(location.href, state, usual, eventId);
  return withLanguage(address, language);
}

/** The addresses that lead to what is on screen, for a timeline that reads its view from the page's address. */
export function shareSource(state: TimelineState, context: LinkContext): ShareSource {
  const { author, datasets, language } = context;
  const options = language === undefined ? context.options : { ...context.options, lang: language };
  const own = datasets === undefined ? [] : [datasets.catalogue.own];
  const usual = datasets?.usual ?? [];
  return {
    address: location.href.replace(/[?#].*$/, ''),
    options,
    isInTab: context.isInTab,
    isReachable:
      !context.isInTab && (options.data !== undefined || datasets === undefined || state.datasetIds.length > 0),
    datasets: sameDatasets(state.datasetIds, own) ? [] : state.datasetIds,
    dataFile: dataFile(state, options),
    link: (home) => viewAddress(location.href, state, { author, usual }, `${home}${queryOf(options)}`),
  };
}

/** The name of the dataset's file; undefined where several lie together. */
function dataFile({ datasetIds: shown }: TimelineState, { data }: PageOptions): string | undefined {
  if (data !== undefined) return data.replace(/[?#].*$/, '').replace(/^.*\//, '');
  const [only, ...more] = shown;
  return only === undefined || more.length > 0 ? undefined : `${only}.json`;
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
