import type { Rejection } from '../model/rejection';
import { addressRejection } from '../state/address/address-rejection';
import { knownDatasets, sameDatasets } from '../state/view/dataset-catalogue';
import { withoutLocked } from '../state/view/locks';
import { addressText, decodeAddress, fittingAddress } from '../state/address/address';
import { IDS } from '../state/address/codecs';
import type { PageOptions, ViewParams, ThemeName } from '../state/address/view-params';
import { takeViewParams, resetView } from '../state/view/loading';
import type { TimelineStore } from '../state/view/store';
import type { TimelineState } from '../state/view/timeline-state';
import type { LanguageStore } from './language';
import type { DatasetSwitch } from './dataset-switch';

/** Safari refuses more than 100 changes in 30 s. */
const WRITE_EVERY_MS = 350;
/** Marks the history entries that we made, so that Back to one of them only takes the choice back. */
const OURS = 'diplomatic-timeline';
/**
 * Going back takes a few milliseconds; where it doesn't happen (browsers forget entries beyond the fiftieth), the
 * address follows without it.
 */
const BACK_WITHIN_MS = 2000;

/**
 * What marks an entry of ours; `steps` lead back from it to the one on which nothing was chosen, 0 where there is none.
 */
function entryMark(steps: number): string {
  return steps === 0 ? OURS : `${OURS} ${steps}`;
}

/** The steps of an entry's mark; undefined for an entry that isn't ours. */
function stepsOf(mark: unknown): number | undefined {
  if (mark === OURS) return 0;
  const steps = typeof mark === 'string' && mark.startsWith(`${OURS} `) ? Number(mark.slice(OURS.length)) : Number.NaN;
  return Number.isSafeInteger(steps) && steps > 0 ? steps : undefined;
}

/** What the page's address says: the author's view in the query, the reader's in the hash, options from both. */
export interface PageAddress {
  readonly author: ViewParams;
  readonly reader: ViewParams;
  readonly options: PageOptions;
  /** The shipped datasets that the author asks for. */
  readonly authorSet: readonly string[] | undefined;
  readonly rejections: readonly Rejection[];
}

/**
 * Reads the address of the page; the reader's options come before the author's, but neither open a lock of the author's
 * nor lie over what it holds.
 */
export function readAddress(): PageAddress {
  const author = decodeAddress(new URLSearchParams(location.search));
  const text = hashParams();
  const reader = decodeAddress(text);
  const lock = author.options.lock ?? [];
  const { view, left } = withoutLocked(reader.shared, lock);
  return {
    author: author.shared,
    reader: view,
    options: {
      ...author.options,
      ...reader.options,
      ...(lock.length === 0 ? {} : { lock: [...new Set([...lock, ...(reader.options.lock ?? [])])] }),
    },
    authorSet: author.options.set,
    rejections: [
      ...author.rejections,
      ...reader.rejections,
      ...left.map((field) =>
        addressRejection(field, text.get(field) ?? '', 'nothing: the author has locked this', 'dropped'),
      ),
    ],
  };
}

function hashParams(): URLSearchParams {
  return new URLSearchParams(location.hash.replace(/^#/, ''));
}

/**
 * The hash as it is, with the datasets on screen: named only where they aren't what the page shows anyway (`usual`). A
 * dataset that came from elsewhere leaves the hash alone.
 */
function keptParams({ sets }: TimelineState, usual: readonly string[]): URLSearchParams {
  const kept = hashParams();
  if (sets.length === 0) return kept;
  if (sameDatasets(sets, usual)) kept.delete('set');
  else kept.set('set', IDS.write(sets));
  return kept;
}

/**
 * The address of a view: of the one on screen, or of an event in the opening view. `usual` are the datasets that need
 * no naming.
 */
export function addressOf(
  state: TimelineState,
  author: ViewParams,
  eventId?: string,
  usual: readonly string[] = [],
): string {
  const base = location.href.replace(/#.*$/, '');
  if (eventId === undefined) return viewAddress(base, state, author, usual).address;
  const set = keptParams(state, usual).get('set');
  return joined(base, new URLSearchParams({ ...(set === null ? {} : { set }), event: eventId }));
}

/**
 * The address of the view on screen behind `base` (an address without a hash), and what had to be left out to keep it
 * under 2,000 characters.
 */
export function viewAddress(
  base: string,
  state: TimelineState,
  author: ViewParams,
  usual: readonly string[],
): { readonly address: string; readonly left: readonly string[] } {
  const { params, left } = fittingAddress(state, { author, kept: keptParams(state, usual), taken: base.length + 1 });
  return { address: joined(base, params), left };
}

/**
 * Keeps how the reader sets the page up in its hash; what its query says anyway, or nobody needs to say, isn't named.
 * In a frame the address is the author's.
 */
export function keepTheme(theme: ThemeName): void {
  if (window.parent !== window) return;
  const kept = hashParams();
  if (theme === (new URLSearchParams(location.search).get('theme') ?? 'auto')) kept.delete('theme');
  else kept.set('theme', theme);
  try {
    history.replaceState(history.state, '', joined(location.href.replace(/#.*$/, ''), kept));
  } catch {
    // Some sandboxes let a page have no history of its own: the choice then holds for as long as the page does.
  }
}

function joined(base: string, params: URLSearchParams): string {
  const text = addressText(params);
  return text === '' ? base : `${base}#${text}`;
}

/** An address with a language in its hash, for whoever follows it; as it is where none is chosen. */
export function withLanguage(address: string, tag: string | undefined): string {
  if (tag === undefined) return address;
  const [base = '', hash = ''] = address.split('#');
  const params = new URLSearchParams(hash);
  params.set('lang', tag);
  return joined(base, params);
}

/** Puts the reader's language into the page's own address; in a frame nothing touches it. */
export function writeLanguage(tag: string): void {
  if (window.parent !== window) return;
  // Throws where a page may not have a history of its own; the language doesn't depend on it.
  try {
    history.replaceState(history.state, '', withLanguage(location.href, tag));
  } catch {
    // As in `syncAddress`: there the address stays as it was.
  }
}

/**
 * Keeps the address and the store in step: every change of view is written (at most once in 350 ms), choosing an event
 * or other datasets makes a history entry on a page of its own, and Back takes that choice back. Letting an event go
 * goes back itself, to before it was chosen, so that no entry is left that shows nothing new. In a frame nothing
 * touches the history.
 */
export function syncAddress(
  store: TimelineStore,
  author: ViewParams,
  sets?: DatasetSwitch,
  language?: Pick<LanguageStore, 'choose' | 'chosen'>,
): () => void {
  const framed = window.parent !== window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { selected: chosenEvent, sets: shown } = store.getState();
  // Between Back and what it asks for, the address is ahead of the screen.
  let isAwaited = false;
  // While an event is let go, until the entry before its choice is there: the view without it, what that entry then
  // says, and where the page stands.
  let leaving:
    | { readonly state: TimelineState; readonly address: string; readonly scroll: readonly [left: number, top: number] }
    | undefined;
  const put = (address: string, mark: unknown, how: 'replace' | 'push') => {
    clearTimeout(timer);
    timer = undefined;
    if (framed || (address === location.href && how === 'replace')) return;
    // Throws where a page may not have a history of its own (some sandboxes); the view itself doesn't depend on it.
    try {
      if (how === 'push') history.pushState(mark, '', address);
      else history.replaceState(mark, '', address);
    } catch {
      stop();
    }
  };
  const addressNow = (state: TimelineState) => addressOf(state, author, undefined, sets?.usual);
  const replace = (state: TimelineState) => put(addressNow(state), history.state, 'replace');
  const leave = (state: TimelineState, steps: number) => {
    clearTimeout(timer);
    leaving = { state, address: addressNow(state), scroll: [window.scrollX, window.scrollY] };
    timer = setTimeout(settle, BACK_WITHIN_MS);
    history.go(-steps);
  };
  const settle = () => {
    if (leaving === undefined) return;
    const { state, address } = leaving;
    leaving = undefined;
    put(address, history.state, 'replace');
    // What has changed meanwhile.
    const now = store.getState();
    if (now !== state) onChange(now, state);
  };
  const onChange = (state: TimelineState, before: TimelineState) => {
    if (state.dataset === undefined || leaving !== undefined) return;
    const isOther = state.dataset !== before.dataset;
    if (isAwaited && !isOther && state.loading.phase === 'loading') return;
    isAwaited = false;
    const isSwitch = isOther && before.sets.length > 0 && state.sets.length > 0 && !sameDatasets(state.sets, shown);
    // What comes selected with another dataset was chosen by its address, or before.
    const isChoice = !isOther && state.selected !== chosenEvent && state.selected !== undefined;
    // Steps from here to where nothing was chosen; none back across other datasets, nor from an event that came with
    // the address.
    const steps = framed ? 0 : (stepsOf(history.state) ?? 0);
    const isLetGo = !isOther && steps > 0 && state.selected === undefined && chosenEvent !== undefined;
    const isFirst = chosenEvent === undefined;
    chosenEvent = state.selected;
    if (isOther) shown = state.sets;
    if (isLetGo) return leave(state, steps);
    // The entry that is left keeps the view as it was left.
    if (isSwitch && timer !== undefined) replace(before);
    if (isChoice || isSwitch)
      put(addressNow(state), entryMark(isSwitch ? 0 : isFirst ? 1 : steps === 0 ? 0 : steps + 1), 'push');
    else timer ??= setTimeout(() => replace(store.getState()), WRITE_EVERY_MS);
  };
  const onBack = (event: PopStateEvent) => {
    if (leaving !== undefined) {
      keepScroll(...leaving.scroll);
      return settle();
    }
    const { reader, options } = readAddress();
    const isOurs = stepsOf(event.state) !== undefined;
    // An entry from before a language was chosen doesn't take the choice back; an address typed by hand may ask for
    // another.
    const chosen = language?.chosen();
    if (isOurs && chosen !== undefined) writeLanguage(chosen);
    else if (options.lang !== undefined) language?.choose(options.lang);
    const now = store.getState();
    const asked = sets === undefined || now.sets.length === 0 ? undefined : knownDatasets(options.set, sets.catalogue);
    const isUnknown = !isOurs && asked !== undefined && asked.rejections.length > 0;
    if (asked !== undefined && (isUnknown || !sameDatasets(asked.ids, now.sets))) {
      clearTimeout(timer);
      timer = undefined;
      shown = asked.ids;
      isAwaited = true;
      void sets?.open(asked.ids);
      return;
    }
    const choice = { event: reader.event ?? null, actor: reader.actor ?? null, pair: reader.pair ?? null };
    // An address typed or pasted by hand is a view of its own; one of ours only differs in what is chosen.
    const next = isOurs ? applyChoice(now, choice) : takeViewParams(takeViewParams(resetView(now), author), reader);
    // Before the store tells of it: what Back chooses is no new choice, and must not become an entry of its own.
    chosenEvent = next.selected;
    store.apply(() => next);
  };
  try {
    // A page that is loaded again stands where it stood.
    if (!framed) history.replaceState(entryMark(stepsOf(history.state) ?? 0), '', location.href);
  } catch {
    return () => undefined;
  }
  const unsubscribe = store.subscribe(onChange);
  window.addEventListener('popstate', onBack);
  const stop = () => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener('popstate', onBack);
  };
  return stop;
}

/** What is chosen anew opens its panel, as when it was chosen first. */
function applyChoice(state: TimelineState, choice: ViewParams): TimelineState {
  const { past, panelOpen, selected } = state;
  const next = takeViewParams(state, choice);
  return { ...next, past, panelOpen: panelOpen || (next.selected !== undefined && next.selected !== selected) };
}

/**
 * Has the page stand where it stands once the browser has gone back: that scrolls, before its next frame, to where the
 * page stood when that entry was left.
 */
function keepScroll(left: number, top: number): void {
  requestAnimationFrame(() => {
    if (window.scrollX !== left || window.scrollY !== top) window.scrollTo({ left, top, behavior: 'instant' });
  });
}
