/** How dates with two ways stand among their neighbours, for each way. */
export interface RowOrder {
  /** The next cell that is a date, as numbers that time orders: read day first, and month first. */
  readonly add: (dayFirst: number, monthFirst: number, isOpen: boolean) => void;
  /** How many of the open ones stand between their neighbours, in the direction that more of them do. */
  readonly counts: () => { readonly dayFirst: number; readonly monthFirst: number; readonly of: number };
}

interface Way {
  up: number;
  down: number;
}

/** A cell, as a number for each way. */
interface Place {
  readonly at: readonly [number, number];
  readonly isOpen: boolean;
}

/** Looks at three cells at a time, so that it keeps no more of a column than two. */
export function makeRowOrder(): RowOrder {
  let before: Place | undefined;
  let last: Place | undefined;
  const ways: readonly [Way, Way] = [
    { up: 0, down: 0 },
    { up: 0, down: 0 },
  ];
  let of = 0;
  const judge = (index: 0 | 1, at: number, next: number): void => {
    const from = before?.at[index];
    if ((from === undefined || from <= at) && at <= next) ways[index].up += 1;
    if ((from === undefined || from >= at) && at >= next) ways[index].down += 1;
  };
  return {
    add: (dayFirst, monthFirst, isOpen) => {
      if (last?.isOpen === true) {
        of += 1;
        judge(0, last.at[0], dayFirst);
        judge(1, last.at[1], monthFirst);
      }
      before = last;
      last = { at: [dayFirst, monthFirst], isOpen };
    },
    counts: () =>
      last?.isOpen === true
        ? withLast(ways, before, last, of)
        : { dayFirst: mostOf(ways[0]), monthFirst: mostOf(ways[1]), of },
  };
}

function mostOf({ up, down }: Way): number {
  return Math.max(up, down);
}

/** The last cell has one neighbour alone; it isn't judged for good before the next comes. */
function withLast(
  ways: readonly [Way, Way],
  before: Place | undefined,
  last: Place,
  of: number,
): ReturnType<RowOrder['counts']> {
  const most = (index: 0 | 1): number => {
    const [from, at] = [before?.at[index], last.at[index]];
    const { up, down } = ways[index];
    return Math.max(up + (from === undefined || from <= at ? 1 : 0), down + (from === undefined || from >= at ? 1 : 0));
  };
  return { dayFirst: most(0), monthFirst: most(1), of: of + 1 };
}
