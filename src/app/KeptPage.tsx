import { useLayoutEffect, useRef } from 'react';

/**
 * What stood in the page before the timeline, the written one, put back as it was: for when there is nothing better to
 * show.
 */
export function KeptPage({ nodes }: { readonly nodes: readonly Node[] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(...nodes), [nodes]);
  return nodes.length === 0 ? null : <div ref={place} className="dt-kept" />;
}
