import type { Rejection } from '../model/rejection';
import { addressText, decodeShared, encodeShared } from '../state/share';
import type { SharedOptions, SharedView } from '../state/shared-view';
import { applyShared, resetView } from '../state/load';
import type { TimelineStore } from '../state/store';
import type { TimelineState } from '../state/timeline-state';

/** Safari refuses more than 100 changes in 30 s. */
const WRITE_EVERY_MS = 350;
/** Marks the history entries that we made, so that Back to one of them only takes the choice back. */
const OURS = 'diplomatic-timeline';

/** What the page's address says: the author's view in the query, the reader's in the hash, options from both. */
export interface PageAddress {
  readonly author: SharedView;
  readonly reader: SharedView;
  readonly options: SharedOptions;
  readonly rejections: readonly Rejection[];
}

/** Reads the address of the page; the reader's options come before the author's. */
export function readAddress(): PageAddress {
  const author = decodeShared(new URLSearchParams(location.search));
  const reader = decodeShared(hashParams());
  return {
    author: author.shared, reader: reader.shared,
    options: { ...author.options, ...reader.options },
    rejections: [...author.rejections, ...reader.rejections],
  };
}

function hashParams(): URLSearchParams {
  return new URLSearchParams(location.hash.replace(/^#/, ''));
}

/** The address of a view: of the one on screen, or of an event in the opening view. */
export function addressOf(state: TimelineState, author: SharedView, eventId?: string): string {
  const base = location.href.replace(/#.*$/, '');
  const params = eventId === undefined
    ? encodeShared(state, { author, kept: hashParams() })
    : new URLSearchParams({ event: eventId });
  const text = addressText(params);
  return text === '' ? base : `${base}#${text}`;
}

/**
 * Keeps the address and the store in step: every change of view is written (at most once in 350 ms), choosing an event
 * makes a history entry on a page of its own, and Back takes that choice back. In a frame nothing touches the history.
 */
export function syncAddress(store: TimelineStore, author: SharedView): () => void {
  const framed = window.parent !== window;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let chosen = store.getState().selected;
  const write = (how: 'replace' | 'push') => {
    clearTimeout(timer);
    timer = undefined;
    if (framed) return;
    const next = addressOf(store.getState(), author);
    if (next === location.href && how === 'replace') return;
    // Throws where a page may not have a history of its own (some sandboxes); the view itself doesn't depend on it.
    try {
      if (how === 'push') history.pushState(OURS, '', next);
      else history.replaceState(history.state, '', next);
    } catch {
      stop();
    }
  };
  const onChange = (state: TimelineState) => {
    if (state.dataset === undefined) return;
    const isChoice = state.selected !== chosen && state.selected !== undefined;
    chosen = state.selected;
    if (isChoice) write('push');
    else timer ??= setTimeout(() => write('replace'), WRITE_EVERY_MS);
  };
  const onBack = (event: PopStateEvent) => {
    const { reader } = readAddress();
    const choice = { event: reader.event ?? null, actor: reader.actor ?? null, pair: reader.pair ?? null };
    // An address typed or pasted by hand is a view of its own; one of ours only differs in what is chosen.
    const now = store.getState();
    const next = event.state === OURS ? applyChoice(now, choice) : applyShared(applyShared(resetView(now), author), reader);
    // Before the store tells of it: what Back chooses is no new choice, and must not become an entry of its own.
    chosen = next.selected;
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
