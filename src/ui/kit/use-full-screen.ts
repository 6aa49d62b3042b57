import { useSyncExternalStore } from 'react';

/** Whether something of the document fills the screen, as it changes. */
export function useFullScreen(): boolean {
  return useSyncExternalStore(subscribe, isFullScreen);
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}

/** Undefined as well: not every document knows of it. */
function isFullScreen(): boolean {
  return (document.fullscreenElement ?? undefined) !== undefined;
}
