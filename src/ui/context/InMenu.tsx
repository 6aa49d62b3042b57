import type { ReactNode } from 'react';
import type { BarPart } from '../shell/bar.lazy';
import { BAR } from './lazy-modules';
import { useLazy } from './use-lazy';

/** What an open menu holds, as soon as its code is here. */
export function InMenu({ children }: { readonly children: (part: BarPart) => ReactNode }) {
  const part = useLazy(BAR);
  return part === undefined ? null : children(part);
}
