import type { ReactNode } from 'react';
import { valueAt } from '../../base/value-at';
import { lowerBound } from '../../base/sorted';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { Scene } from '../../layout/scene';
import type { TimeSpan } from '../../model/dates/instant';
import { clearFilter } from '../../state/query/filters';
import { countUndated } from '../../state/query/count-undated';
import { setView } from '../../state/view/view-actions';
import { usePageServices } from '../context/page-services';
import { useCanFilter, usePageSettings } from '../context/page-settings';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useMatches } from '../context/use-matches';
import { isWhole } from './use-lanes-in-document';

/**
 * Says why a chart shows nothing, and what to do about it: there is no event, none passes the filter, none of those has a date, or none
 * is in the window.
 */
export function EmptyChart({
  layout,
  scene,
}: {
  readonly layout: TimelineLayout | undefined;
  readonly scene: Scene | undefined;
}) {
  const t = useText();
  const store = useTimelineStore();
  const { control } = usePageServices();
  const { locked } = usePageSettings();
  const canFilter = useCanFilter();
  const table = useTimeline((state) => state.table);
  const matches = useMatches();
  if (table === undefined || matches === undefined) return null;
  const total = matches.mask.length;
  if (matches.count === 0 && total > 0)
    return (
      <EmptyNote title={t('chart.empty.title')}>
        <p>{t('chart.empty.body', { n: total })}</p>
        {canFilter ? (
          <button type="button" className="dt-button" onClick={() => store.apply(clearFilter)}>
            {t('chart.clearFilters')}
          </button>
        ) : null}
      </EmptyNote>
    );
  if (matches.count === 0)
    return (
      <EmptyNote title={t('noEvents.title')}>
        <p>{t('noEvents.do')}</p>
      </EmptyNote>
    );
  if (matches.count === countUndated(table, matches.mask))
    return (
      <EmptyNote title={t('chart.empty.undated')}>
        <button type="button" className="dt-button" onClick={() => store.apply(setView, 'list')}>
          {t('chart.openList')}
        </button>
      </EmptyNote>
    );
  if (layout === undefined || scene === undefined || !isBlank(scene, layout, store.getState().window)) return null;
  return (
    <EmptyNote title={t('chart.empty.window')}>
      {locked.has('range') ? null : (
        <button type="button" className="dt-button" onClick={() => control.show(undefined)}>
          {t('chart.fitAll')}
        </button>
      )}
    </EmptyNote>
  );
}

/** Takes no room: where the lanes are as high as what is in them, they would grow by it for ever. */
function EmptyNote({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="dt-chart-empty-place">
      <div className="dt-chart-empty" role="note">
        <p className="dt-chart-empty-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

/**
 * Whether the window shows nothing at all. Lanes out of sight may hold what those in sight don't: then it is enough
 * that something begins in it.
 */
function isBlank(
  { marks, bars, clusters, density }: Scene,
  layout: TimelineLayout,
  window: TimeSpan | undefined,
): boolean {
  if (marks.length + bars.length + clusters.length + density.length > 0) return false;
  return isWhole(layout) || !beginsIn(layout.chart, window ?? layout.chart.scale.domain);
}

/** Whether an event that passes the filter begins in the window; O(log n + events passed over). */
function beginsIn({ table, mask }: TimelineLayout['chart'], { start, end }: TimeSpan): boolean {
  const first = lowerBound(table.start, start, 0, table.datedSize);
  for (let row = first; row < table.datedSize && valueAt(table.start, row) < end; row++)
    if (mask[row] === 1) return true;
  return false;
}
