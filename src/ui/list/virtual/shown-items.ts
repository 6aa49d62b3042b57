import type { ItemSlice, ScrollSpace } from './scroll-space';

/** What of a list is on screen and in the document, as it was when somebody looked. */
export interface ShownItems {
  readonly space: ScrollSpace;
  readonly slice: ItemSlice;
  /** The first and last item in view. */
  readonly inView: { readonly first: number; readonly last: number };
}

/** What is shown now. */
export function shownIn(space: ScrollSpace): ShownItems {
  return { space, slice: space.slice(), inView: space.inView() };
}

/** The same, but the object of before while nothing about it has changed, so that React renders nothing. */
export function shownSince(before: ShownItems, space: ScrollSpace): ShownItems {
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
