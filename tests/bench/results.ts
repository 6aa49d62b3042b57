import type { Spread } from './stats';

/** A measured step beside the floor that its arithmetic has; times of one call in ms. */
export interface MicroResult {
  readonly what: string;
  readonly ms: number;
  readonly floor: string;
  readonly floorMs: number;
}

/** Frames while a hand moves the window, ms. */
export interface GestureResult {
  /** Between one frame and the next. */
  readonly frame: Spread;
  /** Our own script in a frame. */
  readonly script: Spread;
  /** All that the page's main thread did, a frame on average: script, style, layout, paint. */
  readonly taskMs: number;
  /** From the last input to buttons in their places. */
  readonly settleMs: number;
}

export interface PageResult {
  /**
   * From the call with data in memory to the first complete picture, ms: in fresh pages, and again in the same one.
   * Medians.
   */
  readonly mount: number;
  readonly mountAgain: number;
  readonly zoom: GestureResult;
  readonly pan: GestureResult;
  /** One actor chosen, and let go again, to paint: ms. */
  readonly filter: Spread;
  readonly unfilter: Spread;
  /** Bytes after collection: script heap and backing stores. */
  readonly heap: { readonly emptyBytes: number; readonly usedBytes: number; readonly backingBytes: number };
  /** Elements of the page at the whole range, and the most there were at rest. */
  readonly nodes: { readonly whole: number; readonly most: number };
  /** Tasks over 50 ms, each in ms: while mounting, under the hand, and on jumps to another window. */
  readonly longTasks: {
    readonly mount: readonly number[];
    readonly gestures: readonly number[];
    readonly jumps: readonly number[];
  };
}

/** From an input to the end of the frame that painted it, ms, the processor slowed four times. */
export interface ThrottledResult {
  readonly size: number;
  readonly rate: number;
  readonly wheel: Spread;
  readonly drag: Spread;
  readonly click: Spread;
  readonly all: Spread;
}

/** A table of somebody's own, from its bytes to events; times in ms. */
export interface OwnDataResult {
  readonly rows: number;
  readonly bytes: number;
  /** Decoding them as UTF-8, and nothing else. */
  readonly bytesMs: number;
  /** The decoded text into records. */
  readonly splitMs: number;
  /** All of its dates, taken in by a column that decides their order. */
  readonly datesMs: number;
  /** Survey, reading and the table of all events. */
  readonly wholeMs: number;
  /** The same until the table of the first events, which can be drawn. */
  readonly firstMs: number;
  /** Between two places where the page may have its turn, at most. */
  readonly longestMs: number;
}

export interface Growth {
  readonly what: string;
  /** Over all sizes, and over those from 10,000 on, where a screen is full. */
  readonly exponent: number;
  readonly exponentFull: number;
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  /**
   * Processes that wanted a core in the minute before it began (load average); near 0 on a machine with nothing else to
   * do.
   */
  readonly loadBefore: number;
  readonly node: string;
  readonly browser: string | undefined;
  readonly drawing: string | undefined;
}

export interface BenchResults {
  readonly machine: Machine;
  readonly sizes: readonly number[];
  readonly micro?: Readonly<Record<number, readonly MicroResult[]>>;
  readonly page?: Readonly<Record<number, PageResult>>;
  readonly throttled?: ThrottledResult;
  readonly ownData?: OwnDataResult;
  readonly growth: readonly Growth[];
}
