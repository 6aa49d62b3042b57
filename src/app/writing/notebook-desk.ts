import { makeEmitter } from '../../base/emitter';
import type { Translate } from '../../base/translate';
import { openNotebook, resetTo, retype, settle } from '../../formats/notebook/notebook';
import type { Notebook } from '../../formats/notebook/notebook-types';
import type { WholeDataset } from '../../model/dataset';
import { LIST_NAMES } from '../../model/edit/edit';
import type { Edit, EditAbout } from '../../model/edit/edit';
import type { Rejection } from '../../model/rejection';
import type { Desk, DeskStep } from '../../ui/context/desk';
import type { Caret, LineFault, TextDesk, WrittenText } from '../../ui/write/text-services';

/** A text at one moment, to come back to. */
interface Moment {
  readonly notebook: Notebook;
  readonly caret: Caret | undefined;
}

interface Moments {
  readonly before: Moment;
  readonly after: Moment;
}

/** So many lines are remembered for undoing, of all moments together; further back, the text is written anew. */
const MOST_LINES = 2_000_000;

/** A dataset of what is written in a text. */
export function datasetOfText(empty: WholeDataset, text: string, t: Translate): WholeDataset {
  return retype(openNotebook(empty, { t }), text, { t }).dataset;
}

/** The text of each desk: one for as long as the desk is there. */
export function makeTextDesks(t: Translate): (desk: Desk) => TextDesk {
  const made = new WeakMap<Desk, TextDesk>();
  return (desk) => {
    const text = made.get(desk) ?? createTextDesk(desk, t);
    made.set(desk, text);
    return text;
  };
}

/**
 * Keeps the text beside the dataset of a desk: what is typed becomes an edit, and whatever else changes the dataset is
 * written into the text. Taking an edit back brings the text back as it was, letter by letter, with the lines' records.
 */
function createTextDesk(desk: Desk, t: Translate): TextDesk {
  const changes = makeEmitter();
  const context = { t };
  const moments = makeMoments();
  let seen = { dataset: desk.draft().dataset, past: desk.past(), future: desk.future() };
  let now: Moment = { notebook: openNotebook(seen.dataset, context), caret: undefined };
  /** What is being typed while the desk makes an edit of it. */
  let typing: { readonly to: Moment; readonly caret: Caret } | undefined;
  /** The last text that the timeline could take, while the one on screen is further. */
  let taken: Moment | undefined;
  let takenBack: { readonly moment: Moment; readonly faults: readonly LineFault[] } | undefined;
  let written = writtenOf(now, undefined, []);

  const show = (next: Moment, caret: Caret | undefined, faults: readonly LineFault[] = []): void => {
    now = next;
    written = writtenOf(next, caret, faults);
    changes.emit();
  };
  /** Where a step led, and what it was: taken back, made again, or new. */
  const follow = (): void => {
    const was = seen;
    seen = { dataset: desk.draft().dataset, past: desk.past(), future: desk.future() };
    if (seen.dataset === was.dataset) return;
    const undone = last(seen.future);
    const redone = last(seen.past);
    if (seen.future.length > was.future.length && undone !== undefined && undone === last(was.past))
      return goTo(moments.of(undone.edit)?.before);
    if (seen.past.length > was.past.length && redone !== undefined && redone === last(was.future))
      return goTo(moments.of(redone.edit)?.after);
    const to = typing?.to ?? { notebook: resetTo(now.notebook, seen.dataset, context), caret: undefined };
    const from = { notebook: (taken ?? now).notebook, caret: typing?.caret };
    taken = undefined;
    takenBack = undefined;
    if (redone !== undefined) {
      const joined = seen.past.length === was.past.length ? last(was.past) : undefined;
      const before = joined === undefined ? undefined : moments.of(joined.edit)?.before;
      moments.keep(redone.edit, { before: before ?? from, after: to }, joined?.edit);
    }
    show(to, to.caret);
  };
  const goTo = (moment: Moment | undefined): void => {
    taken = undefined;
    takenBack = undefined;
    if (moment !== undefined && hasSameRecords(moment.notebook.dataset, seen.dataset)) show(moment, moment.caret);
    else show({ notebook: resetTo(now.notebook, seen.dataset, context), caret: undefined }, undefined);
  };
  desk.subscribe(follow);

  const make = (about: EditAbout, to: Moment, caret: Caret, isRun: boolean): void => {
    typing = { to, caret };
    const faults = desk.edit(about, () => to.notebook.dataset, { isRun });
    const isMade = now === to;
    typing = undefined;
    if (isMade) return;
    // It came to nothing, or the timeline can't take it: the text stays as it is typed.
    takenBack = undefined;
    taken = faults.length === 0 ? undefined : (taken ?? now);
    show(to, to.caret, faultsOf(faults, to));
  };
  return {
    subscribe: changes.subscribe,
    written: () => written,
    type: ({ text, before, after, about }) => {
      if (text === written.text) return;
      const notebook = retype(now.notebook, text, context);
      make(about ?? { did: 'type' }, { notebook, caret: after }, before, about === undefined);
    },
    settle: (line, alternative, allLike, caret) => {
      const dates = allLike ? now.notebook.counts.toSettle : 1;
      const notebook = settle(now.notebook, line, alternative, allLike, context);
      // Lines have become longer or shorter: the caret stays in this one.
      make({ did: 'settle', dates }, { notebook, caret: endOfLine(notebook, line) }, caret, false);
    },
    undo: () => {
      if (taken === undefined) return desk.undo() !== undefined;
      takenBack = { moment: now, faults: written.faults };
      const to = taken;
      taken = undefined;
      show(to, to.caret);
      return true;
    },
    redo: () => {
      if (takenBack === undefined) return desk.redo() !== undefined;
      const { moment, faults } = takenBack;
      taken = now;
      takenBack = undefined;
      show(moment, moment.caret, faults);
      return true;
    },
  };
}

function writtenOf(moment: Moment, caret: Caret | undefined, faults: readonly LineFault[]): WrittenText {
  const { notebook } = moment;
  return { notebook, text: notebook.lines.map(({ text }) => text).join('\n'), caret, faults };
}

function last(steps: readonly DeskStep[]): DeskStep | undefined {
  return steps.at(-1);
}

/** The end of a line. */
function endOfLine({ lines }: Notebook, line: number): Caret {
  const end = lines.slice(0, line + 1).reduce((sum, { text }) => sum + text.length + 1, -1);
  return { start: end, end };
}

/** Applying edits makes new lists of the same records. */
function hasSameRecords(one: WholeDataset, other: WholeDataset): boolean {
  if (one === other) return true;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof WholeDataset>;
  const lists: ReadonlySet<string> = new Set(LIST_NAMES);
  for (const key of keys) if (!lists.has(key) && one[key] !== other[key]) return false;
  return LIST_NAMES.every((list) => {
    const [some, others] = [one[list], other[list]];
    return some === others || (some.length === others.length && some.every((record, at) => record === others[at]));
  });
}

/** Ties what the rules of files refuse to lines. */
function faultsOf(rejections: readonly Rejection[], { notebook, caret }: Moment): readonly LineFault[] {
  const { lines, dataset } = notebook;
  return rejections.map(({ record, found, expected }) => {
    const id = dataset.events.find((event) => event.id === record || event.title === record)?.id ?? record;
    const at = lines.findIndex(({ owner }) => owner !== undefined && owner.id !== '' && owner.id === id);
    return { line: at === -1 ? lineAt(lines, caret?.end ?? 0) : at, found, expected };
  });
}

function lineAt(lines: Notebook['lines'], offset: number): number {
  let end = -1;
  const at = lines.findIndex(({ text }) => {
    end += text.length + 1;
    return offset <= end;
  });
  return Math.max(at, 0);
}

/** What edits led from and to, the oldest forgotten where it becomes too much. */
function makeMoments() {
  const byEdit = new Map<Edit, Moments>();
  let lines = 0;
  const forget = (edit: Edit): void => {
    lines -= byEdit.get(edit)?.after.notebook.lines.length ?? 0;
    byEdit.delete(edit);
  };
  return {
    of: (edit: Edit): Moments | undefined => byEdit.get(edit),
    /** `joined`: the edit that has become part of this one. */
    keep: (edit: Edit, each: Moments, joined: Edit | undefined): void => {
      if (joined !== undefined) forget(joined);
      forget(edit);
      byEdit.set(edit, each);
      lines += each.after.notebook.lines.length;
      for (const oldest of byEdit.keys()) {
        if (lines <= MOST_LINES || oldest === edit) return;
        forget(oldest);
      }
    },
  };
}
