import { cleanText } from '../../../base/clean-text';
import { growableArray } from '../../../base/growable-array';
import type { GrowableArray } from '../../../base/growable-array';
import type { Translate } from '../../../base/translate';
import type { BoundActor, BoundMapping } from '../bind-mapping';
import { countryByName, countryCode } from '../../../model/country-names';
import { makeNameCounts } from './name-counts';
import type { NameCounts } from './name-counts';
import type { NamedActors } from './named-actors';
import { LONGEST_TEXT } from '../record';
import type { TableRecord } from '../record';
import { splitNames } from './split-names';

/** Who took part, record by record. */
export interface PartyCells {
  readonly participants: PartyPairs;
  /** Takes the record's actors, making those who are new. */
  readonly takeActors: () => void;
  readonly takeCountries: () => void;
  /** The countries of records, where the mapping has a column for them. */
  readonly countries: { readonly pairs: PartyPairs; readonly codes: () => readonly string[] } | undefined;
  /** By the mapping's actors, in their order. */
  readonly counts: readonly NameCounts[];
}

/** As in a file of whole events: entries of one list. */
const MOST_A_ROW = 256;

/** Reads the parties of one record after the other. */
export function makePartyCells(
  binding: BoundMapping,
  actors: NamedActors,
  record: TableRecord,
  t: Translate,
): PartyCells {
  const participants = makePartyPairs();
  const pairs = binding.countries === undefined ? undefined : makePartyPairs();
  const codes = new Map<string, number>();
  const counts = binding.actors.map(() => makeNameCounts());
  /** Actor and role of those who are in the record's list: as one number. */
  const taken = new Set<number>();
  let tooMany = 0;
  const countryOf = (column: number, cell: string, names: boolean): string => {
    if (cell === '') return '';
    const code = countryCode(cell) ?? (names ? countryByName(cell) : undefined);
    if (code === undefined)
      record.tell(column, cell, t(names ? 'expected.countryName' : 'expected.country'), 'dropped');
    return code ?? '';
  };
  const roleOf = ({ role, roleBy }: BoundActor): number => {
    if (roleBy === undefined) return role;
    const cell = record.cell(roleBy.column);
    const found = roleBy.indexOf.get(cell);
    if (found === undefined && cell !== '')
      record.tell(roleBy.column, cell, t('expected.oneOf', { list: roleBy.words }), 'noted');
    return found ?? role;
  };
  const takeName = (name: string, country: string, bound: BoundActor, counted: NameCounts | undefined): void => {
    const clean = cleanText(name).slice(0, LONGEST_TEXT);
    if (clean === '') return;
    const column = bound.country;
    const its =
      column === undefined ? '' : column === 'own' ? ownCountry(clean) : countryOf(column, country, bound.names);
    const actor = actors.indexOf(clean, its, bound.kind);
    counted?.count(actor);
    const role = roleOf(bound);
    const key = actor * 256 + role;
    if (taken.has(key)) return;
    if (taken.size >= MOST_A_ROW) {
      tooMany += 1;
      return;
    }
    taken.add(key);
    participants.push(actor, role);
  };
  const takeNames = (bound: BoundActor, its: NameCounts | undefined): void => {
    const { column, country, separators, whole } = bound;
    const cell = record.cell(column);
    // Nearly all files have one actor a cell; nothing is split for those.
    if (separators.length === 0)
      return takeName(cell, typeof country === 'number' ? record.cell(country) : '', bound, its);
    const names = splitNames(cell, separators, whole);
    if (names.length > 1) its?.together(cell, names);
    const countries = typeof country === 'number' ? splitNames(record.cell(country), separators) : [];
    names.forEach((name, index) =>
      takeName(name, (countries.length === names.length ? countries[index] : countries[0]) ?? '', bound, its),
    );
    return undefined;
  };
  const tellTooMany = (): void => {
    const column = binding.actors[0]?.column ?? 0;
    const n = MOST_A_ROW + tooMany;
    record.tell(column, record.cell(column), t('expected.maxEntries', { max: MOST_A_ROW, n }), 'dropped');
    tooMany = 0;
  };
  return {
    participants,
    counts,
    takeActors: () => {
      taken.clear();
      record.forEachMember(() => {
        binding.actors.forEach((actor, index) => takeNames(actor, counts[index]));
      });
      binding.actors.forEach(({ column }, index) => {
        if (record.cell(column) === '') counts[index]?.without();
      });
      if (tooMany > 0) tellTooMany();
      participants.close();
    },
    takeCountries: () => {
      if (pairs === undefined || binding.countries === undefined) return;
      const { column, separator, names } = binding.countries;
      const seen = new Set<string>();
      record.forEachMember(() => {
        for (const part of splitNames(record.cell(column), separator === undefined ? [] : [separator])) {
          const code = countryOf(column, part, names);
          if (code === '' || seen.has(code)) continue;
          seen.add(code);
          pairs.push(indexIn(codes, code), 0);
        }
      });
      pairs.close();
    },
    countries: pairs === undefined ? undefined : { pairs, codes: () => [...codes.keys()] },
  };
}

/** Whoever is named for a country has it; of others nothing is lost. */
function ownCountry(name: string): string {
  return countryCode(name) ?? countryByName(name) ?? '';
}

function indexIn(codes: Map<string, number>, code: string): number {
  const index = codes.get(code) ?? codes.size;
  if (index === codes.size) codes.set(code, index);
  return index;
}

/** Lists of values with a role each, one list a record, as compressed sparse rows that grow. */
interface PartyPairs {
  readonly offset: GrowableArray<Uint32Array>;
  readonly value: GrowableArray<Uint32Array>;
  readonly role: GrowableArray<Uint8Array>;
  readonly push: (value: number, role: number) => void;
  /** Ends the list of the next record. */
  readonly close: () => void;
}

/** No lists yet. */
function makePartyPairs(): PartyPairs {
  const offset = growableArray((length) => new Uint32Array(length));
  const value = growableArray((length) => new Uint32Array(length));
  const role = growableArray((length) => new Uint8Array(length));
  offset.push(0);
  return {
    offset,
    value,
    role,
    push: (index, its) => {
      value.push(index);
      role.push(its);
    },
    close: () => offset.push(value.length()),
  };
}
