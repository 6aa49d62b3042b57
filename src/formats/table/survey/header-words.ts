import { HEADER_WORDS } from '../../../base/messages/header-words';

/** What a column may mean; `other` is known for something that no event has. */
export type Meaning = keyof typeof HEADER_WORDS;

export interface MeaningOfHeader {
  readonly meaning: Meaning;
  /** 1 for such a name itself, less for one that holds it or is spelt nearly so. */
  readonly strength: number;
}

interface Entry {
  readonly words: string;
  readonly meaning: Meaning;
}

let entries: readonly Entry[] | undefined;

function allEntries(): readonly Entry[] {
  entries ??= Object.entries(HEADER_WORDS).flatMap(([meaning, names]) =>
    names.split('|').map((words): Entry => ({ words: plainWords(words), meaning: meaning as Meaning })),
  );
  return entries;
}

const cache = new Map<string, readonly MeaningOfHeader[]>();
const MOST_CACHED = 2000;

/** What a header may mean by its words alone, the likeliest first; nothing for most names that nobody thought of. */
export function meaningsOf(header: string): readonly MeaningOfHeader[] {
  const before = cache.get(header);
  if (before !== undefined) return before;
  const found = lookUp(plainWords(header));
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(header, found);
  return found;
}

function lookUp(name: string): readonly MeaningOfHeader[] {
  if (name === '' || name.length > 60) return [];
  const best = new Map<Meaning, number>();
  for (const { words, meaning } of allEntries()) {
    const strength = likeness(name, words, meaning);
    if (strength > (best.get(meaning) ?? 0)) best.set(meaning, strength);
  }
  return [...best].map(([meaning, strength]) => ({ meaning, strength })).toSorted((a, b) => b.strength - a.strength);
}

/** `Source of the report` is a source, `Source country` none. */
const OF = / (?:of|de|du|des|da|do|del|der|des) /;

/** Han is written without spaces between words. */
const HAN = /\p{Script=Han}/u;

function likeness(name: string, words: string, meaning: Meaning): number {
  if (name === words) return 1;
  if (words === '') return 0;
  if (HAN.test(words)) return words.length > 1 && name.includes(words) ? 0.5 + (0.4 * words.length) / name.length : 0;
  if (words.length > 2 && ` ${name} `.includes(` ${words} `)) {
    // What a name ends with it is: `Letter Author`; in German and Russian too.
    const isLast = name.endsWith(words);
    if (!isLast && (meaning === 'sourceName' || meaning === 'address') && !OF.test(name)) return 0;
    return (isLast ? 0.6 : 0.45) + (0.3 * words.length) / name.length;
  }
  return isMisspelt(name, words) ? 0.7 : 0;
}

/** One letter wrong in five, two in nine. */
function isMisspelt(name: string, words: string): boolean {
  const most = words.length >= 9 ? 2 : words.length >= 5 ? 1 : 0;
  return most > 0 && name.length >= 5 && Math.abs(name.length - words.length) <= most && damerau(name, words) <= most;
}

/** Letters put in, taken out, exchanged, or two in the wrong order (Damerau 1964, as optimal string alignment). */
function damerau(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** A header as words in small letters without accents, hyphens, underscores and humps: `StartDate` is `start date`. */
export function plainWords(header: string): string {
  return header
    .normalize('NFKD')
    .replaceAll(/(?<=[\p{Script=Latin}\s])\p{M}|[\u064B-\u0652\u0640]/gu, '')
    .normalize('NFC')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replaceAll(/[^\p{L}\p{N}\p{M}#№°]+/gu, ' ')
    .trim();
}
