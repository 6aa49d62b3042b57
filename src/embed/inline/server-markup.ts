import { useState, useSyncExternalStore } from 'react';

/**
 * What the element holds on a server, and what it is told to hold in a browser that takes a server's page over: there
 * React leaves the markup as it finds it, since `suppressHydrationWarning` keeps it from comparing. An element that is
 * made in the browser is given none, since setting markup is what trusted types forbid. The only place where text becomes
 * markup, and only where there is no document; `render` has to escape what it is made of.
 */
export function useServerMarkup(render: () => string) {
  const isFromServer = useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  );
  const [written] = useState(() =>
    isFromServer
      ? {
          suppressHydrationWarning: true,
          dangerouslySetInnerHTML: { __html: typeof document === 'undefined' ? render() : '' },
        }
      : undefined,
  );
  return written;
}

function neverChanges(): () => void {
  return () => undefined;
}
