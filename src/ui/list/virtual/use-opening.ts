import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { spaceOf } from '../../kit/screen-space';
import { scrollerOf, viewOf } from '../../kit/scroller';
import type { ItemPlace, ScrollSpace } from './scroll-space';

interface Opening {
  readonly space: ScrollSpace;
  readonly identity: object;
  readonly wanted: number | undefined;
  readonly coveredPx: number;
  readonly wholeSelector: string;
  readonly goTo: (place: ItemPlace) => void;
  /** With so much of what stands above the items in view. */
  readonly goToTop: (abovePx: number) => void;
}

/** Where a list was left, by its identity. */
const left = new WeakMap<object, { readonly place: ItemPlace; readonly wanted: number | undefined }>();

/**
 * A list begins where it was left, else with the wanted item in view; another one after it at its top. What is wanted
 * later comes into view.
 */
export function useOpening(body: RefObject<HTMLElement | null>, opening: Opening): void {
  const { space, identity, wanted, coveredPx, wholeSelector, goTo, goToTop } = opening;
  const opened = useRef<{ readonly space: ScrollSpace; readonly wanted: number | undefined }>(undefined);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const before = opened.current;
    opened.current = { space, wanted };
    const show = (index: number | undefined) => {
      if (index !== undefined && !space.holds(index, coveredPx)) goTo(space.placeNear(index));
    };
    if (before?.space === space) {
      if (wanted !== before.wanted) show(wanted);
      return;
    }
    const view = viewOf(element, scrollerOf(element));
    space.see(before === undefined ? Math.min(view.topPx, 0) : 0, view.heightPx);
    const known = left.get(identity);
    if (before !== undefined) {
      if (view.topPx > 0) goToTop(abovePxIn(element, wholeSelector));
    } else if (known !== undefined && known.wanted === wanted) goTo(known.place);
    else show(wanted);
  }, [body, space, identity, wanted, coveredPx, wholeSelector, goTo, goToTop]);
  useEffect(
    () => () => {
      if (space.isBelowTop) left.set(identity, { place: space.place(), wanted: opened.current?.wanted });
      else left.delete(identity);
    },
    [space, identity],
  );
}

function abovePxIn(element: HTMLElement, wholeSelector: string): number {
  const whole = element.closest<HTMLElement>(wholeSelector) ?? element;
  return spaceOf(whole).boxOf(element).top;
}
