import type { ImportedParty } from '../imported/imported-event';
import { textIn } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';

/** Two who meet, each in columns of their own: `player1`, `abbr1`, `score1`, `player2` ... */
export interface Sides {
  readonly title: string;
  readonly parties: readonly ImportedParty[];
  /** The fields that say it. */
  readonly keys: readonly string[];
}

const NAMES = ['player', 'team', 'actor', 'party', 'country', 'side', 'name'];
const CODES = ['abbr', 'code', 'iso', 'iso2', 'countryCode'];
const SCORES = ['score', 'result', 'goals', 'votes'];

/** Undefined where an item has no two such columns. */
export function sidesOf(item: JsonRecord): Sides | undefined {
  const name = NAMES.find((key) => textIn(item, `${key}1`) !== undefined && textIn(item, `${key}2`) !== undefined);
  if (name === undefined) return undefined;
  const of = (keys: readonly string[], side: 1 | 2): string | undefined =>
    keys.map((key) => textIn(item, `${key}${side}`)).find((text) => text !== undefined);
  const sides = ([1, 2] as const).map((side) => ({
    name: textIn(item, `${name}${side}`) ?? '',
    code: of(CODES, side),
    score: of(SCORES, side),
  }));
  const [first, second] = sides;
  const title = [first?.name, first?.score, '–', second?.score, second?.name].filter((part) => part !== undefined);
  return {
    title: title.join(' '),
    parties: sides.map((side) => ({ name: side.name, role: 'party', kind: 'category', country: side.code })),
    keys: [name, ...CODES, ...SCORES].flatMap((key) => [`${key}1`, `${key}2`]),
  };
}
