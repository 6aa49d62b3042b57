/** Controls as they stand in our pages: what Tab or a script can bring the focus to. */
const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex]';

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
  // Browsers of before 2024 don't know, and neither do the tests without a layout.
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });
}
