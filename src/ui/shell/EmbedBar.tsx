import { useEffect } from 'react';
import type { RefObject, SyntheticEvent } from 'react';
import { usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import type { ShareSource } from '../context/page-services';
import { useText } from '../context/store-context';
import { canFillScreen, useFullScreen } from '../kit/full-screen';

/** The last line of an embed: where it comes from, and the whole screen for it. Nothing where there is neither. */
export function EmbedBar({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const { share } = usePageServices();
  const { hidden, height } = usePageSettings();
  useSeenPart(root, height === 'content');
  const withCredit = share !== undefined && !hidden.has('credit');
  const withScreen = canFillScreen();
  if (!withCredit && !withScreen) return null;
  return (
    <footer className="dt-embed-bar">
      {withCredit ? <Credit share={share} /> : null}
      {withScreen ? <FullScreenButton /> : null}
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

/**
 * Tells the style sheet which part of an element its reader sees (`--dt-seen-top`, `--dt-seen-height`, px of the
 * frame's view), for what is laid over it: a frame as high as its content is longer than any screen, and a sheet at its
 * upper end would open out of sight. Only an observer sees through a frame of another origin; it is asked anew with
 * each touch and key, since scrolling on tells it nothing.
 */
function useSeenPart(ref: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null || !isOn) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last === undefined || last.intersectionRect.height === 0) return;
      element.style.setProperty('--dt-seen-top', `${last.intersectionRect.top}px`);
      element.style.setProperty('--dt-seen-height', `${last.intersectionRect.height}px`);
    });
    const ask = () => {
      observer.disconnect();
      observer.observe(element);
    };
    ask();
    const listens = { capture: true, passive: true };
    element.addEventListener('pointerdown', ask, listens);
    element.addEventListener('keydown', ask, listens);
    return () => {
      observer.disconnect();
      element.removeEventListener('pointerdown', ask, listens);
      element.removeEventListener('keydown', ask, listens);
      element.style.removeProperty('--dt-seen-top');
      element.style.removeProperty('--dt-seen-height');
    };
  }, [ref, isOn]);
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly embedBar: { readonly EmbedBar: typeof EmbedBar };
  }
}
