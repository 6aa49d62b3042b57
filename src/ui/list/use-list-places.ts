import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { ListItems } from './list-months';
import type { ListView } from './ListPosition';
import { partitionPoint } from '../../base/sorted';
import { scrollBy, scrollerOf, viewOf } from '../kit/scroller';

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
    let frame: number | undefined;
    const look = () => {
      frame = undefined;
      const cards = [...element.querySelectorAll(CARDS)];
      const { topPx, heightPx } = viewOf(element, scrollerOf(element));
      const fromPx = element.getBoundingClientRect().top + topPx;
      const first = countWhile(
        cards,
        (card) => card.getBoundingClientRect().bottom <= fromPx + coveredPx + headPxIn(element) + 1,
      );
      const end = countWhile(cards, (card) => card.getBoundingClientRect().top < fromPx + heightPx - 1);
      const next = { first: Math.min(first, items.rows.length - 1), last: Math.max(end - 1, 0) };
      setView((before) => (before?.first === next.first && before.last === next.last ? before : next));
    };
    const ask = () => {
      frame ??= requestAnimationFrame(look);
    };
    look();
    const observer = new ResizeObserver(ask);
    observer.observe(element);
    const roots = new Set<Node>([element.getRootNode(), element.ownerDocument]);
    for (const root of roots) root.addEventListener('scroll', ask, { capture: true, passive: true });
    window.addEventListener('resize', ask);
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      observer.disconnect();
      for (const root of roots) root.removeEventListener('scroll', ask, { capture: true });
      window.removeEventListener('resize', ask);
    };
  }, [list, items, coveredPx, isOn]);
  const show = (position: number) => {
    const element = list.current;
    const card = element?.querySelectorAll(CARDS)[position];
    if (element === null || card === undefined) return;
    const scroller = scrollerOf(element);
    scrollBy(scroller, -viewOf(card, scroller).topPx - coveredPx - headPxIn(element));
  };
  return { view, show };
}

/** Height of the heads that stick over the cards. */
function headPxIn(list: Element): number {
  return list.querySelector('.dt-month-head')?.getBoundingClientRect().height ?? 0;
}

/** How many at the beginning are so; all of them stand before the others. O(log n). */
function countWhile(cards: readonly Element[], isSo: (card: Element) => boolean): number {
  return partitionPoint(0, cards.length, (position) => {
    const card = cards[position];
    return card !== undefined && isSo(card);
  });
}
