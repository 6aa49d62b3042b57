/** Letters that have no decomposition, and signs that keyboards write in another way than printers do. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['‘', "'"],
  ['’', "'"],
  ['ʼ', "'"],
  ['“', '"'],
  ['”', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
]);
const PLAIN_LETTERS = /[łøđðþßæœıς‘’ʼ“”«»‐‑–—]/gu;
const MARKS = /\p{Mn}/gu;
/** Arabic-Indic and Persian ones; the last four bits say which. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;
// eslint-disable-next-line no-control-regex -- the range is the whole of ASCII.
const ASCII = /^[\u0000-\u007f]*$/u;

/**
 * The text without case, accents and typographic quotes and dashes, and with the digits of English, for comparing what
 * was typed with what is printed.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(PLAIN_LETTERS, (letter) => PLAIN.get(letter) ?? letter)
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15));
}

/** The words asked for, folded; none for an empty text. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/**
 * Where a folded needle stands in an unfolded text, in UTF-16 units, end not inside; undefined where it doesn't occur.
 */
export function findFolded(text: string, needle: string): { readonly start: number; readonly end: number } | undefined {
  if (needle === '') return undefined;
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let position = 0;
  for (const character of text) {
    const plain = foldText(character);
    for (let i = 0; i < plain.length; i += 1) {
      starts.push(position);
      ends.push(position + character.length);
    }
    folded += plain;
    position += character.length;
  }
  const at = folded.indexOf(needle);
  const start = starts[at];
  const end = ends[at + needle.length - 1];
  return start === undefined || end === undefined ? undefined : { start, end };
}
