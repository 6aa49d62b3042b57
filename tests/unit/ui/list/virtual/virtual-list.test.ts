import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ItemHeights } from '../../../../../src/ui/list/virtual/item-heights';
import { virtualParts } from '../../../../../src/ui/list/virtual/use-virtual-list';
import { ScrollSpace } from '../../../../../src/ui/list/virtual/scroll-space';
import { randomFrom } from '../../../../support/make-dataset';

describe('heights', () => {
  test('sum up as adding them one by one does, whatever was measured, learned and forgotten', () => {
    const change = fc.oneof(
      fc.record({ index: fc.integer({ min: 0, max: 699 }), px: fc.integer({ min: 1, max: 200 }) }),
      fc.constant('learn' as const),
      fc.constant('forget' as const),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.integer({ min: -50, max: 40_000 }), (changes, at) => {
        const heights = new ItemHeights(700, (index) => index % 3, [10, 20, 50]);
        for (const each of changes) {
          if (each === 'learn') heights.learn(0, 700);
          else if (each === 'forget') heights.forget();
          else heights.measure(each.index, each.px);
        }
        const slow = Array.from({ length: 700 }, (_, index) => heights.heightOf(index));
        const offsets = [0];
        for (const px of slow) offsets.push(offsets.at(-1)! + px);
        expect(heights.totalPx).toBeCloseTo(offsets.at(-1)!, 3);
        for (const index of [0, 1, 255, 256, 257, 511, 512, 699, 700])
          expect(heights.offsetOf(index)).toBeCloseTo(offsets[index]!, 3);
        const found = slow.findIndex((px, index) => at < offsets[index]! + px - 1e-6);
        expect(Math.abs(heights.indexAt(at) - (found < 0 ? 699 : found))).toBeLessThanOrEqual(
          Number.isInteger(offsets.at(-1)) ? 0 : 1,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('a kind is as high as the mean of its measured items', () => {
    const heights = new ItemHeights(100, (index) => index % 2, [10, 20]);
    heights.measure(0, 30);
    heights.measure(2, 40);
    heights.learn(0, 10);
    expect([heights.heightOf(0), heights.heightOf(4), heights.heightOf(5)]).toEqual([30, 35, 20]);
  });
});

/** A page around a list: what the browser does with rooms, items and scrolling. */
class Page {
  readonly list: ScrollSpace;
  scrolledPx = 0;
  readonly #trueHeights: readonly number[] | ((index: number) => number);
  readonly viewPx = 800;

  constructor(count: number, trueHeights: (index: number) => number, spacePx?: number) {
    this.list = new ScrollSpace(new ItemHeights(count, () => 0, [60]), spacePx);
    this.#trueHeights = trueHeights;
    this.list.see(0, this.viewPx);
    this.#layOut();
  }

  heightOf(index: number): number {
    return (this.#trueHeights as (index: number) => number)(index);
  }

  /** Until no item is other than it was held to be. */
  #layOut(): void {
    for (let round = 0; round < 20; round += 1) {
      const { first, end } = this.list.slice();
      const measured = Array.from({ length: end - first }, (_, i) => [first + i, this.heightOf(first + i)] as const);
      if (!this.list.measure(measured)) return;
    }
    throw new Error('measured twenty times and still not done');
  }

  scroll(px: number): void {
    const most = Math.max(0, this.list.spacePx - this.viewPx);
    this.scrolledPx = Math.max(0, Math.min(most, Math.round(px)));
    this.list.see(this.scrolledPx, this.viewPx);
    if (this.list.isAstray) this.settle();
    this.#layOut();
  }

  settle(): void {
    const target = this.list.settle();
    if (target !== undefined) this.scrolledPx = target;
    this.#layOut();
  }

  goTo(index: number): void {
    this.scrolledPx = this.list.goTo(this.list.placeNear(index));
    this.#layOut();
  }

  /** Items with their tops in the view, as the document has them. */
  tops(): Map<number, number> {
    const { first, end, roomAbovePx } = this.list.slice();
    const tops = new Map<number, number>();
    let top = roomAbovePx - this.scrolledPx;
    for (let index = first; index < end; index += 1) {
      tops.set(index, top);
      top += this.heightOf(index);
    }
    return tops;
  }

  /** The items in view, and whether they fill it. */
  seen(): { first: number; last: number; isFull: boolean } {
    const shown = [...this.tops()].filter(
      ([index, top]) => top + this.heightOf(index) > 0.5 && top < this.viewPx - 0.5,
    );
    const [first = [-1, Infinity]] = shown;
    const last = shown.at(-1) ?? [-1, -Infinity];
    return {
      first: first[0]!,
      last: last[0]!,
      isFull: first[1]! <= 0.5 && last[1]! + this.heightOf(last[0]!) >= this.viewPx - 0.5,
    };
  }
}

const uneven = (seed: number) => {
  const random = randomFrom(seed);
  const heights = Array.from({ length: 1000 }, () => 40 + Math.floor(random() * 90));
  return (index: number) => heights[index % 1000]!;
};

describe.each([
  ['shorter than its space', undefined],
  ['longer than its space', 60_000],
])('a list %s', (_, spacePx) => {
  test('moves by as many px as it is scrolled, whatever comes into view', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: -700, max: 700 }), { maxLength: 40 }),
        (seed, moves) => {
          const page = new Page(3000, uneven(seed), spacePx);
          page.goTo(1500);
          for (const px of moves) {
            const before = page.tops();
            const from = page.scrolledPx;
            page.scroll(from + px);
            const moved = page.scrolledPx - from;
            for (const [index, top] of page.tops()) {
              const was = before.get(index);
              if (was !== undefined) expect(top).toBeCloseTo(was - moved, 3);
            }
            expect(page.seen().isFull).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('doesn’t move when list and scroll bar are brought together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: -3000, max: 3000 }), { maxLength: 20 }),
        (seed, moves) => {
          const page = new Page(3000, uneven(seed), spacePx);
          page.goTo(1500);
          for (const px of moves) page.scroll(page.scrolledPx + px);
          const before = page.tops();
          page.settle();
          for (const [index, top] of page.tops())
            if (before.has(index)) expect(Math.abs(top - before.get(index)!)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is reached to both ends, by jumps and step by step', () => {
    const page = new Page(3000, uneven(7), spacePx);
    page.scroll(Infinity);
    page.settle();
    expect(page.seen()).toEqual({ first: expect.any(Number), last: 2999, isFull: true });
    page.scroll(0);
    expect(page.seen().first).toBe(0);
    page.goTo(2950);
    const met = new Set<number>();
    for (let step = 0; step < 100; step += 1) {
      page.scroll(page.scrolledPx + 400);
      if (step % 5 === 0) page.settle();
      met.add(page.seen().last);
    }
    expect(page.seen()).toMatchObject({ last: 2999, isFull: true });
    page.goTo(60);
    for (let step = 0; step < 100; step += 1) {
      page.scroll(page.scrolledPx - 400);
      if (step % 5 === 0) page.settle();
    }
    expect([page.scrolledPx, page.tops().get(0)]).toEqual([0, 0]);
  });

  test('meets every item on the way down', () => {
    const page = new Page(3000, uneven(3), spacePx);
    let last = -1;
    for (let step = 0; step < 1000 && last < 2999; step += 1) {
      const seen = page.seen();
      expect(seen.first).toBeLessThanOrEqual(last + 1);
      last = seen.last;
      page.scroll(page.scrolledPx + 700);
      if (step % 3 === 0) page.settle();
    }
    expect(last).toBe(2999);
  });
});

test('a million items have few in the document wherever the page is scrolled to', () => {
  const page = new Page(1_000_000, uneven(11));
  expect(page.list.spacePx).toBe(8_000_000);
  for (const share of [0, 0.1, 0.5, 0.9, 1]) {
    page.scroll(share * 8_000_000);
    const { first, end } = page.list.slice();
    expect(end - first).toBeLessThan(60);
    expect(Math.abs(page.seen().first / 1_000_000 - share)).toBeLessThan(0.01);
    expect(page.seen().isFull).toBe(true);
  }
});

describe('the parts in the document', () => {
  const heights = new ItemHeights(100, () => 0, [10]);
  const slice = { first: 40, end: 44, roomAbovePx: 400, roomBelowPx: 560 };
  const told = (focused?: number) =>
    virtualParts(slice, focused, heights).map((part) => (part.kind === 'item' ? part.index : `${part.px} px`));

  test('are as high as the list, wherever the focus is', () => {
    for (let focused = 0; focused < 100; focused += 1) {
      const px = virtualParts(slice, focused, heights).reduce(
        (sum, part) => sum + (part.kind === 'item' ? 10 : part.px),
        0,
      );
      expect(px, String(focused)).toBe(1000);
    }
  });

  test('keep the focused item and its neighbours at their place', () => {
    expect(told()).toEqual(['400 px', 40, 41, 42, 43, '560 px']);
    expect(told(42)).toEqual(told());
    expect(told(7)).toEqual(['60 px', 6, 7, 8, '310 px', 40, 41, 42, 43, '560 px']);
    expect(told(39)).toEqual(['380 px', 38, 39, '0 px', 40, 41, 42, 43, '560 px']);
    expect(told(43)).toEqual(['400 px', 40, 41, 42, 43, '0 px', 44, '550 px']);
    expect(told(99)).toEqual(['400 px', 40, 41, 42, 43, '540 px', 98, 99, '0 px']);
  });
});
