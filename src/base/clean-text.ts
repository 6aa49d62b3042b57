/**
 * Characters that turn the direction of text around or are no text at all, halves of a pair among them; line breaks and
 * tabs stay.
 */
const UNWANTED = /(?![\t\n\r])[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Most text of most files, and nothing to do for it. */
const PLAIN = /^[ -~]*$/;

/** Text in NFC without direction controls (which could make a name read backwards) and other control characters. */
export function cleanText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNWANTED, '').normalize('NFC');
}

/** Whether `cleanText` takes characters out, beyond putting them in NFC. */
export function hasUnwantedCharacters(text: string): boolean {
  return !PLAIN.test(text) && text.search(UNWANTED) !== -1;
}

/**
 * Text that is no part of a dataset (a file's name, a value of an address, what stands where something else was
 * expected) as it can be shown: what `cleanText` would take out is a replacement character each, and what is longer
 * than `most` ends with an ellipsis.
 */
export function showableText(text: string, most = Infinity): string {
  const room = text.length <= most ? text : text.slice(0, most - 1) + ELLIPSIS;
  return PLAIN.test(room) ? room : room.replace(UNWANTED, '\uFFFD');
}

/** How many words a text has, parted by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

const ELLIPSIS = '…';

/**
 * At most `most` characters, cut at a word and ended with an ellipsis; inside a word only where the first alone is too
 * long.
 */
export function shortenAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  let room = '';
  for (const character of text) {
    if (room.length + character.length > most - ELLIPSIS.length) break;
    room += character;
  }
  const cutsWord = !/\s/.test(text.charAt(room.length));
  const lastSpace = room.search(/\s\S*$/);
  const words = cutsWord && lastSpace > 0 ? room.slice(0, lastSpace) : room;
  return words.replace(/[\s,;:.–-]+$/, '') + ELLIPSIS;
}
