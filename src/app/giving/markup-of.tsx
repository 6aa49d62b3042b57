import { startTransition, useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The markup of what React draws, made in an element that never stands in the page, in slices that give way to whatever
 * the reader does. Rejects with what a component throws.
 */
export function markupOf(node: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const place = document.createElement('div');
    const root = createRoot(place, { onUncaughtError: reject });
    const take = () => {
      resolve(place.innerHTML);
      // When React is done with it.
      setTimeout(() => root.unmount());
    };
    startTransition(() => root.render(<Drawn onDrawn={take}>{node}</Drawn>));
  });
}

function Drawn({ children, onDrawn }: { readonly children: ReactNode; readonly onDrawn: () => void }) {
  useLayoutEffect(onDrawn);
  return children;
}
