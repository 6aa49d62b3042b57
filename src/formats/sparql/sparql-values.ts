import { edtfOf, readIso, withoutMidnight } from '../imported/exact-date';
import type { ExactDate } from '../imported/exact-date';
import { recordIn, textIn } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import { edtfOfPrecision } from '../wikidata/wikidata-time';

/** A value that a query found for a variable (SPARQL 1.1 Query Results JSON Format, section 3.2.2). */
export interface SparqlValue {
  readonly kind: 'uri' | 'literal' | 'bnode';
  readonly text: string;
  /** The last part of its address: `dateTime`, `gYear`. */
  readonly datatype: string | undefined;
}

/** Undefined where an optional variable has no value. */
export function valueOf(binding: JsonRecord, variable: string): SparqlValue | undefined {
  const term = recordIn(binding, variable);
  const text = textIn(term, 'value');
  if (term === undefined || text === undefined) return undefined;
  const type = textIn(term, 'type');
  const isUnknown = type === 'uri' && /\/\.well-known\/genid\//.test(text);
  return {
    kind: type === 'bnode' || isUnknown ? 'bnode' : type === 'uri' ? 'uri' : 'literal',
    text,
    datatype: textIn(term, 'datatype')?.replace(/^.*[#/]/, ''),
  };
}

const DATE_TYPES: ReadonlySet<string> = new Set(['dateTime', 'dateTimeStamp', 'date', 'gYear', 'gYearMonth']);

/** Whether a value is a date by its datatype. */
export function isTyped({ datatype }: SparqlValue): boolean {
  return datatype !== undefined && DATE_TYPES.has(datatype);
}

/**
 * A value as a date, as exactly as `precision` (9 a year, 10 a month, 11 a day, as Wikidata counts) says where there is
 * one. Years are those of XSD 1.1: -0043 is 44 BCE. Undefined for a value that is none.
 */
export function dateOfValue(value: SparqlValue | undefined, precision: number | undefined): ExactDate | undefined {
  if (value === undefined || value.kind !== 'literal') return undefined;
  const { text } = value;
  const bare = /^([+-]?\d{1,6})$/.exec(text.trim());
  const date = bare === null ? withoutMidnight(readIso(withoutZone(text))) : yearDate(Number(bare[1]));
  if (date === undefined || precision === undefined) return date;
  const [, year = '', month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date.edtf) ?? [];
  if (year === '') return date;
  const edtf = edtfOfPrecision(Number(year), numberOf(month), numberOf(day), precision);
  return edtf === undefined ? undefined : edtf === date.edtf ? date : { edtf };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function yearDate(year: number): ExactDate | undefined {
  const edtf = edtfOf(year);
  return edtf === undefined ? undefined : { edtf };
}

/** `2016Z` and `2016-02-24+01:00` have a zone and no hour. */
function withoutZone(text: string): string {
  return text.includes('T') ? text : text.replace(/(?<=\d)(?:Z|[+-]\d{2}:\d{2})$/, '');
}
