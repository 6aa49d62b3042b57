import type { ReactNode } from 'react';
import { usePageSettings } from '../context/page-settings';
import { useText } from '../context/store-context';

/**
 * A link that leaves the page, with the host it leads to in plain sight. `url` is http(s), which reading a dataset
 * makes sure of. In a frame it is the whole address, to be copied: some systems (WordPress) put what is pasted into a
 * sandbox from which no link opens, and the page isn't told.
 */
export function ExternalLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const t = useText();
  const { standalone, guest } = usePageSettings();
  const isFramed = !standalone && !guest;
  return (
    <span className="dt-external">
      <a href={url} target="_blank" rel="noopener noreferrer">
        {children}
        <span className="dt-visually-hidden"> {t('panel.newTab')}</span>
      </a>{' '}
      <span className="dt-meta" dir="ltr">
        {isFramed ? url : new URL(url).hostname}
      </span>
    </span>
  );
}
