/**
 * Ranks of a find, the smaller the better: at the title's beginning, at the beginning of a word in it, inside one; then
 * the same after it.
 */
export const RANK_START = 0;
export const RANK_WORD = 1;
export const RANK_INSIDE = 2;
export const RANK_ELSEWHERE = 3;
export const RANK_INSIDE_ELSEWHERE = 4;
/** In a column of ranks: there is no find. */
export const NOT_FOUND = 255;

/**
 * How well words fit the best of a thing's names, or all of them together; undefined where one of the words is in none.
 * All folded.
 */
export function rankNames(names: readonly string[], words: readonly string[]): number | undefined {
  const ranks = names.map((name) => rankIn(name, name.length, words)).filter((rank) => rank !== undefined);
  return ranks.length > 0 ? Math.min(...ranks) : rankIn(names.join('\n'), 0, words);
}

/**
 * The rank of a text whose first `titleLength` characters are its title: the words together begin the title, each
 * begins a word of it, some stand inside a word of it, or some only after it (at a word's beginning, inside). O(text).
 */
export function rankIn(text: string, titleLength: number, words: readonly string[]): number | undefined {
  let worst = RANK_START;
  for (const word of words) {
    const rank = rankWord(text, titleLength, word);
    if (rank === undefined) return undefined;
    if (rank > worst) worst = rank;
  }
  return worst === RANK_WORD && text.startsWith(words.join(' ')) ? RANK_START : worst;
}

function rankWord(text: string, titleLength: number, word: string): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0) return RANK_START;
    const inTitle = at < titleLength;
    // What stands after the title can't be better than what was found in it.
    if (!inTitle && best !== undefined && best < RANK_ELSEWHERE) return best;
    const rank = (inTitle ? RANK_WORD : RANK_ELSEWHERE) + (beginsWord(text, at) ? 0 : 1);
    if (best === undefined || rank < best) best = rank;
    if (rank === RANK_WORD || rank === RANK_ELSEWHERE) return best;
  }
  return best;
}

const IN_WORD = /[\p{L}\p{N}]/u;
const ASCII_IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => (IN_WORD.test(String.fromCharCode(code)) ? 1 : 0));

/** Whether what stands before `at`, which isn't the text's beginning, is no part of a word. */
export function beginsWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before < 128 ? ASCII_IN_WORD[before] === 0 : !IN_WORD.test(text.charAt(at - 1));
}

/** The rank of a word in what is said of an event besides its title; NOT_FOUND where it isn't. */
export function rankElsewhere(text: string, word: string): number {
  const rank = rankWord(`\n${text}`, 0, word);
  return rank ?? NOT_FOUND;
}

/** The best `limit` of what is offered, kept in order, so that a search over half a million rows sorts none of them. */
export class BestFew<Item> {
  readonly #limit: number;
  readonly #before: (a: Item, b: Item) => boolean;
  readonly #items: Item[] = [];

  /** `before` says which of two stands first; of equals the one offered first does. */
  constructor(limit: number, before: (a: Item, b: Item) => boolean) {
    this.#limit = limit;
    this.#before = before;
  }

  offer(item: Item): void {
    const worst = this.#items.at(-1);
    if (this.#items.length === this.#limit && worst !== undefined && !this.#before(item, worst)) return;
    const at = this.#items.findIndex((other) => this.#before(item, other));
    this.#items.splice(at === -1 ? this.#items.length : at, 0, item);
    if (this.#items.length > this.#limit) this.#items.pop();
  }

  get items(): readonly Item[] {
    return this.#items;
  }
}
