import { cleanText, shortenAtWord } from '../../base/clean-text';
import { withoutIsolates } from '../../base/translate';
import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import { deleteEvents } from '../../model/edit/edit-events';
import { isSameValue } from '../../model/edit/lists';
import { ownLabel, renewedEvent } from '../../model/edit/renewed-event';
import type { EventFields } from '../../model/edit/renewed-event';
import { DATE_TEXT } from '../../model/event-columns';
import { eventOfSketch } from '../../model/event-of-sketch';
import { LONGEST_LABEL } from '../../model/longest-label';
import { renameIn } from '../../model/merge/rename-in';
import { EVENT_TYPES, STATUSES } from '../../model/vocabulary';
import type { CellChange, CellContext, CellField, CellOutcome, CellProblem } from './cell-types';
import { dateContext, dateText, readDateCell } from './date-cell';
import { readSourceCell, sourceText } from './source-cell';
import { readStatus, readType, statusText, typeText } from './type-cell';
import { withoutUnused } from './unused';
import { readWhoCell, whoText } from './who-cell';

/** A field of an event as somebody would type it; empty where it says nothing. */
export function cellText(
  dataset: WholeDataset,
  event: DiplomaticEvent,
  field: CellField,
  context: CellContext,
): string {
  return withoutIsolates(textOf(dataset, event, field, context));
}

function textOf(dataset: WholeDataset, event: DiplomaticEvent, field: CellField, context: CellContext): string {
  const { t } = context;
  switch (field) {
    case 'date':
      return dateText(event, dataset, context);
    case 'title':
      return event.title === t('cell.untitled') ? '' : event.title;
    case 'who':
      return whoText(event.participants, dataset.actors, context);
    case 'type':
      return typeText(event.type, t);
    case 'status':
      return event.status.map(({ value }) => statusText(value, t)).join(', ');
    case 'source':
      return sourceText(event.evidence, dataset, context);
    case 'place':
      return event.place?.label ?? '';
    case 'summary':
      return event.summary ?? '';
    case 'importance':
      return t.digits(event.importance);
    case 'label':
      return ownLabel(event) ?? '';
    case 'id':
      return event.id;
  }
}

/**
 * A dataset in which a field of an event says what the text says; an empty text clears it. The same dataset where the
 * text is the one that the field has already, where there is no such event, and where the text can't be read (but for
 * dates, whose text is kept). What the text doesn't say stays: claims, relations, further evidence.
 */
export function setCell(
  dataset: WholeDataset,
  event: string,
  field: CellField,
  text: string,
  context: CellContext,
): CellOutcome & { readonly dataset: WholeDataset } {
  const { dataset: next, outcomes } = setCells(dataset, [{ event, field, text }], context);
  return { ...outcomes[0], dataset: next };
}

export interface CellsSet {
  readonly dataset: WholeDataset;
  /** One a change. */
  readonly outcomes: readonly CellOutcome[];
  /** Names that no event had before. */
  readonly newNames: readonly string[];
}

const NOTHING: CellOutcome = {};

/** The same for many cells, one after the other. O(events + cells), beside what names and sources there are. */
export function setCells(dataset: WholeDataset, changes: readonly CellChange[], context: CellContext): CellsSet {
  const events = new Map(dataset.events.map((event) => [event.id, event]));
  const renamed = new Map<string, string>();
  const uses = usesOfSources(dataset, context);
  let head = dataset;
  const outcomes = changes.map(({ event: id, field, text }): CellOutcome => {
    const event = events.get(id);
    if (event === undefined || text === cellText(head, event, field, context)) return NOTHING;
    if (field === 'id') {
      const problem = idProblem(text, events, renamed);
      if (problem === undefined) renamed.set(id, text.trim());
      return problem === undefined ? NOTHING : { problem };
    }
    const { set, unread, parts = {}, outcome = NOTHING } = fieldSet(head, event, field, text, context, uses);
    if (set === undefined) return outcome;
    const next = { ...head, ...parts };
    const changed = renewedEvent(event, set, next, head);
    events.set(id, field === 'date' ? withDateText(changed, unread) : changed);
    head = next;
    return outcome;
  });
  const changed = dataset.events.map((event) => events.get(event.id) ?? event);
  if (head === dataset && changed.every((event, at) => event === dataset.events[at]))
    return { dataset: withIds(dataset, renamed), outcomes, newNames: [] };
  const whole = withoutUnused(dataset, { ...head, events: changed }, context.baseline);
  const before = new Set(dataset.actors.map(({ id }) => id));
  const newNames = whole.actors.flatMap(({ id, label }) => (before.has(id) ? [] : [label]));
  return { dataset: withIds(whole, renamed), outcomes, newNames };
}

function withIds(dataset: WholeDataset, renamed: ReadonlyMap<string, string>): WholeDataset {
  if (renamed.size === 0) return dataset;
  const next = renameIn(dataset, { actors: new Map(), events: renamed });
  return {
    ...next,
    actors: dataset.actors,
    events: sameWhereEqual(next.events, dataset.events),
    chapters: sameWhereEqual(next.chapters, dataset.chapters),
    notes: sameWhereEqual(next.notes, dataset.notes),
  };
}

/** Records that name none of what was renamed stay the same objects, as an edit takes them. */
function sameWhereEqual<Item>(now: readonly Item[], was: readonly Item[]): readonly Item[] {
  return now.map((item, at) => {
    const before = was[at];
    return before !== undefined && isSameValue(item, before) ? before : item;
  });
}

function idProblem(
  text: string,
  events: ReadonlyMap<string, DiplomaticEvent>,
  renamed: ReadonlyMap<string, string>,
): CellProblem | undefined {
  const id = text.trim();
  if (id === '') return { key: 'cell.problem.noId', params: {} };
  const isTaken = events.has(id) || [...renamed.values()].includes(id);
  return isTaken ? { key: 'cell.problem.idTaken', params: { id } } : undefined;
}

/** How often sources are named; those from before editing count once more. */
function usesOfSources(dataset: WholeDataset, { baseline }: CellContext): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const add = (id: string): void => void uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const { id } of baseline?.sources ?? []) add(id);
  for (const list of [dataset.events, dataset.chapters, dataset.notes, dataset.periods])
    for (const { evidence } of list) for (const { source } of evidence) add(source);
  return uses;
}

interface FieldSet {
  readonly set?: EventFields;
  /** The text of a date that wasn't read. */
  readonly unread?: string | undefined;
  /** Lists of the dataset that change with it. */
  readonly parts?: Partial<Pick<WholeDataset, 'actors' | 'sources'>>;
  readonly outcome?: CellOutcome;
}

function fieldSet(
  dataset: WholeDataset,
  event: DiplomaticEvent,
  field: Exclude<CellField, 'id'>,
  text: string,
  context: CellContext,
  uses: ReadonlyMap<string, number>,
): FieldSet {
  const { t } = context;
  const line = cleanText(text).replaceAll(/\s+/g, ' ').trim();
  switch (field) {
    case 'date': {
      const { date, unread, ...outcome } = readDateCell(text, event.date, dateContext(dataset, context), t);
      return { set: { date }, unread, outcome };
    }
    case 'title':
      return { set: { title: line === '' ? t('cell.untitled') : line } };
    case 'who': {
      const { participants, actors } = readWhoCell(text, event.participants, dataset.actors);
      return { set: { participants }, parts: actors === dataset.actors ? {} : { actors } };
    }
    case 'type': {
      const type = line === '' ? undefined : readType(line, t);
      if (type === undefined && line !== '') return { outcome: { problem: typeProblem(line, context) } };
      // A mode is one of its type.
      return { set: { type, ...(type === event.type ? {} : { mode: undefined }) } };
    }
    case 'status':
      return statusSet(line, event, context);
    case 'source': {
      const isShared = (id: string): boolean => (uses.get(id) ?? 0) > 1;
      const { evidence, sources } = readSourceCell(text, event.evidence, dataset, context, isShared);
      return { set: { evidence }, parts: sources === dataset.sources ? {} : { sources } };
    }
    case 'place':
      return { set: { place: line === '' ? undefined : { label: line, country: undefined } } };
    case 'summary': {
      const summary = cleanText(text).trim();
      return { set: { summary: summary === '' ? undefined : summary } };
    }
    case 'importance': {
      const importance = line === '' ? 2 : [1, 2, 3].find((each) => t.digits(each) === line || String(each) === line);
      if (importance === 1 || importance === 2 || importance === 3) return { set: { importance } };
      return { outcome: { problem: { key: 'cell.problem.importance', params: { found: line } } } };
    }
    case 'label':
      return { set: { label: line === '' ? shortenAtWord(event.title, LONGEST_LABEL) : line } };
  }
}

function typeProblem(found: string, { t }: CellContext): CellProblem {
  return {
    key: 'cell.problem.type',
    params: { found, list: EVENT_TYPES.map((type) => typeText(type, t)).join(', ') },
  };
}

/** Statuses by their words; of those that it had, what else is known stays. */
function statusSet(line: string, event: DiplomaticEvent, { t }: CellContext): FieldSet {
  const words = line
    .split(/[,;،؛]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const values = words.map((word) => readStatus(word, t));
  const unread = words.find((_, at) => values[at] === undefined);
  if (unread !== undefined)
    return {
      outcome: {
        problem: {
          key: 'cell.problem.status',
          params: { found: unread, list: STATUSES.map((status) => statusText(status, t)).join(', ') },
        },
      },
    };
  const left = [...event.status];
  const status = values.flatMap((value) => {
    if (value === undefined) return [];
    const at = left.findIndex((each) => each.value === value);
    return at < 0 ? [{ value, asOf: undefined }] : left.splice(at, 1);
  });
  return { set: { status } };
}

/** An event with the text of a date that wasn't read, or without one. */
function withDateText(event: DiplomaticEvent, unread: string | undefined): DiplomaticEvent {
  if (event.extra?.[DATE_TEXT] === unread) return event;
  const { extra = {}, ...rest } = event;
  const { [DATE_TEXT]: _, ...others } = extra;
  const kept = unread === undefined ? others : { ...others, [DATE_TEXT]: unread };
  return Object.keys(kept).length === 0 ? rest : { ...rest, extra: kept };
}

/** New events in the place `at` of a dataset's order, without a date and with no title yet; their ids. */
export function addEvents(
  dataset: WholeDataset,
  count: number,
  at: number,
  { t }: CellContext,
): { readonly dataset: WholeDataset; readonly ids: readonly string[] } {
  const taken = new Set(dataset.events.flatMap(({ id, claims }) => [id, ...claims.map((claim) => claim.id)]));
  let n = dataset.events.length;
  const ids = Array.from({ length: count }, () => {
    do n += 1;
    while (taken.has(`e${n}`));
    return `e${n}`;
  });
  const added = ids.map((id) => eventOfSketch({ id, title: t('cell.untitled') }, dataset));
  const events = [...dataset.events.slice(0, at), ...added, ...dataset.events.slice(at)];
  return { dataset: { ...dataset, events }, ids };
}

/**
 * A dataset without some events and what pointed to them; names and sources made by editing that nothing names any more
 * go too.
 */
export function removeEvents(
  dataset: WholeDataset,
  ids: readonly string[],
  { baseline }: Pick<CellContext, 'baseline'>,
): WholeDataset {
  const left = deleteEvents(dataset, ids);
  return left === dataset ? dataset : withoutUnused(dataset, left, baseline);
}
