import type { Role } from '../../../model/vocabulary';
import type { ActorMapping, TableMapping } from '../table-mapping';
import { share } from './guess-columns';
import type { GuessColumn } from './guess-columns';
import type { Assigned } from './assigned';
import { findSeparators } from './name-separators';

interface GuessedActors {
  readonly actors: readonly ActorMapping[];
  readonly countries: TableMapping['countries'];
  /** Somebody does it, and somebody else it is done to. */
  readonly isDirected: boolean;
}

/** Who takes part, by the headers, or by cells that repeat names; and in whose countries. */
export function guessActors(assigned: Assigned): GuessedActors {
  const { get, all } = assigned;
  const [initiator, addressee] = [get('initiator'), get('addressee')];
  const isDirected = initiator !== undefined && addressee !== undefined;
  const country = get('country');
  const named = all('actor');
  const parties = named.length > 0 || isDirected ? named : namesByCells(assigned, country);
  const actors = [
    ...(isDirected ? [withRole(actorOf(initiator), 'initiator'), withRole(actorOf(addressee), 'addressee')] : []),
    ...parties.map(actorOf),
    ...all('mediator').map((column) => withRole(actorOf(column), 'mediator')),
  ];
  return { actors, countries: countriesOf(country), isDirected };
}

/** Where no header says who: names that repeat or are joined; else the countries, which then act themselves. */
function namesByCells({ free, take }: Assigned, country: GuessColumn | undefined): readonly GuessColumn[] {
  const found = free()
    .filter(looksLikeNames)
    .toSorted((a, b) => repeats(b) - repeats(a))[0];
  if (found !== undefined) {
    take(found, 'actor');
    return [found];
  }
  return country === undefined ? [] : [country];
}

/** Short texts that begin with capitals where there are any, some of which come again. */
function looksLikeNames(column: GuessColumn): boolean {
  const { cells, texts, meanLength, profile } = column;
  if (texts < 0.8 || meanLength > 80 || profile.longest > 300 || profile.filled < 3) return false;
  if (column.countryNames >= 0.6) return true;
  if (share(cells, (cell) => /\d/.test(cell)) > 0.2 || wordsANames(cells) > MOST_WORDS) return false;
  return share(cells, (cell) => /^(?:\P{Ll}|al-|de |von |van )/u.test(cell)) >= 0.8 && repeats(column) >= 0.4;
}

/** Words of a name, mostly. */
const MOST_WORDS = 3;

function wordsANames(cells: readonly string[]): number {
  const names = namesIn(cells);
  return names.reduce((sum, name) => sum + name.split(/\s+/).length, 0) / Math.max(names.length, 1);
}

function namesIn(cells: readonly string[]): readonly string[] {
  const { separators } = findSeparators(cells);
  let names: readonly string[] = cells;
  for (const separator of separators) names = names.flatMap((name) => name.split(separator));
  return names.map((name) => name.trim());
}

/** How far the column's names come again, alone or in company: 0 to 1. */
function repeats({ cells }: GuessColumn): number {
  const names = namesIn(cells);
  const distinct = new Set(names);
  return names.length === 0 ? 0 : 1 - distinct.size / names.length;
}

function withRole(actor: ActorMapping, role: Role): ActorMapping {
  return { ...actor, role };
}

function actorOf(column: GuessColumn): ActorMapping {
  const { separators, whole } = findSeparators(column.cells);
  return {
    column: column.header,
    ...separatorOf(separators),
    ...(whole.length > 0 && { whole }),
    ...(column.profile.countryCodes >= 0.9 && { country: 'as-actor' as const }),
  };
}

function separatorOf(separators: readonly string[]): Pick<ActorMapping, 'separator'> {
  const [only] = separators;
  if (only === undefined) return {};
  return { separator: separators.length === 1 ? only : separators };
}

function countriesOf(country: GuessColumn | undefined): TableMapping['countries'] {
  if (country === undefined) return undefined;
  const { separators } = findSeparators(country.cells);
  const [separator] = separators;
  const isCodes = country.profile.countryCodes >= 0.6;
  if (isCodes && separator === undefined) return country.header;
  return { column: country.header, ...(separator !== undefined && { separator }), ...(!isCodes && { names: true }) };
}
