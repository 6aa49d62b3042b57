import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { PageOptions } from '../state/address/view-params';
import type { TimelineStore } from '../state/view/store';
import { ErrorBoundary } from '../ui/context/ErrorBoundary';
import { PageServicesProvider } from '../ui/context/page-services';
import type { PageServices } from '../ui/context/page-services';
import { PageSettingsProvider } from '../ui/context/page-settings';
import type { PageSettings } from '../ui/context/page-settings';
import { TimelineProvider, useTimeline } from '../ui/context/store-context';
import { ThemeProvider, useTheme } from '../ui/context/theme';
import type { ThemeSource } from '../ui/context/theme';
import { useFullScreen } from '../ui/kit/full-screen';
import { useMedia } from '../ui/kit/use-media';
import { App } from '../ui/shell/App';
import { isFramed } from './address-bar';
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

/** Everything that is drawn, in what surrounds it: services, settings and theme. */
export function Page({
  options,
  services,
  appearance,
  theme,
  ownsDocument,
  language,
  kept,
  onFault,
}: {
  readonly options: PageOptions;
  readonly services: PageServices;
  readonly appearance: AppearanceStore;
  readonly theme: ThemeSource;
  readonly ownsDocument: boolean;
  readonly language: LanguageStore;
  readonly kept: KeptContent;
  /** Told what made the timeline fail as a whole. */
  readonly onFault: (error: unknown) => void;
}) {
  const hasNothing = useTimeline((state) => state.dataset === undefined);
  const settings = useSettings({ options, appearance, ownsDocument, language });
  return (
    <PageServicesProvider value={services}>
      <PageSettingsProvider value={settings}>
        <ThemeProvider value={theme}>
          {ownsDocument ? <DocumentAround language={language} /> : null}
          <ErrorBoundary onFailure={onFault} isWritten={kept.nodes.length > 0} fallback={services.written}>
            <App />
            {hasNothing ? services.written : null}
            {hasNothing || kept.takeAway === undefined ? null : <TakenAway takeAway={kept.takeAway} />}
          </ErrorBoundary>
        </ThemeProvider>
      </PageSettingsProvider>
    </PageServicesProvider>
  );
}

/** The same object as long as nothing in it changes. */
function useSettings({
  options,
  appearance,
  ownsDocument,
  language,
}: {
  readonly options: PageOptions;
  readonly appearance: AppearanceStore;
  readonly ownsDocument: boolean;
  readonly language: LanguageStore;
}): PageSettings {
  const prefersStill = useMedia(REDUCED_MOTION);
  const isFullScreen = useFullScreen();
  const asked = useSyncExternalStore(appearance.subscribe, () => appearance.get().height);
  const { missing } = useSyncExternalStore(language.subscribe, language.get);
  const still = options.motion === 'reduced' || (options.motion !== 'full' && prefersStill);
  const height = ownsDocument && isFullScreen ? 'fill' : asked;
  return useMemo(
    () => ({
      gestures: options.gestures ?? 'auto',
      still,
      height,
      standalone: ownsDocument && !isFramed(),
      embed: options.embed === true,
      guest: !ownsDocument,
      ownHref:
        options.data === undefined && options.set === undefined ? undefined : location.href.replace(/[?#].*$/, ''),
      hidden: new Set(options.hide),
      locked: new Set(options.lock),
      missingLanguage: missing,
    }),
    [options, ownsDocument, still, height, missing],
  );
}

/** The page behind the timeline's own: its language, and its ground. */
function DocumentAround({ language }: { readonly language: LanguageStore }) {
  const theme = useTheme();
  // A frame whose own ground or scroll bars are of the other scheme shows as a box.
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    style.colorScheme = theme.scheme;
    style.background = theme.paper;
  }, [theme]);
  const { translate } = useSyncExternalStore(language.subscribe, language.get);
  useLayoutEffect(() => {
    document.documentElement.lang = translate.locale;
    document.documentElement.dir = translate.dir;
  }, [translate]);
  return null;
}

/** What stood in the page before the timeline: it goes when there is something to show, and comes back where not. */
export interface KeptContent {
  readonly nodes: readonly Node[];
  /** Where they stand beside the timeline's own element, not in it: takes them away; returns how to put them back. */
  readonly takeAway?: () => () => void;
}

/**
 * What stood in the page before the timeline, the written one, put back as it was: for when there is nothing better to
 * show.
 */
export function KeptPage({ nodes }: { readonly nodes: readonly Node[] }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(...nodes), [nodes]);
  return <div ref={place} className="dt-kept" />;
}

/** As long as this stands, what stood beside the timeline's element doesn't. */
function TakenAway({ takeAway }: { readonly takeAway: () => () => void }) {
  useLayoutEffect(takeAway, [takeAway]);
  return null;
}
