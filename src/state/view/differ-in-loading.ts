import type { TimelineState } from './timeline-state';

/** Whether two states differ in how far a load is, and in nothing that is drawn. */
export function differInLoadingOnly(a: TimelineState, b: TimelineState): boolean {
  const fields = Object.keys(a) as (keyof TimelineState)[];
  return a.loading !== b.loading && fields.every((field) => field === 'loading' || a[field] === b[field]);
}
