import { createFocusTrap } from 'focus-trap';

/**
 * Keeps Tab inside `held` until the returned function is called, which gives the focus to what `home` names then;
 * undefined leaves it where it is.
 */
export function trapFocus(held: HTMLElement, home: () => HTMLElement | undefined): () => void {
  const trap = createFocusTrap(held, {
    document: held.ownerDocument,
    // Whoever opens the panel has put the focus where it belongs; Esc and the pointer are the panel's own business.
    initialFocus: false,
    escapeDeactivates: false,
    allowOutsideClick: true,
    fallbackFocus: held,
    setReturnFocus: () => home() ?? false,
    // At once: a tick later the reader, or what the panel has opened, may have moved it on purpose.
    delayReturnFocus: false,
    tabbableOptions: { displayCheck: 'full-native', getShadowRoot: true },
  });
  trap.activate();
  return () => void trap.deactivate();
}
