import type { Opening } from '../../model/dataset';
import { DAY_MS, instant } from '../../model/dates/instant';
import type { TimelineState } from '../../state/view/timeline-state';

/** The view on screen, in whole days, as the one that a timeline opens with. */
export function openingAsShown(
  { window, scale, group, expanded }: Pick<TimelineState, 'window' | 'scale' | 'group' | 'expanded'>,
  before: Opening | undefined,
): Opening {
  return {
    ...before,
    from: whole(window?.start, Math.floor),
    to: whole(window?.end, Math.ceil),
    scale,
    group,
    expanded,
  };
}

function whole(at: number | undefined, round: (days: number) => number): Opening['from'] {
  return at === undefined ? undefined : instant(round(at / DAY_MS) * DAY_MS);
}
