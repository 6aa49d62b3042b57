/** Ranks of a find, the smaller the better. */
const RANK_START = 0;
const RANK_WORD = 1;
const RANK_ELSEWHERE = 3;

/** How well words fit the best of a thing's names, or all of them together; undefined where one of the words is in none. All folded. */
export function rankNames(names: readonly string[], words: readonly string[]): number | undefined {
  const ranks = names.map((name) => rankIn(name, name.length, words)).filter((rank) => rank !== undefined);
  return ranks.length > 0 ? Math.min(...ranks) : rankIn(names.join('\n'), 0, words);
}

/**
 * The rank of a text whose first `titleLength` characters are its title: the words together begin the title, each begins a word of it,
 * some stand inside a word of it, or some only after it (at a word's beginning, inside). O(text).
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

function beginsWord(text: string, at: number): boolean {
  return !IN_WORD.test(text.charAt(at - 1));
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
