import { isElement } from '../any-window';

/*
 * Where the focus is, and all that moves it. Nothing else calls `focus()`, so who looks for why the focus went somewhere
 * finds it here or at a caller of these:
 *
 * - move: `moveFocus`, when a key or a choice of the reader's leads somewhere (the arrow keys of chart, menus and chips,
 *   "/", Esc, Enter on what is chosen). Without scrolling where the place is in sight anyway.
 * - first: `focusFirstIn`, when a panel opens that the reader asked for.
 * - restore: `giveFocusBack`, when it closes and the focus would be lost with it; a reader who points elsewhere wants to
 *   be elsewhere. Dialogs and sheets do so by their trap.
 * - trap: `useFocusTrap`, for as long as a dialog, a sheet or a fan is open.
 * - rove: `useRoving`, for the one tab stop of a bar.
 * - keep: `useFocusKeeper`, around everything: when an element goes that has the focus, and none of these has cared for
 *   it; `useFocusHeir` does the same nearer to it, where a part knows its heir.
 */

/** The element that has the focus in the document or shadow root that `node` lives in. */
export function focusedNear(node: Node): HTMLElement | undefined {
  const root = node.getRootNode();
  const active = 'activeElement' in root ? root.activeElement : undefined;
  return isElement(active) ? active : undefined;
}

/** Whether nothing has the focus where `node` lives, as after its element has gone. */
export function isFocusNowhere(node: Node): boolean {
  const focused = focusedNear(node);
  return focused === undefined || focused === node.ownerDocument?.body;
}

/** Whether `node` or something inside it has the focus. */
export function holdsFocus(node: Node): boolean {
  const focused = focusedNear(node);
  return focused !== undefined && node.contains(focused);
}

/** Gives an element the focus. `in place` where it, or what lies over it, is in sight: then nothing scrolls. */
export function moveFocus(element: HTMLElement | null | undefined, how: 'scroll to it' | 'in place'): void {
  element?.focus({ preventScroll: how === 'in place' });
}

/**
 * To the first control of a panel that has just opened, or to the panel. A finger that opened it wants to see it, not
 * the keyboard that a text field would bring up.
 */
export function focusFirstIn(panel: HTMLElement): void {
  const coarse = window.matchMedia('(pointer: coarse)').matches;
  const first = coarse ? null : panel.querySelector<HTMLElement>('input, button');
  moveFocus(first ?? panel, 'in place');
}

/**
 * Closes a panel, and gives the focus to what opened it, if the focus would be lost with it: who points elsewhere wants
 * to be elsewhere.
 */
export function giveFocusBack(panel: HTMLElement | null, opener: HTMLElement | null, close: () => void): void {
  const wasInside = panel !== null && holdsFocus(panel);
  close();
  if (wasInside) moveFocus(opener, 'scroll to it');
}

/** Controls as they stand in our pages: what Tab or a script can bring the focus to. */
const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex]:not([data-scrolls])';

/** Controls inside `box`, in the order of the document, that are to be seen. */
export function controlsIn(box: Element): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(CONTROLS)].filter(isShown);
}

/** Those of them that Tab stops at. */
export function tabStopsIn(box: Element): HTMLElement[] {
  return controlsIn(box).filter(isTabStop);
}

export function isTabStop(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(':disabled') && element.matches(CONTROLS);
}

/** Whether it is rendered at all; being scrolled out of sight doesn't count. */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') return element.checkVisibility({ visibilityProperty: true });
  // Safari before 17.4 doesn't know.
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}
