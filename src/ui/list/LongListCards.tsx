import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { CardList } from './ListCards';
import type { ListCardsProps } from './ListCards';
import { eventsAbove } from './list-items';
import type { ListView } from './ListPosition';
import type { ListPlaces } from './use-list-places';
import { useChosenPosition } from './use-chosen-position';
import { useVirtualList } from './virtual/use-virtual-list';

/** Until one has been measured: a card of two lines, a month's head, a gap. */
const HEAD_PX = 36;
const ESTIMATES_PX = [60, HEAD_PX, 29];
/** No month's head is higher. */
const MOST_HEAD_PX = 40;

/**
 * The cards of a list of any length: only what is in view stands in the document, and each card says which it is of how
 * many.
 */
export function LongListCards({
  dataset,
  table,
  items,
  places,
  coveredPx,
  onView,
}: ListCardsProps & {
  /** How to bring an event to the top of the view. */
  readonly places: Ref<ListPlaces>;
  /** What sticks to the top of the view and lies over the list. */
  readonly coveredPx: number;
  readonly onView: (view: ListView) => void;
}) {
  const body = useRef<HTMLDivElement>(null);
  const chosen = useChosenPosition(table, items.rows);
  const { parts, inView, heightOf, handlers, showAt } = useVirtualList(body, {
    count: items.count,
    kindAt: items.kindAt,
    estimatesPx: ESTIMATES_PX,
    coveredPx: coveredPx + MOST_HEAD_PX,
    identity: items.rows,
    wholeSelector: '.dt-list',
    wanted: chosen === undefined ? undefined : items.indexOf(chosen),
  });
  const first = eventsAbove(items, inView.first);
  const last = Math.max(first, eventsAbove(items, inView.last + 1) - 1);
  useEffect(() => onView({ first, last }), [onView, first, last]);
  useImperativeHandle(
    places,
    () => ({ show: (position: number) => showAt(items.indexOf(position), coveredPx + HEAD_PX) }),
    [showAt, items, coveredPx],
  );
  return (
    // Only hears of the focus of what is inside.
    <div ref={body} className="dt-list-long" {...handlers}>
      <CardList dataset={dataset} table={table} items={items} parts={parts} isLong headPx={heightOf} />
    </div>
  );
}
