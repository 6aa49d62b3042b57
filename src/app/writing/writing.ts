import { makeEmitter } from '../../base/emitter';
import { randomId } from '../../base/random-id';
import { lazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import { makeSlices } from '../../base/slices';
import type { Translate } from '../../base/translate';
import { checkRecords } from '../../formats/json/check-records';
import type { WholeDataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { RARE_DATES } from '../../model/dates/parse-event-date';
import { makeEventTable, makeTableBuilder } from '../../model/table-builder';
import { wholeDataset } from '../../model/whole-dataset';
import { withInTab } from '../../state/address/own-address';
import type { ViewParams } from '../../state/address/view-params';
import { receiveTable } from '../../state/view/loading';
import { growTable } from '../../state/view/loading-in-parts';
import type { TimelineStore } from '../../state/view/store';
import type { TimelineState } from '../../state/view/timeline-state';
import type { Desk, Draft, Face, WriteServices } from '../../ui/context/desk';
import type { DraftOrigin } from '../../ui/context/draft-origin';
import { mendAddress } from '../address-bar';
import type { DatasetSwitch } from '../dataset-switch';
import type { DatasetLoader } from '../loading/dataset-loader';
import { createDesk } from './desk';
import type { OwnDesk } from './desk';
import { copyOf, newDataset, newText } from './new-draft';

/** What somebody drops or pastes on an event, as sources. */
const EVIDENCE = lazyWithMessages(['faults', 'imported'], () =>
  import('./evidence-tools.lazy').then(({ evidenceTools }) => evidenceTools),
);
/** Fields as text: for the table, and the panel. */
const CELLS = lazyWithMessages(['write', 'faults', 'seasons'], () =>
  import('./cell-tools.lazy').then(({ cellTools }) => cellTools),
);

/** The timeline that is written on. */
export interface WritingPage {
  readonly store: TimelineStore;
  readonly translate: Translate;
  readonly loader: DatasetLoader;
  /** The window that it stands in. */
  readonly home: Window;
  /** The page is the timeline's own: its title is the dataset's, and its address says that no address leads here. */
  readonly ownsDocument: boolean;
  /** What the file on screen is called, if it is one of the reader's own. */
  readonly openedName: () => string | undefined;
  readonly datasets: DatasetSwitch | undefined;
  /** Loads what the page opened with, once more. */
  readonly loadOwn: () => void;
  /** What is on screen came whole in the page's address. */
  readonly isCarried: () => boolean;
  /** Told of each edit, once it is on the timeline. */
  readonly onEdited: () => void;
}

/** The desk of a page, for its owner. */
export interface Writing extends WriteServices {
  /** One that was kept, with the view that its address tells. */
  readonly take: (draft: Draft, face?: Face, view?: ViewParams) => void;
  /** The desk, also while something else lies over it. */
  readonly held: () => OwnDesk | undefined;
  /**
   * Shows a dataset over the desk, on which nobody writes meanwhile; undefined uncovers the desk as it was left. Nothing
   * where there is no desk.
   */
  readonly cover: (dataset: WholeDataset | undefined) => void;
  /** From now on the address leads to what is on the desk; `how` it is written. */
  readonly keepAddress: (isKept: boolean) => void;
  readonly destroy: () => void;
}

/** Text and its reading; with all that dates in any form are read by. */
const TEXT_CODE = lazyWithMessages(['imported', 'faults', 'seasons'], () =>
  Promise.all([import('./notebook-desk'), RARE_DATES.load()]).then(([code]) => code),
);

/** Each event is a line, a row and an object of its own: with more of them no hand keeps up. */
const MOST_WRITTEN = 20_000;
/** Tables of so few events are made at once. */
const MOST_AT_ONCE = 2000;

/** Where somebody writes on what is on screen: copies it if it isn't theirs, and puts each edit on the timeline. */
export function createWriting(page: WritingPage, onChange: () => void): Writing {
  const { store, translate: t, loader } = page;
  const changes = makeEmitter();
  changes.subscribe(onChange);
  let desk: OwnDesk | undefined;
  let isCovered = false;
  let isKept = false;
  let stopDesk: (() => void) | undefined;
  let before: { readonly state: TimelineState; readonly title: string } | undefined;
  /** What the desk has put on the timeline last. */
  let shown: EventTable | undefined;
  let building = new AbortController();

  const put = (table: EventTable): void => {
    shown = table;
    store.applyUnlocked((state) => ({ ...growTable(state, table, []), datasetIds: [] }));
    if (page.ownsDocument) document.title = table.dataset.title;
    if (desk !== undefined && !isCovered) page.onEdited();
  };
  const show = (dataset: WholeDataset): void => {
    building.abort();
    building = new AbortController();
    if (dataset.events.length <= MOST_AT_ONCE) return put(makeEventTable(dataset));
    const own = building;
    const { events, ...head } = dataset;
    const builder = makeTableBuilder();
    builder.setDataset(head);
    for (const event of events) builder.add(event);
    makeSlices({ signal: own.signal })
      .run(builder.build())
      .then(
        ({ table }) => (own.signal.aborted ? undefined : put(table)),
        // Another edit came meanwhile, whose table is the one to show.
        () => undefined,
      );
    return undefined;
  };
  const close = (): void => {
    building.abort();
    stopDesk?.();
    desk = undefined;
    isCovered = false;
    isKept = false;
    shown = undefined;
  };
  const mark = (): void => {
    const held = desk === undefined ? undefined : isKept ? { draft: desk.draft().id } : 'file';
    const other = page.openedName() === undefined ? undefined : 'file';
    if (page.ownsDocument) mendAddress((href) => withInTab(href, held ?? other));
  };
  const lay = (draft: Draft, face: Face): void => {
    stopDesk?.();
    desk = createDesk(draft, face, {
      show: (dataset) => (isCovered ? undefined : show(dataset)),
      check: (dataset, edit) => checkRecords(dataset, edit, t),
      now: () => Date.now(),
    });
    stopDesk = desk.subscribe(changes.emit);
    mark();
    changes.emit();
  };
  const stopListening = store.subscribe((state, was) => {
    if (desk === undefined || state.table === was.table || state.table === shown || state.table === undefined) return;
    // The strip of an opened file, or a host page, has changed the same dataset; any other ends what is written here.
    if (state.dataset?.id === desk.draft().dataset.id && !isCovered) {
      desk.absorb(wholeDataset(state.table));
      page.onEdited();
    } else {
      close();
      before = undefined;
      changes.emit();
    }
  });
  const take: Writing['take'] = (draft, face = 'timeline', view = {}) => {
    const state = store.getState();
    before ??= { state, title: document.title };
    close();
    loader.begin(() => undefined);
    const table = makeEventTable(draft.dataset);
    shown = table;
    store.applyUnlocked(receiveTable, table, [], view);
    if (page.ownsDocument) document.title = draft.dataset.title;
    lay(draft, face);
  };
  const text = lazyCode(() => TEXT_CODE.load().then(({ makeTextDesks }) => makeTextDesks(t)));
  const begin = (dataset: WholeDataset): void =>
    take({ id: randomId(), origin: { from: 'new' }, dataset, baseline: undefined }, 'text');
  const originOf = (state: TimelineState): DraftOrigin => {
    const name = page.openedName();
    if (name !== undefined) return { from: 'file', name };
    if (page.isCarried()) return { from: 'link' };
    return state.datasetIds.length > 0 ? { from: 'shipped', title: state.dataset?.title ?? '' } : { from: 'page' };
  };
  return {
    evidence: EVIDENCE,
    cells: CELLS,
    subscribe: changes.subscribe,
    desk: (): Desk | undefined => (isCovered ? undefined : desk),
    held: () => desk,
    begin: (face) => {
      if (desk !== undefined) {
        if (isCovered) return Promise.resolve('nothing');
        desk.setFace(face);
        return Promise.resolve(undefined);
      }
      const state = store.getState();
      const { table, loading } = state;
      if (table === undefined || loading.phase === 'loading') return Promise.resolve('nothing');
      if (table.size > MOST_WRITTEN) return Promise.resolve('large');
      before = { state, title: document.title };
      const whole = wholeDataset(table);
      const origin = originOf(state);
      const dataset = origin.from === 'shipped' ? copyOf(whole, t) : whole;
      if (dataset === whole) {
        shown = table;
        store.applyUnlocked((now) => ({ ...now, datasetIds: [] }));
      } else put(makeEventTable(dataset));
      lay({ id: randomId(), origin, dataset, baseline: dataset }, face);
      return Promise.resolve(undefined);
    },
    startNew: () =>
      // That the code can't be had is told where the text would stand.
      void TEXT_CODE.load().then(
        ({ datasetOfText }) => begin(datasetOfText(newDataset(t), newText(t), t)),
        () => begin(newDataset(t)),
      ),
    text,
    take,
    cover: (dataset) => {
      if (desk === undefined || (dataset === undefined && !isCovered)) return;
      isCovered = dataset !== undefined;
      show(dataset ?? desk.draft().dataset);
      changes.emit();
    },
    keepAddress: (next) => {
      isKept = next;
      mark();
    },
    leave: () => {
      const at = before;
      close();
      before = undefined;
      // What was still on its way then is begun anew.
      if (at !== undefined && (at.state.table === undefined || at.state.loading.phase === 'loading')) page.loadOwn();
      else if (at !== undefined) {
        store.applyUnlocked((now) => ({ ...at.state, view: now.view, hover: now.hover }));
        if (page.ownsDocument) document.title = at.title;
      }
      mark();
      changes.emit();
    },
    destroy: () => {
      close();
      stopListening();
    },
  };
}
