import type { ReactNode } from 'react';
import { usePage } from '../context/page-context';

/** The page's main part; a guest in another document has none. */
export function PageMain({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const { guest = false } = usePage();
  return guest ? <div className={className}>{children}</div> : <main className={className}>{children}</main>;
}
