import { SCROLL_BOX } from '../kit/scroller';
import { useLayoutEffect, useRef } from 'react';
import { attributionInWords } from '../../model/event-prose';
import { eventDateInWords } from '../../model/dates/date-prose';
import type { DiplomaticEvent } from '../../model/dataset';
import { DataText } from '../context/DataText';
import { groupName, roleHere } from './mark-name';
import { ShapeIcon } from '../../written/ShapeIcon';
import { useText, useTimeline } from '../context/store-context';
import { screenBoxOf } from '../kit/screen-space';
import { placeBeside, raise } from '../kit/top-layer';
import type { ShownTooltip } from './use-mark-tooltip';

const GAP_PX = 10;
const EDGE_PX = 8;
const LEAST_ROOM_PX = 48;
const MOST_TITLES = 6;

/** A few words about what is pointed at. Everything in it also stands in the event's panel and in the list. */
export function ChartTooltip({ target, anchor, onEnter, onLeave }: ShownTooltip) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const dataset = useTimeline((state) => state.dataset);
  const table = useTimeline((state) => state.table);
  useLayoutEffect(() => {
    if (box.current !== null && anchor !== undefined) place(box.current, anchor);
    // By the target as well: another one at the same button has other words, and so another height.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target, anchor]);
  if (target === undefined || dataset === undefined || table === undefined) return null;
  const known = target.rows.filter((row) => row < table.size);
  const events = Array.from(known.subarray(0, MOST_TITLES), table.eventAt);
  const [event] = events;
  if (event === undefined) return null;
  return (
    // Not aria-describedby: the buttons' own names already say all of this.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      className="dt-tooltip"
      dir={t.dir}
      aria-hidden="true"
      {...SCROLL_BOX}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      {known.length === 1 ? (
        <>
          <div className="dt-tooltip-date">{eventDateInWords(event, dataset.asOf, t)}</div>
          <div className="dt-tooltip-title">
            <DataText>{event.title}</DataText>
          </div>
          {roleHere(target.lane, event, dataset, t) === undefined ? null : (
            <div className="dt-tooltip-source">{roleHere(target.lane, event, dataset, t)}</div>
          )}
          {event.attribution === undefined ? null : (
            <div className="dt-tooltip-source">
              <bdi>{attributionInWords(event.attribution, t)}</bdi>
            </div>
          )}
        </>
      ) : (
        <ul className="dt-tooltip-list">
          {target.kind === 'density' ? <li className="dt-tooltip-date">{groupName(target, table, t)}</li> : null}
          {events.map((each) => (
            <Member key={each.id} event={each} date={eventDateInWords(each, dataset.asOf, t)} />
          ))}
          {known.length > MOST_TITLES ? <li>{t('chart.moreInPill', { n: known.length - MOST_TITLES })}</li> : null}
        </ul>
      )}
    </div>
  );
}

function Member({ event, date }: { readonly event: DiplomaticEvent; readonly date: string }) {
  return (
    <li>
      <ShapeIcon
        tone={event.tone}
        deed={event.deed}
        doubt={event.announced || event.date?.form === 'one-of'}
        size={11}
      />{' '}
      <DataText>{event.label}</DataText> <span className="dt-tooltip-source">{date}</span>
    </li>
  );
}

function place(tooltip: HTMLElement, mark: HTMLElement): void {
  raise(tooltip);
  const lanes = mark.closest('.dt-lanes');
  const chartTop = lanes === null ? 0 : screenBoxOf(lanes).top;
  placeBeside(tooltip, mark, ({ anchor, box, screen }) => {
    // Never over what it points at, nor over the controls: above if it fits on the chart or there is more room, else
    // below.
    const roomAbove = anchor.top - GAP_PX - Math.max(EDGE_PX, chartTop);
    const roomBelow = screen.heightPx - EDGE_PX - anchor.bottom - GAP_PX;
    const goesUp = box.heightPx <= roomAbove || (roomAbove >= roomBelow && box.heightPx > roomBelow);
    const roomPx = Math.max(goesUp ? roomAbove : roomBelow, LEAST_ROOM_PX);
    const middle = anchor.left + Math.min(anchor.width / 2, 120);
    return {
      left: Math.max(EDGE_PX, Math.min(middle - box.widthPx / 2, screen.widthPx - box.widthPx - EDGE_PX)),
      top: goesUp ? anchor.top - GAP_PX - Math.min(box.heightPx, roomAbove) : anchor.bottom + GAP_PX,
      roomPx,
    };
  });
}
