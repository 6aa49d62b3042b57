import type { RefObject } from 'react';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { Scene } from '../../layout/scene';

/**
 * Charts up to this size keep all their lanes and buttons in the document, in sight or not, for assistive technology.
 */
const WHOLE = { lanes: 80, events: 2000 } as const;
const NO_LANES: readonly PlacedLane[] = [];

/** Whether all lanes of a chart stand in the document, in sight or not. */
export function isWhole({ chart }: TimelineLayout): boolean {
  return chart.lanes.length <= WHOLE.lanes && chart.table.size <= WHOLE.events;
}

/**
 * All lanes of a small chart; of a large one those near what is in sight, and the one that holds the focus, which
 * scrolling must not take away.
 */
export function useLanesInDocument(
  layout: TimelineLayout | undefined,
  scene: Scene | undefined,
  scroller: RefObject<HTMLElement | null>,
): readonly PlacedLane[] {
  if (layout === undefined) return NO_LANES;
  const { lanes } = layout.chart;
  if (isWhole(layout)) return lanes;
  const near = scene?.lanes ?? NO_LANES;
  const focused = scroller.current?.querySelector('.dt-lane:focus-within')?.getAttribute('data-lane');
  const kept =
    focused === undefined || focused === null || near.some(({ lane }) => lane.id === focused)
      ? undefined
      : lanes.find(({ lane }) => lane.id === focused);
  return kept === undefined ? near : kept.top < (near[0]?.top ?? 0) ? [kept, ...near] : [...near, kept];
}
