import type { SyntheticEvent } from 'react';
import { usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import type { ShareSource } from '../context/page-services';
import { useText } from '../context/store-context';
import { useFullScreen } from '../kit/full-screen';

/** The last line of an embed: where it comes from, and the whole screen for it. Nothing where there is neither. */
export function EmbedBar() {
  const { share } = usePageServices();
  const { hidden } = usePageSettings();
  const withCredit = share !== undefined && !hidden.has('credit');
  if (!withCredit && !document.fullscreenEnabled) return null;
  return (
    <footer className="dt-embed-bar">
      {withCredit ? <Credit share={share} /> : null}
      {document.fullscreenEnabled ? <FullScreenButton /> : null}
    </footer>
  );
}

/**
 * To the page of its own with the view on screen: made out when it is reached for, since it changes with every
 * movement.
 */
function Credit({ share }: { readonly share: () => ShareSource }) {
  const t = useText();
  const fullPage = () => {
    const { link, address } = share();
    return link(address).address;
  };
  const point = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>) => {
    currentTarget.href = fullPage();
  };
  return (
    <a
      className="dt-embed-credit"
      href={fullPage()}
      target="_blank"
      rel="noopener"
      title={t('embed.fullPage')}
      onPointerDown={point}
      onFocus={point}
      onClick={point}
    >
      {t('embed.credit')}
      <span aria-hidden="true"> ↗</span>
      <span className="dt-visually-hidden">
        , {t('embed.fullPage')} {t('panel.newTab')}
      </span>
    </a>
  );
}

function FullScreenButton() {
  const t = useText();
  const isFullScreen = useFullScreen();
  // A browser may refuse, which leaves everything as it was; there is nothing to tell the reader that they don't see.
  const toggle = () =>
    void (isFullScreen ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
      () => undefined,
    );
  return (
    <button type="button" className="dt-link dt-embed-screen" onClick={toggle}>
      {t(isFullScreen ? 'embed.leaveFullScreen' : 'embed.fullScreen')}
    </button>
  );
}
