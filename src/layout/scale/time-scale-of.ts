import { memoByObject, once } from '../../base/memo';
import type { EventTable } from '../../model/event-table';
import type { ScaleKind } from '../../model/vocabulary';
import { foldedScale } from './folded-scale';
import { calendarScale } from './time-scale';
import type { TimeScale } from './time-scale';

/** The scale of a dataset, worked out once; the same for main chart, overview and strips. */
export function timeScaleOf(table: EventTable, kind: ScaleKind): TimeScale {
  return scalesOf(table)[kind]();
}

const scalesOf = memoByObject((table: EventTable): Readonly<Record<ScaleKind, () => TimeScale>> => ({
  folded: once(() => ({ ...foldedScale(table), isBlank: table.datedSize === 0 })),
  calendar: once(() => ({ ...calendarScale(table.extent), isBlank: table.datedSize === 0 })),
}));
