import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import type { Filter } from '../../model/filter';
import { actorPostings, postingsOf } from '../../model/postings';
import { COUNTRY_ROLES, EVENT_TYPES, TONES } from '../../model/vocabulary';
import { textMask } from '../search/event-text';
import { involvementOf } from './involvement';
import type { Involvement } from './involvement';
import { sameFilter } from '../view/history';
import { ordinalsOf } from './ordinals';
import { ALL_ROLE_BITS, roleBits } from './role-bits';

/** What passes a filter, and what each further choice would give. */
export interface Matches {
  /** One byte a row: 1 passes, 0 doesn't. */
  readonly mask: Uint8Array;
  /** How many rows pass. */
  readonly count: number;
  /**
   * Events each value would give: alone in its facet, or, for countries and actors under `match: 'all'`, added to those
   * chosen. The other facets and the text hold; a facet never filters itself; an event counts once a value.
   */
  readonly counts: {
    /** By index into `table.countries`. */
    readonly countries: Uint32Array;
    /** By index into `table.actors`. */
    readonly actors: Uint32Array;
    /** By index into EVENT_TYPES. Events without a type are in none. */
    readonly types: Uint32Array;
    /** By index into TONES. */
    readonly tones: Uint32Array;
  };
  /**
   * By index into COUNTRY_ROLES: events that would pass with that role ticked alone; the same for all while neither
   * country nor actor is chosen.
   */
  readonly roles: Uint32Array;
}

const COUNTRIES = 1;
const ACTORS = 2;
const TYPES = 4;
const TONE = 8;
const TEXT = 16;

interface Answer {
  readonly filter: Filter;
  readonly matches: Matches;
}

/** Half a megabyte each for half a million events: the chart's, a panel's, and the one before. */
const MOST_REMEMBERED = 3;
const remembered = new WeakMap<EventTable, Answer[]>();

/**
 * Filters a table, O(rows + participants), in a few passes over its columns that allocate a byte a row each; the last
 * few filters, and the one that asks for nothing, give the same answer objects.
 */
export function matchEvents(table: EventTable, filter: Filter): Matches {
  const answers = remembered.get(table) ?? [];
  const known = answers.find((answer) => answer.filter === filter || sameFilter(answer.filter, filter));
  if (known !== undefined) return known.matches;
  const matches = passOver(table, filter);
  const usual = answers.find((answer) => sameFilter(answer.filter, NO_FILTER));
  const others = answers.filter((answer) => answer !== usual).slice(0, MOST_REMEMBERED);
  remembered.set(table, [{ filter, matches }, ...others, ...(usual === undefined ? [] : [usual])]);
  return matches;
}

/** What a facet says of every row. */
interface Verdict {
  /** 1 where the facet keeps the row out; undefined where it asks for nothing. */
  readonly fails: Uint8Array | undefined;
  /** Bits of the roles each of which, ticked alone, would let the row pass; undefined where all would. */
  readonly roles: Uint8Array | undefined;
}

const ASKS_NOTHING: Verdict = { fails: undefined, roles: undefined };

function passOver(table: EventTable, filter: Filter): Matches {
  const ordinals = ordinalsOf(table);
  const ofCountries = involvementVerdict(
    table.size,
    () => involvementOf(table).countries,
    wantedValues(filter.countries, ordinals.countries),
    table.countries.length,
    filter,
  );
  const ofActors = actorVerdict(table, filter);
  const failed = new Uint8Array(table.size);
  const verdicts = [
    [COUNTRIES, ofCountries.fails],
    [ACTORS, ofActors.fails],
    [TYPES, choiceFails(table.type, EVENT_TYPES, filter.types)],
    [TONE, choiceFails(table.tone, TONES, filter.tones)],
    [TEXT, textFails(table, filter.text)],
  ] as const;
  let active = 0;
  for (const [facet, fails] of verdicts) {
    if (fails === undefined) continue;
    active |= facet;
    addFailures(failed, facet, fails);
  }
  const passing = maskOf(failed);
  return new LazyMatches(
    passing,
    () => countsOf(table, filter, failed, active, passing, filter.match === 'all'),
    () => countRoles(failed, ofCountries.roles, ofActors.roles),
  );
}

/**
 * Only an open menu shows counts: they are worked out when somebody looks, which is in the frame of the choice if one
 * is open. A class, since V8 keeps the getters of an object literal, and with them a whole table, for as long as the
 * page lives.
 */
class LazyMatches implements Matches {
  readonly mask: Uint8Array;
  readonly count: number;
  #counts: Matches['counts'] | undefined;
  #roles: Uint32Array | undefined;
  readonly #countValues: () => Matches['counts'];
  readonly #countRoles: () => Uint32Array;

  constructor(
    { mask, count }: Pick<Matches, 'mask' | 'count'>,
    countValues: () => Matches['counts'],
    rolesOf: () => Uint32Array,
  ) {
    this.mask = mask;
    this.count = count;
    this.#countValues = countValues;
    this.#countRoles = rolesOf;
  }

  get counts(): Matches['counts'] {
    this.#counts ??= this.#countValues();
    return this.#counts;
  }

  get roles(): Uint32Array {
    this.#roles ??= this.#countRoles();
    return this.#roles;
  }
}

/**
 * Counts beside the choices. A facet counts the rows that pass all others: those that pass, for facets that ask for
 * nothing; for the only one that asks, all rows.
 */
function countsOf(
  table: EventTable,
  filter: Filter,
  failed: Uint8Array,
  active: number,
  passing: Pick<Matches, 'mask' | 'count'>,
  all: boolean,
): Matches['counts'] {
  const asked = roleBits(filter.roles);
  const { actors, countries } = involvementOf(table);
  const whole = active === 0 ? undefined : wholeCounts(table, filter);
  const rows = rowsPassing(passing, table.size);
  const counted = <Counts>(
    facet: number,
    ofWhole: (counts: Matches['counts']) => Counts,
    count: (rows: Uint32Array | undefined, other: number) => Counts,
  ): Counts => {
    // Only this one asks: nothing keeps a row out for it, as before anything was chosen.
    if (whole !== undefined && active === facet) return ofWhole(whole);
    return (active & facet) === 0 ? count(rows, 0) : count(undefined, ~facet);
  };
  return {
    // Under `all`, a value is added to those chosen, so only rows that have those count.
    countries: all
      ? countInvolved(failed, rows, ~0, countries, asked, table.countries.length)
      : counted(
          COUNTRIES,
          (counts) => counts.countries,
          (own, others) => countInvolved(failed, own, others, countries, asked, table.countries.length),
        ),
    actors: all
      ? countInvolved(failed, rows, ~0, actors, asked, table.actors.length)
      : counted(
          ACTORS,
          (counts) => counts.actors,
          (own, others) => countInvolved(failed, own, others, actors, asked, table.actors.length),
        ),
    types: counted(
      TYPES,
      (counts) => counts.types,
      (own, others) => countChoices(failed, own, others, table.type, EVENT_TYPES.length),
    ),
    tones: counted(
      TONE,
      (counts) => counts.tones,
      (own, others) => countChoices(failed, own, others, table.tone, TONES.length),
    ),
  };
}

const wholes = new WeakMap<EventTable, { readonly asked: number; readonly counts: Matches['counts'] }>();

/** Counts before anything is chosen, for the filter's roles; the last are kept. */
function wholeCounts(table: EventTable, { roles }: Filter): Matches['counts'] {
  const asked = roleBits(roles);
  const known = wholes.get(table);
  if (known?.asked === asked) return known.counts;
  const isUsual = roles.length === NO_FILTER.roles.length && asked === roleBits(NO_FILTER.roles);
  const { counts } = matchEvents(table, isUsual ? NO_FILTER : { ...NO_FILTER, roles });
  wholes.set(table, { asked, counts });
  return counts;
}

/** The rows that pass, where they are few enough to be gone through one by one. */
function rowsPassing({ mask, count }: Pick<Matches, 'mask' | 'count'>, size: number): Uint32Array | undefined {
  if (count * 4 > size) return undefined;
  const rows = new Uint32Array(count);
  let length = 0;
  for (let row = mask.indexOf(1); row >= 0; row = mask.indexOf(1, row + 1)) rows[length++] = row;
  return rows;
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

function addFailures(failed: Uint8Array, facet: number, fails: Uint8Array | undefined): void {
  if (fails === undefined) return;
  for (let row = 0; row < failed.length; row += 1) if (fails[row] === 1) failed[row] = valueAt(failed, row) | facet;
}

function maskOf(failed: Uint8Array): Pick<Matches, 'mask' | 'count'> {
  const mask = new Uint8Array(failed.length);
  let count = 0;
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] !== 0) continue;
    mask[row] = 1;
    count += 1;
  }
  return { mask, count };
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
  return textMask(table, text)?.map((passes) => 1 - passes);
}

/**
 * Rows (all whose failures have none of `others`, without a list) by the value of a column; what has none (NO_TYPE)
 * lies beyond the counts.
 */
function countChoices(
  failed: Uint8Array,
  rows: Uint32Array | undefined,
  others: number,
  column: Uint8Array,
  values: number,
): Uint32Array {
  const counts = new Uint32Array(256);
  const n = rows?.length ?? failed.length;
  for (let i = 0; i < n; i += 1) {
    const row = rows === undefined ? i : valueAt(rows, i);
    if (rows === undefined && (valueAt(failed, row) & (others === 0 ? 255 : others)) !== 0) continue;
    const at = valueAt(column, row);
    counts[at] = valueAt(counts, at) + 1;
  }
  return counts.slice(0, values);
}

function countInvolved(
  failed: Uint8Array,
  rows: Uint32Array | undefined,
  others: number,
  { offset, value, bits }: Involvement,
  asked: number,
  values: number,
): Uint32Array {
  const counts = new Uint32Array(values);
  const n = rows?.length ?? failed.length;
  for (let k = 0; k < n; k += 1) {
    const row = rows === undefined ? k : valueAt(rows, k);
    if (rows === undefined && (valueAt(failed, row) & (others === 0 ? 255 : others)) !== 0) continue;
    const end = valueAt(offset, row + 1);
    for (let i = valueAt(offset, row); i < end; i += 1) {
      if ((valueAt(bits, i) & asked) === 0) continue;
      const at = valueAt(value, i);
      counts[at] = valueAt(counts, at) + 1;
    }
  }
  return counts;
}

function countRoles(
  failed: Uint8Array,
  ofCountries: Uint8Array | undefined,
  ofActors: Uint8Array | undefined,
): Uint32Array {
  const roles = new Uint32Array(COUNTRY_ROLES.length);
  const others = ~(COUNTRIES | ACTORS);
  const byBits = new Uint32Array(ALL_ROLE_BITS + 1);
  for (let row = 0; row < failed.length; row += 1) {
    if ((valueAt(failed, row) & others) !== 0) continue;
    const bits =
      (ofCountries === undefined ? ALL_ROLE_BITS : valueAt(ofCountries, row)) &
      (ofActors === undefined ? ALL_ROLE_BITS : valueAt(ofActors, row));
    byBits[bits] = valueAt(byBits, bits) + 1;
  }
  byBits.forEach((count, bits) => {
    for (let role = 0; role < roles.length; role += 1)
      if ((bits & (1 << role)) !== 0) roles[role] = valueAt(roles, role) + count;
  });
  return roles;
}
