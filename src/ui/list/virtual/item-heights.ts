import { valueAt } from '../../../base/value-at';
/** Items of which one sum is kept; with a million there are four thousand sums. */
const BLOCK = 256;

/** Heights of a list's items, measured where one has been on screen, else as its kind is estimated. CSS px. */
export class ItemHeights {
  readonly count: number;
  readonly #kindOf: (index: number) => number;
  readonly #estimates: number[];
  /** 0 for an item that hasn't been measured. */
  readonly #measured: Float32Array;
  readonly #sums: Float64Array;
  #total = 0;

  /** `estimates` are by kind; `kindOf` says which kind an item is. O(count). */
  constructor(count: number, kindOf: (index: number) => number, estimates: readonly number[]) {
    this.count = count;
    this.#kindOf = kindOf;
    this.#estimates = [...estimates];
    this.#measured = new Float32Array(count);
    this.#sums = new Float64Array(Math.ceil(count / BLOCK));
    this.#sumUp();
  }

  get totalPx(): number {
    return this.#total;
  }

  heightOf(index: number): number {
    const measured = valueAt(this.#measured, index);
    return measured > 0 ? measured : valueAt(this.#estimates, this.#kindOf(index));
  }

  isMeasured(index: number): boolean {
    return valueAt(this.#measured, index) > 0;
  }

  /** Where an item begins; `count` gives the end of the last. O(count / 256). */
  offsetOf(index: number): number {
    const block = Math.min(Math.floor(index / BLOCK), this.#sums.length);
    let offset = 0;
    for (let i = 0; i < block; i += 1) offset += valueAt(this.#sums, i);
    for (let i = block * BLOCK; i < Math.min(index, this.count); i += 1) offset += this.heightOf(i);
    return offset;
  }

  /** The item that lies at a place; the first above the list, the last below it. O(count / 256). */
  indexAt(offsetPx: number): number {
    let block = 0;
    let left = offsetPx;
    while (block < this.#sums.length - 1 && left >= valueAt(this.#sums, block)) {
      left -= valueAt(this.#sums, block);
      block += 1;
    }
    const end = Math.min((block + 1) * BLOCK, this.count);
    for (let i = block * BLOCK; i < end; i += 1) {
      left -= this.heightOf(i);
      if (left < 0) return i;
    }
    return Math.max(0, end - 1);
  }

  /** Takes down what an item really measures; gives how much higher it is than it was held to be. */
  measure(index: number, heightPx: number): number {
    const before = this.heightOf(index);
    this.#measured[index] = heightPx;
    const by = heightPx - before;
    const block = Math.floor(index / BLOCK);
    this.#sums[block] = valueAt(this.#sums, block) + by;
    this.#total += by;
    return by;
  }

  /** Estimates each kind by the mean of its items among `from` up to `to` that have been measured. O(count). */
  learn(from: number, to: number): void {
    const sums = this.#estimates.map(() => ({ px: 0, n: 0 }));
    for (let i = from; i < to; i += 1) {
      const sum = sums[this.#kindOf(i)];
      const px = valueAt(this.#measured, i);
      if (sum === undefined || px === 0) continue;
      sum.px += px;
      sum.n += 1;
    }
    sums.forEach(({ px, n }, kind) => {
      if (n > 0) this.#estimates[kind] = px / n;
    });
    this.#sumUp();
  }

  /** Forgets what was measured: the list has another width. O(count). */
  forget(): void {
    this.#measured.fill(0);
    this.#sumUp();
  }

  #sumUp(): void {
    this.#total = 0;
    this.#sums.fill(0);
    for (let i = 0; i < this.count; i += 1) {
      const block = Math.floor(i / BLOCK);
      this.#sums[block] = valueAt(this.#sums, block) + this.heightOf(i);
    }
    for (const sum of this.#sums) this.#total += sum;
  }
}
