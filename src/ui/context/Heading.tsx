import type { ComponentProps } from 'react';
import { usePageSettings } from './page-settings';

interface HeadingProps extends ComponentProps<'h1'> {
  /** Its level on a page of the timeline's own. */
  readonly level: 1 | 2 | 3;
}

/**
 * A heading of the page; one level lower where the timeline is a guest in somebody else's document, which has a first
 * heading already.
 */
export function Heading({ level, ...rest }: HeadingProps) {
  const { guest = false } = usePageSettings();
  const Tag = ({ 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const)[guest ? ((level + 1) as 2 | 3 | 4) : level];
  return <Tag {...rest} />;
}
