import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { ListItems } from './list-items';
import type { ListView } from './ListPosition';
import { partitionPoint } from '../../base/sorted';
import { spaceOf } from '../kit/screen-space';
import { scrollBy, scrollerOf, viewOf } from '../kit/scroller';
import { windowOf } from '../kit/any-window';

/** How to move a list. */
export interface ListPlaces {
  /** Brings the event at a position to the top of the view, under what sticks there, as far as the list reaches. */
  readonly show: (position: number) => void;
}

/** Cards in the order of their positions. */
const CARDS = '.dt-running-item, .dt-card';

/**
 * Which cards are in view in a list that stands in the document as a whole, and how to move it; `isOn` false for one
 * that doesn't.
 */
export function useListPlaces(
  list: RefObject<HTMLElement | null>,
  items: ListItems,
  coveredPx: number,
  isOn: boolean,
): ListPlaces & { readonly view: ListView | undefined } {
  const [view, setView] = useState<ListView>();
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || !isOn) return undefined;
    return followView(element, () => {
      const next = cardsInView(element, coveredPx, items.rows.length);
      setView((before) => (before?.first === next.first && before.last === next.last ? before : next));
    });
  }, [list, items, coveredPx, isOn]);
  const show = (position: number) => {
    const element = list.current;
    const card = element?.querySelectorAll<HTMLElement>(CARDS)[position];
    if (element === null || card === undefined) return;
    const scroller = scrollerOf(element);
    scrollBy(scroller, element, -viewOf(card, scroller).topPx - coveredPx - headPxIn(element));
  };
  return { view, show };
}

/** Looks now, and in the next frame after whatever may have moved the list. Returns how to stop. */
function followView(list: Element, look: () => void): () => void {
  let frame: number | undefined;
  const lookNow = () => {
    frame = undefined;
    look();
  };
  const ask = () => {
    frame ??= requestAnimationFrame(lookNow);
  };
  look();
  const observer = new ResizeObserver(ask);
  observer.observe(list);
  const roots = new Set<Node>([list.getRootNode(), list.ownerDocument]);
  for (const root of roots) root.addEventListener('scroll', ask, { capture: true, passive: true });
  const page = windowOf(list);
  page.addEventListener('resize', ask);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    observer.disconnect();
    for (const root of roots) root.removeEventListener('scroll', ask, { capture: true });
    page.removeEventListener('resize', ask);
  };
}

/** The first and last of so many cards that can be seen under what sticks over them. */
function cardsInView(list: HTMLElement, coveredPx: number, count: number): ListView {
  const cards = [...list.querySelectorAll(CARDS)];
  const { topPx, heightPx } = viewOf(list, scrollerOf(list));
  const { boxOf } = spaceOf(list);
  const seenPx = topPx + coveredPx + headPxIn(list) + 1;
  const first = countWhile(cards, (card) => boxOf(card).bottom <= seenPx);
  const end = countWhile(cards, (card) => boxOf(card).top < topPx + heightPx - 1);
  return { first: Math.min(first, count - 1), last: Math.max(end - 1, 0) };
}

/** Height of the heads that stick over the cards. */
function headPxIn(list: HTMLElement): number {
  const head = list.querySelector('.dt-month-head');
  return head === null ? 0 : spaceOf(list).boxOf(head).height;
}

/** How many at the beginning are so; all of them stand before the others. O(log n). */
function countWhile(cards: readonly Element[], isSo: (card: Element) => boolean): number {
  return partitionPoint(0, cards.length, (position) => {
    const card = cards[position];
    return card !== undefined && isSo(card);
  });
}
