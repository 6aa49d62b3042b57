import { useEffect, useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { spaceOf } from './screen-space';
import { textScaleOf } from './size';
import { placeBeside, raise } from './top-layer';
import { windowOf } from './any-window';

const GAP_PX = 4;
const EDGE_PX = 8;
const LEAST_ROOM_PX = 160;
/** On a screen no wider, in letters of the usual size, a panel is a sheet at its edge. */
const SHEET_UP_TO_PX = 640;

/**
 * Shows a panel in the browser's top layer under its anchor, and asks to close it when the reader points elsewhere.
 * The panel is in the document only while open, so that it works the same where the browser has no popovers: it is then
 * an ordinary fixed box.
 */
export function usePopover({
  open,
  anchor,
  panel,
  onOutside,
}: {
  open: boolean;
  anchor: RefObject<HTMLElement | null>;
  panel: RefObject<HTMLElement | null>;
  onOutside: () => void;
}): void {
  useLayoutEffect(() => {
    const shown = panel.current;
    const button = anchor.current;
    if (!open || !shown || !button) return undefined;
    raise(shown);
    const place = () => placeUnder(button, shown);
    place();
    const observer = new ResizeObserver(place);
    observer.observe(shown);
    observer.observe(button);
    const page = windowOf(button);
    page.addEventListener('resize', place);
    page.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      page.removeEventListener('resize', place);
      page.removeEventListener('scroll', place, { capture: true });
    };
  }, [open, anchor, panel]);

  useEffect(() => {
    if (!open) return undefined;
    const onPointerDown = (event: PointerEvent) => {
      const path = event.composedPath();
      const inside = [anchor.current, panel.current].some((element) => element !== null && path.includes(element));
      if (!inside) onOutside();
    };
    const page = anchor.current?.ownerDocument ?? document;
    page.addEventListener('pointerdown', onPointerDown, true);
    return () => page.removeEventListener('pointerdown', onPointerDown, true);
  }, [open, anchor, panel, onOutside]);
}

/**
 * On small screens the style sheet makes a sheet of it (`data-sheet`). It lies over the page, whatever the timeline's own
 * width, so its room is the screen's.
 */
function placeUnder(button: HTMLElement, panel: HTMLElement): void {
  panel.toggleAttribute('data-sheet', windowOf(button).innerWidth <= SHEET_UP_TO_PX * textScaleOf(button));
  const alignsRight = getComputedStyle(button).direction === 'rtl';
  placeBeside(panel, button, ({ anchor, box, screen }) => {
    const below = screen.heightPx - anchor.bottom - GAP_PX - EDGE_PX;
    const above = anchor.top - GAP_PX - EDGE_PX;
    const goesUp = below < Math.min(box.heightPx, LEAST_ROOM_PX) && above > below;
    const wanted = alignsRight ? anchor.right - box.widthPx : anchor.left;
    const roomPx = Math.max(LEAST_ROOM_PX, goesUp ? above : below);
    const heightPx = Math.min(box.heightPx, roomPx);
    return {
      left: Math.max(EDGE_PX, Math.min(wanted, screen.widthPx - box.widthPx - EDGE_PX)),
      top: goesUp
        ? anchor.top - GAP_PX - heightPx
        : Math.min(anchor.bottom + GAP_PX, Math.max(EDGE_PX, screen.heightPx - EDGE_PX - heightPx)),
      roomPx,
    };
  });
  panel.style.setProperty('--dt-anchor-width', `${spaceOf(panel).boxOf(button).width}px`);
}
