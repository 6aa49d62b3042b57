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
  const { start, end } = datesAmong(variables.filter((name) => holdsDates(name, some)));
  if (start === undefined) return undefined;
  const has = (name: string): string | undefined => (variables.includes(name) ? name : undefined);
  const item = itemAmong(variables, some);
  const precisionOf = (name: string): string | undefined =>
    [`${name}Precision`, `${name}_precision`, `${name}Prec`].map(has).find((each) => each !== undefined) ??
    (name === start ? (has('precision') ?? has('timePrecision')) : undefined);
  const said = {
    item,
    title: titleAmong(variables, item),
    summary: has(`${item ?? ''}Description`) ?? variables.find((name) => SUMMARY.test(name)),
    start,
    end,
    place: variables.find((name) => PLACE.test(name)),
  };
  const parties = variables.filter((name) => PARTY.test(name));
  const named = [...Object.values(said), ...parties].filter((name) => name !== undefined);
  const precisions = [start, end].flatMap((name) => (name === undefined ? [] : (precisionOf(name) ?? [])));
  const read = new Set([...named, ...named.map((name) => `${name}Label`), ...precisions]);
  return { ...said, precisionOf, parties, others: variables.filter((name) => !read.has(name)) };
}

const SUMMARY = /^(?:description|abstract|summary|comment)$/i;
const TITLE = /^(?:label|title|name|headline|event)$/i;

function datesAmong(dates: readonly string[]): {
  readonly start: string | undefined;
  readonly end: string | undefined;
} {
  const end = dates.length > 1 ? dates.find((name) => END.test(name) && !START.test(name)) : undefined;
  const others = dates.filter((name) => name !== end);
  return { start: others.find((name) => START.test(name)) ?? others[0], end };
}

/** What a row is about has an address, and a name that says so or a label; where rows have a bare label, it is that. */
function itemAmong(variables: readonly string[], rows: readonly JsonRecord[]): string | undefined {
  const addresses = variables.filter((name) => rows.some((row) => valueOf(row, name)?.kind === 'uri'));
  const named = addresses.find((name) => ITEM.test(name));
  if (named !== undefined || variables.includes('label')) return named;
  return addresses.find((name) => variables.includes(`${name}Label`) && !PARTY.test(name) && !PLACE.test(name));
}

function titleAmong(variables: readonly string[], item: string | undefined): string | undefined {
  const own = `${item ?? ''}Label`;
  if (item !== undefined && variables.includes(own)) return own;
  return (
    variables.find((name) => TITLE.test(name)) ?? variables.find((name) => name.endsWith('Label') && !isTaken(name))
  );
}

function isTaken(label: string): boolean {
  const bare = label.replace(/Label$/, '');
  return PARTY.test(bare) || PLACE.test(bare);
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
