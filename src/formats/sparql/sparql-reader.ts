import type { Steps } from '../../base/steps';
import type { EventDate } from '../../model/dates/event-date';
import { singleDate, spanDate } from '../imported/exact-date';
import type { ExactDate } from '../imported/exact-date';
import { webAddress } from '../imported/html-text';
import type { ImportedSource } from '../imported/imported-event';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import { RECORDS_A_STEP, jsonOf, listIn, recordIn, recordsOf, textOf } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { isRecord } from '../json/decode';
import { dateOfValue, valueOf } from './sparql-values';
import { sparqlVariables } from './sparql-variables';
import type { SparqlVariables } from './sparql-variables';

/** Reads results of a SPARQL query in JSON: a row, or rows about one thing at one time, are an event. */
export const sparqlReader = makeImportedReader({ name: 'SPARQL', read: readSparql });

function* readSparql(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const json = yield* jsonOf(text, into);
  if ('problem' in json) return json.problem;
  const { t } = into;
  const file = isRecord(json.value) ? json.value : undefined;
  const bindings = listIn(recordIn(file, 'results'), 'bindings');
  const names = listIn(recordIn(file, 'head'), 'vars').filter((name) => typeof name === 'string');
  if (bindings.length === 0) return { problem: 'no-events', detail: t('imported.problem.sparqlRows') };
  const variables = sparqlVariables(names, bindings.filter(isRecord));
  if (variables === undefined)
    return { problem: 'wrong-shape', detail: t('imported.problem.sparqlDates', { list: names.join(', ') }) };
  const groups = new Map<string, SparqlGroup>();
  for (const [row, where, index] of recordsOf(bindings, '/results/bindings', into)) {
    if (index % RECORDS_A_STEP === 0) yield (index / bindings.length) * 0.5;
    const key = keyOf(row, index, variables);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { rows: [row], where });
    else known.rows.push(row);
  }
  const all = [...groups.values()];
  const counts = { firstDays: 0, dated: 0 };
  for (const [index, group] of all.entries()) {
    if (index % RECORDS_A_STEP === 0) yield 0.5 + (index / all.length) * 0.5;
    addGroup(group, variables, counts, into);
  }
  tell(bindings.length, all.length, counts, variables, into);
  return { records: bindings.length };
}

interface SparqlGroup {
  readonly rows: JsonRecord[];
  readonly where: string;
}

/** Rows about the same thing at the same time are one event; those about nothing that has an address stand alone. */
function keyOf(row: JsonRecord, index: number, { item, start, end }: SparqlVariables): string {
  const about = item === undefined ? undefined : valueOf(row, item);
  if (about === undefined || about.kind !== 'uri') return String(index);
  const dates = [start, end].map((name) => (name === undefined ? '' : (valueOf(row, name)?.text ?? '')));
  return [about.text, ...dates].join('\n');
}

function tell(
  rows: number,
  events: number,
  { firstDays, dated }: { readonly firstDays: number; readonly dated: number },
  { start, end, precisionOf }: SparqlVariables,
  into: ImportedEvents,
): void {
  const { t } = into;
  into.note('settled', t('imported.note.variables', { list: end === undefined ? start : `${start}, ${end}` }));
  if (events < rows) into.note('settled', t('imported.note.rows', { n: rows, events }));
  if (precisionOf(start) !== undefined) into.note('settled', t('imported.note.precision'));
  else if (firstDays > Math.max(5, dated * 0.03))
    into.note('to-settle', t('imported.note.firstDays', { n: firstDays, of: dated }));
}

function addGroup(
  { rows, where }: SparqlGroup,
  variables: SparqlVariables,
  counts: { firstDays: number; dated: number },
  into: ImportedEvents,
): void {
  const [row] = rows;
  if (row === undefined) return;
  const { item, title, summary } = variables;
  const about = item === undefined ? undefined : valueOf(row, item);
  const address = about?.kind === 'uri' ? about.text : undefined;
  const named = title === undefined ? undefined : textsOf(rows, title)[0];
  const { date, dateText } = dateOfRow(row, where, named, variables, into);
  if (date !== undefined) counts.dated += 1;
  if (date?.edtf.endsWith('-01-01') === true) counts.firstDays += 1;
  const others = othersOf(rows, variables);
  const described = summary === undefined ? [] : textsOf(rows, summary).slice(0, 1);
  into.add({
    id: address?.replace(/^.*[/#](?=[QPL]\d+$)/, ''),
    title: named,
    summary: [...described, others.lines.join('\n')].filter((part) => part !== '').join('\n\n'),
    date,
    dateText,
    participants: variables.parties.flatMap((name) => namesOf(rows, name).map((party) => ({ name: party }))),
    place: variables.place === undefined ? undefined : namesOf(rows, variables.place)[0],
    source: address === undefined ? undefined : { url: address, title: named, kind: 'reference' },
    sources: others.sources,
    markup: 'none',
    where,
  });
}

function dateOfRow(
  row: JsonRecord,
  where: string,
  record: string | undefined,
  { start, end, precisionOf }: SparqlVariables,
  into: ImportedEvents,
): { readonly date: EventDate | undefined; readonly dateText?: string | undefined } {
  const exact = (name: string | undefined): ExactDate | undefined => {
    if (name === undefined) return undefined;
    const precision = precisionOf(name);
    const given = precision === undefined ? undefined : valueOf(row, precision)?.text;
    return dateOfValue(valueOf(row, name), given === undefined ? undefined : Number(given));
  };
  const [from, to] = [exact(start), exact(end)];
  const found = valueOf(row, start);
  const dateText = found?.kind === 'literal' ? found.text : undefined;
  if (from === undefined || to === undefined) {
    const one = from ?? to;
    return { date: one === undefined ? undefined : from === undefined ? spanUntil(one) : singleDate(one), dateText };
  }
  const span = spanDate(from, to);
  if (span !== undefined) return { date: span };
  into.reject({
    where,
    record,
    field: end ?? '',
    found: to.edtf,
    expected: into.t('expected.endAfterStart'),
    effect: 'dropped',
  });
  return { date: singleDate(from) };
}

/** Of an end alone it is known that it was then; since when, nobody says. */
function spanUntil(end: ExactDate): EventDate | undefined {
  return spanDate({ edtf: '' }, end);
}

/** Different values of a variable in the rows of one event. */
function textsOf(rows: readonly JsonRecord[], name: string): readonly string[] {
  return [...new Set(rows.flatMap((row) => textOf(valueOf(row, name)?.text) ?? []))];
}

/** Names of what a variable means: its labels where the query asked for them. */
function namesOf(rows: readonly JsonRecord[], name: string): readonly string[] {
  const labels = textsOf(rows, `${name}Label`);
  if (labels.length > 0) return labels;
  return [
    ...new Set(
      rows.flatMap((row) => {
        const value = valueOf(row, name);
        if (value === undefined || value.kind === 'bnode') return [];
        return value.kind === 'uri' ? decodedName(value.text) : value.text;
      }),
    ),
  ];
}

/** `http://dbpedia.org/resource/Syria` is called Syria. */
function decodedName(address: string): string {
  const last = address.replace(/[/#]+$/, '').replace(/^.*[/#]/, '');
  try {
    return decodeURIComponent(last).replaceAll('_', ' ');
  } catch {
    return last;
  }
}

/** What no field of ours is for: addresses are sources, labels and values lines of the summary. */
function othersOf(
  rows: readonly JsonRecord[],
  { others }: SparqlVariables,
): { readonly lines: readonly string[]; readonly sources: readonly ImportedSource[] } {
  const lines: string[] = [];
  const sources: ImportedSource[] = [];
  for (const name of others) {
    const hasLabel = others.includes(`${name}Label`);
    const values = rows.flatMap((row) => valueOf(row, name) ?? []).filter(({ kind }) => kind !== 'bnode');
    const isAddress =
      values.length > 0 && values.every(({ kind, text }) => kind === 'uri' && webAddress(text) !== undefined);
    const texts = [...new Set(values.map(({ text }) => text))];
    if (texts.length === 0 || (isAddress && hasLabel && textsOf(rows, `${name}Label`).length > 0)) continue;
    if (isAddress) sources.push(...texts.map((url) => ({ url })));
    else lines.push(`${name.replace(/Label$/, '')}: ${texts.join('; ')}`);
  }
  return { lines, sources };
}
