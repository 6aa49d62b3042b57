import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { LazyCode } from '../base/lazy-code';
import type { Root } from 'react-dom/client';
import type { EventColumns } from '../model/event-columns';
import { chooseEvent } from '../state/view/choose';
import { takeViewParams } from '../state/view/loading';
import { VIEW_PARAMS } from '../state/address/address';
import type { PageOptions, ViewParams, ThemeName } from '../state/address/view-params';
import { createTimelineStore } from '../state/view/store';
import type { TimelineStore } from '../state/view/store';
import type { LoadProblem } from '../model/load-problem';
import type { TimelineState, View } from '../state/view/timeline-state';
import { App } from '../ui/shell/App';
import { createChartControl } from '../ui/context/chart-control';
import { ErrorBoundary } from '../ui/context/ErrorBoundary';
import { PageProvider } from '../ui/context/page-context';
import { viewFor, modulesOfView } from '../ui/context/lazy-modules';
import type { HeightMode, ShareSource } from '../ui/context/page-context';
import { TimelineProvider, useTimeline } from '../ui/context/store-context';
import { useFullScreen } from '../ui/kit/full-screen';
import { useMedia } from '../ui/kit/use-media';
import { useTheme } from '../ui/context/use-theme';
import { createDatasetLoader } from './loading/dataset-loader';
import { createLanguage } from './language';
import type { LanguageStore } from './language';
import { createAppearance } from './appearance';
import type { AppearanceStore } from './appearance';
import type { DatasetSource, LoadedSource } from './loading/dataset-source';
import type { RowsSource } from './loading/dataset-source';
import { KeptPage } from './KeptPage';
import { createDatasetSwitch } from './dataset-switch';
import { shareSource } from './share-source';
import type { DatasetSwitch } from './dataset-switch';
import { addressOf, keepTheme, syncAddress, withLanguage, writeLanguage } from './sync-address';
import { viewOf } from './view-request';
import type { ViewRequest } from './view-request';

export interface MountOptions {
  /** Where the data comes from. */
  readonly source: DatasetSource;
  /** The author's view, laid over the dataset's own opening view. */
  readonly view?: ViewRequest;
  readonly options?: PageOptions;
  /**
   * The page is the timeline's own: reads the reader's view from its address, keeps it there, and gives the page its
   * title.
   */
  readonly address?: boolean;
  /** What decides how high it is: `fill` if nothing is given. */
  readonly height?: HeightMode;
}

export interface TimelineEvents {
  readonly ready: undefined;
  readonly state: ViewParams;
  readonly select: string | undefined;
  readonly error: LoadProblem;
}

/** What a mounted timeline can be told and asked. The element and the message protocol carry exactly these. */
export interface TimelineHandle {
  /** The view on screen, in the words of the address. */
  readonly getState: () => Required<ViewParams>;
  /** Lays a part of the view over the one on screen; what isn't named stays. One step of undo. */
  readonly setState: (partial: ViewRequest) => void;
  /** Chooses an event by id; undefined lets go. An unknown id changes nothing. */
  readonly select: (id: string | undefined) => void;
  /** Light, dark, high contrast (light or dark with the system), or all as the system says. */
  readonly setTheme: (theme: ThemeName) => void;
  /** Fills the room that it has (`--dt-height`, else the window), or is as high as its content. */
  readonly setHeight: (height: HeightMode) => void;
  /**
   * Replaces the dataset: by a JSON text (shown at once), by events as typed arrays, or by the rows of a CSV. Resolves
   * when it is there or can't be used, in which case what is on screen stays; `name` is what a reader calls a text.
   * Columns that don't fit together are the caller's mistake and reject it.
   */
  readonly setDataset: (data: string | EventColumns | RowsSource, name?: string) => Promise<void>;
  /** Resolves when what was set so far is on screen. */
  readonly whenPainted: () => Promise<void>;
  /** Returns how to stop listening. */
  readonly on: <Name extends keyof TimelineEvents>(
    name: Name,
    listener: (detail: TimelineEvents[Name]) => void,
  ) => () => void;
  readonly destroy: () => void;
}

const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** Puts a timeline into an element, whose content it replaces once there is data to show. The only way in. */
export function mountTimeline(
  target: Element,
  { source, view: asked = {}, options = {}, address = false, height = 'fill' }: MountOptions,
): TimelineHandle {
  const view = viewOf(asked);
  const store = createTimelineStore({}, new Set(options.lock));
  const look = createAppearance({ theme: options.theme ?? 'auto', height });
  const control = createChartControl(
    store,
    () => options.motion === 'reduced' || (options.motion !== 'full' && window.matchMedia(REDUCED_MOTION).matches),
    options.lock?.includes('range'),
  );
  const language = createLanguage(languagesAsked(target, options, address), navigator.languages);
  const { translate } = language;
  const chooseLanguage = (tag: string) => {
    language.choose(tag);
    if (address) writeLanguage(tag);
  };
  const spokenOptions = () =>
    language.chosen() === undefined ? options : { ...options, lang: language.chosen() ?? '' };
  const loader = createDatasetLoader({ store, translate, view, address });
  const sets =
    source.kind !== 'sets'
      ? undefined
      : createDatasetSwitch({
          store,
          catalogue: source.catalogue,
          author: view,
          translate,
          begin: loader.begin,
          onShown: (title) => {
            if (address) document.title = title;
          },
        });
  const isOwn = options.data === undefined && options.set === undefined;
  const kept = isOwn ? [...target.childNodes] : [];
  let root: Root | undefined;
  const begin = () => {
    if (isGone) return;
    showUnder(target, true);
    if (source.kind === 'sets') void sets?.open(source.ids);
    else void loader.load(source);
    root = createRoot(target);
    root.render(
      <Speaking store={store} language={language}>
        <Page
          options={options}
          look={look}
          ownsDocument={address}
          control={control}
          link={(id) => withLanguage(addressOf(store.getState(), view, id, sets?.usual), language.chosen())}
          share={
            address ? () => shareSource(store.getState(), { author: view, options: spokenOptions(), sets }) : undefined
          }
          standalone={address && window.parent === window}
          retry={source.kind === 'text' ? undefined : loader.again}
          cancel={loader.cancel}
          sets={sets}
          language={language}
          chooseLanguage={chooseLanguage}
          kept={kept}
        />
      </Speaking>,
    );
  };
  let isGone = false;
  // Nothing is written in English first, for a reader of another language; and until the chart, or the list, is here
  // what stands in the target is of more use than a page without either.
  const coming = partsAtFirst(target, store.getState().view);
  if (language.coming !== undefined) showUnder(target, false);
  if (language.coming === undefined && coming.length === 0) begin();
  else void Promise.allSettled([language.coming, ...coming.map((part) => part.load())]).then(begin);
  const stopAddress = address ? syncAddress(store, view, sets, language) : undefined;
  return {
    getState: () => sharedOf(store.getState()),
    setState: (partial) => store.applyUnlocked(layOver, viewOf(partial)),
    select: (id) => store.apply(chooseEvent, id),
    setTheme: (theme) => look.set({ theme }),
    setHeight: (mode) => look.set({ height: mode }),
    setDataset: (data, name = 'dataset') => loader.replace(sourceOf(data, name)),
    whenPainted: control.whenPainted,
    on: (name, listener) => listen(store, name, listener),
    destroy: () => {
      isGone = true;
      loader.destroy();
      stopAddress?.();
      control.destroy();
      showUnder(target, true);
      root?.unmount();
    },
  };
}

/** What the first picture in the target needs and isn't here yet. What can't be had is told where it would stand. */
function partsAtFirst(target: Element, wanted: View): readonly LazyCode<unknown>[] {
  const view = wanted === 'auto' ? viewFor(target.clientWidth > 0 ? target.clientWidth : undefined) : wanted;
  return modulesOfView(view).filter((part) => part.now() === undefined);
}

/**
 * What is asked for first; in somebody else's page what surrounds the timeline comes before what the browser is set to.
 */
function languagesAsked(target: Element, { lang }: PageOptions, address: boolean): readonly (string | undefined)[] {
  const host = target.getRootNode() instanceof ShadowRoot ? (target.getRootNode() as ShadowRoot).host : target;
  return address ? [lang] : [lang, host.closest('[lang]')?.getAttribute('lang') ?? undefined];
}

/** What stands in the page before the timeline keeps its room while a language is coming, unseen. */
function showUnder(target: Element, isSeen: boolean): void {
  if (target instanceof HTMLElement) target.style.visibility = isSeen ? '' : 'hidden';
}

/** The timeline in the language that is spoken. */
function Speaking({
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

/**
 * As `takeViewParams`; a view that is on screen already changes nothing, so that two timelines that follow each other
 * come to rest.
 */
function layOver(state: TimelineState, view: ViewParams): TimelineState {
  const next = takeViewParams(state, view);
  return next.rejections === state.rejections && sameShared(next, state) ? state : next;
}

function sourceOf(data: string | EventColumns | RowsSource, name: string): LoadedSource {
  if (typeof data === 'string') return { kind: 'text', text: data, name };
  return 'kind' in data ? data : { kind: 'columns', columns: data };
}

function Page({
  options,
  look,
  ownsDocument,
  control,
  link,
  share,
  retry,
  cancel,
  standalone,
  sets,
  language,
  chooseLanguage,
  kept,
}: {
  readonly options: PageOptions;
  readonly look: AppearanceStore;
  readonly ownsDocument: boolean;
  readonly control: ReturnType<typeof createChartControl>;
  readonly link: (eventId?: string) => string;
  readonly share: (() => ShareSource) | undefined;
  readonly retry: (() => void) | undefined;
  readonly cancel: () => void;
  readonly standalone: boolean;
  readonly sets: DatasetSwitch | undefined;
  readonly language: LanguageStore;
  readonly chooseLanguage: (tag: string) => void;
  /** What stood here before; shown again when there is nothing else to show. */
  readonly kept: readonly Node[];
}) {
  const prefersStill = useMedia(REDUCED_MOTION);
  const isFullScreen = useFullScreen();
  const hasNothing = useTimeline((state) => state.dataset === undefined && state.loading.phase === 'failed');
  const { theme: asked, height } = useSyncExternalStore(look.subscribe, look.get);
  const theme = useTheme(asked);
  const themeChoice = useMemo(
    () => ({
      asked,
      choose: (chosen: ThemeName) => {
        look.set({ theme: chosen });
        if (ownsDocument) keepTheme(chosen);
      },
    }),
    [asked, look, ownsDocument],
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
        language: { choose: chooseLanguage, missing },
        control,
        link,
        share,
        retry,
        cancel,
        standalone,
        sets,
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

/** Whether two states show the same view, whatever objects it is made of. */
function sameShared(a: TimelineState, b: TimelineState): boolean {
  return a === b || Object.values(VIEW_PARAMS).every(({ read }) => sameValue(read(a), read(b)));
}

function sameValue(a: unknown, b: unknown): boolean {
  return (
    a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, at) => each === b[at]))
  );
}

/** Every shared field of the view, whether or not it differs from the opening view. */
function sharedOf(state: TimelineState): Required<ViewParams> {
  return Object.fromEntries(
    Object.entries(VIEW_PARAMS).map(([field, { read }]) => [field, read(state)]),
  ) as unknown as Required<ViewParams>;
}

function listen<Name extends keyof TimelineEvents>(
  store: ReturnType<typeof createTimelineStore>,
  name: Name,
  listener: (detail: TimelineEvents[Name]) => void,
): () => void {
  const tell = listener as (detail: unknown) => void;
  // A text at hand is read before anybody can listen: who comes late to these two is told all the same.
  const now = store.getState();
  if (name === 'ready' && now.dataset !== undefined) queueMicrotask(() => tell(undefined));
  const { loading } = now;
  if (name === 'error' && loading.phase === 'failed') queueMicrotask(() => tell(loading.problem));
  return store.subscribe((state, before) => {
    switch (name) {
      case 'ready':
        return state.dataset !== before.dataset && state.dataset !== undefined ? tell(undefined) : undefined;
      case 'select':
        return state.selected === before.selected ? undefined : tell(state.selected);
      case 'error':
        return state.loading !== before.loading && state.loading.phase === 'failed'
          ? tell(state.loading.problem)
          : undefined;
      default:
        return sameShared(state, before) ? undefined : tell(sharedOf(state));
    }
  });
}
