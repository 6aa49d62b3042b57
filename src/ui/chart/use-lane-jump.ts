import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { heightOfLanes } from '../../layout/lanes/lane-heights';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { Scene } from '../../layout/scene';
import { moveFocus } from '../kit/focus/focus';
import { screenBoxOf } from '../kit/screen-space';
import { windowOf } from '../kit/any-window';

/** A lane that was jumped to; `jump` counts them, and so tells two to the same lane apart. */
export interface LaneHighlight {
  readonly lane: PlacedLane;
  readonly jump: number;
}

export interface LaneJump {
  /** Brings a lane into the middle of the chart, moves the focus to its header and highlights it. */
  readonly jumpTo: (laneId: string) => void;
  readonly highlight: LaneHighlight | undefined;
  readonly clearHighlight: () => void;
}

/**
 * Jumps to a lane that may not be in the document yet, since its group opens with the same choice, or it is far out of
 * sight.
 */
export function useLaneJump(
  layout: TimelineLayout | undefined,
  scene: Scene | undefined,
  scroller: RefObject<HTMLElement | null>,
): LaneJump {
  const wanted = useRef<string>(undefined);
  const [last, setLast] = useState<{ readonly laneId: string; readonly jump: number }>();
  const jumpTo = useCallback((laneId: string) => {
    wanted.current = laneId;
    setLast((before) => ({ laneId, jump: (before?.jump ?? 0) + 1 }));
  }, []);
  // After every rendering: scrolling calls for a scene, the scene for the lane's header, and then it can have the
  // focus.
  useEffect(() => {
    const box = scroller.current;
    if (wanted.current === undefined || box === null || layout === undefined) return;
    const { lanes } = layout.chart;
    // The box has the height of the last scene: short of the new lanes' there is no scrolling to their end.
    if (scene?.heightPx !== heightOfLanes(lanes)) return;
    const lane = lanes.find((each) => each.lane.id === wanted.current);
    if (lane === undefined || focusLane(box, lane)) wanted.current = undefined;
  });
  const lane = last === undefined ? undefined : layout?.chart.lanes.find((each) => each.lane.id === last.laneId);
  return {
    jumpTo,
    highlight: last === undefined || lane === undefined ? undefined : { lane, jump: last.jump },
    clearHighlight: useCallback(() => setLast(undefined), []),
  };
}

/** Scrolls to a lane, and moves the focus to its header if that is in the document already: whether it is. */
function focusLane(box: HTMLElement, { lane, top, height }: PlacedLane): boolean {
  box.scrollTo({ top: top - (box.clientHeight - height) / 2, behavior: 'instant' });
  const element = [...box.querySelectorAll<HTMLElement>('.dt-lane')].find(({ dataset }) => dataset['lane'] === lane.id);
  if (element === undefined) return false;
  moveFocus(element.querySelector<HTMLElement>('.dt-lane-head :is(button, input)'), 'in place');
  bringIntoPage(element);
  return true;
}

/** In a narrow page the chart is as high as its lanes and the page scrolls; the overview lies over the page's end. */
function bringIntoPage(lane: HTMLElement): void {
  const { top, bottom } = screenBoxOf(lane);
  if (top < 0 || bottom > windowOf(lane).innerHeight * 0.8)
    lane.scrollIntoView({ block: 'center', behavior: 'instant' });
}
