import type { Dataset, DiplomaticEvent, Evidence, Extended, Participant, WholeDataset } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { lossesOf } from '../../model/losses';
import type { Loss, LossKind } from '../../model/losses';

/**
 * What stands in a dataset and not in what a file holds of it, counted by kind: claims, quotations, facts about the
 * whole. What is the very same object in both costs nothing to compare. What follows from the rest of an event (whether
 * it is a deed, a label that is the beginning of its title) is no loss by itself.
 */
export function lostBetween(whole: WholeDataset, held: WholeDataset): readonly Loss[] {
  const counts = new Map<LossKind, number>();
  const add: Add = (what, n = 1) => void counts.set(what, (counts.get(what) ?? 0) + n);
  if (whole !== held) {
    const kept = new Map(held.events.map((event) => [event.id, event]));
    for (const event of whole.events) {
      const own = kept.get(event.id);
      if (own === event) continue;
      if (own !== undefined) loseOfEvent(event, own, add);
      else add(event.date === undefined ? 'events-without-date' : 'events-without-first-day');
    }
    loseOfHead(whole, held, add);
  }
  return lossesOf(counts);
}

type Add = (what: LossKind, n?: number) => void;

const HEAD_FACTS = [
  'description',
  'language',
  'asOf',
  'licence',
  'opening',
  'curators',
  'modified',
  'version',
  'corrections',
] as const satisfies readonly (keyof Dataset)[];

function loseOfHead(whole: WholeDataset, held: WholeDataset, add: Add): void {
  for (const fact of HEAD_FACTS) if (!isSame(whole[fact], held[fact])) add('about');
  if (whole.title !== held.title) add('about');
  loseExtras(whole, held, add);
  for (const list of ['chapters', 'notes', 'periods'] as const) {
    const n = missingFrom<unknown>(whole[list], held[list]);
    if (n > 0) add(list, n);
  }
  const actors = new Map(held.actors.map((actor) => [actor.id, actor]));
  for (const actor of whole.actors) if (!isSame(actor, actors.get(actor.id))) add('actor-details');
  const sources = new Map(held.sources.map((source) => [source.id, source]));
  for (const source of whole.sources) {
    const own = sources.get(source.id);
    if (own === undefined) add('sources');
    else if (!isSame(source, own)) add('source-details');
  }
}

/** Fields of which an event has one or none, or a list that is counted entry by entry. */
const COUNTED = [
  ['summary', 'summaries'],
  ['type', 'types'],
  ['mode', 'modes'],
  ['tone', 'tones'],
  ['cameo', 'codes'],
  ['importance', 'importance'],
  ['place', 'places'],
  ['attribution', 'attributions'],
  ['media', 'pictures'],
  ['label', 'labels'],
  ['status', 'statuses'],
  ['countries', 'countries'],
  ['statements', 'statements'],
  ['claims', 'claims'],
  ['caveats', 'caveats'],
  ['relations', 'relations'],
] as const satisfies readonly (readonly [keyof DiplomaticEvent, LossKind])[];

function loseOfEvent(whole: DiplomaticEvent, held: DiplomaticEvent, add: Add): void {
  for (const [field, what] of COUNTED) {
    const [one, other]: readonly [unknown, unknown] = [whole[field], held[field]];
    if (isSame(one, other)) continue;
    if (Array.isArray(one) && Array.isArray(other)) {
      const n = missingFrom<unknown>(one, other);
      if (n > 0) add(what, n);
    } else if (one !== undefined) add(what);
  }
  loseOfDate(whole.date, held.date, add);
  loseParticipants(whole.participants, held.participants, add);
  loseEvidence(whole.evidence, held.evidence, add);
  loseExtras(whole, held, add);
}

function loseOfDate(whole: EventDate | undefined, held: EventDate | undefined, add: Add): void {
  if (whole === held || whole === undefined) return;
  if (held === undefined) return add('dates');
  const [one, other] = [whole, held].map(({ edtf }) => edtf.replace(/T.*$/, '')) as [string, string];
  if (one !== other) add(one.replaceAll(/[?~%]/g, '') === other ? 'doubt' : 'dates');
  if (!isSame(whole.clock, held.clock)) add('hours');
  if (!isSame(notesOf(whole), notesOf(held))) add('date-notes');
  return undefined;
}

function notesOf({ basis, display, note, extra }: EventDate): Partial<EventDate> {
  return { basis, display, note, ...(extra && { extra }) };
}

function loseParticipants(whole: readonly Participant[], held: readonly Participant[], add: Add): void {
  if (isSame(whole, held)) return;
  const left = [...held];
  const take = (isIt: (each: Participant) => boolean): Participant | undefined => {
    const at = left.findIndex(isIt);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const unmatched = whole.filter((each) => take((other) => isSame(each, other)) === undefined);
  for (const { actor, role } of unmatched) {
    const alike =
      take((other) => other.actor === actor && other.role === role) ?? take((other) => other.actor === actor);
    add(alike === undefined ? 'participants' : 'roles');
  }
}

function loseEvidence(whole: readonly Evidence[], held: readonly Evidence[], add: Add): void {
  if (isSame(whole, held)) return;
  const left = [...held];
  const take = (isIt: (each: Evidence) => boolean): Evidence | undefined => {
    const at = left.findIndex(isIt);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const unmatched = whole.filter((each) => take((other) => isSame(each, other)) === undefined);
  // Those with the same words first: else one without words would take the place of another's.
  const byWords = new Map(
    unmatched.map((each) => [each, take((other) => other.source === each.source && isSame(other.quote, each.quote))]),
  );
  for (const [each, same] of byWords) {
    const alike = same ?? take((other) => other.source === each.source);
    if (alike === undefined) {
      add('evidence');
      continue;
    }
    if (each.quote !== undefined && !isSame(alike.quote, each.quote)) add('quotes');
    if (!isSame({ ...each, quote: undefined }, { ...alike, quote: undefined })) add('evidence-details');
  }
}

function loseExtras({ extra: whole = {} }: Extended, { extra: held = {} }: Extended, add: Add): void {
  const n = Object.keys(whole).filter((key) => !Object.hasOwn(held, key) || !isSame(whole[key], held[key])).length;
  if (n > 0) add('extras', n);
}

/** How many of a list aren't in another, in whatever order it stands. */
function missingFrom<Item>(whole: readonly Item[], held: readonly Item[]): number {
  if (held.length === 0) return whole.length;
  const left = new Map<string, number>();
  for (const item of held) {
    const key = textOf(item);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  let missing = 0;
  for (const item of whole) {
    const key = textOf(item);
    const n = left.get(key) ?? 0;
    if (n === 0) missing += 1;
    else left.set(key, n - 1);
  }
  return missing;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}

/** Fields in whatever order, those that are undefined are none; how many blanks part two words is nobody's loss. */
function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? singleBlanks(inner) : ordered(inner))) ??
    ''
  );
}

function singleBlanks(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
