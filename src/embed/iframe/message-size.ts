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
export function measureMessage(value: unknown): 'fits' | 'too-large' | 'not-plain' {
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
