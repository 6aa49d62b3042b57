import type { JsonRecord } from '../imported/json-text';
import { dateOfValue, isTyped, valueOf } from './sparql-values';

/** Which variable of a query says what; each undefined where none does. */
export interface SparqlVariables {
  /** What a row is about. */
  readonly item: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly start: string;
  readonly end: string | undefined;
  /** Of a date's exactness, by the date's variable. */
  readonly precisionOf: (variable: string) => string | undefined;
  readonly place: string | undefined;
  readonly parties: readonly string[];
  /** All others, in the query's order. */
  readonly others: readonly string[];
}

const START = /start|begin|from|since|inception|founded/i;
const END = /end(?!er|ing$)|until|till|dissol|abolish|^to$/i;
const DATE_NAME = /date|time|year|when|start|begin|end$|inception|^point|since|until/i;
const PARTY =
  /^(?:participant|signator(?:y|ie)|part(?:y|ie)|belligerent|combatant|actor|person|organi[sz]er|speaker|author|member|delegate|state|country|countrie)s?\d*$/i;
const PLACE = /^(?:location|place|where|city|venue|site)$/i;
const ITEM = /^(?:item|entity|event|subject|s|war|battle|treaty|conflict|thing)$/i;

/** Rows that are looked at to tell what a variable holds. */
const MOST_LOOKED_AT = 200;

/** Undefined where no variable holds dates. */
export function sparqlVariables(
  variables: readonly string[],
  rows: readonly JsonRecord[],
): SparqlVariables | undefined {
  const some = rows.slice(0, MOST_LOOKED_AT);
  const dates = variables.filter((name) => holdsDates(name, some));
  const end = dates.length > 1 ? dates.find((name) => END.test(name) && !START.test(name)) : undefined;
  const start = dates.find((name) => START.test(name) && name !== end) ?? dates.find((name) => name !== end);
  if (start === undefined) return undefined;
  const has = (name: string): string | undefined => (variables.includes(name) ? name : undefined);
  const uris = variables.filter((name) => some.some((row) => valueOf(row, name)?.kind === 'uri'));
  const item =
    uris.find((name) => ITEM.test(name)) ??
    uris.find((name) => has(`${name}Label`) !== undefined && !PARTY.test(name) && !PLACE.test(name));
  const isRow = ITEM.test(item ?? '') || has('label') === undefined;
  const about = isRow ? item : undefined;
  const title =
    (about === undefined ? undefined : has(`${about}Label`)) ??
    variables.find((name) => /^(?:label|title|name|headline|event)$/i.test(name)) ??
    variables.find((name) => name.endsWith('Label') && !isTaken(name));
  const summary =
    (about === undefined ? undefined : has(`${about}Description`)) ??
    variables.find((name) => /^(?:description|abstract|summary|comment)$/i.test(name));
  const precisionOf = (name: string): string | undefined =>
    [`${name}Precision`, `${name}_precision`, `${name}Prec`].map(has).find((each) => each !== undefined) ??
    (name === start ? (has('precision') ?? has('timePrecision')) : undefined);
  const place = variables.find((name) => PLACE.test(name));
  const parties = variables.filter((name) => PARTY.test(name));
  const read = new Set([
    about,
    title,
    summary,
    start,
    end,
    place,
    ...parties,
    precisionOf(start),
    end && precisionOf(end),
  ]);
  for (const name of [...read]) if (name !== undefined) read.add(`${name}Label`);
  const others = variables.filter((name) => !read.has(name));
  return { item: about, title, summary, start, end, precisionOf, place, parties, others };

  function isTaken(name: string): boolean {
    const bare = name.replace(/Label$/, '');
    return PARTY.test(bare) || PLACE.test(bare);
  }
}

/** By the datatype of its values, or by its name where what it holds are years or days. */
function holdsDates(name: string, rows: readonly JsonRecord[]): boolean {
  const values = rows.flatMap((row) => valueOf(row, name) ?? []).filter(({ kind }) => kind === 'literal');
  if (values.length === 0 || /precision|prec$/i.test(name)) return false;
  if (values.every(isTyped)) return true;
  return (
    DATE_NAME.test(name) &&
    !/duration/i.test(name) &&
    values.every((value) => dateOfValue(value, undefined) !== undefined)
  );
}
