import type { ReactNode } from 'react';
import type { BarPart } from './bar-part';
import { BAR } from './page-parts';
import { useCode } from './use-code';

/** What an open menu holds, as soon as its code is here. */
export function InMenu({ children }: { readonly children: (part: BarPart) => ReactNode }) {
  const part = useCode(BAR);
  return part === undefined ? null : children(part);
}
