import { useEffect, useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { textScaleOf } from './size';

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
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, { capture: true });
    };
  }, [open, anchor, panel]);

  useEffect(() => {
    if (!open) return undefined;
    const onPointerDown = (event: PointerEvent) => {
      const path = event.composedPath();
      const inside = [anchor.current, panel.current].some((element) => element !== null && path.includes(element));
      if (!inside) onOutside();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [open, anchor, panel, onOutside]);
}

/**
 * Into the top layer. Where the selector is unknown, so are popovers, and an element marked as one would only be
 * hidden.
 */
function raise(panel: HTMLElement): void {
  if (typeof panel.showPopover !== 'function') return;
  if (typeof CSS === 'undefined' || !CSS.supports('selector(:popover-open)')) return;
  panel.popover = 'manual';
  panel.showPopover();
}

/**
 * Where the panel goes is told in custom properties, so that the style sheet can make a sheet of it on small screens
 * (`data-sheet`). It lies over the page, whatever the timeline's own width, so its room is the screen's.
 */
function placeUnder(anchor: HTMLElement, panel: HTMLElement): void {
  panel.toggleAttribute('data-sheet', window.innerWidth <= SHEET_UP_TO_PX * textScaleOf(anchor));
  const at = anchor.getBoundingClientRect();
  const { clientWidth: viewWidth, clientHeight: viewHeight } = document.documentElement;
  const below = viewHeight - at.bottom - GAP_PX - EDGE_PX;
  const above = at.top - GAP_PX - EDGE_PX;
  const goesUp = below < Math.min(panel.scrollHeight, LEAST_ROOM_PX) && above > below;
  const alignsRight = getComputedStyle(anchor).direction === 'rtl';
  const wanted = alignsRight ? at.right - panel.offsetWidth : at.left;
  const left = Math.max(EDGE_PX, Math.min(wanted, viewWidth - panel.offsetWidth - EDGE_PX));
  const room = Math.max(LEAST_ROOM_PX, goesUp ? above : below);
  const height = Math.min(panel.offsetHeight, room);
  const top = goesUp
    ? at.top - GAP_PX - height
    : Math.min(at.bottom + GAP_PX, Math.max(EDGE_PX, viewHeight - EDGE_PX - height));
  panel.style.setProperty('--dt-left', `${left}px`);
  panel.style.setProperty('--dt-top', `${top}px`);
  panel.style.setProperty('--dt-room', `${room}px`);
  panel.style.setProperty('--dt-anchor-width', `${at.width}px`);
}
