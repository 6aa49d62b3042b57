import { showableText } from '../../base/clean-text';
import { nearestName } from '../../base/nearest-name';

/** One thing that a host page asked for and can't have, in the words of whoever wrote it. */
export interface HostFault {
  /** What it was written as: `types`, `window.start`; empty for the whole. */
  readonly path: string;
  /** What stands there, in short. */
  readonly found: string;
  /** Completes "expected ...". */
  readonly expected: string;
}

/** What of it can be used, in fresh values, and what can't. */
export interface FromHost<Values> {
  readonly values: Values;
  readonly faults: readonly HostFault[];
}

/** Whoever writes a host page by hand writes fewer; what comes after isn't looked at. */
const MOST_FIELDS = 100;

/**
 * The fields of an object that a host page gave, each read once: what it is then can't become another thing. Undefined
 * ones are as if they weren't there. Names that aren't known are faults that name the nearest one; so are getters that
 * throw. Never throws, whatever it is given.
 */
export function hostFields<Name extends string>(
  asked: unknown,
  path: string,
  names: readonly Name[],
): FromHost<ReadonlyMap<Name, unknown>> {
  const values = new Map<Name, unknown>();
  const faults: HostFault[] = [];
  const keys = ownKeys(asked);
  if (keys === undefined)
    return { values, faults: [hostFault(path, asked, `an object with any of ${names.join(', ')}`)] };
  for (const key of keys.slice(0, MOST_FIELDS)) {
    const at = joined(path, key);
    const name = names.find((one) => one === key);
    const read = valueOf(asked as object, key);
    if ('error' in read) faults.push({ path: at, found: `an error: ${shownText(read.error)}`, expected: 'a value' });
    else if (read.value === undefined) continue;
    else if (name === undefined) faults.push(hostFault(at, read.value, expectedName(key, names)));
    else values.set(name, read.value);
  }
  if (keys.length > MOST_FIELDS)
    faults.push({ path, found: `${keys.length} names`, expected: `at most ${MOST_FIELDS}` });
  return { values, faults };
}

/** A fault with what stands there in words, of a bounded length and cost. */
export function hostFault(path: string, value: unknown, expected: string): HostFault {
  return { path: showableText(path, LONGEST), found: described(value), expected };
}

/** `types: found ["meeting"], expected any of ...`, one after the other; the first few where there are many. */
export function faultsInWords(faults: readonly HostFault[]): string {
  const told = faults
    .slice(0, MOST_TOLD)
    .map(({ path, found, expected }) => `${path === '' ? '' : `${path}: `}found ${found}, expected ${expected}`);
  const more = faults.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

const MOST_TOLD = 10;
const LONGEST = 80;

function expectedName(key: string, names: readonly string[]): string {
  const nearest = nearestName(key, names);
  return nearest === undefined ? `one of the names ${names.join(', ')}` : `another name: did you mean ${nearest}?`;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** Undefined for what isn't a plain object: a list, a map, a date, a text ... */
function ownKeys(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return Array.isArray(value) || /^\[object (?!Object\])/u.test(Object.prototype.toString.call(value))
      ? undefined
      : Object.keys(value);
  } catch {
    return undefined;
  }
}

function valueOf(from: object, key: string): { readonly value: unknown } | { readonly error: unknown } {
  try {
    return { value: Reflect.get(from, key) };
  } catch (error) {
    return { error };
  }
}

/** Looks no deeper than one step, and at no more than is shown. */
function described(value: unknown): string {
  try {
    return showableText(Array.isArray(value) ? listText(value) : oneText(value), LONGEST);
  } catch {
    return 'what can’t be read';
  }
}

function listText(list: readonly unknown[]): string {
  const shown = list.slice(0, 6).map(oneText).join(', ');
  return `[${shown}${list.length > 6 ? `, ... ${list.length} in all` : ''}]`;
}

function oneText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST));
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const kind = Array.isArray(value) ? 'Array' : Object.prototype.toString.call(value).slice(8, -1);
  return kind === 'Object' ? 'an object' : kind === 'Array' ? 'a list' : `an object (${kind})`;
}

function shownText(error: unknown): string {
  try {
    return showableText(error instanceof Error ? error.message : String(error), LONGEST);
  } catch {
    return 'what can’t be read';
  }
}
