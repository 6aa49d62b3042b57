import { useSyncExternalStore } from 'react';

/** Whether something of the document fills the screen, as it changes. */
export function useFullScreen(): boolean {
  return useSyncExternalStore(subscribe, isAnythingFullScreen);
}

let isAllowed: boolean | undefined;

/** Whether anything of this document may fill the screen. Asked once: WebKit complains of each asking where it may not. */
export function canFillScreen(): boolean {
  return (isAllowed ??= document.fullscreenEnabled);
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}

/** Undefined as well: not every document knows of it. */
function isAnythingFullScreen(): boolean {
  return (document.fullscreenElement ?? undefined) !== undefined;
}

/**
 * Whether an element has the screen to itself, with or within the one that was given it; also from inside a shadow
 * root.
 */
export function isFullScreen(element: Element): boolean {
  const full = document.fullscreenElement;
  if (full === null) return false;
  for (let inner: Element | undefined = element; inner !== undefined;) {
    if (full.contains(inner)) return true;
    const root = inner.getRootNode();
    inner = root instanceof ShadowRoot ? root.host : undefined;
  }
  return false;
}
