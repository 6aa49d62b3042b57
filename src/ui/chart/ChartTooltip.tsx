import { SCROLL_BOX } from '../kit/scroller';
import { useLayoutEffect, useRef } from 'react';
import { attributionInWords } from '../../model/event-prose';
import { eventDateInWords } from '../../model/dates/date-prose';
import type { DiplomaticEvent } from '../../model/dataset';
import { DataText } from '../context/DataText';
import { groupName, roleHere } from './mark-name';
import { ShapeIcon } from '../../written/ShapeIcon';
import { useText, useTimeline } from '../context/store-context';
import type { ShownTooltip } from './use-mark-tooltip';

const GAP_PX = 10;
const EDGE_PX = 8;
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

function place(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  // Never over what it points at, nor over the controls: above if it fits on the chart or there is more room, else
  // below.
  const chartTop = anchor.closest('.dt-lanes')?.getBoundingClientRect().top ?? 0;
  const roomAbove = at.top - GAP_PX - Math.max(EDGE_PX, chartTop);
  const roomBelow = clientHeight - EDGE_PX - at.bottom - GAP_PX;
  const goesUp = box.scrollHeight <= roomAbove || (roomAbove >= roomBelow && box.scrollHeight > roomBelow);
  const height = Math.min(box.scrollHeight, goesUp ? roomAbove : roomBelow);
  const top = goesUp ? at.top - GAP_PX - height : at.bottom + GAP_PX;
  const middle = at.left + Math.min(at.width / 2, 120);
  const left = Math.max(EDGE_PX, Math.min(middle - box.offsetWidth / 2, clientWidth - box.offsetWidth - EDGE_PX));
  box.style.setProperty('--dt-left', `${left}px`);
  box.style.setProperty('--dt-top', `${top}px`);
  box.style.setProperty('--dt-room', `${Math.max(goesUp ? roomAbove : roomBelow, 48)}px`);
}
