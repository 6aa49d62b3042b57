import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import type { ReactNode } from 'react';
import { makeEmitter } from '../base/emitter';
import { lazyCode } from '../base/lazy-code';
import { withLanguage, withTheme } from '../state/address/page-address';
import type { PageOptions, ViewParams } from '../state/address/view-params';
import { createTimelineStore } from '../state/view/store';
import type { TimelineStore } from '../state/view/store';
import type { View } from '../state/view/timeline-state';
import { WORD_FILTER, hasWords } from '../state/query/word-filter';
import { createChartControl } from '../ui/context/chart-control';
import type { ChartControl } from '../ui/context/chart-control';
import { LAZY_MODULES, modulesOfView } from '../ui/shell/page-modules';
import { viewFor } from '../ui/context/shown-layout';
import type { PageServices } from '../ui/context/page-services';
import type { HeightMode } from '../ui/context/page-settings';
import { createThemeSource } from '../ui/context/theme';
import type { ThemeSource } from '../ui/context/theme';
import { mendAddress, readAddress } from './address-bar';
import { createAppearance } from './appearance';
import type { AppearanceStore } from './appearance';
import { createDatasetLoader } from './loading/dataset-loader';
import type { DatasetLoader } from './loading/dataset-loader';
import { createDatasetSwitch } from './dataset-switch';
import type { DatasetSwitch } from './dataset-switch';
import { createLanguage } from './language';
import type { LanguageStore } from './language';
import { screenBoxOf } from '../ui/kit/screen-space';
import type { DatasetSource } from './loading/dataset-source';
import { createDoors } from './doors';
import type { Doors } from './doors';
import { GIVING, PAGE_FILES } from './giving/lazy-giving';
import { KeptPage, Page, REDUCED_MOTION, Speaking } from './Page';
import type { KeptContent } from './Page';
import { linkTo, shareSource } from './page-links';
import { keepAddress } from './keep-address';
import type { HandledTimeline } from './timeline-handle';
import { isElement, isShadowRoot } from '../ui/kit/any-window';

/** Needed where React itself has failed, if ever. */
const LAST_WORDS = lazyCode(() => import('./last-words').then(({ lastWords }) => lastWords));

/** What is mounted, once it has been checked. */
export interface PageMount {
  /** Where the data comes from. */
  readonly source: DatasetSource;
  /** The author's view, laid over the dataset's own opening view. */
  readonly view?: ViewParams;
  readonly options?: PageOptions;
  /**
   * The page is the timeline's own: reads the reader's view from its address, keeps it there, and gives the page its
   * title.
   */
  readonly address?: boolean;
  /** What decides how high it is: `fill` if nothing is given. */
  readonly height?: HeightMode;
  /** What stands around the target, in a shadow root's host, until there is something to show; else what is in it. */
  readonly kept?: KeptContent;
  /** Stands beside what is drawn, and shows nothing. */
  readonly presence?: ReactNode;
}

/** What a mounted timeline is made of, before anything is drawn. */
interface Timeline {
  readonly source: DatasetSource;
  readonly author: ViewParams;
  readonly options: PageOptions;
  /** As `address` of MountOptions. */
  readonly ownsDocument: boolean;
  readonly store: TimelineStore;
  readonly control: ChartControl;
  readonly language: LanguageStore;
  readonly loader: DatasetLoader;
  /** Undefined where the page has none to choose from. */
  readonly datasets: DatasetSwitch | undefined;
  /** Where its reader may open files of their own, and write. */
  readonly doors: Doors;
  /** Asks for what it shows first. */
  readonly load: () => void;
}

/**
 * Puts a timeline into an element, whose content it replaces once there is data to show; gives what a handle is made of
 * (timeline-handle.ts), which the page itself does without as long as nobody asks for one.
 */
export function mountPage(target: Element, asked: PageMount): HandledTimeline {
  const { options = {}, height = 'fill', presence } = asked;
  const timeline = createTimeline(target, asked);
  const { author, ownsDocument, store, control, language, loader, datasets, doors, load } = timeline;
  const appearance = createAppearance({ theme: options.theme ?? 'auto', height });
  const isOwn = options.data === undefined && options.set === undefined;
  const kept = asked.kept ?? { nodes: isOwn ? [...target.childNodes] : [] };
  const faults = makeEmitter();
  let fault: { readonly error: unknown } | undefined;
  const onFault = (error: unknown) => {
    fault = { error };
    // For whoever waits for a picture: there is none to come.
    control.notePainted(store.getState());
    faults.emit();
  };
  const drawing = renderOnceHere(target, timeline, {
    kept,
    onFault,
    load,
    render: () => (
      <Speaking store={store} language={language}>
        <Page
          options={options}
          services={servicesOf(timeline, kept)}
          appearance={appearance}
          theme={themeOf(appearance, ownsDocument)}
          ownsDocument={ownsDocument}
          language={language}
          kept={kept}
          onFault={onFault}
        />
        {presence}
      </Speaking>
    ),
  });
  const stopAddress = ownsDocument
    ? keepAddress(control, author, { store, datasets, language, arrive: doors.address?.arrive })
    : undefined;
  const destroy = () => {
    loader.destroy();
    doors.leave();
    stopAddress?.();
    control.destroy();
    drawing.leave();
  };
  return {
    store,
    appearance,
    control,
    loader,
    faults: { last: () => fault, subscribe: faults.subscribe },
    edits: doors.edits,
    setDrawn: drawing.setDrawn,
    destroy,
  };
}

function createTimeline(
  target: Element,
  { source, view: author = {}, options = {}, address: ownsDocument = false }: PageMount,
): Timeline {
  const store = createTimelineStore({}, new Set(options.lock));
  const control = createChartControl(store, {
    // Where nothing is drawn, nothing moves: what is asked for is there at once.
    isStill: () =>
      document.hidden ||
      options.motion === 'reduced' ||
      (options.motion !== 'full' && window.matchMedia(REDUCED_MOTION).matches),
    isSeen: () => canBeSeen(target),
    fixed: options.lock?.includes('range'),
  });
  const language = createLanguage(languagesAsked(target, options, ownsDocument), navigator.languages);
  const { translate } = language;
  const loader = createDatasetLoader({ store, translate, view: author, address: ownsDocument });
  const onShown = (title: string) => {
    if (ownsDocument) document.title = title;
  };
  const datasets =
    source.kind === 'sets'
      ? createDatasetSwitch({ store, catalogue: source.catalogue, author, translate, begin: loader.begin, onShown })
      : undefined;
  const loadOwn = async (): Promise<void> => {
    if (source.kind === 'sets') await datasets?.open(source.ids);
    else await loader.load(source);
  };
  const { whenPainted } = control;
  const doors = createDoors(
    target,
    { store, translate, loader, datasets, ownsDocument, loadOwn, whenPainted },
    options,
  );
  const load = doors.address?.load ?? (() => void loadOwn());
  return { source, author, options, ownsDocument, store, control, language, loader, datasets, doors, load };
}

/** A theme that a reader chooses stands in the address of the timeline's own page. */
function themeOf(appearance: AppearanceStore, ownsDocument: boolean): ThemeSource {
  return createThemeSource({ get: () => appearance.get().theme, subscribe: appearance.subscribe }, (theme) => {
    appearance.set({ theme });
    if (ownsDocument) mendAddress((href) => withTheme(href, theme));
  });
}

function servicesOf(timeline: Timeline, { nodes, takeAway }: KeptContent): PageServices {
  const { source, author, options, ownsDocument, store, control, language, loader, datasets, doors } = timeline;
  const links = () => ({ author, options, datasets, language: language.chosen(), isInTab: doors.isInTab() });
  return {
    control,
    link: (eventId) => linkTo(eventId, store.getState(), links()),
    share: ownsDocument ? () => shareSource(store.getState(), links()) : undefined,
    giving: GIVING,
    pageFiles: ownsDocument ? PAGE_FILES : undefined,
    retry: loader.again,
    isTextAtHand: source.kind === 'text',
    written: takeAway === undefined && nodes.length > 0 ? <KeptPage nodes={nodes} /> : undefined,
    cancel: loader.cancel,
    opening: doors.opening,
    writing: doors.writing,
    carried: doors.address,
    datasets,
    chooseLanguage: (tag) => {
      language.choose(tag);
      if (ownsDocument) mendAddress((href) => withLanguage(href, tag));
    },
  };
}

interface Drawing {
  /** Takes away what is drawn, or draws it again, as the store has it. */
  readonly setDrawn: (isDrawn: boolean) => void;
  readonly leave: () => void;
}

/** What is rendered, and what it takes the place of. */
interface Rendered {
  readonly kept: KeptContent;
  /** Told what made all of it fail. */
  readonly onFault: (error: unknown) => void;
  /** Asks for the dataset: at once where it is at hand. */
  readonly load: () => void;
  readonly render: () => ReactNode;
}

/**
 * What stands in the page keeps its room, unseen, while a language is coming, so that nobody reads English first; a
 * language that is late must not leave the page blank.
 */
const UNSEEN_MS = 3000;

/**
 * Renders as soon as what the first picture needs is here, code and dataset: until then what stands in the target is of
 * more use than a page without either. What nothing further in catches puts that back, with words.
 */
function renderOnceHere(target: Element, timeline: Timeline, { kept, onFault, load, render }: Rendered): Drawing {
  const { language, store } = timeline;
  let root: Root | undefined;
  let isDrawn = true;
  let isDue = false;
  let isGone = false;
  let stopWaiting: (() => void) | undefined;
  const draw = () => {
    root = createRoot(target, {
      onUncaughtError: (error) => {
        // As React does with what its boundaries catch.
        console.error(error);
        // When React is done with it.
        setTimeout(collapse, 0, error);
      },
    });
    root.render(render());
  };
  const clear = () => {
    root?.unmount();
    root = undefined;
  };
  const show = () => {
    stopWaiting?.();
    if (isGone) return;
    isDue = true;
    showUnder(target, true);
    if (isDrawn) draw();
  };
  const collapse = (error: unknown) => {
    if (isGone) return;
    onFault(error);
    clear();
    target.replaceChildren(...(kept.takeAway === undefined ? kept.nodes : []));
    LAST_WORDS.load().then(
      (lastWords) => target.prepend(lastWords(language.translate, error, show)),
      () => target.prepend(language.translate('failure.whole')),
    );
  };
  /** Where something stands already: when there is a dataset, why there is none, or how far it has been read. */
  const showWhenWorth = () => {
    const { table, loading } = store.getState();
    const isComing = table === undefined && loading.phase === 'loading' && loading.progress === undefined;
    if (!isComing || kept.nodes.length === 0) show();
    else stopWaiting ??= store.subscribe(showWhenWorth);
  };
  const begin = () => {
    if (isGone) return;
    load();
    showWhenWorth();
  };
  const coming = [...(language.coming === undefined ? [] : [language.coming]), ...modulesComing(target, timeline)];
  if (language.coming !== undefined) {
    showUnder(target, false);
    setTimeout(showUnder, UNSEEN_MS, target, true);
  }
  if (coming.length === 0) begin();
  else void Promise.allSettled(coming).then(begin);
  return {
    setDrawn: (next) => {
      isDrawn = next;
      if (!isDrawn) clear();
      else if (isDue && root === undefined) draw();
    },
    leave: () => {
      isGone = true;
      stopWaiting?.();
      showUnder(target, true);
      const isTaken = kept.nodes.every((node) => node.parentNode === null);
      clear();
      // What went doesn't come back with the end of what took its place.
      if (isTaken) for (const node of kept.nodes) node.parentNode?.removeChild(node);
    },
  };
}

/** Whether what is drawn in the target can be seen: not in a tab behind, not without a place or without room. */
function canBeSeen(target: Element): boolean {
  if (target.ownerDocument.hidden || target.querySelector('.dt-app--failed') !== null) return false;
  const { width, height } = screenBoxOf(target.querySelector('.dt-lanes') ?? target);
  return width > 0 && (height > 0 || target.querySelector('.dt-app') === null);
}

/** What the first picture in the target needs and isn't here yet. What can't be had is told where it would stand. */
function modulesComing(
  target: Element,
  { store, author, options, ownsDocument }: Timeline,
): readonly Promise<unknown>[] {
  const reader: ViewParams = ownsDocument ? readAddress().reader : {};
  const wanted: View = reader.view ?? author.view ?? store.getState().view;
  const view = wanted === 'auto' ? viewFor(target.clientWidth > 0 ? target.clientWidth : undefined) : wanted;
  const words = reader.q ?? author.q;
  const code = [
    ...modulesOfView(view),
    ...(hasWords(words ?? '') ? [WORD_FILTER] : []),
    ...(options.embed === true ? [LAZY_MODULES.embedBar] : []),
  ];
  return code.flatMap((each) => (each.now() === undefined ? [each.load()] : []));
}

/**
 * What is asked for first; in somebody else's page what surrounds the timeline comes before what the browser is set to.
 */
function languagesAsked(
  target: Element,
  { lang }: PageOptions,
  ownsDocument: boolean,
): readonly (string | undefined)[] {
  if (ownsDocument) return [lang];
  const root = target.getRootNode();
  const host = isShadowRoot(root) ? root.host : target;
  return [lang, host.closest('[lang]')?.getAttribute('lang') ?? undefined];
}

/** What stands in the page before the timeline keeps its room while a language is coming, unseen. */
function showUnder(target: Element, isSeen: boolean): void {
  if (isElement(target)) target.style.visibility = isSeen ? '' : 'hidden';
}
