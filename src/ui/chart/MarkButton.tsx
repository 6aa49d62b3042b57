import { valueAt } from '../../base/value-at';
import { useRef, useState, useEffect } from 'react';
import type { EventTable } from '../../model/event-table';
import { instant, timeSpan } from '../../model/dates/instant';
import { project, windowAt } from '../../layout/scale/projection';
import { chooseEvent, hoverEvent } from '../../state/view/choose';
import { usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import type { ChartControl } from '../context/chart-control';
import { markName } from './mark-name';
import type { MarkStanding } from './mark-standing';
import type { HitTarget } from './place-hit-targets';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import type { MarkTooltip } from './use-mark-tooltip';
import type { RefObject } from 'react';
import { eventDateInWords } from '../../model/dates/date-prose';
import { EventLink } from '../context/EventLink';
import { StatusLine } from '../context/StatusLine';
import { useFocusTrap } from '../kit/focus/use-focus-trap';
import { usePopover } from '../kit/use-popover';
import { moveFocus } from '../kit/focus/focus';

/** Rows are named one by one up to here, for keys and tests; beyond, their number says enough. */
const MOST_NAMED = 64;
/** Pills whose members would stand this far apart at the closest look are zoomed into; others fan out. */
const APART_PX = 26;

/** A mark, bar, pill or dense stretch as a button. Its box follows the ink; its name says everything. */
export function MarkButton({
  target,
  table,
  standing,
  isTabStop,
  tooltip,
}: {
  readonly target: HitTarget;
  readonly table: EventTable;
  readonly standing: MarkStanding;
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
    // Where the keyboard stands nothing is left out.
    <li aria-hidden={(standing === 'silent' && !isTabStop && !fanned) || undefined}>
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
        aria-label={markName(target, table, t, standing === 'again' && !isTabStop)}
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

/** A day of 100 events is still read; of more, the list view holds the rest. */
const MOST_LISTED = 100;

/** The members of a pill that no zoom could part, as a short list beside it. */
export function ClusterFan({
  anchor,
  rows,
  onClose,
}: {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly rows: Uint32Array;
  readonly onClose: () => void;
}) {
  const t = useText();
  const panel = useRef<HTMLDivElement>(null);
  const table = useTimeline((state) => state.table);
  const asOf = useTimeline((state) => state.dataset?.asOf);
  useFocusTrap(panel, true);
  usePopover({ open: true, anchor, panel, onOutside: onClose });
  useEffect(() => {
    moveFocus(panel.current?.querySelector('button'), 'scroll to it');
  }, []);
  if (table === undefined) return null;
  return (
    // Keys are only kept from the chart underneath.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={panel}
      className="dt-popover dt-fan"
      popover="manual"
      dir={t.dir}
      // A <dialog> would stay closed where the browser has no popovers.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="dialog"
      aria-modal="true"
      aria-label={t('chart.fanned', { n: rows.length })}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className="dt-fan-title">{t('chart.fanned', { n: rows.length })}</p>
      <ul>
        {Array.from(rows.subarray(0, MOST_LISTED), table.eventAt).map((event) => (
          <li key={event.id}>
            <EventLink event={event} /> <span className="dt-meta">{eventDateInWords(event, asOf, t)}</span>
          </li>
        ))}
      </ul>
      {rows.length > MOST_LISTED ? (
        <p className="dt-meta">{t('chart.moreInList', { n: rows.length - MOST_LISTED })}</p>
      ) : null}
      <button type="button" className="dt-button" onClick={onClose}>
        {t('chart.close')}
      </button>
      <StatusLine modal />
    </div>
  );
}
