import { COMMON_LETTERS } from '../../../base/messages/common-letters';
import { markOf, wideByZeros } from './wide-text';

/** An encoding that files come in, by the letters that texts in it have beyond ASCII. */
interface Legacy {
  /** Label of the Encoding standard. */
  readonly label: string;
  /** Letters and marks that make up most of what isn't ASCII in such texts. */
  readonly common: string;
  /** Its other letters; whatever is neither speaks against it. */
  readonly rare: RegExp;
  /** What they count for: 0.5 where absent, more where a letter takes two bytes that have to fit together. */
  readonly worth?: number;
  /** Taken off where few files are of it. */
  readonly seldom?: number;
}

const LATIN = /[\u00C0-\u024F]/u;
const CYRILLIC = /[\u0400-\u04FF№«»–—]/u;
const ARABIC = /[\u0600-\u06FF«»]/u;
const MARKS = '’‘“”–—«»…';

/**
 * Encodings that are told apart by letters; of two that fit equally well the first. The standard calls Latin 1
 * windows-1252 too.
 */
const LEGACY: readonly Legacy[] = [
  { label: 'windows-1252', common: `éèàçêëîïôöûùüäßñáíóúãõâåøæÉÀÖÜÄÅØ\u00A0¿¡°œ€${MARKS}`, rare: LATIN },
  { label: 'macintosh', common: `éèàçêëîïôöûùüäßñáíóúãõâåøæÉÀÖÜÄÅØ\u00A0¿¡°œ${MARKS}`, rare: LATIN },
  { label: 'windows-1251', common: `${COMMON_LETTERS.russian}«»`, rare: CYRILLIC },
  { label: 'windows-1256', common: COMMON_LETTERS.arabic, rare: ARABIC },
  {
    label: 'shift_jis',
    common: 'のにをはがとでたしるいなれらりかもこさまってくすんスンルラリイトアシクドジフーレロタムマ、。・',
    rare: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    worth: 1.5,
  },
  {
    label: 'gb18030',
    common: '的一是在不了有和人这中大为上国我以要会年月日部长访问外交，。、：；（）',
    rare: /\p{Script=Han}/u,
    worth: 1,
  },
  { label: 'windows-1250', common: `ěščřžýáíéúůłąęćńóśźżőűțșăâîťďňôäüöß${MARKS}`, rare: LATIN },
  { label: 'windows-1254', common: `ığşçöüİŞĞÇÖÜâî${MARKS}`, rare: LATIN },
  { label: 'windows-1253', common: 'αοιετσνρηκπμλυςωάέίόύήώ', rare: /[\u0370-\u03FF]/u },
  { label: 'koi8-r', common: COMMON_LETTERS.russian, rare: CYRILLIC },
  { label: 'ibm866', common: COMMON_LETTERS.russian, rare: CYRILLIC, seldom: 2 },
  { label: 'euc-kr', common: '의이에을는다가하고한대국회년월일', rare: /\p{Script=Hangul}/u, worth: 1.5 },
];

export interface FoundEncoding {
  /** Label of the Encoding standard. */
  readonly encoding: string;
  /** `stated` by a byte order mark; `ascii`: all read it alike; `utf-8`: valid as that; `guess`: by its letters. */
  readonly by: 'stated' | 'zeros' | 'ascii' | 'utf-8' | 'guess';
  /** In what else it could be read, the likeliest first, with the one found; empty where there is no doubt at all. */
  readonly options: readonly string[];
}

/** So many bytes of the lines that hold more than ASCII decide; letters are evenly spread. */
const TELLING_BYTES = 4096;
/** Faults in UTF-8 that speak for damage and not for another encoding: one in so many letters beyond ASCII. */
const DAMAGED = 10;

/**
 * The encoding of a text by its first bytes: what its mark says, UTF-16 where every other byte is none, UTF-8 where it is
 * valid as that or nearly so, else the one whose letters it has most of. O(bytes).
 */
export function findEncoding(head: Uint8Array): FoundEncoding {
  const stated = markOf(head);
  if (stated !== undefined) return { encoding: stated, by: 'stated', options: [] };
  const wide = wideByZeros(head);
  if (wide !== undefined) return { encoding: wide, by: 'zeros', options: [wide, 'utf-8'] };
  if (head.every((byte) => byte < 0x80)) return { encoding: 'utf-8', by: 'ascii', options: [] };
  const legacy = legacyRanks(head);
  if (isNearlyUtf8(head)) return { encoding: 'utf-8', by: 'utf-8', options: ['utf-8', ...legacy] };
  return { encoding: legacy[0] ?? 'windows-1252', by: 'guess', options: [...legacy, 'utf-8'] };
}

/** Which encoding it is if it isn't UTF-8, by the letters in these bytes. */
export function likeliestLegacy(bytes: Uint8Array): string {
  return legacyRanks(bytes)[0] ?? 'windows-1252';
}

/** The text of a file's beginning, which may end inside a letter; in other encodings than UTF-16 without NUL characters. */
export function decodeHead(head: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(head, { stream: true }).replaceAll('\0', '');
}

/** Valid but for a letter here and there; a head may end inside one. */
function isNearlyUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(head, { stream: true });
    const lost = text.split('\uFFFD').length - 1;
    const letters = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0;
    return letters >= lost * DAMAGED;
  }
}

function legacyRanks(head: Uint8Array): readonly string[] {
  const lines = linesBeyondAscii(head);
  return LEGACY.map((legacy) => ({ label: legacy.label, score: scoreOf(lines, legacy) }))
    .filter(({ score }) => score > -Infinity)
    .toSorted((a, b) => b.score - a.score)
    .map(({ label }) => label);
}

/** The lines that hold more than ASCII: the others read alike in all of them. */
function linesBeyondAscii(head: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let start = 0;
  let isBeyond = false;
  for (let at = 0; at < head.length && kept.length < TELLING_BYTES; at++) {
    const byte = head[at] ?? 0;
    if (byte >= 0x80) isBeyond = true;
    const isLast = at === head.length - 1;
    if (byte !== 0x0a && byte !== 0x0d && !isLast) continue;
    if (isBeyond) for (let i = start; i <= at && kept.length < TELLING_BYTES; i++) kept.push(head[i] ?? 0);
    isBeyond = false;
    start = at + 1;
  }
  return Uint8Array.from(kept);
}

const COMMON = 3;
const RARE = 0.5;
const NEITHER = -3;
/** Of a letter that no text has there: a capital after a small one, another script inside a word, a third accent in a row. */
const OUT_OF_PLACE = -4;

/** Mean of what the letters beyond ASCII say, each by itself and by the letter before; -Infinity where it can't be. */
function scoreOf(bytes: Uint8Array, { label, common, rare, worth = RARE, seldom = 0 }: Legacy): number {
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return -Infinity;
  }
  let sum = 0;
  let letters = 0;
  let before = '';
  let accented = 0;
  for (const character of text) {
    accented = LATIN.test(character) ? accented + 1 : 0;
    if (character > '\x7F') {
      letters += 1;
      if (accented > 2) sum += OUT_OF_PLACE;
      const lower = character.toLowerCase();
      sum += common.includes(character) || common.includes(lower) ? COMMON : rare.test(character) ? worth : NEITHER;
      if (isOutOfPlace(before, character)) sum += OUT_OF_PLACE;
    } else if (/[a-zA-Z]/.test(character) && before > '\x7F' && isOutOfPlace(before, character)) sum += OUT_OF_PLACE;
    before = character;
  }
  return letters === 0 ? -Infinity : sum / letters - seldom;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Greek}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];

function isOutOfPlace(before: string, character: string): boolean {
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(character)) return true;
  const script = SCRIPTS.findIndex((letters) => letters.test(before));
  const own = SCRIPTS.findIndex((letters) => letters.test(character));
  return script >= 0 && own >= 0 && script !== own;
}
