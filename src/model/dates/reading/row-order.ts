/** How dates with two ways stand among their neighbours, for each way. */
export interface RowOrder {
  /** The next cell that is a date, as numbers that time orders: read day first, and month first. */
  readonly add: (dayFirst: number, monthFirst: number, isOpen: boolean) => void;
  /** How many of the open ones stand between their neighbours, in the direction that more of them do. */
  readonly counts: () => { readonly dayFirst: number; readonly monthFirst: number; readonly of: number };
}

interface Way {
  readonly up: number;
  readonly down: number;
}

/** Looks at three cells at a time, so that it keeps no more of a column than two. */
export function makeRowOrder(): RowOrder {
  const last: { at: readonly [number, number]; isOpen: boolean }[] = [];
  const ways = [
    { up: 0, down: 0 },
    { up: 0, down: 0 },
  ];
  let of = 0;
  const judge = (next: readonly [number, number] | undefined): void => {
    const middle = last.at(-1);
    if (middle?.isOpen !== true) return;
    of += 1;
    const before = last.length > 1 ? last[0] : undefined;
    ways.forEach((way, index) => {
      const [from = -Infinity, to = Infinity] = [before?.at[index], next?.[index]];
      const at = middle.at[index] ?? 0;
      if (from <= at && at <= to) way.up += 1;
      if ((before?.at[index] ?? Infinity) >= at && at >= (next?.[index] ?? -Infinity)) way.down += 1;
    });
  };
  return {
    add: (dayFirst, monthFirst, isOpen) => {
      const at = [dayFirst, monthFirst] as const;
      judge(at);
      last.push({ at, isOpen });
      if (last.length > 2) last.shift();
    },
    counts: () => {
      const [dayFirst, monthFirst] = ways.map(({ up, down }: Way) => Math.max(up, down));
      const isLastOpen = last.at(-1)?.isOpen === true;
      return isLastOpen ? withLast(ways, last, of) : { dayFirst: dayFirst ?? 0, monthFirst: monthFirst ?? 0, of };
    },
  };
}

/** The last cell has one neighbour alone; it isn't judged for good before the next comes. */
function withLast(
  ways: readonly Way[],
  last: readonly { readonly at: readonly [number, number] }[],
  of: number,
): ReturnType<RowOrder['counts']> {
  const [before, end] = last.length > 1 ? last : [undefined, last[0]];
  const [dayFirst, monthFirst] = ways.map(({ up, down }, index) => {
    const [from, at] = [before?.at[index], end?.at[index] ?? 0];
    return Math.max(up + (from === undefined || from <= at ? 1 : 0), down + (from === undefined || from >= at ? 1 : 0));
  });
  return { dayFirst: dayFirst ?? 0, monthFirst: monthFirst ?? 0, of: of + 1 };
}
