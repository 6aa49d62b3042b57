import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * What belongs to this face, among the tools of the bar over all of them, so that it costs the table no height; in its
 * own place where there is no such bar.
 */
export function InWriteBar({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  const [bar, setBar] = useState<Element | null>();
  useLayoutEffect(() => {
    setBar(place.current?.closest('.dt-app')?.querySelector('.dt-write-tools') ?? null);
  }, []);
  if (bar === undefined) return <span ref={place} hidden />;
  return bar === null ? children : createPortal(children, bar);
}
