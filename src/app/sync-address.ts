import type { Rejection } from '../model/rejection';
import { addressRejection } from '../state/address-rejection';
import { knownSets, sameSets } from '../state/set-catalogue';
import { withoutLocked } from '../state/locks';
import { addressText, decodeShared, sharedAddress } from '../state/share';
import { IDS } from '../state/share-values';
import type { SharedOptions, SharedView, ThemeName } from '../state/shared-view';
import { applyShared, resetView } from '../state/load';
import type { TimelineStore } from '../state/store';
import type { TimelineState } from '../state/timeline-state';
import type { LanguageStore } from './language';
import type { SetSwitch } from './set-switch';

/** Safari refuses more than 100 changes in 30 s. */
const WRITE_EVERY_MS = 350;
/** Marks the history entries that we made, so that Back to one of them only takes the choice back. */
const OURS = 'diplomatic-timeline';

/** What the page's address says: the author's view in the query, the reader's in the hash, options from both. */
export interface PageAddress {
  readonly author: SharedView;
  readonly reader: SharedView;
  readonly options: SharedOptions;
  /** The shipped datasets that the author asks for. */
  readonly authorSet: readonly string[] | undefined;
  readonly rejections: readonly Rejection[];
}

/** Reads the address of the page; the reader's options come before the author's, but neither open a lock of the author's nor lie over what it holds. */
export function readAddress(): PageAddress {
  const author = decodeShared(new URLSearchParams(location.search));
  const text = hashParams();
  const reader = decodeShared(text);
  const lock = author.options.lock ?? [];
  const { view, left } = withoutLocked(reader.shared, lock);
  return {
    author: author.shared, reader: view,
    options: { ...author.options, ...reader.options, ...(lock.length === 0 ? {} : { lock: [...new Set([...lock, ...reader.options.lock ?? []])] }) },
    authorSet: author.options.set,
    rejections: [...author.rejections, ...reader.rejections, ...left.map((field) => addressRejection(field, text.get(field) ?? '', 'nothing: the author has locked this', 'dropped'))],
  };
}

function hashParams(): URLSearchParams {
  return new URLSearchParams(location.hash.replace(/^#/, ''));
}

/**
 * The hash as it is, with the datasets on screen: named only where they aren't what the page shows anyway (`usual`). A dataset that
 * came from elsewhere leaves the hash alone.
 */
function keptParams({ sets }: TimelineState, usual: readonly string[]): URLSearchParams {
  const kept = hashParams();
  if (sets.length === 0) return kept;
  if (sameSets(sets, usual)) kept.delete('set');
  else kept.set('set', IDS.write(sets));
  return kept;
}

/** The address of a view: of the one on screen, or of an event in the opening view. `usual` are the datasets that need no naming. */
export function addressOf(state: TimelineState, author: SharedView, eventId?: string, usual: readonly string[] = []): string {
  const base = location.href.replace(/#.*$/, '');
  if (eventId === undefined) return viewAddress(base, state, author, usual).address;
  const set = keptParams(state, usual).get('set');
  return joined(base, new URLSearchParams({ ...(set === null ? {} : { set }), event: eventId }));
}

/** The address of the view on screen behind `base` (an address without a hash), and what had to be left out to keep it under 2,000 characters. */
export function viewAddress(
  base: string, state: TimelineState, author: SharedView, usual: readonly string[],
): { readonly address: string; readonly left: readonly string[] } {
  const { params, left } = sharedAddress(state, { author, kept: keptParams(state, usual), taken: base.length + 1 });
  return { address: joined(base, params), left };
}

/** Keeps how the reader sets the page up in its hash; what its query says anyway, or nobody needs to say, isn't named. In a frame the address is the author's. */
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
 * Keeps the address and the store in step: every change of view is written (at most once in 350 ms), choosing an event or other
 * datasets makes a history entry on a page of its own, and Back takes that choice back. In a frame nothing touches the history.
 */
export function syncAddress(store: TimelineStore, author: SharedView, sets?: SetSwitch, language?: Pick<LanguageStore, 'choose' | 'chosen'>): () => void {
  const framed = window.parent !== window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { selected: chosenEvent, sets: shown } = store.getState();
  // Between Back and what it asks for, the address is ahead of the screen.
  let isAwaited = false;
  const write = (how: 'replace' | 'push', state: TimelineState) => {
    clearTimeout(timer);
    timer = undefined;
    if (framed) return;
    const next = addressOf(state, author, undefined, sets?.usual);
    if (next === location.href && how === 'replace') return;
    // Throws where a page may not have a history of its own (some sandboxes); the view itself doesn't depend on it.
    try {
      if (how === 'push') history.pushState(OURS, '', next);
      else history.replaceState(history.state, '', next);
    } catch {
      stop();
    }
  };
  const onChange = (state: TimelineState, before: TimelineState) => {
    if (state.dataset === undefined) return;
    const isOther = state.dataset !== before.dataset;
    if (isAwaited && !isOther && state.loading.phase === 'loading') return;
    isAwaited = false;
    const isSwitch = isOther && before.sets.length > 0 && state.sets.length > 0 && !sameSets(state.sets, shown);
    // What comes selected with another dataset was chosen by its address, or before.
    const isChoice = !isOther && state.selected !== chosenEvent && state.selected !== undefined;
    chosenEvent = state.selected;
    if (isOther) shown = state.sets;
    // The entry that is left keeps the view as it was left.
    if (isSwitch && timer !== undefined) write('replace', before);
    if (isChoice || isSwitch) write('push', state);
    else timer ??= setTimeout(() => write('replace', store.getState()), WRITE_EVERY_MS);
  };
  const onBack = (event: PopStateEvent) => {
    const { reader, options } = readAddress();
    // An entry from before a language was chosen doesn't take the choice back; an address typed by hand may ask for another.
    const chosen = language?.chosen();
    if (event.state === OURS && chosen !== undefined) writeLanguage(chosen);
    else if (options.lang !== undefined) language?.choose(options.lang);
    const now = store.getState();
    const asked = sets === undefined || now.sets.length === 0 ? undefined : knownSets(options.set, sets.catalogue);
    const isUnknown = event.state !== OURS && asked !== undefined && asked.rejections.length > 0;
    if (asked !== undefined && (isUnknown || !sameSets(asked.ids, now.sets))) {
      clearTimeout(timer);
      timer = undefined;
      shown = asked.ids;
      isAwaited = true;
      void sets?.open(asked.ids);
      return;
    }
    const choice = { event: reader.event ?? null, actor: reader.actor ?? null, pair: reader.pair ?? null };
    // An address typed or pasted by hand is a view of its own; one of ours only differs in what is chosen.
    const next = event.state === OURS ? applyChoice(now, choice) : applyShared(applyShared(resetView(now), author), reader);
    // Before the store tells of it: what Back chooses is no new choice, and must not become an entry of its own.
    chosenEvent = next.selected;
    store.apply(() => next);
  };
  try {
    if (!framed) history.replaceState(OURS, '', location.href);
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

function applyChoice(state: TimelineState, choice: SharedView): TimelineState {
  const { past } = state;
  return { ...applyShared(state, choice), past };
}
