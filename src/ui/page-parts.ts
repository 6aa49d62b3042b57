import { lazyCode } from '../base/lazy-code';
import type { LazyCode } from '../base/lazy-code';

/** Parts of the page that the opening view gets by without: loaded when the page has nothing else to do, or needs them. */
export const LIST = lazyCode(() => import('./EventList').then(({ EventList }) => EventList));
/** What the side panel shows of a chosen event, actor or pair. */
export const CHOSEN = lazyCode(() => import('./ChosenPanel').then(({ ChosenPanel }) => ChosenPanel));
export const TRAY = lazyCode(() => import('./CompareTray').then(({ CompareTray }) => CompareTray));
export const HELP = lazyCode(() => import('./HelpDialog').then(({ HelpDialog }) => HelpDialog));
export const SHARE = lazyCode(() => import('./ShareDialog').then(({ ShareDialog }) => ShareDialog));
export const SEARCH = lazyCode(() => import('./search-part').then(({ searchPart }) => searchPart));

export const PAGE_PARTS: readonly LazyCode<unknown>[] = [CHOSEN, SEARCH, LIST, TRAY, HELP, SHARE];
