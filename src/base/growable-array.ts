/** What a typed array is to a growing one. */
interface Numbers<Kind> {
  readonly length: number;
  [index: number]: number;
  readonly set: (from: ArrayLike<number>) => void;
  readonly subarray: (from: number, to: number) => Kind;
  readonly slice: (from: number, to: number) => Kind;
}

/** Numbers of which nobody knows yet how many there will be. */
export interface GrowableArray<Kind> {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** Undefined past the end. */
  readonly at: (index: number) => number | undefined;
  /** What there is so far, not copied: further numbers leave it as it is. */
  readonly view: () => Kind;
  /** The same in an array of its own, no larger than need be. */
  readonly trimmed: () => Kind;
}

const FIRST_ROOM = 1024;

/** An empty column; `make` gives a typed array of so many entries. Adding is O(1) on the average. */
export function growableArray<Kind extends Numbers<Kind>>(make: (length: number) => Kind): GrowableArray<Kind> {
  let values = make(FIRST_ROOM);
  let length = 0;
  return {
    length: () => length,
    push: (value) => {
      if (length === values.length) {
        const wider = make(Math.ceil(values.length * 1.5));
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    at: (index) => (index < length ? values[index] : undefined),
    view: () => values.subarray(0, length),
    trimmed: () => values.slice(0, length),
  };
}
