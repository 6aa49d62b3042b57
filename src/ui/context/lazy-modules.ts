import { lazyCode } from '../../base/lazy-code';
import type { LazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';

/** Below this width the list is the timeline, unless the reader or the author says otherwise. */
const LIST_BELOW_PX = 600;

/**
 * Parts of the page, each loaded when the page has nothing else to do, or needs it; what it opens with
 * (`modulesOfView`) at once. What says more than the opening view comes with its units of messages
 * (base/messages/units.ts).
 */
export const CHART = lazyWithMessages(['chart'], () =>
  import('../chart/chart.lazy').then(({ chartPart }) => chartPart),
);
export const OVERVIEW = lazyWithMessages(['chart'], () => import('../chart/Overview'));
export const LIST = lazyWithMessages(['list'], () => import('../list/EventList'));
/** What a list of more events than the document should hold needs besides. */
export const LONG_LIST = lazyWithMessages(['list'], () =>
  import('../list/long-list.lazy').then(({ longListPart }) => longListPart),
);
/** What the side panel shows of a chosen event, actor or pair, and the tray of actors side by side. */
export const CHOSEN = lazyWithMessages(['chosen', 'chart'], () =>
  import('../panel/chosen.lazy').then(({ chosenPart }) => chosenPart),
);
export const HELP = lazyWithMessages(['help'], () => import('../settings/help.lazy').then(({ helpPart }) => helpPart));
/** The sheet that is kept ready for paper. */
export const PRINT = lazyWithMessages(['print', 'chosen', 'chart', 'list'], () => import('../print/PrintedView'));
export const SHARE = lazyWithMessages(['share', 'print', 'help', 'chart'], () => import('../share/ShareDialog'));
/** That parts of a file could not be used, and which. */
export const LEFT_OUT = lazyWithMessages(['faults'], () => import('../notices/LeftOut'));
/** What keeps the focus in dialogs, sheets and fans. */
export const TRAP = lazyCode(() => import('../kit/focus/focus-trap.lazy').then(({ trapPart }) => trapPart));
export const BAR = lazyWithMessages(['bar', 'chosen', 'chart'], () =>
  import('../shell/bar.lazy').then(({ barPart }) => barPart),
);

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
