import { valueAt } from '../../base/value-at';
import type { Actor, Dataset, DiplomaticEvent, Statement } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { actorOf } from '../../model/lookups';
import { actorPostings, postingsOf } from '../../model/postings';
import { ordinalsOf, rowsOfActor } from './ordinals';
import { ACTING_BIT, BITS_OF_ROLE, ENGAGED_BITS } from './role-bits';

/** One actor's side of the events on screen. Rows are rows of the table, in time order. */
export interface ActorProfile {
  /** Rows in which the actor takes part in any role. */
  readonly events: readonly number[];
  /** Those in which it acts. */
  readonly acted: readonly number[];
  /** What it is quoted or reported as saying, in time order. */
  readonly said: readonly { readonly event: DiplomaticEvent; readonly statement: Statement }[];
  /**
   * Who acts, is addressed or is targeted in the events in which the actor does or is; most events first, names in
   * order.
   */
  readonly counterparts: readonly { readonly actor: string; readonly count: number }[];
  /** The last office listed, as `officeOf` of event-words.ts has it, with its as-of; undefined where there is none. */
  readonly office: Actor['offices'][number] | undefined;
}

/**
 * What an actor did and said in the events of `mask`, and with whom; O(the actor's events, and all statements). An
 * unknown actor gives empty lists.
 */
export function actorProfile(dataset: Dataset, table: EventTable, mask: Uint8Array, actorId: string): ActorProfile {
  const own = ordinalsOf(table).actors.get(actorId);
  const events: number[] = [];
  const acted: number[] = [];
  const said: { event: DiplomaticEvent; statement: Statement }[] = [];
  const counts = new Uint32Array(table.actors.length);
  for (const event of table.detailed) {
    for (const statement of event.statements) {
      if (statement.speaker === actorId && mask[table.rowOf(event.id) ?? -1] === 1) said.push({ event, statement });
    }
  }
  for (const row of rowsOfActor(table, actorId)) {
    if (mask[row] !== 1) continue;
    const bits = own === undefined ? undefined : bitsIn(table, row, own);
    if (own === undefined || bits === undefined) continue;
    events.push(row);
    if ((bits & ACTING_BIT) !== 0) acted.push(row);
    if ((bits & ENGAGED_BITS) !== 0) countEngaged(table, row, own, counts);
  }
  said.sort((a, b) => (table.rowOf(a.event.id) ?? 0) - (table.rowOf(b.event.id) ?? 0));
  return {
    events,
    acted,
    said,
    counterparts: byCount(dataset, table, counts),
    office: actorOf(dataset, actorId)?.offices.at(-1),
  };
}

/**
 * Rows of `mask` in which both act, are addressed or are targeted: as many as the one's profile counts for the other.
 */
export function sharedEvents(table: EventTable, mask: Uint8Array, a: string, b: string): readonly number[] {
  const { actors } = ordinalsOf(table);
  const first = actors.get(a);
  const second = actors.get(b);
  const rows: number[] = [];
  if (first === undefined || second === undefined || first === second) return rows;
  for (const row of postingsOf(actorPostings(table), first).rows) {
    if (mask[row] === 1 && engagedIn(table, row, first) && engagedIn(table, row, second)) rows.push(row);
  }
  return rows;
}

function engagedIn(table: EventTable, row: number, actor: number): boolean {
  return ((bitsIn(table, row, actor) ?? 0) & ENGAGED_BITS) !== 0;
}

/** Bits of every role an actor has in a row; undefined where it takes no part. */
function bitsIn(table: EventTable, row: number, actor: number): number | undefined {
  let bits: number | undefined;
  const end = valueAt(table.participantOffset, row + 1);
  for (let i = valueAt(table.participantOffset, row); i < end; i += 1) {
    if (table.participantActor[i] === actor)
      bits = (bits ?? 0) | valueAt(BITS_OF_ROLE, valueAt(table.participantRole, i));
  }
  return bits;
}

/** Adds one for every other actor engaged in a row, once each, though it may stand there in two roles. */
function countEngaged(table: EventTable, row: number, own: number, counts: Uint32Array): void {
  const start = valueAt(table.participantOffset, row);
  const end = valueAt(table.participantOffset, row + 1);
  const engaged = (i: number): boolean =>
    (valueAt(BITS_OF_ROLE, valueAt(table.participantRole, i)) & ENGAGED_BITS) !== 0;
  const countedBefore = (i: number): boolean => {
    for (let j = start; j < i; j += 1)
      if (table.participantActor[j] === table.participantActor[i] && engaged(j)) return true;
    return false;
  };
  for (let i = start; i < end; i += 1) {
    const other = valueAt(table.participantActor, i);
    if (other !== own && engaged(i) && !countedBefore(i)) counts[other] = valueAt(counts, other) + 1;
  }
}

function byCount(dataset: Dataset, table: EventTable, counts: Uint32Array): ActorProfile['counterparts'] {
  const met: { actor: string; count: number }[] = [];
  counts.forEach((count, at) => {
    const actor = table.actors[at];
    if (count > 0 && actor !== undefined) met.push({ actor, count });
  });
  const labelOf = (id: string): string => actorOf(dataset, id)?.label ?? id;
  return met.toSorted((a, b) => b.count - a.count || labelOf(a.actor).localeCompare(labelOf(b.actor), 'en'));
}
