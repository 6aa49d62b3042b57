import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { eventDateInWords } from '../../model/dates/date-prose';
import { EventLink } from '../context/EventLink';
import { useText, useTimeline } from '../context/store-context';
import { useFocusTrap } from '../kit/focus/use-focus-trap';
import { usePopover } from '../kit/use-popover';
import { moveFocus } from '../kit/focus/focus';

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
    </div>
  );
}
