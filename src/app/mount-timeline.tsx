import { createRoot } from 'react-dom/client';
import { makeTranslate } from '../base/translate';
import { english } from '../base/messages/en';
import { DARK, LIGHT } from '../render/tokens';
import { chooseEvent } from '../state/choose';
import { applyShared, failLoading, receiveDataset, startLoading } from '../state/load';
import { SHARED } from '../state/share';
import type { SharedOptions, SharedView } from '../state/shared-view';
import { createTimelineStore } from '../state/store';
import type { LoadProblem, TimelineState } from '../state/timeline-state';
import { App } from '../ui/App';
import { createChartControl } from '../ui/chart-control';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { PageProvider } from '../ui/page-context';
import { TimelineProvider } from '../ui/store-context';
import { useMedia } from '../ui/use-media';
import { loadDataset, readText } from './load-dataset';
import type { DatasetSource } from './load-dataset';
import { addressOf, readAddress, syncAddress } from './sync-address';

export interface MountOptions {
  /** Where the data comes from. */
  readonly source: DatasetSource;
  /** The author's view, laid over the dataset's own opening view. */
  readonly view?: SharedView;
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
  readonly setState: (partial: SharedView) => void;
  /** Chooses an event by id; undefined lets go. An unknown id changes nothing. */
  readonly select: (id: string | undefined) => void;
  /** Replaces the dataset by a JSON text; what is on screen stays when it can't be used. */
  readonly setDataset: (json: string, name?: string) => void;
  /** Resolves when what was set so far is on screen. */
  readonly whenPainted: () => Promise<void>;
  /** Returns how to stop listening. */
  readonly on: <Name extends keyof TimelineEvents>(name: Name, listener: (detail: TimelineEvents[Name]) => void) => () => void;
  readonly destroy: () => void;
}

/** Puts a timeline into an element, whose content it replaces once there is data to show. The only way in. */
export function mountTimeline(target: Element, { source, view = {}, options = {}, address = false }: MountOptions): TimelineHandle {
  const store = createTimelineStore();
  const control = createChartControl(store, () => options.motion === 'reduced' || (options.motion !== 'full' && window.matchMedia('(prefers-reduced-motion: reduce)').matches), options.lock?.includes('range'));
  const loading = new AbortController();
  const translate = makeTranslate('en', english);
  const failed = (problem: LoadProblem) => store.apply(failLoading, problem);
  // What was asked for last is shown, whatever comes in last.
  let asked = 0;
  const load = async (from: DatasetSource) => {
    const turn = ++asked;
    store.apply(startLoading, from.kind === 'text' ? from.name : from.address);
    const loaded = from.kind === 'text' ? readText(from.text, from.name) : await loadDataset(from, loading.signal);
    if (loading.signal.aborted || turn !== asked) return;
    if (!loaded.ok) return failed(loaded.problem);
    const reader = address ? readAddress() : undefined;
    if (address) document.title = loaded.dataset.title;
    store.apply(receiveDataset, loaded.dataset, [...loaded.rejections, ...(reader?.rejections ?? [])], view);
    if (reader !== undefined) store.apply((state) => ({ ...applyShared(state, reader.reader), past: [] }));
  };
  void load(source);
  const root = createRoot(target);
  root.render(
    <TimelineProvider store={store} translate={translate}>
      <Page
        options={options}
        control={control}
        link={(id) => addressOf(store.getState(), view, id)}
        standalone={address && window.parent === window}
        retry={source.kind === 'address' ? () => void load(source) : undefined}
      />
    </TimelineProvider>,
  );
  const stopAddress = address ? syncAddress(store, view) : undefined;
  return {
    getState: () => sharedOf(store.getState()),
    setState: (partial) => store.apply(applyShared, partial),
    select: (id) => store.apply(chooseEvent, id),
    setDataset: (json, name = 'dataset') => {
      asked++;
      const loaded = readText(json, name);
      if (loaded.ok) store.apply(receiveDataset, loaded.dataset, loaded.rejections, view);
      else failed(loaded.problem);
    },
    whenPainted: control.whenPainted,
    on: (name, listener) => listen(store, name, listener),
    destroy: () => {
      loading.abort();
      stopAddress?.();
      control.destroy();
      root.unmount();
    },
  };
}

function Page({ options, control, link, retry, standalone }: {
  readonly options: SharedOptions; readonly control: ReturnType<typeof createChartControl>;
  readonly link: (eventId?: string) => string; readonly retry: (() => void) | undefined; readonly standalone: boolean;
}) {
  const prefersDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = options.theme === 'dark' || (options.theme !== 'light' && prefersDark);
  return (
    <PageProvider value={{
      control, link, retry, standalone, theme: isDark ? DARK : LIGHT, greedy: options.gestures === 'greedy',
      ownHref: options.data === undefined && options.set === undefined ? undefined : location.href.replace(/[?#].*$/, ''),
      hidden: new Set(options.hide), locked: new Set(options.lock),
    }}
    >
      <ErrorBoundary name={document.title}>
        <App />
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
      default: return tell(sharedOf(state));
    }
  });
}
