import { makeSlices } from '../../base/slices';
import type { Translate } from '../../base/translate';
import type { Plan, Reading } from '../../formats/reader';
import type { TableFindings } from '../../formats/table/findings';
import type { TableMapping } from '../../formats/table/table-mapping';
import type { Opening as OpeningView } from '../../model/dataset';
import { isOfTab, withInTab } from '../../state/address/own-address';
import { growTable } from '../../state/view/loading-in-parts';
import { receiveTable } from '../../state/view/loading';
import type { TimelineStore } from '../../state/view/store';
import type { TimelineState } from '../../state/view/timeline-state';
import type { Amendment, Opened } from '../../ui/open/open-services';
import { currentEntry, mendAddress } from '../address-bar';
import type { DatasetLoader } from '../loading/dataset-loader';
import type { DatasetSwitch } from '../dataset-switch';
import { findingOut } from './count-ahead';
import type { ReadAhead } from './count-ahead';
import type { Looked } from './look-at';
import { amendTable } from './opened-data';

/** The timeline that a file is opened in. */
export interface OpeningPage {
  readonly store: TimelineStore;
  readonly translate: Translate;
  readonly loader: DatasetLoader;
  readonly datasets: DatasetSwitch | undefined;
  /** The page is the timeline's own: its title is the dataset's, and its address says that no address leads here. */
  readonly ownsDocument: boolean;
  /** Loads what the page opened with, once more. */
  readonly loadOwn: () => void;
}

interface ToOpen {
  readonly looked: Looked;
  readonly reading: Reading;
  /** All that was read in the background; undefined where it isn't through. */
  readonly ahead: ReadAhead | undefined;
  /** The same file by another mapping: what was before it stays what `undo` goes back to. */
  readonly isAgain: boolean;
}

/** What was on screen before a file was opened. */
interface Before {
  readonly state: TimelineState;
  readonly title: string;
  readonly opened: OnScreen | undefined;
}

interface OnScreen {
  readonly looked: Looked;
  readonly told: Opened;
  readonly before: Before;
  /** The data before each amendment. */
  readonly steps: readonly Pick<TimelineState, 'table' | 'rejections'>[];
}

export interface ScreenOfOpened {
  readonly opened: () => Opened | undefined;
  readonly looked: () => Looked | undefined;
  readonly open: (what: ToOpen) => void;
  readonly undo: () => void;
  readonly amend: (amendment: Amendment) => void;
  readonly undoAmendment: () => void;
  readonly leave: () => void;
}

/** Puts opened files on screen in the place of what is there, and takes them away again. */
export function makeOnScreen(page: OpeningPage, onChange: () => void): ScreenOfOpened {
  const { store, loader } = page;
  let shown: OnScreen | undefined;
  let turns = 0;
  /** Begun, and nothing of it has come yet. */
  let coming: OnScreen | undefined;
  const mark = (): void => {
    if (page.ownsDocument) mendAddress((href) => withInTab(href, shown === undefined ? undefined : 'file'));
  };
  const set = (next: OnScreen | undefined): void => {
    shown = next;
    mark();
    onChange();
  };
  const retitle = (title: string): void => {
    if (page.ownsDocument) document.title = title;
  };
  const arrive = (): void => {
    if (coming === undefined) return;
    const next = coming;
    coming = undefined;
    set(next);
  };
  const stopListening = store.subscribe((state, was) => {
    if (state.table === was.table) return;
    if (coming !== undefined && state.dataset?.id === coming.looked.reading.plan.dataset.id) return arrive();
    // Somebody chose another set meanwhile, or the host page put one here.
    if (shown !== undefined && state.dataset?.id !== shown.looked.reading.plan.dataset.id) set(undefined);
  });
  // Back leads to an entry that knows nothing of the file; one of what was written of it stays that.
  const onArrival = (): void => (shown === undefined || isOfTab(currentEntry().href) ? undefined : mark());
  window.addEventListener('popstate', onArrival);
  const learn = (findings: TableFindings): void => {
    if (coming !== undefined) coming = withFindings(coming, findings);
    else if (shown !== undefined) {
      shown = withFindings(shown, findings);
      onChange();
    }
  };
  const open = ({ looked, reading, ahead, isAgain }: ToOpen): void => {
    const state = store.getState();
    const before: Before =
      isAgain && shown !== undefined ? shown.before : { state, title: document.title, opened: shown };
    const { plan } = reading;
    const { dataset } = before.state;
    coming = {
      looked,
      before,
      steps: [],
      told: {
        name: plan.source,
        turn: (turns += 1),
        plan,
        mapping: mappingOf(plan),
        findings: ahead?.findings,
        before: dataset?.title,
        amendments: [],
      },
    };
    const made = ahead?.problem === undefined ? ahead?.made : undefined;
    if (made !== undefined) {
      loader.begin(() => open({ looked, reading, ahead, isAgain }));
      store.applyUnlocked(receiveTable, made.table, made.rejections, {});
      retitle(made.table.dataset.title);
      arrive();
      return;
    }
    const opening = coming;
    void loader.open({ ...reading, reader: findingOut(reading.reader, learn) }).then(() => {
      // Nothing came of it: what was on screen is still there, and why is told.
      if (coming === opening) coming = undefined;
    });
  };
  const undo = (): void => {
    if (shown === undefined) return;
    const { state, title, opened } = shown.before;
    // What was still on its way then is begun anew.
    if (state.table === undefined || state.loading.phase === 'loading') {
      shown = opened;
      mark();
      page.loadOwn();
      onChange();
      return;
    }
    loader.begin(() => undefined);
    shown = opened;
    store.applyUnlocked((now) => ({ ...state, view: now.view, loading: { phase: 'ready' }, hover: now.hover }));
    retitle(title);
    mark();
    onChange();
  };
  const amend = (amendment: Amendment): void => {
    const { table, rejections, ...state } = store.getState();
    const at = shown;
    if (table === undefined || at === undefined) return;
    const opening = amendment.about === 'opening' && amendment.isAsShown ? openingOf(state) : undefined;
    const slices = makeSlices({ signal: new AbortController().signal });
    void slices.run(amendTable(table, amendment, opening)).then((next) => {
      if (shown !== at || store.getState().table !== table) return;
      shown = {
        ...at,
        told: { ...at.told, amendments: [...at.told.amendments, amendment] },
        steps: [...at.steps, { table, rejections }],
      };
      store.applyUnlocked(growTable, next, rejections);
      retitle(next.dataset.title);
      onChange();
    });
  };
  const undoAmendment = (): void => {
    const at = shown;
    const last = at?.steps.at(-1);
    if (at === undefined || last?.table === undefined) return;
    const { amendments } = at.told;
    shown = { ...at, told: { ...at.told, amendments: amendments.slice(0, -1) }, steps: at.steps.slice(0, -1) };
    store.applyUnlocked(growTable, last.table, last.rejections);
    retitle(last.table.dataset.title);
    onChange();
  };
  return {
    opened: () => shown?.told,
    looked: () => shown?.looked,
    open,
    undo,
    amend,
    undoAmendment,
    leave: () => {
      stopListening();
      window.removeEventListener('popstate', onArrival);
    },
  };
}

function withFindings(one: OnScreen, findings: TableFindings): OnScreen {
  return { ...one, told: { ...one.told, findings } };
}

function mappingOf(plan: Plan & { readonly mapping?: TableMapping | undefined }): TableMapping | undefined {
  return plan.mapping;
}

/** The view on screen as an author's opening view. */
function openingOf({ window, scale, group, expanded }: Omit<TimelineState, 'table' | 'rejections'>): OpeningView {
  return { from: window?.start, to: window?.end, scale, group, expanded };
}
