import type { EventTable } from '../../model/event-table';
import type { ScaleKind } from '../../model/vocabulary';
import { foldedScale } from './folded-scale';
import { calendarScale } from './time-scale';
import type { TimeScale } from './time-scale';

const made = new WeakMap<EventTable, Partial<Record<ScaleKind, TimeScale>>>();

/** The scale of a dataset, worked out once; the same for main chart, overview and strips. */
export function timeScaleOf(table: EventTable, kind: ScaleKind): TimeScale {
  const scales = made.get(table) ?? {};
  made.set(table, scales);
  const scale = scales[kind] ?? (kind === 'folded' ? foldedScale(table) : calendarScale(table.extent));
  scales[kind] = scale;
  return scale;
}
