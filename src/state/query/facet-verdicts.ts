import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { actorPostings, postingsOf } from '../../model/postings';
import { EVENT_TYPES, TONES } from '../../model/vocabulary';
import { involvementOf } from './involvement';
import type { Involvement } from './involvement';
import { ordinalsOf } from './ordinals';
import { ALL_ROLE_BITS, roleBits } from './role-bits';
import { WORD_FILTER, hasWords } from './word-filter';

/** Each facet's bit in `Verdicts.failed`. */
export const FACET_BITS = { countries: 1, actors: 2, types: 4, tones: 8, text: 16 } as const;

/** What the facets of a filter say of every row. */
export interface Verdicts {
  /** Bits of the facets that keep each row out; 0 passes. */
  readonly failed: Uint8Array;
  /** Bits of the facets that ask for something. */
  readonly active: number;
  /** Bits of the roles each of which, ticked alone, would let a row pass; undefined where all would. */
  readonly countryRoles: Uint8Array | undefined;
  readonly actorRoles: Uint8Array | undefined;
}

/** What a facet says of every row. */
interface Verdict {
  /** 1 where the facet keeps the row out; undefined where it asks for nothing. */
  readonly fails: Uint8Array | undefined;
  /** Bits of the roles each of which, ticked alone, would let the row pass; undefined where all would. */
  readonly roles: Uint8Array | undefined;
}

const ASKS_NOTHING: Verdict = { fails: undefined, roles: undefined };

/** Asks every facet of a filter about every row, O(rows + participants). */
export function verdictsOf(table: EventTable, filter: Filter): Verdicts {
  const ofCountries = involvementVerdict(
    table.size,
    () => involvementOf(table).countries,
    wantedValues(filter.countries, ordinalsOf(table).countries),
    table.countries.length,
    filter,
  );
  const ofActors = actorVerdict(table, filter);
  const failed = new Uint8Array(table.size);
  let active = 0;
  for (const [facet, fails] of [
    [FACET_BITS.countries, ofCountries.fails],
    [FACET_BITS.actors, ofActors.fails],
    [FACET_BITS.types, choiceFails(table.type, EVENT_TYPES, filter.types)],
    [FACET_BITS.tones, choiceFails(table.tone, TONES, filter.tones)],
    [FACET_BITS.text, textFails(table, filter.text)],
  ] as const) {
    if (fails === undefined) continue;
    active |= facet;
    addFailures(failed, facet, fails);
  }
  return { failed, active, countryRoles: ofCountries.roles, actorRoles: ofActors.roles };
}

function addFailures(failed: Uint8Array, facet: number, fails: Uint8Array): void {
  for (let row = 0; row < failed.length; row += 1) if (fails[row] === 1) failed[row] = valueAt(failed, row) | facet;
}

/** A single actor is looked up; several are asked of every row. */
function actorVerdict(table: EventTable, filter: Filter): Verdict {
  const wanted = wantedValues(filter.actors, ordinalsOf(table).actors);
  const [only] = wanted;
  if (wanted.size !== 1 || typeof only !== 'number')
    return involvementVerdict(table.size, () => involvementOf(table).actors, wanted, table.actors.length, filter);
  const { offset, value, bits } = involvementOf(table).actors;
  const asked = roleBits(filter.roles);
  const fails = new Uint8Array(table.size).fill(1);
  const roles = new Uint8Array(table.size);
  for (const row of postingsOf(actorPostings(table), only).rows) {
    for (let i = valueAt(offset, row); i < valueAt(offset, row + 1); i += 1)
      if (value[i] === only) roles[row] = valueAt(bits, i);
    if ((valueAt(roles, row) & asked) !== 0) fails[row] = 0;
  }
  return { fails, roles };
}

/** Indices asked for; an id that isn't in the table keeps its place, since nothing passes for it under `all`. */
function wantedValues(ids: readonly string[], ordinals: ReadonlyMap<string, number>): ReadonlySet<number | string> {
  return new Set(ids.map((id) => ordinals.get(id) ?? id));
}

function involvementVerdict(
  size: number,
  involved: () => Involvement,
  wanted: ReadonlySet<number | string>,
  values: number,
  filter: Filter,
): Verdict {
  if (wanted.size === 0) return ASKS_NOTHING;
  const { offset, value, bits } = involved();
  const isWanted = new Uint8Array(values);
  for (const at of wanted) if (typeof at === 'number') isWanted[at] = 1;
  const asked = roleBits(filter.roles);
  const fails = new Uint8Array(size);
  const roles = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) {
    let union = 0;
    let common = ALL_ROLE_BITS;
    let present = 0;
    let inAsked = 0;
    const end = valueAt(offset, row + 1);
    for (let i = valueAt(offset, row); i < end; i += 1) {
      if (isWanted[valueAt(value, i)] !== 1) continue;
      const its = valueAt(bits, i);
      union |= its;
      common &= its;
      present += 1;
      if ((its & asked) !== 0) inAsked += 1;
    }
    const all = filter.match === 'all';
    fails[row] = (all ? inAsked === wanted.size : inAsked > 0) ? 0 : 1;
    roles[row] = all ? (present === wanted.size ? common : 0) : union;
  }
  return { fails, roles };
}

function choiceFails<Word extends string>(
  column: Uint8Array,
  words: readonly Word[],
  chosen: readonly Word[],
): Uint8Array | undefined {
  if (chosen.length === 0) return undefined;
  const wanted = new Uint8Array(256);
  for (const word of chosen) wanted[words.indexOf(word)] = 1;
  return column.map((at) => 1 - valueAt(wanted, at));
}

function textFails(table: EventTable, text: string): Uint8Array | undefined {
  if (!hasWords(text)) return undefined;
  const textMask = WORD_FILTER.now();
  // As long as nobody can tell which rows have the words, none passes for one that has.
  return textMask === undefined
    ? new Uint8Array(table.size).fill(1)
    : textMask(table, text)?.map((passes) => 1 - passes);
}
