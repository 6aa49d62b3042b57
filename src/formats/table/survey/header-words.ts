import { HEADER_WORDS } from '../../../base/messages/header-words';

/** What a column may mean; `other` is known for something that no event has. */
export type Meaning = keyof typeof HEADER_WORDS;

export interface MeaningOfHeader {
  readonly meaning: Meaning;
  /** 1 for such a name itself, less for one that holds it or is spelt nearly so. */
  readonly strength: number;
}

interface WordIndex {
  readonly byWords: ReadonlyMap<string, readonly Meaning[]>;
  /** Han is written without spaces between words. */
  readonly han: readonly string[];
  /** Long enough to be known though a letter is wrong, by their length. */
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

let index: WordIndex | undefined;
const HAN = /\p{Script=Han}/u;
/** Longer headers are texts. */
const LONGEST = 60;
/** Shorter names are another word with one letter changed. */
const SHORTEST_MISSPELT = 5;

/** What a header may mean by its words alone, the likeliest first; nothing for names that nobody thought of. */
export function meaningsOf(header: string): readonly MeaningOfHeader[] {
  const name = plainWords(header);
  if (name === '' || name.length > LONGEST) return [];
  const { byWords, han } = (index ??= makeIndex());
  const best = new Map<Meaning, number>();
  const take = (words: string, strengthOf: (meaning: Meaning) => number): void => {
    for (const meaning of byWords.get(words) ?? []) {
      const strength = strengthOf(meaning);
      if (strength > (best.get(meaning) ?? 0)) best.set(meaning, strength);
    }
  };
  take(name, () => 1);
  for (const words of partsOf(name)) take(words, (meaning) => strengthInside(name, words, meaning));
  if (HAN.test(name))
    for (const words of han) if (name.includes(words)) take(words, () => 0.5 + (0.4 * words.length) / name.length);
  if (best.size === 0) for (const words of misspelt(name)) take(words, () => 0.7);
  return [...best].map(([meaning, strength]) => ({ meaning, strength })).toSorted((a, b) => b.strength - a.strength);
}

/** Whether people call columns exactly so. */
export function isKnownHeader(header: string): boolean {
  const { byWords } = (index ??= makeIndex());
  return header.length <= LONGEST && byWords.has(plainWords(header));
}

function makeIndex(): WordIndex {
  const byWords = new Map<string, Meaning[]>();
  for (const [meaning, names] of Object.entries(HEADER_WORDS))
    for (const name of names.split('|')) {
      const words = plainWords(name);
      const meanings = byWords.get(words) ?? [];
      if (words !== '' && !meanings.includes(meaning as Meaning)) byWords.set(words, [...meanings, meaning as Meaning]);
    }
  const all = [...byWords.keys()];
  const byLength = new Map<number, string[]>();
  for (const words of all) {
    if (words.length < SHORTEST_MISSPELT) continue;
    byLength.set(words.length, [...(byLength.get(words.length) ?? []), words]);
  }
  return { byWords, han: all.filter((words) => words.length > 1 && HAN.test(words)), byLength };
}

/** Runs of a name's words, but all of them. */
function partsOf(name: string): readonly string[] {
  const words = name.split(' ');
  const parts: string[] = [];
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++)
      if (to - from < words.length && to - from <= 4) parts.push(words.slice(from, to).join(' '));
  return parts.filter(({ length }) => length > 2);
}

/** `Source of the report` is a source, `Source country` none. */
const OF = / (?:of|de|du|des|da|do|del|der|des) /;

/** What a name ends with it mostly is: `Letter Author`. */
function strengthInside(name: string, words: string, meaning: Meaning): number {
  const isLast = name.endsWith(words);
  if (!isLast && (meaning === 'sourceName' || meaning === 'address') && !OF.test(name)) return 0;
  return (isLast ? 0.6 : 0.45) + (0.3 * words.length) / name.length;
}

/** Known names with one letter wrong, two in long ones. */
function misspelt(name: string): readonly string[] {
  if (name.length < SHORTEST_MISSPELT) return [];
  const { byLength } = (index ??= makeIndex());
  return [-2, -1, 0, 1, 2]
    .flatMap((more) => byLength.get(name.length + more) ?? [])
    .filter((words) => {
      const most = words.length >= 9 ? 2 : 1;
      return Math.abs(words.length - name.length) <= most && damerau(name, words) <= most;
    });
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
    .replaceAll(/[^\p{L}\p{N}\p{M}#°]+/gu, ' ')
    .trim();
}
