import { valueAt } from '../../base/value-at';
import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Projection } from '../../layout/scale/projection';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { DAY_MS } from '../../model/dates/instant';
import { eventsAbove } from './list-items';
import type { ListItems } from './list-items';
import type { ListView } from './ListPosition';
import { useText } from '../context/store-context';
import type { ListPlaces } from './use-list-places';
import { useOverviewPicture } from '../chart/use-overview-picture';
import { usePointerHold } from '../kit/use-pointer-hold';
import { spaceOf } from '../kit/screen-space';
import type { ScreenPoint } from '../kit/screen-space';

/** How high it stands over the list, its edge included. CSS px. */
export const SCRUBBER_PX = 61;
/** Air around the marks of what is in view, and the least that can be seen of a window. */
const AROUND_PX = 5;
const LEAST_PX = 16;

interface ListScrubberProps {
  readonly table: EventTable;
  readonly items: ListItems;
  readonly view: ListView | undefined;
  readonly places: ListPlaces;
}

/**
 * The overview of a list in time order: all that passes over the folded time, and a window over what is on screen. A
 * tap or a drag moves the list there; as a slider it steps from event to event (arrows), from month to month (PageUp,
 * PageDown) and to the ends.
 */
export function ListScrubber(props: ListScrubberProps) {
  const { from, end } = props.items.inTime;
  return from < end ? <Scrubber {...props} /> : null;
}

function Scrubber({ table, items, view, places }: ListScrubberProps) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { canvas, whole, widthPx, heightPx } = useOverviewPicture(frame);
  const [asked, setAsked] = useState<number>();
  const {
    latestFirst,
    inTime: { from, end },
  } = items;
  const n = end - from;
  const shown = shownInTime(view, items);
  // At the end of a list what was asked for can't come to its top; it is where the reader went all the same.
  const at = asked !== undefined && asked >= shown.first && asked <= shown.last ? asked : shown.first;
  const place = latestFirst ? end - at : at - from + 1;
  const goTo = (position: number) => {
    setAsked(position);
    places.show(position);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event.key, at, items);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(next);
  };
  const hold = usePointerHold(whole);
  const onPointerDown = (press: PointerEvent<HTMLElement>) => {
    const scrubber = press.currentTarget;
    const follow = (pointer: ScreenPoint) => {
      if (whole !== undefined) goTo(nearest(table, items, whole, spaceOf(scrubber).pointAt(pointer).x));
    };
    if (hold(press, { onMove: follow, onEnd: () => undefined })) follow(press);
  };
  const { date } = table.eventAt(valueAt(items.rows, at));
  return (
    // An input would hold no picture, and count in even steps.
    <div
      ref={frame}
      className="dt-scrubber"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={0}
      aria-label={t('list.scrubber')}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={n}
      aria-valuenow={place}
      aria-valuetext={t('list.scrubberAt', { date: dateInWords(date, t), place, n })}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      <canvas ref={canvas} className="dt-canvas" style={{ width: widthPx, height: heightPx }} />
      {whole === undefined ? null : (
        <span className="dt-scrubber-window" style={windowOver(table, items, shown, whole)} />
      )}
    </div>
  );
}

/** The position that a key leads to; later is to the right and upwards, whichever way the list runs. */
function afterKey(key: string, at: number, items: ListItems): number | undefined {
  const {
    latestFirst,
    inTime: { from, end },
  } = items;
  const later = latestFirst ? -1 : 1;
  const step = (by: number) => within(at + by, from, end - 1);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return step(-later);
    case 'ArrowRight':
    case 'ArrowUp':
      return step(later);
    case 'Home':
      return step(-later * (end - from));
    case 'End':
      return step(later * (end - from));
    case 'PageUp':
      return monthBeside(items, at, latestFirst ? 1 : -1);
    case 'PageDown':
      return monthBeside(items, at, latestFirst ? -1 : 1);
    default:
      return undefined;
  }
}

/** Of what is in view what has a place in time of its own; the nearest in the list where nothing in view has. */
function shownInTime(view: ListView | undefined, { inTime: { from, end } }: ListItems): ListView {
  const first = within(view?.first ?? from, from, end - 1);
  return { first, last: within(view?.last ?? first, first, end - 1) };
}

/**
 * The first event of the month before or after that of a position, in the list's order; past the last month, its last
 * event.
 */
function monthBeside(items: ListItems, position: number, step: 1 | -1): number {
  const { from, end } = items.inTime;
  const here = items.sectionAt(items.indexOf(position)) ?? 0;
  // Back from the middle of a month leads to its beginning.
  if (step < 0 && firstEventOf(items, here) < position) return firstEventOf(items, here);
  return within(firstEventOf(items, here + step), from, end - 1);
}

/** Position of the first event under a heading; the number of all events past the last heading. */
function firstEventOf(items: ListItems, section: number): number {
  return section < 0 ? 0 : eventsAbove(items, items.sections[section]?.headIndex ?? items.count);
}

/** The position whose mark stands closest to a place. O(n). */
function nearest(table: EventTable, { rows, inTime }: ListItems, whole: Projection, x: number): number {
  const time = whole.pxToTime(within(x, 0, whole.widthPx));
  let best = inTime.from;
  let bestMs = Infinity;
  for (let position = inTime.from; position < inTime.end; position += 1) {
    const awayMs = Math.abs(valueAt(table.anchor, valueAt(rows, position)) - time);
    if (awayMs >= bestMs) continue;
    best = position;
    bestMs = awayMs;
  }
  return best;
}

/** Over the days, or the marks where they are wider, of what is in view. */
function windowOver(
  table: EventTable,
  { rows }: ListItems,
  { first, last }: ListView,
  whole: Projection,
): { readonly left: number; readonly width: number } {
  let from = Infinity;
  let to = -Infinity;
  for (let position = first; position <= last; position += 1) {
    const anchor = valueAt(table.anchor, valueAt(rows, position));
    const day = Math.floor(anchor / DAY_MS) * DAY_MS;
    from = Math.min(from, whole.timeToPx(day), whole.timeToPx(anchor) - AROUND_PX);
    to = Math.max(to, whole.timeToPx(day + DAY_MS), whole.timeToPx(anchor) + AROUND_PX);
  }
  const width = Math.min(Math.max(to - from + 2, LEAST_PX), whole.widthPx);
  return { left: within((from + to - width) / 2, 0, whole.widthPx - width), width };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
