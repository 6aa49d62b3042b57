/** Formats are told apart by their first words. */
const TELLING_BYTES = 65_536;

/**
 * The beginning of a text whatever its encoding, as far as it is ASCII: enough for words that a format's files begin
 * with. Other letters are wrong; byte order marks and white space before anything are left out. Empty for bytes that are
 * no text.
 */
export function latinHead(head: Uint8Array): string {
  const bytes = head.subarray(0, TELLING_BYTES);
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  if (utf16 === undefined && bytes.includes(0)) return '';
  return new TextDecoder(utf16 ?? 'windows-1252')
    .decode(bytes)
    .replace(/^(?:\uFEFF|ï»¿)/, '')
    .trimStart();
}
