import { lazyCode } from '../../base/lazy-code';
import type { LazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import type { LazyModuleCode } from '../context/lazy-modules';
import { FOCUS_PASSING } from '../kit/focus/use-focus-keeper';
import { FOCUS_TRAP } from '../kit/focus/use-focus-trap';
import { POINTER_HOLD } from '../kit/use-pointer-hold';

/**
 * Where the modules come from that are loaded when the page has nothing else to do, or needs them; those that it opens
 * with (`modulesOfView`) at once. What says more than the opening view comes with its units
 * of messages (base/messages/units.ts).
 */
export const LAZY_MODULES: LazyModuleCode = {
  chart: lazyWithMessages(['chart'], () => import('../chart/chart.lazy').then(({ chartModule }) => chartModule)),
  overview: lazyWithMessages(['chart'], () => import('../chart/Overview')),
  hands: lazyCode(() => import('../chart/hands/hands.lazy')),
  chartKeys: lazyCode(() => import('../chart/chart-keys.lazy')),
  list: lazyWithMessages(['list'], () => import('../list/EventList')),
  longList: lazyWithMessages(['list'], () =>
    import('../list/long-list.lazy').then(({ longListModule }) => longListModule),
  ),
  chosen: lazyWithMessages(['chosen', 'chart'], () =>
    import('../panel/chosen.lazy').then(({ chosenModule }) => chosenModule),
  ),
  help: lazyWithMessages(['help'], () => import('../settings/HelpDialog')),
  print: lazyWithMessages(['print', 'chosen', 'chart', 'list'], () => import('../print/PrintedView')),
  share: lazyWithMessages(['share', 'print', 'help', 'chart'], () => import('../give/ShareDialog')),
  mapping: lazyWithMessages(['mapping', 'open', 'list'], () => import('../open/mapping/MappingStep')),
  rowsNotices: lazyWithMessages(['faults'], () => import('../notices/RowsNotices')),
  leftOut: lazyWithMessages(['faults'], () => import('../notices/LeftOut')),
  open: lazyWithMessages(['open', 'faults'], () => import('../open/open.lazy').then(({ openModule }) => openModule)),
  write: lazyWithMessages(['write', 'faults', 'imported'], () =>
    import('../write/write.lazy').then(({ writeModule }) => writeModule),
  ),
  keep: lazyWithMessages(['write'], () => import('../keep/keep.lazy').then(({ keepModule }) => keepModule)),
  grid: lazyWithMessages(['write', 'faults'], () => import('../grid/grid.lazy').then(({ gridModule }) => gridModule)),
  edit: lazyWithMessages(['write', 'faults', 'chart', 'chosen'], () =>
    import('../edit/edit.lazy').then(({ editModule }) => editModule),
  ),
  carried: lazyWithMessages(['faults'], () => import('../give/CarriedStrip')),
  shelf: lazyWithMessages(['open'], () => import('../chart/NoDateShelf')),
  embedBar: lazyCode(() => import('./EmbedBar')),
  bar: lazyWithMessages(['bar', 'chosen', 'chart', 'list'], () =>
    import('./bar.lazy').then(({ barModule }) => barModule),
  ),
};

/** In the order in which a reader is likely to ask for them. That parts of a file were left out is seldom told. */
export const PRELOADED: readonly LazyCode<unknown>[] = [
  LAZY_MODULES.hands,
  POINTER_HOLD,
  FOCUS_PASSING,
  LAZY_MODULES.chartKeys,
  LAZY_MODULES.chosen,
  LAZY_MODULES.bar,
  FOCUS_TRAP,
  LAZY_MODULES.list,
  LAZY_MODULES.longList,
  LAZY_MODULES.chart,
  LAZY_MODULES.overview,
  LAZY_MODULES.help,
  LAZY_MODULES.share,
  LAZY_MODULES.print,
];

/** What a view can't be shown without. */
export function modulesOfView(view: 'timeline' | 'list'): readonly LazyCode<unknown>[] {
  return view === 'list' ? [LAZY_MODULES.list] : [LAZY_MODULES.chart, LAZY_MODULES.overview];
}
