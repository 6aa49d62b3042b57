import type { FaultKind, HostMessage } from '../frame-protocol';
import { faultsInWords } from '../../state/address/host-fields';
import { viewFromHost } from '../../state/address/host-view';
import { THEMES } from '../../state/address/view-params';
import type { ViewParams } from '../../state/address/view-params';

/** A message once it has been checked: a dataset is its text by then. */
export type CheckedHostMessage =
  | Exclude<HostMessage<ViewParams>, { readonly type: 'setDataset' }>
  | {
      readonly type: 'setDataset';
      readonly dataset: string;
      readonly name: string;
      readonly id: number | undefined;
    };

export type DecodedHostMessage =
  /** `detail` is what was left out of it, where something was. */
  | { readonly ok: true; readonly message: CheckedHostMessage; readonly detail?: string }
  | {
      readonly ok: false;
      readonly fault: Exclude<FaultKind, 'too-many'>;
      /** What was wrong, for the host's developer: where, what stands there and what was expected. */
      readonly detail: string;
      /** Of a dataset that was refused: whoever gave it waits for an answer. */
      readonly id?: number;
    };

/**
 * What a host page sent, checked field by field into a fresh object. Fields of a view that are unknown or can't be used
 * are left out and told; any other message is refused as a whole. Never throws, whatever it is given. At most 16 kB,
 * measured before anything is read; a dataset 25 MB.
 */
export function decodeHostMessage(value: unknown): DecodedHostMessage {
  // Data that was cloned can't throw when it is read; but this is said of any value, a proxy too.
  try {
    if (isRecord(value) && value['type'] === 'setDataset') return decodeDataset(new Map(Object.entries(value)));
    const size = measureMessage(value);
    if (size === 'too-large') return refuse('too-large', 'more than 16 kB');
    if (size === 'not-plain' || !isRecord(value)) return refuse('malformed', 'no plain object');
    return decodeFields(new Map<string, unknown>(Object.entries(value)));
  } catch {
    return refuse('malformed', 'can’t be read');
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value);
}

const MOST_DETAIL = 600;

function refuse(fault: Exclude<FaultKind, 'too-many'>, detail: string): DecodedHostMessage {
  return { ok: false, fault, detail: detail.slice(0, MOST_DETAIL) };
}

function decodeFields(fields: ReadonlyMap<string, unknown>): DecodedHostMessage {
  const type = fields.get('type');
  switch (type) {
    case 'setState':
      return withOnly(fields, 'state') ?? decodeView(fields.get('state'));
    case 'select':
      return withOnly(fields, 'id') ?? decodeSelect(fields.get('id'));
    case 'setTheme':
      return withOnly(fields, 'theme') ?? decodeTheme(fields.get('theme'));
    default:
      return typeof type === 'string' ? refuse('unsupported', type.slice(0, 80)) : refuse('malformed', 'no type');
  }
}

/** The refusal of a message that has other fields than its type and this one. */
function withOnly(fields: ReadonlyMap<string, unknown>, ...only: readonly string[]): DecodedHostMessage | undefined {
  const other = [...fields.keys()].find((key) => key !== 'type' && !only.includes(key));
  return other === undefined ? undefined : refuse('malformed', `unknown field ${other.slice(0, 80)}`);
}

const MOST_ID_LENGTH = 500;

function decodeSelect(id: unknown): DecodedHostMessage {
  if (id === null) return { ok: true, message: { type: 'select', id } };
  if (typeof id !== 'string' || id === '' || id.length > MOST_ID_LENGTH) return refuse('malformed', 'id');
  return { ok: true, message: { type: 'select', id } };
}

function decodeTheme(asked: unknown): DecodedHostMessage {
  const theme = THEMES.find((one) => one === asked);
  return theme === undefined ? refuse('malformed', 'theme') : { ok: true, message: { type: 'setTheme', theme } };
}

/** Through the codecs of the address, as whatever a host page gives. */
function decodeView(state: unknown): DecodedHostMessage {
  const { values, faults } = viewFromHost(state, 'state');
  const detail = faultsInWords(faults).slice(0, MOST_DETAIL);
  if (faults.length > 0 && Object.keys(values).length === 0) return refuse('malformed', detail);
  return { ok: true, message: { type: 'setState', state: values }, ...(detail === '' ? {} : { detail }) };
}

/** As a file may have: what is larger isn't even looked at. */
const MOST_DATASET_LENGTH = 25_000_000;
const MOST_NAME_LENGTH = 200;

/** Checked as far as its text; what is in it is for the reader of the file to say. */
function decodeDataset(fields: ReadonlyMap<string, unknown>): DecodedHostMessage {
  const { dataset, name = 'dataset', id } = Object.fromEntries(fields);
  if (id !== undefined && (typeof id !== 'number' || !Number.isSafeInteger(id))) return refuse('malformed', 'id');
  const withId = (refusal: DecodedHostMessage) => ({ ...refusal, ...(id === undefined ? {} : { id }) });
  const refusal = withOnly(fields, 'dataset', 'name', 'id');
  if (refusal !== undefined) return withId(refusal);
  if (typeof name !== 'string' || name.length > MOST_NAME_LENGTH) return withId(refuse('malformed', 'name'));
  const text = typeof dataset === 'string' ? dataset : isRecord(dataset) ? JSON.stringify(dataset) : undefined;
  if (text === undefined) return withId(refuse('malformed', 'dataset: expected an object or a text'));
  if (text.length > MOST_DATASET_LENGTH) return withId(refuse('too-large', 'a dataset of more than 25 MB'));
  return { ok: true, message: { type: 'setDataset', dataset: text, name, id } };
}

/** A message may have so many bytes as JSON would count them, roughly: text in UTF-8, eight for a number. */
export const MOST_MESSAGE_BYTES = 16_384;
/** A list inside an object inside a message is the deepest there is. */
const MOST_DEPTH = 4;
const NUMBER_BYTES = 8;
/** Each value and each key costs its comma or quotes, so that empty ones aren't free and a circle ends. */
const EACH_BYTES = 2;

/**
 * Whether a message is plain data (objects without a class, lists, texts, dates, numbers, true, false, null, nothing) of at most
 * MOST_MESSAGE_BYTES. Stops at the first thing too many: what it costs has a bound, whatever it is given.
 */
function measureMessage(value: unknown): 'fits' | 'too-large' | 'not-plain' {
  const left = bytesLeft(value, MOST_MESSAGE_BYTES, 0);
  return left === 'not-plain' ? left : left < 0 ? 'too-large' : 'fits';
}

function bytesLeft(value: unknown, budget: number, depth: number): number | 'not-plain' {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number')
    return budget - NUMBER_BYTES;
  if (typeof value === 'string') return budget - EACH_BYTES - utf8Bytes(value, budget);
  if (typeof value !== 'object' || depth >= MOST_DEPTH) return 'not-plain';
  if (value instanceof Date) return budget - NUMBER_BYTES;
  return Array.isArray(value)
    ? listLeft(value, budget, depth)
    : isPlain(value)
      ? objectLeft(value, budget, depth)
      : 'not-plain';
}

function listLeft(list: readonly unknown[], budget: number, depth: number): number | 'not-plain' {
  if (list.length > budget / EACH_BYTES) return -1;
  let left = budget - EACH_BYTES;
  for (let at = 0; at < list.length && left >= 0; at++) {
    const next = bytesLeft(list[at], left, depth + 1);
    if (next === 'not-plain') return next;
    left = next - EACH_BYTES;
  }
  return left;
}

function objectLeft(object: object, budget: number, depth: number): number | 'not-plain' {
  let left = budget - EACH_BYTES;
  for (const key of Object.keys(object)) {
    left -= EACH_BYTES + utf8Bytes(key, left);
    if (left < 0) return left;
    const next = bytesLeft(Reflect.get(object, key), left, depth + 1);
    if (next === 'not-plain') return next;
    left = next;
  }
  return left;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Of a text that alone is too long nothing is counted but its length. */
function utf8Bytes(text: string, budget: number): number {
  return text.length > budget ? text.length : new TextEncoder().encode(text).length;
}
