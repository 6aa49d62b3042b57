import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { heightOfLanes } from '../../layout/lanes/lane-heights';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { Scene } from '../../layout/scene';

/** A lane that was jumped to; `turn` tells two jumps to the same lane apart. */
export interface LaneMark {
  readonly lane: PlacedLane;
  readonly turn: number;
}

export interface LaneJump {
  /** Brings a lane into the middle of the chart, moves the focus to its header and marks it. */
  readonly jumpTo: (laneId: string) => void;
  readonly mark: LaneMark | undefined;
  readonly unmark: () => void;
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
  const [found, setFound] = useState<{ readonly laneId: string; readonly turn: number }>();
  const jumpTo = useCallback((laneId: string) => {
    wanted.current = laneId;
    setFound((last) => ({ laneId, turn: (last?.turn ?? 0) + 1 }));
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
    if (lane === undefined) {
      wanted.current = undefined;
      return;
    }
    box.scrollTo({ top: lane.top - (box.clientHeight - lane.height) / 2, behavior: 'instant' });
    const row = [...box.querySelectorAll<HTMLElement>('.dt-lane')].find(
      ({ dataset }) => dataset['lane'] === lane.lane.id,
    );
    if (row === undefined) return;
    wanted.current = undefined;
    row.querySelector<HTMLElement>('.dt-lane-head :is(button, input)')?.focus({ preventScroll: true });
    bringIntoPage(row);
  });
  const lane = found === undefined ? undefined : layout?.chart.lanes.find((each) => each.lane.id === found.laneId);
  return {
    jumpTo,
    mark: found === undefined || lane === undefined ? undefined : { lane, turn: found.turn },
    unmark: useCallback(() => setFound(undefined), []),
  };
}

/** In a narrow page the chart is as high as its lanes and the page scrolls; the overview lies over the page's end. */
function bringIntoPage(row: HTMLElement): void {
  const { top, bottom } = row.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight * 0.8) row.scrollIntoView({ block: 'center', behavior: 'instant' });
}
