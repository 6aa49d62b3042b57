import type { Translate } from '../../base/translate';
import type { NamedActors } from './named-actors';
import type { BoundActor, BoundMapping } from './bind-mapping';
import { LONGEST_TEXT } from './record';
import type { TableRecord } from './record';
import { cleanText } from '../../base/clean-text';
import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';

/** Who took part, record by record. */
export interface PartyCells {
  readonly participants: PartyPairs;
  /** Whether the record names an actor at all; told where it doesn't. */
  readonly namesSomebody: () => boolean;
  /** Takes the record's actors, making those who are new. */
  readonly takeActors: () => void;
  readonly takeCountries: () => void;
  /** The countries of records, where the mapping has a column for them. */
  readonly countries: { readonly pairs: PartyPairs; readonly codes: () => readonly string[] } | undefined;
}

const COUNTRY = /^[A-Z]{2}$/;
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
  const taken: { readonly actor: number; readonly role: number }[] = [];
  const countryOf = (column: number, cell: string): string => {
    if (cell === '' || COUNTRY.test(cell)) return cell;
    record.tell(column, cell, t('expected.country'), 'dropped');
    return '';
  };
  const takeName = (name: string, country: string, { country: column = 0, kind, role }: BoundActor): void => {
    const clean = cleanText(name).slice(0, LONGEST_TEXT);
    if (clean === '' || taken.length >= MOST_A_ROW) return;
    const actor = actors.indexOf(clean, countryOf(column, country), kind);
    if (taken.some((other) => other.actor === actor && other.role === role)) return;
    taken.push({ actor, role });
    participants.push(actor, role);
  };
  const takeNames = (actor: BoundActor): void => {
    const { column, country, separator } = actor;
    // Nearly all files have one actor a cell; nothing is split for those.
    if (separator === undefined)
      return takeName(record.cell(column), country === undefined ? '' : record.cell(country), actor);
    const names = partsOf(record.cell(column), separator);
    const countries = country === undefined ? [] : partsOf(record.cell(country), separator);
    names.forEach((name, index) =>
      takeName(name, (countries.length === names.length ? countries[index] : countries[0]) ?? '', actor),
    );
    return undefined;
  };
  return {
    participants,
    namesSomebody: () => {
      for (const { column, separator } of binding.actors) {
        const cell = record.cell(column);
        if (cell !== '' && (separator === undefined || partsOf(cell, separator).some((name) => name !== '')))
          return true;
      }
      record.tell(binding.actors[0]?.column ?? 0, '', t('expected.someParticipant'), 'left-out');
      return false;
    },
    takeActors: () => {
      taken.length = 0;
      for (const actor of binding.actors) takeNames(actor);
      participants.close();
    },
    takeCountries: () => {
      if (pairs === undefined || binding.countries === undefined) return;
      const { column, separator } = binding.countries;
      for (const part of partsOf(record.cell(column), separator)) {
        const code = countryOf(column, part);
        if (code !== '') pairs.push(indexIn(codes, code), 0);
      }
      pairs.close();
    },
    countries: pairs === undefined ? undefined : { pairs, codes: () => [...codes.keys()] },
  };
}

function partsOf(cell: string, separator: string | undefined): readonly string[] {
  if (separator === undefined || !cell.includes(separator)) return [cell];
  return cell.split(separator).map((part) => part.trim());
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
