import { valueAt } from '../../base/value-at';
import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Projection } from '../../layout/scale/projection';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { DAY_MS } from '../../model/dates/instant';
import { runningIn } from './list-months';
import type { ListItems } from './list-months';
import type { ListView } from './ListPosition';
import { useText } from '../context/store-context';
import type { ListPlaces } from './use-list-places';
import { useOverviewPicture } from '../chart/use-overview-picture';

/** How high it stands over the list, its edge included. CSS px. */
export const SCRUBBER_PX = 61;
/** Air around the marks of what is in view, and the least that can be seen of a window. */
const AROUND_PX = 5;
const LEAST_PX = 16;

interface ListScrubberProps {
  readonly table: EventTable;
  readonly items: ListItems;
  /** Whether the list goes back in time. */
  readonly down: boolean;
  readonly view: ListView | undefined;
  readonly places: ListPlaces;
}

/**
 * The overview of a list in time order: all that passes over the folded time, and a window over what is on screen. A
 * tap or a drag moves the list there; as a slider it steps from event to event (arrows), from month to month (PageUp,
 * PageDown) and to the ends.
 */
export function ListScrubber({ table, items, down, view, places }: ListScrubberProps) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const { canvas, whole, widthPx, heightPx } = useOverviewPicture(frame);
  const [asked, setAsked] = useState<number>();
  const isHeld = useRef(false);
  const running = runningIn(items);
  const total = items.rows.length - running;
  if (total === 0) return null;
  const shown = datedIn(view, running, items.rows.length);
  // At the end of a list what was asked for can't come to its top; it is where the reader went all the same.
  const at = asked !== undefined && asked >= shown.first && asked <= shown.last ? asked : shown.first;
  const placeOf = (position: number) => (down ? items.rows.length - position : position - running + 1);
  const goTo = (position: number) => {
    setAsked(position);
    places.show(position);
  };
  const step = (by: number) => goTo(within(at + (down ? -by : by), running, items.rows.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowLeft: () => step(-1),
      ArrowDown: () => step(-1),
      ArrowRight: () => step(1),
      ArrowUp: () => step(1),
      Home: () => step(-total),
      End: () => step(total),
      PageUp: () => goTo(monthBeside(items, at, down ? 1 : -1)),
      PageDown: () => goTo(monthBeside(items, at, down ? -1 : 1)),
    }[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (whole !== undefined)
      goTo(nearest(table, items, running, whole, event.clientX - event.currentTarget.getBoundingClientRect().left));
  };
  const row = valueAt(items.rows, at);
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
      aria-valuemax={total}
      aria-valuenow={placeOf(at)}
      aria-valuetext={t('list.scrubberAt', {
        date: dateInWords(table.eventAt(row).date, t),
        place: placeOf(at),
        n: total,
      })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (isHeld.current) follow(event);
      }}
      onPointerUp={() => {
        isHeld.current = false;
      }}
      onPointerCancel={() => {
        isHeld.current = false;
      }}
    >
      <canvas ref={canvas} className="dt-canvas" style={{ width: widthPx, height: heightPx }} />
      {whole === undefined ? null : (
        <span className="dt-scrubber-window" style={windowOver(table, items, shown, whole)} />
      )}
    </div>
  );
}

/** Of what is in view what has a place in time of its own; the first of all where only what is running is in view. */
function datedIn(view: ListView | undefined, running: number, count: number): ListView {
  const first = within(view?.first ?? running, running, count - 1);
  return { first, last: within(view?.last ?? first, first, count - 1) };
}

/**
 * The first event of the month before or after that of a position, in the list's order; past the last month, its last
 * event.
 */
function monthBeside(items: ListItems, position: number, step: 1 | -1): number {
  const running = runningIn(items);
  const here = items.sectionAt(items.indexOf(position)) ?? 0;
  const firstOf = (section: number) => firstEventAt(items, items.sections[section]?.headIndex ?? 0);
  // Back from the middle of a month leads to its beginning.
  if (step < 0) return Math.max(running, firstOf(here) < position ? firstOf(here) : firstOf(Math.max(here - 1, 0)));
  return here + 1 < items.sections.length ? firstOf(here + 1) : items.rows.length - 1;
}

function firstEventAt(items: ListItems, index: number): number {
  for (let i = index; i < items.count; i += 1) {
    const item = items.itemAt(i);
    if (item.kind === 'event') return item.position;
  }
  return items.rows.length - 1;
}

/** The position whose mark stands closest to a place. O(n). */
function nearest(table: EventTable, items: ListItems, running: number, whole: Projection, x: number): number {
  const time = whole.pxToTime(within(x, 0, whole.widthPx));
  let best = running;
  let bestMs = Infinity;
  for (let position = running; position < items.rows.length; position += 1) {
    const awayMs = Math.abs(valueAt(table.anchor, valueAt(items.rows, position)) - time);
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
    if (Number.isNaN(anchor)) continue;
    const day = Math.floor(anchor / DAY_MS) * DAY_MS;
    from = Math.min(from, whole.timeToPx(day), whole.timeToPx(anchor) - AROUND_PX);
    to = Math.max(to, whole.timeToPx(day + DAY_MS), whole.timeToPx(anchor) + AROUND_PX);
  }
  // Only events without a date are in view: they stand behind all that is dated.
  if (from > to) return { left: whole.widthPx - LEAST_PX, width: LEAST_PX };
  const width = Math.min(Math.max(to - from + 2, LEAST_PX), whole.widthPx);
  return { left: within((from + to - width) / 2, 0, whole.widthPx - width), width };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
