import type { ItemHeights } from './item-heights';
import type { ItemSlice } from './scroll-space';

/** What stands in the document, from the top: items, and room for those that don't. */
export type VirtualPart =
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
