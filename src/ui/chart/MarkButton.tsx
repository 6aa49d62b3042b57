import { valueAt } from '../../base/value-at';
import { useRef, useState } from 'react';
import type { EventTable } from '../../model/event-table';
import { instant, timeSpan } from '../../model/dates/instant';
import { project, windowAt } from '../../layout/scale/projection';
import { chooseEvent, hoverEvent } from '../../state/view/choose';
import { ClusterFan } from './ClusterFan';
import { usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import type { ChartControl } from '../context/chart-control';
import { markName } from './mark-name';
import type { HitTarget } from './hit-targets';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import type { MarkTooltip } from './use-mark-tooltip';

/** Rows are named one by one up to here, for keys and tests; beyond, their number says enough. */
const MOST_NAMED = 64;
/** Pills whose members would stand this far apart at the closest look are zoomed into; others fan out. */
const APART_PX = 26;

/** A mark, bar, pill or dense stretch as a button. Its box follows the ink; its name says everything. */
export function MarkButton({
  target,
  table,
  isTabStop,
  tooltip,
}: {
  readonly target: HitTarget;
  readonly table: EventTable;
  readonly isTabStop: boolean;
  readonly tooltip: MarkTooltip;
}) {
  const t = useText();
  const store = useTimelineStore();
  const { control } = usePageServices();
  const { locked } = usePageSettings();
  const button = useRef<HTMLButtonElement>(null);
  const [fanned, setFanned] = useState(false);
  const first = valueAt(target.rows, 0);
  const isOne = target.kind === 'event';
  const id = isOne ? table.idAt(first) : '';
  const isSelected = useTimeline((state) => isOne && state.selected === id);
  const choose = () => {
    tooltip.dismiss();
    if (isOne) store.apply(chooseEvent, id);
    else if (!locked.has('range') && canPart(control, table, target.rows)) zoomTo(control, table, target.rows);
    else setFanned(true);
  };
  const hover = (on: boolean) => {
    if (isOne) store.apply(hoverEvent, on ? id : undefined);
    if (on && button.current !== null) tooltip.open(target, button.current);
    else tooltip.close();
  };
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={`dt-mark-button dt-mark-button--${target.kind}`}
        style={{ left: target.x, top: target.y, width: target.width, height: target.height }}
        data-lane={target.lane}
        data-kind={target.kind}
        data-rows={target.rows.length <= MOST_NAMED ? target.rows.join(' ') : undefined}
        data-row={first}
        data-count={target.rows.length}
        data-event={isOne ? id : undefined}
        data-label={
          target.label === undefined
            ? undefined
            : [target.label.x, target.label.y, target.label.width, target.label.height]
                .map((px) => px.toFixed(1))
                .join(' ')
        }
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isSelected ? 'true' : undefined}
        aria-haspopup={isOne ? undefined : 'dialog'}
        aria-expanded={isOne ? undefined : fanned}
        aria-label={markName(target, table, t)}
        onClick={choose}
        onPointerEnter={(event) => event.pointerType !== 'touch' && hover(true)}
        onPointerLeave={() => hover(false)}
        // Of the chosen event the panel says more.
        onFocus={(event) => !isSelected && event.currentTarget.matches(':focus-visible') && hover(true)}
        onBlur={() => hover(false)}
      />
      {fanned ? <ClusterFan anchor={button} rows={target.rows} onClose={() => setFanned(false)} /> : null}
    </li>
  );
}

/** From the first to the last mark. */
function spanOf(table: EventTable, rows: Uint32Array) {
  let first = Infinity;
  let last = -Infinity;
  for (const row of rows) {
    first = Math.min(first, valueAt(table.anchor, row));
    last = Math.max(last, valueAt(table.anchor, row));
  }
  return timeSpan(first, last);
}

/** Whether the closest look allowed would part at least two of them. */
function canPart(control: ChartControl, table: EventTable, rows: Uint32Array): boolean {
  const now = control.projection();
  if (now === undefined) return false;
  const span = spanOf(table, rows);
  const middle = now.timeToPx(instant((span.start + span.end) / 2));
  const closest = project(now.scale, windowAt(now, middle - 1e-6, middle + 1e-6), now.widthPx);
  return (
    closest.timeToPx(span.end) - closest.timeToPx(span.start) > APART_PX &&
    now.timeToPx(span.end) > now.timeToPx(span.start)
  );
}

function zoomTo(control: ChartControl, table: EventTable, rows: Uint32Array): void {
  const now = control.projection();
  if (now === undefined) return;
  const span = spanOf(table, rows);
  const x0 = now.timeToPx(span.start);
  const x1 = now.timeToPx(span.end);
  const air = Math.max((x1 - x0) * 0.6, 2);
  control.show(windowAt(now, x0 - air, x1 + air));
}
