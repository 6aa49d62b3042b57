import { startAddress, stepAddress } from '../state/address/address-step';
import type { AddressAction, AddressEvent, AddressPage, AddressStep } from '../state/address/address-step';
import type { ViewParams } from '../state/address/view-params';
import { makeWriteBudget } from '../state/address/write-budget';
import type { TimelineStore } from '../state/view/store';
import type { TimelineState } from '../state/view/timeline-state';
import { currentEntry, isFramed, reloadPage, writeAddress } from './address-bar';
import type { DatasetSwitch } from './dataset-switch';
import type { LanguageStore } from './language';

/** What the steps reach beside the browser. */
export interface Reached {
  readonly store: TimelineStore;
  /** Undefined for a page that ships no other datasets. */
  readonly datasets?: Pick<DatasetSwitch, 'catalogue' | 'usual' | 'open'> | undefined;
  readonly language?: Pick<LanguageStore, 'choose' | 'chosen'>;
  /** Sees to an address that leads to a timeline of a reader's own, or away from one: then whether it did. */
  readonly arrive?: (() => boolean) | undefined;
}

/** What has happened since the page's address was read. */
export interface Since {
  /** As it was then. */
  readonly state: TimelineState;
  /** That the history has come to another entry, if it has; what the page itself writes there doesn't count. */
  readonly arrival: Pick<PopStateEvent, 'state'> | undefined;
}

/**
 * Keeps the page's address and the store in step, and brings them in step first, if something has happened `since`. What
 * is to be done `stepAddress` decides (state/address); here it is done, with the browser's history, one timer and the
 * page's scroll. Returns how to stop.
 */
export function syncAddress(author: ViewParams, reached: Reached, since?: Since): () => void {
  const { store, datasets, language } = reached;
  const { catalogue, usual = [] } = datasets ?? {};
  const page: AddressPage = { author, usual, catalogue, isFramed: isFramed() };
  const first = startAddress({ page, at: currentEntry(), state: since?.state ?? store.getState() });
  let { memory } = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = ({ memory: next, actions }: AddressStep): void => {
    if (next.wait !== memory.wait) {
      clearTimeout(timer);
      timer = next.wait && setTimeout(() => happen({ kind: 'waited' }), next.wait.ms);
    }
    // Before anything is done: what is shown comes back as a change.
    memory = next;
    const refused = actions.filter((action) => act(action) === 'refused');
    for (const action of refused)
      if (action.kind === 'push' || action.kind === 'replace') happen({ kind: 'refused', written: action });
  };
  const happen = (event: AddressEvent, state = store.getState(), at = currentEntry()): void =>
    take(stepAddress({ page, memory, at, state }, event));
  const unsubscribe = store.subscribe((state, before) => happen({ kind: 'changed', before }, state));
  const onArrival = ({ state: mark }: Pick<PopStateEvent, 'state'>): void => {
    if (reached.arrive?.() !== true)
      happen({ kind: 'arrived', language: language?.chosen() }, store.getState(), { ...currentEntry(), mark });
  };
  window.addEventListener('popstate', onArrival);
  const stop = (): void => {
    clearTimeout(timer);
    unsubscribe();
    window.removeEventListener('popstate', onArrival);
  };
  const act = createActor(reached);
  take(first);
  if (since?.arrival !== undefined) onArrival(since.arrival);
  else if (since !== undefined && since.state !== store.getState()) happen({ kind: 'changed', before: since.state });
  return stop;
}

/** Does what a step asks for; the view on screen depends on none of it. */
function createActor({ store, datasets, language }: Reached): (action: AddressAction) => 'refused' | void {
  const mayWrite = makeWriteBudget(() => performance.now());
  let [left, top] = [0, 0];
  return (action) => {
    switch (action.kind) {
      case 'push':
      case 'replace':
        return mayWrite(action.kind) && writeAddress(action.kind, action) ? undefined : 'refused';
      case 'reload':
        return reloadPage();
      case 'back':
        [left, top] = [window.scrollX, window.scrollY];
        return history.go(-action.steps);
      case 'keep-scroll':
        return keepScroll(left, top);
      case 'show':
        return store.apply(() => action.state);
      case 'open-datasets':
        return void datasets?.open(action.ids);
      case 'speak':
        return language?.choose(action.language);
    }
  };
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
