import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { spaceOf } from '../../kit/screen-space';
import { scrollBy, scrollerOf, viewOf } from '../../kit/scroller';
import { ItemHeights } from './item-heights';
import { ScrollSpace } from './scroll-space';
import type { ItemPlace, ItemSlice } from './scroll-space';
import { useOpening } from './use-opening';
import { useScrolling } from './use-scrolling';

/** What a list is made of that is longer than the page can hold. */
export interface VirtualSource {
  readonly count: number;
  /** Items of one kind are about as high; kinds count from 0. The same function while the list is the same. */
  readonly kindAt: (index: number) => number;
  /** Heights by kind until one has been measured, CSS px. */
  readonly estimatesPx: readonly number[];
  /** What sticks to the top of the view and lies over the items, at most. CSS px. */
  readonly coveredPx: number;
  /**
   * What the items stand for: another object is another list, which begins at its top; the same one is come back to
   * where it was left.
   */
  readonly identity: object;
  /** Finds the element around the list that has what belongs to its top, which comes into view with it. */
  readonly wholeSelector: string;
  /** The item to be brought into view, when it becomes another one or the list opens. */
  readonly wanted: number | undefined;
}

/** What to render of it, and how to move it. */
export interface VirtualList {
  readonly parts: readonly VirtualPart[];
  /** The first and last item in view. */
  readonly inView: { readonly first: number; readonly last: number };
  /** Height of an item, measured or guessed. CSS px. */
  readonly heightOf: (index: number) => number;
  /** Brings an item so far below the top of the view, as far as the list reaches. */
  readonly showAt: (index: number, belowPx: number) => void;
  /** For the element that holds the items; each item's own element has its index as `data-item`. */
  readonly handlers: { readonly onFocus: (event: FocusEvent) => void; readonly onBlur: (event: FocusEvent) => void };
}

/**
 * Keeps in the document what is in view of a list of any length, in whatever scrolls it, and what has the focus. How it
 * works: docs/virtual-list.md.
 */
export function useVirtualList(body: RefObject<HTMLElement | null>, source: VirtualSource): VirtualList {
  const { count, kindAt, estimatesPx, identity } = source;
  const space = useMemo(() => spaceFor(identity, count, kindAt, estimatesPx), [identity, count, kindAt, estimatesPx]);
  const [last, setShown] = useState(() => shownIn(space));
  const [focused, setFocused] = useState<number>();
  const shown = last.space === space ? last : shownIn(space);
  /** Where the view is to stand as soon as the document has room for it. */
  const due = useRef<number>(undefined);

  const standAt = useCallback(
    (viewTopPx: number) => {
      due.current = viewTopPx;
      setShown(shownIn(space));
    },
    [space],
  );
  const goTo = useCallback((place: ItemPlace) => standAt(space.goTo(place)), [space, standAt]);
  const goToTop = useCallback((abovePx: number) => standAt(-abovePx), [standAt]);
  useOpening(body, { ...source, space, goTo, goToTop });
  useScrolling(body, space, {
    onMove: useCallback(() => setShown((before) => shownSince(before, space)), [space]),
    onResize: useCallback(() => setShown(shownIn(space)), [space]),
    standAt,
  });

  // After every commit: other items may have come, and only the document knows how high they are. What is measured
  // already changes nothing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    if (due.current !== undefined) {
      const scroller = scrollerOf(element);
      scrollBy(scroller, element, due.current - viewOf(element, scroller).topPx);
      due.current = undefined;
    }
    if (!space.measure(measuredIn(element))) return;
    // oxlint-disable-next-line react/set-state-in-effect
    setShown((before) => shownSince(before, space));
  });
  return {
    parts: useMemo(() => virtualParts(shown.slice, focused, space.heights), [shown, focused, space]),
    inView: shown.inView,
    heightOf: useCallback((index) => space.heights.heightOf(index), [space]),
    showAt: useCallback((index, belowPx) => goTo({ index, abovePx: -belowPx }), [goTo]),
    handlers: {
      onFocus: ({ target }) => {
        const index = itemOf(target);
        setFocused(index);
        // Of the browser's own scrolling towards it nothing is left when the items between come to stand there.
        if (index !== undefined && (index < shown.slice.first || index >= shown.slice.end))
          goTo(space.placeNear(index));
      },
      // To nothing at all it goes while another window has it, and it comes back.
      onBlur: ({ relatedTarget, currentTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setFocused(undefined);
      },
    },
  };
}

/** What of a list is on screen and in the document, as it was when somebody looked. */
interface ShownItems {
  readonly space: ScrollSpace;
  readonly slice: ItemSlice;
  /** The first and last item in view. */
  readonly inView: { readonly first: number; readonly last: number };
}

/** What is shown now. */
function shownIn(space: ScrollSpace): ShownItems {
  return { space, slice: space.slice(), inView: space.inView() };
}

/** The same, but the object of before while nothing about it has changed, so that React renders nothing. */
function shownSince(before: ShownItems, space: ScrollSpace): ShownItems {
  const after = shownIn(space);
  const same =
    before.space === space &&
    before.slice.first === after.slice.first &&
    before.slice.end === after.slice.end &&
    before.slice.roomAbovePx === after.slice.roomAbovePx &&
    before.slice.roomBelowPx === after.slice.roomBelowPx &&
    before.inView.first === after.inView.first &&
    before.inView.last === after.inView.last;
  return same ? before : after;
}

/** A new one for another identity, even with as many items. */
function spaceFor(
  _identity: object,
  count: number,
  kindAt: (index: number) => number,
  estimatesPx: readonly number[],
): ScrollSpace {
  return new ScrollSpace(new ItemHeights(count, kindAt, estimatesPx));
}

function itemOf(target: Element): number | undefined {
  const index = target.closest<HTMLElement>('[data-item]')?.dataset['item'];
  return index === undefined ? undefined : Number(index);
}

function* measuredIn(body: HTMLElement): Generator<readonly [index: number, heightPx: number]> {
  const { boxOf } = spaceOf(body);
  for (const item of body.querySelectorAll<HTMLElement>('[data-item]')) {
    yield [Number(item.dataset['item']), boxOf(item).height];
  }
}

/** What stands in the document, from the top: items, and room for those that don't. */
type VirtualPart =
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'room'; readonly key: string; readonly px: number };

/**
 * The items of a slice with the room around them. The focused item and its neighbours stay in the document wherever the
 * view is, in their place in the order, so that the focus isn't lost and Tab goes on from there.
 */
export function virtualParts(
  { first, end, roomAbovePx, roomBelowPx }: ItemSlice,
  focused: number | undefined,
  heights: ItemHeights,
): readonly VirtualPart[] {
  const slice = itemsFrom(first, end);
  const kept =
    focused === undefined || focused >= heights.count
      ? []
      : neighbours(focused, heights.count).filter((index) => index < first || index >= end);
  const [nearest] = kept;
  if (nearest === undefined) return [room('above', roomAbovePx), ...slice, room('below', roomBelowPx)];
  const keptPx = kept.reduce((sum, index) => sum + heights.heightOf(index), 0);
  const items = kept.map((index): VirtualPart => ({ kind: 'item', index }));
  // A key for either side: React would move the focused item, and it would lose the focus, if one changed its side.
  if (nearest < first) {
    const awayPx = heights.offsetOf(first) - heights.offsetOf(nearest);
    const abovePx = Math.max(0, roomAbovePx - awayPx);
    return [
      room('above', abovePx),
      ...items,
      room('between, kept above', Math.max(0, roomAbovePx - abovePx - keptPx)),
      ...slice,
      room('below', roomBelowPx),
    ];
  }
  const betweenPx = Math.max(0, Math.min(heights.offsetOf(nearest) - heights.offsetOf(end), roomBelowPx - keptPx));
  return [
    room('above', roomAbovePx),
    ...slice,
    room('between, kept below', betweenPx),
    ...items,
    room('below', Math.max(0, roomBelowPx - betweenPx - keptPx)),
  ];
}

function room(key: string, px: number): VirtualPart {
  return { kind: 'room', key, px };
}

function itemsFrom(first: number, end: number): VirtualPart[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => ({ kind: 'item', index: first + i }));
}

function neighbours(index: number, count: number): number[] {
  return [index - 1, index, index + 1].filter((each) => each >= 0 && each < count);
}
