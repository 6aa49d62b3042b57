import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { ItemHeights } from './item-heights';
import { ListWindow } from './list-window';
import type { ListPlace, ListSlice } from './list-window';
import { listParts } from './list-parts';
import type { ListPart } from './list-parts';
import { scrollBy, scrollerOf, viewOf } from '../../kit/scroller';

/** What a list that is longer than the page can hold is made of. */
export interface ListSource {
  readonly count: number;
  readonly kindAt: (index: number) => number;
  /** Heights by kind until one has been measured, CSS px. */
  readonly estimatesPx: readonly number[];
  /**
   * What sticks to the top of the view and lies over the list, besides the head of a table or month. CSS px; usually
   * nothing.
   */
  readonly coveredPx?: number;
  /**
   * The rows it stands for: other rows are another list, which begins at its top; the same ones are come back to where
   * they were left.
   */
  readonly rows: object;
  /** The item to be brought into view, when it becomes another one or the list opens. */
  readonly wanted: number | undefined;
}

export interface ShownList {
  readonly parts: readonly ListPart[];
  /** The first and last item in view. */
  readonly inView: { readonly first: number; readonly last: number };
  readonly heights: ItemHeights;
  /** Brings an item so far below the top of the view, as far as the list reaches. */
  readonly showAt: (index: number, belowPx: number) => void;
  /** For the element that holds the items; each item's own element has its index as `data-item`. */
  readonly handlers: { readonly onFocus: (event: FocusEvent) => void; readonly onBlur: (event: FocusEvent) => void };
}

/** Long enough for the next turn of a wheel. */
const SETTLE_MS = 150;
/** Where a list was left, by its rows. */
const left = new WeakMap<object, { readonly place: ListPlace; readonly wanted: number | undefined }>();

/** Keeps in the document what is in view of a list of any length, in whatever scrolls it, and what has the focus. */
export function useListWindow(body: RefObject<HTMLElement | null>, source: ListSource): ShownList {
  const { count, kindAt, estimatesPx, rows, wanted, coveredPx = 0 } = source;
  const listWindow = useMemo(() => windowOver(rows, count, kindAt, estimatesPx), [rows, count, kindAt, estimatesPx]);
  const [shown, setShown] = useState(() => shownBy(listWindow));
  const [focused, setFocused] = useState<number>();
  const now = shown.by === listWindow ? shown : shownBy(listWindow);
  /** Where the view is to stand as soon as the document has room for it. */
  const due = useRef<number>(undefined);

  const goTo = useCallback(
    (place: ListPlace) => {
      due.current = listWindow.goTo(place);
      setShown(shownBy(listWindow));
    },
    [listWindow],
  );
  const goToTop = useCallback(
    (abovePx: number) => {
      due.current = -abovePx;
      setShown(shownBy(listWindow));
    },
    [listWindow],
  );
  useOpening(body, { listWindow, rows, wanted, coveredPx, goTo, goToTop });
  useScrolling(body, listWindow, setShown, due);

  // After every commit: other items may have come, and only the document knows how high they are. What is measured
  // already changes nothing.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    if (due.current !== undefined) {
      const scroller = scrollerOf(element);
      scrollBy(scroller, due.current - viewOf(element, scroller).topPx);
      due.current = undefined;
    }
    if (!listWindow.measure(measuredIn(element))) return;
    // oxlint-disable-next-line react/set-state-in-effect
    setShown((before) => newer(before, listWindow));
  });
  return {
    parts: useMemo(() => listParts(now.slice, focused, listWindow.heights), [now, focused, listWindow]),
    inView: now.inView,
    heights: listWindow.heights,
    showAt: useCallback((index, belowPx) => goTo({ index, abovePx: -belowPx }), [goTo]),
    handlers: {
      onFocus: ({ target }) => {
        const index = itemOf(target);
        setFocused(index);
        // Of the browser's own scrolling towards it nothing is left when the items between come to stand there.
        if (index !== undefined && (index < now.slice.first || index >= now.slice.end))
          goTo(listWindow.placeNear(index));
      },
      // To nothing at all it goes while another window has it, and it comes back.
      onBlur: ({ relatedTarget, currentTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setFocused(undefined);
      },
    },
  };
}

/** A new one for other rows, even as many. */
function windowOver(
  _rows: object,
  count: number,
  kindAt: (index: number) => number,
  estimatesPx: readonly number[],
): ListWindow {
  return new ListWindow(new ItemHeights(count, kindAt, estimatesPx));
}

interface Shown {
  readonly by: ListWindow;
  readonly slice: ListSlice;
  readonly inView: ShownList['inView'];
}

function shownBy(by: ListWindow): Shown {
  return { by, slice: by.slice(), inView: by.inView() };
}

function itemOf(target: Element): number | undefined {
  const index = target.closest<HTMLElement>('[data-item]')?.dataset['item'];
  return index === undefined ? undefined : Number(index);
}

function* measuredIn(body: HTMLElement): Generator<readonly [number, number]> {
  for (const item of body.querySelectorAll<HTMLElement>('[data-item]')) {
    yield [Number(item.dataset['item']), item.getBoundingClientRect().height];
  }
}

/**
 * A list begins where it was left, else with what is chosen in view; another one after it at its top. What is chosen
 * later comes into view.
 */
function useOpening(
  body: RefObject<HTMLElement | null>,
  {
    listWindow,
    rows,
    wanted,
    coveredPx,
    goTo,
    goToTop,
  }: {
    readonly listWindow: ListWindow;
    readonly rows: object;
    readonly wanted: number | undefined;
    readonly coveredPx: number;
    readonly goTo: (place: ListPlace) => void;
    /** With so much of what stands above the list in view. */
    readonly goToTop: (abovePx: number) => void;
  },
): void {
  const opened = useRef<{ readonly by: ListWindow; readonly wanted: number | undefined }>(undefined);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const before = opened.current;
    opened.current = { by: listWindow, wanted };
    const view = viewOf(element, scrollerOf(element));
    if (before?.by === listWindow) {
      if (wanted !== undefined && wanted !== before.wanted && !listWindow.holds(wanted, coveredPx))
        goTo(listWindow.placeNear(wanted));
      return;
    }
    listWindow.see(before === undefined ? Math.min(view.topPx, 0) : 0, view.heightPx);
    const known = left.get(rows);
    if (before !== undefined) {
      const section = element.closest('.dt-list') ?? element;
      if (view.topPx > 0) goToTop(element.getBoundingClientRect().top - section.getBoundingClientRect().top);
    } else if (known !== undefined && known.wanted === wanted) goTo(known.place);
    else if (wanted !== undefined && !listWindow.holds(wanted, coveredPx)) goTo(listWindow.placeNear(wanted));
  }, [body, listWindow, rows, wanted, coveredPx, goTo, goToTop]);
  useEffect(
    () => () => {
      if (listWindow.isBelowTop) left.set(rows, { place: listWindow.place(), wanted: opened.current?.wanted });
      else left.delete(rows);
    },
    [listWindow, rows],
  );
}

/** Follows whatever scrolls the list, and lets list and scroll bar agree again when it has come to rest. */
function useScrolling(
  body: RefObject<HTMLElement | null>,
  listWindow: ListWindow,
  setShown: (next: (before: Shown) => Shown) => void,
  due: RefObject<number | undefined>,
): void {
  useEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    let scroller = scrollerOf(element);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let widthPx = element.getBoundingClientRect().width;
    const look = () => {
      const view = viewOf(element, scroller);
      listWindow.see(view.topPx, view.heightPx);
    };
    const settle = () => {
      // The page may have been scrolled since its last event.
      look();
      const target = listWindow.settle();
      if (target !== undefined) due.current = target;
      setShown((before) => (target === undefined ? newer(before, listWindow) : shownBy(listWindow)));
    };
    const onScroll = () => {
      look();
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
      if (listWindow.isAstray) flushSync(settle);
      else flushSync(() => setShown((before) => newer(before, listWindow)));
    };
    const onSize = () => {
      scroller = scrollerOf(element);
      const { width } = element.getBoundingClientRect();
      if (width !== widthPx && width > 0) {
        widthPx = width;
        const place = listWindow.place();
        listWindow.heights.forget();
        if (listWindow.isBelowTop) due.current = listWindow.goTo(place);
      }
      setShown(() => shownBy(listWindow));
    };
    const observer = new ResizeObserver(onSize);
    observer.observe(element);
    const roots = new Set<Node>([element.getRootNode(), element.ownerDocument]);
    for (const root of roots) root.addEventListener('scroll', onScroll, { capture: true, passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      for (const root of roots) root.removeEventListener('scroll', onScroll, { capture: true });
      window.removeEventListener('resize', onScroll);
    };
  }, [body, listWindow, setShown, due]);
}

/** The same object while the same items are in the document. */
function newer(before: Shown, listWindow: ListWindow): Shown {
  const after = shownBy(listWindow);
  const same =
    before.by === listWindow &&
    before.slice.first === after.slice.first &&
    before.slice.end === after.slice.end &&
    before.slice.roomAbovePx === after.slice.roomAbovePx &&
    before.slice.roomBelowPx === after.slice.roomBelowPx &&
    before.inView.first === after.inView.first &&
    before.inView.last === after.inView.last;
  return same ? before : after;
}
