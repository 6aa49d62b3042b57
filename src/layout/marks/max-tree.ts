/** Values a node stands for: one line of memory, and few levels. */
const FAN = 16;

/**
 * Finds the next or previous value that is large enough without looking at all in between: block maxima over block
 * maxima. Values are read through a function and never copied; n / 15 numbers are kept.
 */
export class MaxTree {
  readonly #levels: readonly Float64Array[];

  /** O(n), reading each value once. */
  constructor(
    readonly length: number,
    readonly valueAt: (position: number) => number,
  ) {
    const levels: Float64Array[] = [];
    let below = length;
    let read = valueAt;
    while (below > FAN) {
      const level = new Float64Array(Math.ceil(below / FAN)).fill(-Infinity);
      for (let i = 0; i < below; i++) {
        const value = read(i);
        const block = i >> 4;
        if (value > (level[block] ?? Infinity)) level[block] = value;
      }
      levels.push(level);
      read = (i) => level[i] ?? -Infinity;
      below = level.length;
    }
    this.#levels = levels;
  }

  /** The first position from `from` on whose value is at least `least`; `length` where there is none. O(log n). */
  next(from: number, least: number): number {
    let height = 0;
    let at = Math.max(from, 0);
    // Up, as long as the rest of a block holds nothing; then down into the first block that does.
    for (;;) {
      const end = Math.min((at | (FAN - 1)) + 1, this.#lengthAt(height));
      let found = at;
      while (found < end && this.#read(height, found) < least) found++;
      if (found < end) return this.#firstUnder(height, found, least);
      if (end >= this.#lengthAt(height)) return this.length;
      at = end >> 4;
      height++;
    }
  }

  /**
   * The last position up to `from`, which is inside, whose value is at least `least`; -1 where there is none. O(log n).
   */
  previous(from: number, least: number): number {
    let height = 0;
    let at = Math.min(from, this.length - 1);
    for (;;) {
      if (at < 0) return -1;
      const start = at & ~(FAN - 1);
      let found = at;
      while (found >= start && this.#read(height, found) < least) found--;
      if (found >= start) return this.#lastUnder(height, found, least);
      if (start === 0) return -1;
      at = (start >> 4) - 1;
      height++;
    }
  }

  #lengthAt(height: number): number {
    return height === 0 ? this.length : (this.#levels[height - 1]?.length ?? 0);
  }

  #read(height: number, at: number): number {
    return height === 0 ? this.valueAt(at) : (this.#levels[height - 1]?.[at] ?? -Infinity);
  }

  #firstUnder(height: number, at: number, least: number): number {
    let found = at;
    for (let h = height - 1; h >= 0; h--) {
      found *= FAN;
      while (this.#read(h, found) < least) found++;
    }
    return found;
  }

  #lastUnder(height: number, at: number, least: number): number {
    let found = at;
    for (let h = height - 1; h >= 0; h--) {
      found = Math.min(found * FAN + FAN - 1, this.#lengthAt(h) - 1);
      while (this.#read(h, found) < least) found--;
    }
    return found;
  }
}
