import { lazyCode } from '../../base/lazy-code';
import type { LazyCode } from '../../base/lazy-code';
import { withWords } from '../../base/messages/words';

/** Below this width the list is the timeline, unless the reader or the author says otherwise. */
const LIST_BELOW_PX = 600;

/**
 * Parts of the page, each loaded when the page has nothing else to do, or needs it; what it opens with
 * (`modulesOfView`) at once. What says more than that comes with its words.
 */
export const CHART = lazyCode(() => import('../chart/chart.lazy').then(({ chartPart }) => chartPart));
export const OVERVIEW = lazyCode(() => import('../chart/Overview'));
export const LIST = lazyCode(() => import('../list/EventList'));
/** What a list of more events than the document should hold needs besides. */
export const LONG_LIST = lazyCode(() => import('../list/long-list.lazy').then(({ longListPart }) => longListPart));
/** What the side panel shows of a chosen event, actor or pair, and the tray of actors side by side. */
export const CHOSEN = withWords(() => import('../panel/chosen.lazy').then(({ chosenPart }) => chosenPart));
export const HELP = withWords(() => import('../settings/help.lazy').then(({ helpPart }) => helpPart));
/** The sheet that is kept ready for paper. */
export const PRINT = withWords(() => import('../print/PrintedView'));
export const SHARE = withWords(() => import('../share/ShareDialog'));
/** That parts of a file could not be used, and which. */
export const LEFT_OUT = withWords(() => import('../notices/LeftOut'));
/** What keeps the focus in dialogs, sheets and fans. */
export const TRAP = lazyCode(() => import('../kit/focus/focus-trap.lazy').then(({ trapPart }) => trapPart));
export const BAR = withWords(() => import('../shell/bar.lazy').then(({ barPart }) => barPart));

/** In the order in which a reader is likely to ask for them. */
export const PRELOADED: readonly LazyCode<unknown>[] = [
  CHOSEN,
  BAR,
  TRAP,
  LIST,
  LONG_LIST,
  CHART,
  OVERVIEW,
  HELP,
  SHARE,
  PRINT,
];

/** What a timeline so wide shows when nobody has decided; an unknown width counts as wide. */
export function viewFor(widthPx: number | undefined): 'timeline' | 'list' {
  return widthPx !== undefined && widthPx < LIST_BELOW_PX ? 'list' : 'timeline';
}

/** What a view can't be shown without. */
export function modulesOfView(view: 'timeline' | 'list'): readonly LazyCode<unknown>[] {
  return view === 'list' ? [LIST] : [CHART, OVERVIEW];
}
