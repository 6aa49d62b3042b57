import { timeScaleOf } from '../../layout/scale/time-scale-of';
import type { TimeScale } from '../../layout/scale/time-scale';
import type { TimeSpan } from '../../model/dates/instant';
import { useTimeline } from './store-context';

/**
 * The dataset's scale and the window on it, "all of it" made out as the scale's domain; undefined until a dataset is
 * there.
 */
export function useCurrentWindow(): { readonly scale: TimeScale; readonly window: TimeSpan } | undefined {
  const table = useTimeline((state) => state.table);
  const kind = useTimeline((state) => state.scale);
  const window = useTimeline((state) => state.window);
  if (table === undefined) return undefined;
  const scale = timeScaleOf(table, kind);
  return { scale, window: window ?? scale.domain };
}
