import type { ItemHeights } from './item-heights';

/** Which items are in the document, and how much room is left for the others. */
export interface ItemSlice {
  /** Up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  readonly roomAbovePx: number;
  readonly roomBelowPx: number;
}

/**
 * A place in a list that holds whatever the items above it measure: an item, and how far its top lies above the view's.
 */
export interface ItemPlace {
  readonly index: number;
  readonly abovePx: number;
}

/** Browsers stop at 16 to 33 million px; a longer list is scrolled as if it were this long. */
const SPACE_PX = 8_000_000;
/** Rendered beyond the view on either side, so that one notch of a wheel meets no blank. */
const BEYOND_PX = 400;
/** The view before anybody has looked. */
const FIRST_VIEW_PX = 800;
/** Items come and go by so many at a time. */
const BY = 4;
/** Scrolling by more views at a time is a jump to a share of the list; by less, it moves by as many px. */
const JUMP_VIEWS = 4;

/**
 * The arithmetic of a list of which only what is in view stands in the document. Two measures: the *list*, as long as
 * its items are high, and the *space* that the page scrolls through, as long as the list or SPACE_PX. `shift` is how
 * far the list's top lies above the space's. When items above the view turn out higher or lower than held, the shift
 * changes and the view doesn't; `settle` brings both together.
 */
export class ScrollSpace {
  readonly heights: ItemHeights;
  readonly #spaceLimitPx: number;
  #shiftPx = 0;
  /** Of the view in the space; negative while something stands above the list. */
  #viewTopPx = 0;
  #viewPx = FIRST_VIEW_PX;
  /** Up to, not including, `end`; the items measured first. */
  #sample: { readonly first: number; readonly end: number } | undefined;

  constructor(heights: ItemHeights, spaceLimitPx = SPACE_PX) {
    this.heights = heights;
    this.#spaceLimitPx = spaceLimitPx;
  }

  /** Whether anything of the list lies above the view. */
  get isBelowTop(): boolean {
    return this.#viewTopPx + this.#shiftPx > 0;
  }

  /** How long the list is in the document. */
  get spacePx(): number {
    return Math.min(this.heights.totalPx, this.#spaceLimitPx);
  }

  /** The page was scrolled, or its view has another height. */
  see(viewTopPx: number, viewPx: number): void {
    const moved = viewTopPx - this.#viewTopPx;
    this.#viewTopPx = viewTopPx;
    this.#viewPx = viewPx;
    if (Math.abs(moved) > JUMP_VIEWS * viewPx) this.#shiftPx = this.#fittingShift(viewTopPx);
  }

  /** What should be in the document now. */
  slice(): ItemSlice {
    const { heights } = this;
    const top = this.#viewTopPx + this.#shiftPx;
    const from = heights.indexAt(top - BEYOND_PX);
    const to = heights.indexAt(top + this.#viewPx + BEYOND_PX) + 1;
    const first = Math.min(heights.count, from - (from % BY));
    const end = Math.min(heights.count, Math.ceil(to / BY) * BY);
    const firstPx = heights.offsetOf(first);
    const roomAbovePx = Math.max(0, firstPx - this.#shiftPx);
    return {
      first,
      end,
      roomAbovePx,
      roomBelowPx: Math.max(0, this.spacePx - roomAbovePx - (heights.offsetOf(end) - firstPx)),
    };
  }

  /** The first and last item in view, as far as the list reaches. */
  inView(): { readonly first: number; readonly last: number } {
    const top = Math.max(0, this.#viewTopPx + this.#shiftPx);
    return {
      first: this.heights.indexAt(top),
      last: this.heights.indexAt(Math.max(top, this.#viewTopPx + this.#shiftPx + this.#viewPx - 1)),
    };
  }

  /** Whether an item stands wholly in view, and not under what sticks to its top and covers so much of it. */
  holds(index: number, coveredPx: number): boolean {
    const top = this.heights.offsetOf(index) - this.#viewTopPx - this.#shiftPx;
    return top >= coveredPx && top + this.heights.heightOf(index) <= this.#viewPx;
  }

  /** The place of the view with an item a third of the way down. */
  placeNear(index: number): ItemPlace {
    return { index, abovePx: -Math.round(this.#viewPx / 3) };
  }

  /** Where the view stands. */
  place(): ItemPlace {
    const top = this.#viewTopPx + this.#shiftPx;
    const index = this.heights.indexAt(top);
    return { index, abovePx: top - this.heights.offsetOf(index) };
  }

  /**
   * Takes down measured heights; the first item in view that was known before stays where it is. Whether anything is
   * other than it was held to be.
   */
  measure(measured: Iterable<readonly [index: number, heightPx: number]>): boolean {
    const belowEndPx = this.#viewTopPx + this.#viewPx - this.spacePx;
    const isAtEnd = this.#viewTopPx > 0 && belowEndPx >= -1;
    const anchor = this.#anchor();
    let first = Infinity;
    let end = 0;
    for (const [index, heightPx] of measured) {
      if (heightPx <= 0 || (this.heights.isMeasured(index) && Math.abs(heightPx - this.heights.heightOf(index)) < 0.25))
        continue;
      first = Math.min(first, index);
      end = Math.max(end, index + 1);
      const by = this.heights.measure(index, heightPx);
      if (index < anchor) this.#shiftPx += by;
    }
    const changed = end > 0;
    if (changed && this.#sample === undefined) this.#learn({ first, end });
    // Who went to the end wants to see the end, however high the last items are.
    if (changed && isAtEnd)
      this.#shiftPx = this.heights.totalPx - this.#viewPx + Math.max(0, belowEndPx) - this.#viewTopPx;
    return changed;
  }

  /** Puts an item at a place in the view; gives where the view must stand for it in the space. */
  goTo({ index, abovePx }: ItemPlace): number {
    return this.#stand(this.heights.offsetOf(index) + abovePx);
  }

  /** Where the view must stand for list and space to agree again, without anything moving; undefined where they do. */
  settle(): number | undefined {
    const { totalPx } = this.heights;
    const listTop = this.#viewTopPx + this.#shiftPx;
    if (Math.abs(this.#shiftPx - this.#fittingShift(this.#viewTopPx)) < 1) return undefined;
    // Above the list and below it there is nothing to hold still.
    if (listTop <= 0 && this.#viewTopPx <= 0) {
      this.#shiftPx = 0;
      return undefined;
    }
    // Of what stands below the list as much stays in view as was.
    const belowPx = Math.max(0, listTop - Math.max(0, totalPx - this.#viewPx));
    this.#viewTopPx = this.#stand(listTop - belowPx) + belowPx;
    return this.#viewTopPx;
  }

  /** Whether the view has come to an end of the space and not of the list, or the other way round. */
  get isAstray(): boolean {
    const listTop = this.#viewTopPx + this.#shiftPx;
    const restPx = this.heights.totalPx - listTop - this.#viewPx;
    return (
      (this.#viewTopPx <= 0 && listTop > 0.5) ||
      (listTop < -0.5 && this.#viewTopPx > 0) ||
      (restPx > 0.5 && this.#viewTopPx >= this.spacePx - this.#viewPx && this.spacePx > this.#viewPx) ||
      (restPx < -0.5 && this.#viewTopPx + this.#viewPx < this.spacePx - 0.5)
    );
  }

  /**
   * From now on holds items that haven't been measured to be as high as the first that were; the view stays where it
   * is.
   */
  #learn(sample: { readonly first: number; readonly end: number }): void {
    const place = this.place();
    this.#sample = sample;
    this.heights.learn(sample.first, sample.end);
    this.#shiftPx = this.heights.offsetOf(place.index) + place.abovePx - this.#viewTopPx;
  }

  #anchor(): number {
    const { first, last } = this.inView();
    for (let index = first; index <= last; index += 1) if (this.heights.isMeasured(index)) return index;
    return first;
  }

  #stand(listTopPx: number): number {
    const longer = this.heights.totalPx - this.spacePx;
    const listRoom = this.heights.totalPx - this.#viewPx;
    const top = Math.max(0, Math.min(listTopPx, listRoom));
    const exact = this.#exactPx;
    const stretched = listRoom - 2 * exact;
    this.#viewTopPx =
      longer <= 0 || top <= exact
        ? top
        : top >= listRoom - exact
          ? top - longer
          : Math.round(exact + ((top - exact) * (stretched - longer)) / stretched);
    this.#shiftPx = top - this.#viewTopPx;
    return this.#viewTopPx;
  }

  /**
   * The shift with which both begin and end together; near the ends they go px by px, so that both ends can be reached.
   */
  #fittingShift(viewTopPx: number): number {
    const longer = this.heights.totalPx - this.spacePx;
    const exact = this.#exactPx;
    const stretched = this.spacePx - this.#viewPx - 2 * exact;
    return longer <= 0 || stretched <= 0
      ? 0
      : (Math.max(0, Math.min(viewTopPx - exact, stretched)) / stretched) * longer;
  }

  get #exactPx(): number {
    return Math.min(JUMP_VIEWS * this.#viewPx, this.spacePx / 4);
  }
}
