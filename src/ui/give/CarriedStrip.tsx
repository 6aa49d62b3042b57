import { useState, useSyncExternalStore } from 'react';
import { usePageServices } from '../context/page-services';
import type { CarriedDoor } from '../context/carried';
import { useText } from '../context/store-context';

/** Tells of a timeline that came whole in the page's address, and leads back to what was being written when it came. */
export function CarriedStrip() {
  const { carried } = usePageServices();
  return carried === undefined ? null : <Strip carried={carried} />;
}

function Strip({ carried }: { readonly carried: CarriedDoor }) {
  const t = useText();
  const shown = useSyncExternalStore(carried.subscribe, carried.carried);
  const [dismissed, setDismissed] = useState<typeof shown>();
  if (shown === undefined || dismissed === shown) return null;
  const { left } = shown;
  return (
    <div className="dt-notice">
      <p className="dt-notice-words">{t('notice.carried')}</p>
      <div className="dt-notice-acts">
        {left === undefined ? null : (
          <button type="button" className="dt-button" onClick={left.back}>
            {t('notice.carried.back', { title: left.title })}
          </button>
        )}
        <button type="button" className="dt-button" onClick={() => setDismissed(shown)}>
          {t('notice.dismiss')}
        </button>
      </div>
    </div>
  );
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly carried: { readonly CarriedStrip: typeof CarriedStrip };
  }
}
