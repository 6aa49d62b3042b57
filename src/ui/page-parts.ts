import { lazyCode } from '../base/lazy-code';
import type { LazyCode } from '../base/lazy-code';

/** Parts of the page that the opening view gets by without: loaded when the page has nothing else to do, or needs them. */
export const LIST = lazyCode(() => import('./EventList'));
/** What a list of more events than the document should hold needs besides. */
export const LONG_LIST = lazyCode(() => import('./long-list-part').then(({ longListPart }) => longListPart));
/** What the side panel shows of a chosen event, actor or pair, and the tray of actors side by side. */
export const CHOSEN = lazyCode(() => import('./chosen-part').then(({ chosenPart }) => chosenPart));
export const HELP = lazyCode(() => import('./HelpDialog'));
/** The sheet that is kept ready for paper. */
export const PRINT = lazyCode(() => import('./PrintedView'));
export const SHARE = lazyCode(() => import('./ShareDialog'));
export const BAR = lazyCode(() => import('./bar-part').then(({ barPart }) => barPart));

/** In the order in which a reader is likely to ask for them. */
export const PAGE_PARTS: readonly LazyCode<unknown>[] = [CHOSEN, BAR, LIST, LONG_LIST, HELP, SHARE, PRINT];
