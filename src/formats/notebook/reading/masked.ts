/**
 * What a backslash protects is no sign of the grammar. While a line is read, such a character is one of a plane of
 * Unicode that nobody writes in; after reading it is itself again.
 */
const PLANE = 0xf0000;
const OF_PLANE = /[\u{F0002}-\u{FFFFD}]/gu;
/** A sign or blank of the basic plane after a backslash; letters and figures need no protection ("C:\temp"). */
const ESCAPED = /\\([^\p{L}\p{N}\p{Cc}\p{Cs}\p{Co}\u{10000}-\u{10FFFF}])/gu;

/** A line with what its backslashes protect put out of the way. Characters of that plane that it holds itself are none. */
export function masked(line: string): string {
  const own = PLAIN.test(line) ? line : line.replace(OF_PLANE, '\uFFFD');
  return own.includes('\\') ? own.replace(ESCAPED, (_, sign: string) => maskedSign(sign)) : own;
}

/** Most lines of most texts, with nothing of that plane in them. */
const PLAIN = /^[ -~]*$/;

function maskedSign(sign: string): string {
  return String.fromCodePoint(PLANE + (sign.codePointAt(0) ?? 0));
}

/** A part of a masked line, as it is meant. */
export function unmasked(part: string): string {
  return PLAIN.test(part)
    ? part
    : part.replace(OF_PLANE, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? PLANE) - PLANE));
}

/** A text whose signs that fit `signs` (global) are protected, and whose own backslashes are no protection. */
export function escaped(text: string, signs: RegExp): string {
  return text.replaceAll(/\\(?=[^\p{L}\p{N}]|$)/gu, '\\\\').replace(signs, (sign) => `\\${sign}`);
}
