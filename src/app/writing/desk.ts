import { makeEmitter } from '../../base/emitter';
import type { WholeDataset } from '../../model/dataset';
import { applyEdit, invertEdit } from '../../model/edit/apply-edit';
import { editBetween } from '../../model/edit/edit-between';
import type { Edit, EditAbout } from '../../model/edit/edit';
import type { Desk, DeskStep, Draft, Face } from '../../ui/context/desk';
import { joinEdits } from '../../model/edit/join-edits';
import type { Rejection } from '../../model/rejection';

/** What a desk needs of the page. */
interface DeskPage {
  /** Puts what is written on the timeline. */
  readonly show: (dataset: WholeDataset) => void;
  /** What breaks a rule of files in the records that an edit brings. */
  readonly check: (dataset: WholeDataset, edit: Edit) => readonly Rejection[];
  readonly now: () => number;
}

/** Edits of one run that are further apart are two. */
const PAUSE_MS = 1500;
const NO_FAULTS: readonly Rejection[] = [];

/** A desk with a draft on it. Its edits are undone and made again without end, for as long as it stands. */
export function createDesk(first: Draft, face: Face, page: DeskPage): OwnDesk {
  const changes = makeEmitter();
  let draft = first;
  let shown = face;
  let past: readonly DeskStep[] = [];
  let future: readonly DeskStep[] = [];
  let isPaused = true;
  const put = (dataset: WholeDataset): void => {
    draft = { ...draft, dataset };
    page.show(dataset);
    changes.emit();
  };
  const remember = (edit: Edit, isRun: boolean): void => {
    const at = page.now();
    const last = past.at(-1);
    const isOn = isRun && !isPaused && last !== undefined && at - last.at < PAUSE_MS && isSameRun(last.edit, edit);
    const joined = isOn && last !== undefined ? joinEdits(last.edit, edit) : undefined;
    past = joined === undefined ? [...past, { edit, at }] : [...past.slice(0, -1), { edit: joined, at }];
    future = [];
    isPaused = !isRun;
  };
  const step = (
    edit: Edit,
    lists: { readonly past: readonly DeskStep[]; readonly future: readonly DeskStep[] },
  ): Edit => {
    ({ past, future } = lists);
    isPaused = true;
    put(applyEdit(draft.dataset, edit));
    return edit;
  };
  return {
    subscribe: changes.subscribe,
    draft: () => draft,
    face: () => shown,
    setFace: (next) => {
      if (next === shown) return;
      shown = next;
      isPaused = true;
      changes.emit();
    },
    edit: (about, change, { isRun = false } = {}) => {
      const edit = editBetween(draft.dataset, change(draft.dataset), about);
      if (edit === undefined) return NO_FAULTS;
      const next = applyEdit(draft.dataset, edit);
      const faults = page.check(next, edit);
      if (faults.some(({ effect }) => effect !== 'noted')) return faults;
      remember(edit, isRun);
      put(next);
      return NO_FAULTS;
    },
    undo: () => {
      const last = past.at(-1);
      if (last === undefined) return undefined;
      step(invertEdit(last.edit), { past: past.slice(0, -1), future: [...future, last] });
      return last.edit;
    },
    redo: () => {
      const next = future.at(-1);
      if (next === undefined) return undefined;
      step(next.edit, { past: [...past, next], future: future.slice(0, -1) });
      return next.edit;
    },
    past: () => past,
    future: () => future,
    pause: () => {
      isPaused = true;
    },
    replace: (dataset, about) => {
      const edit = editBetween(draft.dataset, dataset, about);
      if (edit === undefined) return;
      remember(edit, false);
      put(dataset);
    },
    absorb: (dataset) => {
      const edit = editBetween(draft.dataset, dataset, { did: 'elsewhere' });
      if (edit === undefined) return;
      remember(edit, false);
      draft = { ...draft, dataset };
      changes.emit();
    },
  };
}

/** A desk, for its owner. */
export interface OwnDesk extends Desk {
  /** Takes over what somebody else has put on the timeline, as an edit. */
  readonly absorb: (dataset: WholeDataset) => void;
  /** Puts another dataset in the place of the one that is there, as an edit; it was held against the rules before. */
  readonly replace: (dataset: WholeDataset, about: EditAbout) => void;
}

function isSameRun({ about: one }: Edit, { about: other }: Edit): boolean {
  return sameAbout(one, other);
}

function sameAbout(one: EditAbout, other: EditAbout): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
