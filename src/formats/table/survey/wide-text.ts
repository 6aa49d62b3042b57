/** The encoding that a byte order mark says; undefined without one. */
export function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** So many bytes are looked at. */
const MOST_BYTES = 65_536;

/**
 * UTF-16 by its bytes 0; undefined for all else. Delimiters, digits and ends of lines are ASCII, of which UTF-16 has one
 * byte 0 each, always at the same side; so every table has some, in any language.
 */
export function wideByZeros(head: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  const size = Math.min(head.length, MOST_BYTES);
  for (let at = 0; at < size; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const zeros = even + odd;
  if (zeros < size / 50 || zeros < 2) return undefined;
  if (odd > zeros * 0.95) return 'utf-16le';
  return even > zeros * 0.95 ? 'utf-16be' : undefined;
}
