import { createRoot } from 'react-dom/client';
import { makeTranslate } from '../base/translate';
import { english } from '../base/messages/en';
import type { EventColumns } from '../model/column-table';
import { DARK, LIGHT } from '../render/tokens';
import { chooseEvent } from '../state/choose';
import { applyShared } from '../state/load';
import { differInLoadingOnly } from '../state/load-parts';
import { SHARED } from '../state/share';
import type { SharedOptions, SharedView } from '../state/shared-view';
import { createTimelineStore } from '../state/store';
import type { LoadProblem, TimelineState } from '../state/timeline-state';
import { App } from '../ui/App';
import { createChartControl } from '../ui/chart-control';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { PageProvider } from '../ui/page-context';
import { TimelineProvider, useTimeline } from '../ui/store-context';
import { useMedia } from '../ui/use-media';
import { createDatasetLoader } from './dataset-loader';
import type { DatasetSource, LoadedSource } from './load-dataset';
import type { RowsSource } from './load-rows';
import { KeptPage } from './KeptPage';
import { PREPARE_TABLE } from './prepare-table';
import { createSetSwitch } from './set-switch';
import type { SetSwitch } from './set-switch';
import { addressOf, syncAddress } from './sync-address';
import { viewOf } from './view-request';
import type { ViewRequest } from './view-request';

export interface MountOptions {
  /** Where the data comes from. */
  readonly source: DatasetSource;
  /** The author's view, laid over the dataset's own opening view. */
  readonly view?: ViewRequest;
  readonly options?: SharedOptions;
  /** The page is the timeline's own: reads the reader's view from its address, keeps it there, and gives the page its title. */
  readonly address?: boolean;
}

export interface TimelineEvents {
  readonly ready: undefined;
  readonly state: SharedView;
  readonly select: string | undefined;
  readonly error: LoadProblem;
}

/** What a mounted timeline can be told and asked. The element and the message protocol carry exactly these. */
export interface TimelineHandle {
  /** The view on screen, in the words of the address. */
  readonly getState: () => Required<SharedView>;
  /** Lays a part of the view over the one on screen; what isn't named stays. One step of undo. */
  readonly setState: (partial: ViewRequest) => void;
  /** Chooses an event by id; undefined lets go. An unknown id changes nothing. */
  readonly select: (id: string | undefined) => void;
  /**
   * Replaces the dataset: by a JSON text (shown at once), by events as typed arrays, or by the rows of a CSV. Resolves when it is
   * there or can't be used, in which case what is on screen stays; `name` is what a reader calls a text. Columns that don't fit
   * together are the caller's mistake and reject it.
   */
  readonly setDataset: (data: string | EventColumns | RowsSource, name?: string) => Promise<void>;
  /** Resolves when what was set so far is on screen. */
  readonly whenPainted: () => Promise<void>;
  /** Returns how to stop listening. */
  readonly on: <Name extends keyof TimelineEvents>(name: Name, listener: (detail: TimelineEvents[Name]) => void) => () => void;
  readonly destroy: () => void;
}

/** Puts a timeline into an element, whose content it replaces once there is data to show. The only way in. */
export function mountTimeline(target: Element, { source, view: asked = {}, options = {}, address = false }: MountOptions): TimelineHandle {
  const view = viewOf(asked);
  const store = createTimelineStore();
  const control = createChartControl(store, () => options.motion === 'reduced' || (options.motion !== 'full' && window.matchMedia('(prefers-reduced-motion: reduce)').matches), options.lock?.includes('range'));
  const translate = makeTranslate('en', english);
  const loader = createDatasetLoader({ store, translate, view, address, prepare: PREPARE_TABLE });
  const sets = source.kind !== 'sets' ? undefined : createSetSwitch({
    store, catalogue: source.catalogue, author: view, translate, begin: loader.begin,
    onShown: (title) => {
      if (address) document.title = title;
    },
  });
  if (source.kind === 'sets') void sets?.open(source.ids);
  else void loader.load(source);
  const isOwn = options.data === undefined && options.set === undefined;
  const kept = isOwn ? [...target.childNodes] : [];
  const root = createRoot(target);
  root.render(
    <TimelineProvider store={store} translate={translate}>
      <Page
        options={options}
        control={control}
        link={(id) => addressOf(store.getState(), view, id, sets?.usual)}
        standalone={address && window.parent === window}
        retry={source.kind === 'text' ? undefined : loader.again}
        cancel={loader.cancel}
        sets={sets}
        kept={kept}
      />
    </TimelineProvider>,
  );
  const stopAddress = address ? syncAddress(store, view, sets) : undefined;
  return {
    getState: () => sharedOf(store.getState()),
    setState: (partial) => store.apply(applyShared, viewOf(partial)),
    select: (id) => store.apply(chooseEvent, id),
    setDataset: (data, name = 'dataset') => loader.replace(sourceOf(data, name)),
    whenPainted: control.whenPainted,
    on: (name, listener) => listen(store, name, listener),
    destroy: () => {
      loader.destroy();
      stopAddress?.();
      control.destroy();
      root.unmount();
    },
  };
}

function sourceOf(data: string | EventColumns | RowsSource, name: string): LoadedSource {
  if (typeof data === 'string') return { kind: 'text', text: data, name };
  return 'kind' in data ? data : { kind: 'columns', columns: data };
}

function Page({ options, control, link, retry, cancel, standalone, sets, kept }: {
  readonly options: SharedOptions; readonly control: ReturnType<typeof createChartControl>;
  readonly link: (eventId?: string) => string; readonly retry: (() => void) | undefined; readonly cancel: () => void; readonly standalone: boolean; readonly sets: SetSwitch | undefined;
  /** What stood here before; shown again when there is nothing else to show. */
  readonly kept: readonly Node[];
}) {
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  const hasNothing = useTimeline((state) => state.dataset === undefined && state.loading.phase === 'failed');
  const isDark = options.theme === 'dark' || (options.theme !== 'light' && prefersDark);
  return (
    <PageProvider value={{
      control, link, retry, cancel, standalone, sets, theme: isDark ? DARK : LIGHT, greedy: options.gestures === 'greedy',
      ownHref: options.data === undefined && options.set === undefined ? undefined : location.href.replace(/[?#].*$/, ''),
      hidden: new Set(options.hide), locked: new Set(options.lock),
    }}
    >
      <ErrorBoundary name={document.title} fallback={<KeptPage nodes={kept} />}>
        <App />
        {hasNothing ? <KeptPage nodes={kept} /> : null}
      </ErrorBoundary>
    </PageProvider>
  );
}

/** Every shared field of the view, whether or not it differs from the opening view. */
function sharedOf(state: TimelineState): Required<SharedView> {
  return Object.fromEntries(Object.entries(SHARED).map(([field, { read }]) => [field, read(state)])) as unknown as Required<SharedView>;
}

function listen<Name extends keyof TimelineEvents>(
  store: ReturnType<typeof createTimelineStore>, name: Name, listener: (detail: TimelineEvents[Name]) => void,
): () => void {
  const tell = listener as (detail: unknown) => void;
  // A text at hand is read before anybody can listen: who comes late to these two is told all the same.
  const now = store.getState();
  if (name === 'ready' && now.dataset !== undefined) queueMicrotask(() => tell(undefined));
  const { loading } = now;
  if (name === 'error' && loading.phase === 'failed') queueMicrotask(() => tell(loading.problem));
  return store.subscribe((state, before) => {
    switch (name) {
      case 'ready': return state.dataset !== before.dataset && state.dataset !== undefined ? tell(undefined) : undefined;
      case 'select': return state.selected === before.selected ? undefined : tell(state.selected);
      case 'error': return state.loading !== before.loading && state.loading.phase === 'failed' ? tell(state.loading.problem) : undefined;
      default: return differInLoadingOnly(state, before) ? undefined : tell(sharedOf(state));
    }
  });
}
