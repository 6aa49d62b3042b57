/** Columns that say the same of two sides, as places in the header: `ccode1` and `ccode2`, `sidea1` and `sidea2`. */
export type ColumnPair = readonly [number, number];

/**
 * The pairs of a table whose two sides are named by `one` and `other`: those two, and all columns whose headers differ by the
 * same letters (`Source Name` and `Target Name`: so do `Source Country` and `Target Country`). O(headers squared) at most.
 */
export function pairedColumns(headers: readonly string[], one: string, other: string): readonly ColumnPair[] {
  const first = headers.indexOf(one);
  const second = headers.indexOf(other);
  if (first < 0 || second < 0 || first === second) return [];
  const [a, b] = differingLetters(one, other);
  const taken = new Set([first, second]);
  const pairs: ColumnPair[] = [[first, second]];
  headers.forEach((header, place) => {
    if (taken.has(place) || a === '') return;
    for (let at = header.indexOf(a); at >= 0; at = header.indexOf(a, at + 1)) {
      const partner = headers.indexOf(header.slice(0, at) + b + header.slice(at + a.length));
      if (partner < 0 || partner === place || taken.has(partner)) continue;
      taken.add(place).add(partner);
      pairs.push([place, partner]);
      return;
    }
  });
  return pairs;
}

/** `Source` and `Target` of `Source Name` and `Target Name`; `1` and `2` of `Actor1Name` and `Actor2Name`. */
function differingLetters(one: string, other: string): readonly [string, string] {
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
  let end = 0;
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** A record with its two sides exchanged. */
export function exchanged(cells: readonly string[], pairs: readonly ColumnPair[]): readonly string[] {
  const out = [...cells];
  for (const [one, other] of pairs) {
    out[one] = cells[other] ?? '';
    out[other] = cells[one] ?? '';
  }
  return out;
}
