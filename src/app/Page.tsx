import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { withTheme } from '../state/address/page-address';
import type { PageOptions, ThemeName } from '../state/address/view-params';
import type { TimelineStore } from '../state/view/store';
import { ErrorBoundary } from '../ui/context/ErrorBoundary';
import { PageProvider } from '../ui/context/page-context';
import type { PageContextValue } from '../ui/context/page-context';
import { TimelineProvider, useTimeline } from '../ui/context/store-context';
import { useTheme } from '../ui/context/use-theme';
import { useFullScreen } from '../ui/kit/full-screen';
import { useMedia } from '../ui/kit/use-media';
import { App } from '../ui/shell/App';
import { isFramed, mendAddress } from './address-bar';
import type { AppearanceStore } from './appearance';
import type { LanguageStore } from './language';

export const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** The timeline in the language that is spoken. */
export function Speaking({
  store,
  language,
  children,
}: {
  readonly store: TimelineStore;
  readonly language: LanguageStore;
  readonly children: ReactNode;
}) {
  const { translate } = useSyncExternalStore(language.subscribe, language.get);
  return (
    <TimelineProvider store={store} translate={translate}>
      {children}
    </TimelineProvider>
  );
}

/** What the parts of the page can have done. */
export interface PageServices extends Pick<
  PageContextValue,
  'control' | 'link' | 'share' | 'retry' | 'cancel' | 'sets'
> {
  readonly chooseLanguage: (tag: string) => void;
}

/** Everything that is drawn, in what surrounds it: services, options and appearance. */
export function Page({
  options,
  services: { chooseLanguage, ...services },
  appearance,
  ownsDocument,
  language,
  kept,
}: {
  readonly options: PageOptions;
  readonly services: PageServices;
  readonly appearance: AppearanceStore;
  readonly ownsDocument: boolean;
  readonly language: LanguageStore;
  /** What stood here before; shown again when there is nothing else to show. */
  readonly kept: readonly Node[];
}) {
  const prefersStill = useMedia(REDUCED_MOTION);
  const isFullScreen = useFullScreen();
  const hasNothing = useTimeline((state) => state.dataset === undefined && state.loading.phase === 'failed');
  const { theme: asked, height } = useSyncExternalStore(appearance.subscribe, appearance.get);
  const theme = useTheme(asked);
  const themeChoice = useMemo(
    () => ({
      asked,
      choose: (chosen: ThemeName) => {
        appearance.set({ theme: chosen });
        if (ownsDocument) mendAddress((href) => withTheme(href, chosen));
      },
    }),
    [asked, appearance, ownsDocument],
  );
  // The page behind it as well: a frame whose own ground or scroll bars are of the other scheme shows as a box.
  useLayoutEffect(() => {
    if (!ownsDocument) return;
    const { style } = document.documentElement;
    style.colorScheme = theme.scheme;
    style.background = theme.paper;
  }, [ownsDocument, theme]);
  const { translate, missing } = useSyncExternalStore(language.subscribe, language.get);
  useLayoutEffect(() => {
    if (!ownsDocument) return;
    document.documentElement.lang = translate.locale;
    document.documentElement.dir = translate.dir;
  }, [ownsDocument, translate]);
  return (
    <PageProvider
      value={{
        ...services,
        language: { choose: chooseLanguage, missing },
        standalone: ownsDocument && !isFramed(),
        theme,
        themeChoice,
        gestures: options.gestures ?? 'auto',
        still: options.motion === 'reduced' || (options.motion !== 'full' && prefersStill),
        height: ownsDocument && isFullScreen ? 'fill' : height,
        embed: options.embed === true,
        guest: !ownsDocument,
        ownHref:
          options.data === undefined && options.set === undefined ? undefined : location.href.replace(/[?#].*$/, ''),
        hidden: new Set(options.hide),
        locked: new Set(options.lock),
      }}
    >
      <ErrorBoundary {...(kept.length === 0 ? {} : { fallback: <KeptPage nodes={kept} /> })}>
        <App />
        {hasNothing ? <KeptPage nodes={kept} /> : null}
      </ErrorBoundary>
    </PageProvider>
  );
}

/**
 * What stood in the page before the timeline, the written one, put back as it was: for when there is nothing better to
 * show.
 */
function KeptPage({ nodes }: { readonly nodes: readonly Node[] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(...nodes), [nodes]);
  return nodes.length === 0 ? null : <div ref={place} className="dt-kept" />;
}
