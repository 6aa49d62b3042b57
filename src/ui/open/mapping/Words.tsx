import type { ReactNode } from 'react';

/** Words of a file that isn't shown yet, whose language nobody has said: they turn nothing around them. */
export function Words({ children }: { readonly children: ReactNode }) {
  return <bdi lang="">{children}</bdi>;
}
