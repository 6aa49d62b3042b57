import { useSyncExternalStore } from 'react';
import { isShadowRoot } from './any-window';

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

function isAnythingFullScreen(): boolean {
  return fullScreenElement() !== undefined;
}

/** What fills the screen. An iPhone's document doesn't know of any such thing, and says neither this nor null. */
export function fullScreenElement(): Element | undefined {
  return document.fullscreenElement ?? undefined;
}

/**
 * Whether an element has the screen to itself, with or within the one that was given it; also from inside a shadow
 * root.
 */
export function isFullScreen(element: Element): boolean {
  const full = fullScreenElement();
  if (full === undefined) return false;
  for (let inner: Element | undefined = element; inner !== undefined;) {
    if (full.contains(inner)) return true;
    const root = inner.getRootNode();
    inner = isShadowRoot(root) ? root.host : undefined;
  }
  return false;
}
