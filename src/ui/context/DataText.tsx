import type { ReactNode } from 'react';
import { useTimeline } from './store-context';

/**
 * Words of the dataset between those of the page: in their own language, so that a screen reader takes the right voice
 * (an empty `lang` where the dataset doesn't say which), and in their own direction. Inline, unless `className` makes
 * it a block, which then ends where its words do. `foreign`: of another dataset than is shown, whose language nobody
 * has said.
 */
export function DataText({
  foreign = false,
  className,
  children,
}: {
  readonly foreign?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const language = useTimeline((state) => state.dataset?.language);
  return (
    <bdi className={className} lang={foreign ? '' : (language ?? '')}>
      {children}
    </bdi>
  );
}
