import type { FaultKind, HostMessage } from '../frame-protocol';
import { decodeAddress, VIEW_PARAMS } from '../../state/address/address';
import { IDS, INSTANT } from '../../state/address/codecs';
import { THEMES } from '../../state/address/view-params';
import type { ViewParams } from '../../state/address/view-params';
import { instant } from '../../model/dates/instant';

export type DecodedHostMessage =
  | { readonly ok: true; readonly message: HostMessage<ViewParams> }
  | {
      readonly ok: false;
      readonly fault: Exclude<FaultKind, 'too-many'>;
      /** What was wrong, for the host's developer; holds no more than 80 characters of what was sent. */
      readonly detail: string;
    };

/**
 * What a host page sent, checked field by field into a fresh object: a message with any field unknown or unusable is
 * refused as a whole. Never throws, whatever it is given. At most 16 kB, measured before anything is read.
 */
export function decodeHostMessage(value: unknown): DecodedHostMessage {
  // Data that was cloned can't throw when it is read; but this is said of any value, a proxy too.
  try {
    const size = measureMessage(value);
    if (size === 'too-large') return refuse('too-large', 'more than 16 kB');
    if (size === 'not-plain' || typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse('malformed', 'no plain object');
    return decodeFields(new Map<string, unknown>(Object.entries(value)));
  } catch {
    return refuse('malformed', 'can’t be read');
  }
}

function refuse(fault: Exclude<FaultKind, 'too-many'>, detail: string): DecodedHostMessage {
  return { ok: false, fault, detail: detail.slice(0, 120) };
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
function withOnly(fields: ReadonlyMap<string, unknown>, only: string): DecodedHostMessage | undefined {
  const other = [...fields.keys()].find((key) => key !== 'type' && key !== only);
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

/** By way of the address: its codecs are the one place that knows what a field may be. */
function decodeView(state: unknown): DecodedHostMessage {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return refuse('malformed', 'state');
  const params = new URLSearchParams();
  for (const [field, value] of Object.entries(state)) {
    const text = Object.hasOwn(VIEW_PARAMS, field) ? addressTextOf(field, value) : undefined;
    if (text === undefined) return refuse('malformed', `state.${field.slice(0, 80)}`);
    params.set(field, text);
  }
  const { view, rejections } = decodeAddress(params);
  const [first] = rejections;
  return first === undefined
    ? { ok: true, message: { type: 'setState', state: view } }
    : refuse('malformed', `state.${first.field}`);
}

/** A value as the address writes it: a text is one already; undefined for what no field of a view can be. */
function addressTextOf(field: string, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  // Two fields have a null that isn't written as nothing at all, or have none.
  if (value === null) return field === 'expanded' ? 'default' : '';
  if (typeof value === 'number') return isInstant(field, value) ? INSTANT.write(instant(value)) : undefined;
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? IDS.write(value) : undefined;
  return undefined;
}

/** What `Date` can hold. */
const FARTHEST_MS = 8.64e15;

function isInstant(field: string, value: number): boolean {
  return (field === 'from' || field === 'to') && Math.abs(value) <= FARTHEST_MS;
}

/** A message may have so many bytes as JSON would count them, roughly: text in UTF-8, eight for a number. */
export const MOST_MESSAGE_BYTES = 16_384;
/** A list inside an object inside a message is the deepest there is. */
const MOST_DEPTH = 4;
const NUMBER_BYTES = 8;
/** Each value and each key costs its comma or quotes, so that empty ones aren't free and a circle ends. */
const EACH_BYTES = 2;

/**
 * Whether a message is plain data (objects without a class, lists, texts, numbers, true, false, null) of at most
 * MOST_MESSAGE_BYTES. Stops at the first thing too many: what it costs has a bound, whatever it is given.
 */
function measureMessage(value: unknown): 'fits' | 'too-large' | 'not-plain' {
  const left = bytesLeft(value, MOST_MESSAGE_BYTES, 0);
  return left === 'not-plain' ? left : left < 0 ? 'too-large' : 'fits';
}

function bytesLeft(value: unknown, budget: number, depth: number): number | 'not-plain' {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return budget - NUMBER_BYTES;
  if (typeof value === 'string') return budget - EACH_BYTES - utf8Bytes(value, budget);
  if (typeof value !== 'object' || depth >= MOST_DEPTH) return 'not-plain';
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
