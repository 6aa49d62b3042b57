import { screenBoxOf, spaceOf } from './screen-space';
import type { Box } from './screen-space';

/**
 * Shows an element over the page, in the browser's top layer, where nothing around it cuts, moves or scales it. Where
 * the selector is unknown, so are popovers, and an element marked as one would only be hidden: there it is what its
 * style makes of it, an ordinary fixed box.
 */
export function raise(element: HTMLElement): void {
  if (typeof element.showPopover !== 'function') return;
  if (typeof CSS === 'undefined' || !CSS.supports('selector(:popover-open)')) return;
  element.setAttribute('popover', 'manual');
  element.showPopover();
}

/** What is to be known to place a box over the page, in px of the screen. */
export interface PlaceOnScreen {
  readonly anchor: Box;
  /** As high as it would be with all the room it wants. */
  readonly box: { readonly widthPx: number; readonly heightPx: number };
  readonly screen: { readonly widthPx: number; readonly heightPx: number };
}

/** Where a box goes, and how high it may be there. Px of the screen. */
export interface PlacedBox {
  readonly left: number;
  readonly top: number;
  readonly roomPx: number;
}

/**
 * Puts a fixed box beside an anchor. `choose` says where, in px of the screen; the style sheet is told in custom
 * properties (`--dt-left`, `--dt-top`, `--dt-room`) in px of the box, whatever its fixed position is counted from: under
 * a transform, filter or containment that isn't the screen.
 */
export function placeBeside(box: HTMLElement, anchor: HTMLElement, choose: (at: PlaceOnScreen) => PlacedBox): void {
  const put = (name: string, px: number) => box.style.setProperty(name, `${px}px`);
  put('--dt-left', 0);
  put('--dt-top', 0);
  const { pointAt, scale } = spaceOf(box);
  const { clientWidth, clientHeight } = box.ownerDocument.documentElement;
  const { left, top, roomPx } = choose({
    anchor: screenBoxOf(anchor),
    box: {
      widthPx: screenBoxOf(box).width,
      heightPx: (box.scrollHeight + box.offsetHeight - box.clientHeight) * scale,
    },
    screen: { widthPx: clientWidth, heightPx: clientHeight },
  });
  const { x, y } = pointAt({ clientX: left, clientY: top });
  put('--dt-left', x);
  put('--dt-top', y);
  put('--dt-room', roomPx / scale);
}
