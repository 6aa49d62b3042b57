import type { ReactNode } from 'react';
import { useText } from '../context/store-context';

/**
 * A link that leaves the page, with the host it leads to in plain sight. `url` is http(s), which reading a dataset
 * makes sure of.
 */
export function ExternalLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const t = useText();
  return (
    <span className="dt-external">
      <a href={url} target="_blank" rel="noopener noreferrer">
        {children}
        <span className="dt-visually-hidden"> {t('panel.newTab')}</span>
      </a>{' '}
      <span className="dt-meta">{new URL(url).hostname}</span>
    </span>
  );
}
