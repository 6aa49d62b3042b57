import type { ReactNode } from 'react';
import type { MenuPart } from './menu-part';
import { MENUS } from './page-parts';
import { useCode } from './use-code';

/** What an open menu holds, as soon as its code is here. */
export function InMenu({ children }: { readonly children: (part: MenuPart) => ReactNode }) {
  const part = useCode(MENUS);
  return part === undefined ? null : children(part);
}
