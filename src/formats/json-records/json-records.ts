import type { Steps } from '../../base/steps';
import { isRecord } from '../json/decode';
import { parseInSteps } from '../json/parse-in-steps';
import { MOST_HEAD_RECORDS } from '../record-source';
import type { RecordNote, RecordSource } from '../record-source';
import { flatRecord } from './flat-record';

/** More keys than this are no columns: those beyond stand together as JSON under MORE. */
const MOST_COLUMNS = 300;
const MORE = '…';
/** Records between two places to stop. */
const RECORDS_A_STEP = 200;
/** Records handed over between two turns. */
const RECORDS_A_TURN = 500;

interface Entry {
  readonly value: unknown;
  readonly line: number;
}

interface Entries {
  readonly format: string;
  readonly entries: readonly Entry[];
  /** Lines that aren't JSON, in a file of one record a line. */
  readonly broken: readonly number[];
}

/**
 * The objects of a JSON text as records, in slices: a list of them, the longest list in an object (`{ "data": [...] }`), or
 * one a line (JSON Lines). Undefined where there is none, or for a text that is no JSON. All of it is held in memory.
 */
export function* jsonRecords(text: string, name: string): Steps<RecordSource | undefined> {
  const found = (yield* entriesOf(text)) ?? linesOf(text);
  if (found === undefined || found.entries.length === 0) return undefined;
  const records: { cells: ReadonlyMap<string, string>; line: number }[] = [];
  const keys = new Set<string>();
  for (const [at, { value, line }] of found.entries.entries()) {
    if (at % RECORDS_A_STEP === 0) yield 0.5 + (0.5 * at) / found.entries.length;
    const cells = flatRecord(value);
    for (const key of cells.keys()) keys.add(key);
    records.push({ cells, line });
  }
  return sourceOf(name, found, records, [...keys]);
}

function sourceOf(
  name: string,
  { format, broken }: Entries,
  records: readonly { readonly cells: ReadonlyMap<string, string>; readonly line: number }[],
  keys: readonly string[],
): RecordSource {
  const own = keys.slice(0, MOST_COLUMNS);
  const beyond = keys.slice(MOST_COLUMNS);
  const notes: readonly RecordNote[] =
    broken[0] === undefined ? [] : [{ about: 'no-json', n: broken[0], lines: broken.length }];
  const cellsOf = (cells: ReadonlyMap<string, string>): readonly string[] => {
    const row = own.map((key) => cells.get(key) ?? '');
    if (beyond.length === 0) return row;
    const rest = beyond.filter((key) => cells.has(key)).map((key) => [key, cells.get(key)]);
    return [...row, rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest))];
  };
  const source: RecordSource = {
    name,
    format,
    headers: beyond.length === 0 ? own : [...own, MORE],
    choices: [],
    with: () => source,
    head: () => ({
      records: records.slice(0, MOST_HEAD_RECORDS).map(({ cells, line }) => ({ cells: cellsOf(cells), line })),
      isWhole: records.length <= MOST_HEAD_RECORDS,
      count: records.length,
      notes,
    }),
    read: async (take, turn) => {
      for (const [at, { cells, line }] of records.entries()) {
        if (at % RECORDS_A_TURN === 0 && !(await turn(at / records.length))) return undefined;
        take(cellsOf(cells), line);
      }
      await turn(1);
      return undefined;
    },
    notes: () => notes,
  };
  return source;
}

/** The longest list of objects in a text; a list by itself is read as one in an object, which can be done in steps. */
function* entriesOf(text: string): Steps<Entries | undefined> {
  const isList = text.trimStart().startsWith('[');
  const before = isList ? '{"":' : '';
  const starts = new Map<string, number[]>();
  let value: unknown;
  try {
    const steps = parseInSteps(isList ? `${before}${text}}` : text, undefined, (key, start) => {
      const own = starts.get(key);
      if (own === undefined) starts.set(key, [start]);
      else own.push(start);
    });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        ({ value } = step);
        break;
      }
      yield step.value / 2;
    }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isRecord(value)) return undefined;
  const [longest] = Object.entries(value)
    .flatMap(([key, list]) => (Array.isArray(list) && list.length > 0 && list.every(isRecord) ? [{ key, list }] : []))
    .toSorted((a, b) => b.list.length - a.list.length);
  if (longest === undefined) return undefined;
  const lines = linesAt(text, starts.get(longest.key) ?? [], before.length);
  return {
    format: 'JSON',
    entries: longest.list.map((entry, at) => ({ value: entry, line: lines[at] ?? at + 1 })),
    broken: [],
  };
}

/** The lines on which places of a text stand, which come in order. */
function linesAt(text: string, places: readonly number[], shift: number): readonly number[] {
  let line = 1;
  let at = 0;
  return places.map((place) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < place - shift; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  });
}

/** JSON Lines: several, and more of its lines are objects than not. */
function linesOf(text: string): Entries | undefined {
  const entries: Entry[] = [];
  const broken: number[] = [];
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (isRecord(value)) entries.push({ value, line: at + 1 });
    else broken.push(at + 1);
    if (broken.length > 20 && broken.length > entries.length) return undefined;
  }
  // One object by itself is no table.
  return entries.length > Math.max(broken.length, 1) ? { format: 'JSON Lines', entries, broken } : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
