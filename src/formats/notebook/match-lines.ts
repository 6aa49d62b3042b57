/**
 * Which line of an older text each line of a newer one is, by its number; undefined for new lines. A line is what it was
 * while it is edited and moved: equal lines first, in order and then wherever they stand, then in each gap those that
 * look alike. Linear where little has changed; what changed costs at most its lines by its lines.
 */
export function matchLines(older: readonly string[], newer: readonly string[]): readonly (number | undefined)[] {
  const matches: (number | undefined)[] = newer.map(() => undefined);
  let from = 0;
  const least = Math.min(older.length, newer.length);
  while (from < least && older[from] === newer[from]) {
    matches[from] = from;
    from += 1;
  }
  let olderEnd = older.length;
  let newerEnd = newer.length;
  while (olderEnd > from && newerEnd > from && older[olderEnd - 1] === newer[newerEnd - 1]) {
    olderEnd -= 1;
    newerEnd -= 1;
    matches[newerEnd] = olderEnd;
  }
  const free = matchEqual(older, newer, { from, olderEnd, newerEnd }, matches);
  matchAlike(older, newer, { from, olderEnd, newerEnd }, free, matches);
  return matches;
}

interface Middle {
  readonly from: number;
  readonly olderEnd: number;
  readonly newerEnd: number;
}

/** Equal lines of the changed part, each used once; those that are left of the older. */
function matchEqual(
  older: readonly string[],
  newer: readonly string[],
  { from, olderEnd, newerEnd }: Middle,
  matches: (number | undefined)[],
): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  const free = new Set<number>();
  for (let at = from; at < olderEnd; at += 1) {
    free.add(at);
    const text = older[at] ?? '';
    if (text.trim() === '') continue;
    const known = places.get(text);
    if (known === undefined) places.set(text, [at]);
    else known.push(at);
  }
  for (let at = from; at < newerEnd; at += 1) {
    const found = places.get(newer[at] ?? '')?.shift();
    if (found === undefined) continue;
    matches[at] = found;
    free.delete(found);
  }
  return free;
}

/** More pairs than these are only looked at in order. */
const MOST_PAIRS = 40_000;
/** So alike, 0 to 1, is a line that was edited. */
const ALIKE = 0.34;

function matchAlike(
  older: readonly string[],
  newer: readonly string[],
  { from, newerEnd }: Middle,
  free: ReadonlySet<number>,
  matches: (number | undefined)[],
): void {
  const left = [...free].filter((at) => (older[at] ?? '').trim() !== '');
  const open: number[] = [];
  for (let at = from; at < newerEnd; at += 1)
    if (matches[at] === undefined && (newer[at] ?? '').trim() !== '') open.push(at);
  if (left.length * open.length > MOST_PAIRS) {
    open.forEach((at, index) => {
      const place = left[index];
      if (place !== undefined && likeness(older[place] ?? '', newer[at] ?? '') >= ALIKE) matches[at] = place;
    });
    return;
  }
  const pairs = open.flatMap((at) =>
    left.map((place) => ({ at, place, alike: likeness(older[place] ?? '', newer[at] ?? '') })),
  );
  const used = new Set<number>();
  for (const { at, place } of pairs
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((a, b) => b.alike - a.alike || Math.abs(a.at - a.place) - Math.abs(b.at - b.place))) {
    if (matches[at] !== undefined || used.has(place)) continue;
    matches[at] = place;
    used.add(place);
  }
}

/** The share of the longer line that both have at their beginning and end, or in their words. */
function likeness(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const edges = (start + end) / Math.max(one.length, other.length, 1);
  return Math.max(edges, sharedWords(one, other));
}

function sharedWords(one: string, other: string): number {
  const words = one.split(/\s+/);
  const known = new Set(words);
  const others = other.split(/\s+/);
  const shared = others.filter((word) => known.has(word)).length;
  return shared / Math.max(words.length, others.length);
}
