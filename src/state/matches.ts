import type { EventTable } from '../model/event-table';
import type { Filter } from '../model/filter';
import { COUNTRY_ROLES, EVENT_TYPES, TONES } from '../model/vocabulary';
import { textMask } from './event-text';
import { actorFacet, countryFacet } from './involvement';
import type { InvolvementFacet } from './involvement';

/** What passes a filter, and what each further choice would give. */
export interface Matches {
  /** One byte a row: 1 passes, 0 doesn't. */
  readonly mask: Uint8Array;
  /** How many rows pass. */
  readonly count: number;
  /**
   * Events each value would give: alone in its facet, or, for countries and actors under `match: 'all'`, added to those chosen.
   * The other facets and the text hold; a facet never filters itself; an event counts once a value.
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
  /** By index into COUNTRY_ROLES: events that would pass with that role ticked alone; the same for all while neither country nor actor is chosen. */
  readonly roles: Uint32Array;
}

const COUNTRIES = 1;
const ACTORS = 2;
const TYPES = 4;
const TONE = 8;
const TEXT = 16;

const remembered = new WeakMap<EventTable, WeakMap<Filter, Matches>>();

/** Filters a table in one pass over its columns, O(rows + participants); the same table and filter object give the same answer object. */
export function matchEvents(table: EventTable, filter: Filter): Matches {
  let ofTable = remembered.get(table);
  if (ofTable === undefined) {
    ofTable = new WeakMap();
    remembered.set(table, ofTable);
  }
  let matches = ofTable.get(filter);
  if (matches === undefined) {
    matches = passOver(table, filter);
    ofTable.set(filter, matches);
  }
  return matches;
}

function passOver(table: EventTable, filter: Filter): Matches {
  const countries = countryFacet(table, filter);
  const actors = actorFacet(table, filter);
  const types = choiceFacet(table.type, EVENT_TYPES, filter.types);
  const tones = choiceFacet(table.tone, TONES, filter.tones);
  const hasWords = wordTest(table, filter.text);
  const mask = new Uint8Array(table.size);
  const roles = new Uint32Array(COUNTRY_ROLES.length);
  let count = 0;
  for (let row = 0; row < table.size; row += 1) {
    const failed = (countries.read(row) ? 0 : COUNTRIES) | (actors.read(row) ? 0 : ACTORS)
      | (types.passes(row) ? 0 : TYPES) | (tones.passes(row) ? 0 : TONE) | (hasWords(row) ? 0 : TEXT);
    if (failed === 0) {
      mask[row] = 1;
      count += 1;
    }
    if (failsOnly(failed, TYPES)) types.countValue(row);
    if (failsOnly(failed, TONE)) tones.countValue(row);
    if (countsFor(failed, COUNTRIES, filter)) countries.countValues();
    if (countsFor(failed, ACTORS, filter)) actors.countValues();
    if (failsOnly(failed, COUNTRIES | ACTORS)) countRoles(roles, countries, actors);
  }
  return { mask, count, counts: { countries: countries.counts, actors: actors.counts, types: types.counts, tones: tones.counts }, roles };
}

/** Whether nothing but the given facets keeps a row out. */
function failsOnly(failed: number, facets: number): boolean {
  return (failed & ~facets) === 0;
}

/** Under `all`, a value is added to those chosen, so only rows that have those count. */
function countsFor(failed: number, facet: number, filter: Filter): boolean {
  return filter.match === 'all' ? failed === 0 : failsOnly(failed, facet);
}

function countRoles(roles: Uint32Array, countries: InvolvementFacet, actors: InvolvementFacet): void {
  const bits = countries.passingRoles() & actors.passingRoles();
  for (let role = 0; role < roles.length; role += 1) {
    if ((bits & (1 << role)) !== 0) roles[role] = (roles[role] ?? 0) + 1;
  }
}

/** A facet in which a row has one value at most. */
interface ChoiceFacet {
  readonly passes: (row: number) => boolean;
  readonly countValue: (row: number) => void;
  readonly counts: Uint32Array;
}

function choiceFacet<Word extends string>(column: Uint8Array, words: readonly Word[], chosen: readonly Word[]): ChoiceFacet {
  const wanted = new Uint8Array(256);
  for (const word of chosen) wanted[words.indexOf(word)] = 1;
  const counts = new Uint32Array(words.length);
  return {
    passes: chosen.length === 0 ? () => true : (row) => wanted[column[row] ?? 0] === 1,
    // A row without a value (NO_TYPE) lies outside `counts`, where a write to a typed array does nothing.
    countValue: (row) => {
      const at = column[row] ?? 0;
      counts[at] = (counts[at] ?? 0) + 1;
    },
    counts,
  };
}

function wordTest(table: EventTable, text: string): (row: number) => boolean {
  const mask = textMask(table, text);
  return mask === undefined ? () => true : (row) => mask[row] === 1;
}
