import { useState, useSyncExternalStore } from 'react';
import { useAnnouncer } from './store-context';

/**
 * The timeline's one polite live region: the page's (`App`), and, since what lies behind a modal dialog is silent, one
 * in each such dialog, which says what is new since it opened.
 */
export function StatusLine({ modal = false }: { readonly modal?: boolean }) {
  const { subscribe, spoken } = useAnnouncer();
  const { text, turn } = useSyncExternalStore(subscribe, spoken);
  const [from] = useState(modal ? turn : 0);
  // Made anew with each message: the same words again are a change.
  return (
    <output className="dt-visually-hidden dt-status">
      <span key={turn}>{turn > from ? text : ''}</span>
    </output>
  );
}
