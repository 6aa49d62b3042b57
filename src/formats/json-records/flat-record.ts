import { isRecord } from '../json/decode';

/** Objects in objects are columns `a.b` to this depth; what is deeper is JSON in its cell. */
const MOST_DEPTH = 4;
/** Between the values of a list. */
const BETWEEN = '; ';

/**
 * The fields of a JSON value as texts, objects in it under `a.b`; a list of plain values is one text, a list of objects one a
 * key. Nothing and `null` are empty; numbers are as JSON writes them.
 */
export function flatRecord(value: unknown): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  if (isRecord(value)) takeFields(value, '', 1, cells);
  else cells.set('value', textOf(value));
  return cells;
}

function takeFields(
  record: Readonly<Record<string, unknown>>,
  before: string,
  depth: number,
  cells: Map<string, string>,
): void {
  for (const [key, value] of Object.entries(record)) {
    const name = before === '' ? key : `${before}.${key}`;
    if (isRecord(value) && depth < MOST_DEPTH && Object.keys(value).length > 0)
      takeFields(value, name, depth + 1, cells);
    else if (Array.isArray(value) && value.length > 0 && value.every(isRecord) && depth < MOST_DEPTH)
      takeEntries(value, name, depth, cells);
    else cells.set(name, textOf(value));
  }
}

/** `[{ "name": "A" }, { "name": "B" }]` is `A; B` under `list.name`. */
function takeEntries(
  entries: readonly Readonly<Record<string, unknown>>[],
  name: string,
  depth: number,
  cells: Map<string, string>,
): void {
  for (const entry of entries) {
    const own = new Map<string, string>();
    takeFields(entry, name, depth + 1, own);
    for (const [key, text] of own) {
      const others = cells.get(key);
      cells.set(key, others === undefined || others === '' ? text : text === '' ? others : others + BETWEEN + text);
    }
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry !== 'object' || entry === null))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join(BETWEEN);
  return JSON.stringify(value);
}
