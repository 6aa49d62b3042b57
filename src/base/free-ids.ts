/** So much of an id is kept: what is made of it must not be too long to be read again. */
const MOST_KEPT = 120;

/**
 * Makes ids for records whose own is taken: `call-2`, `call-3` ... What it has made it doesn't make again. O(1) on the
 * average, however many records have the same id.
 */
export function makeFreeIds(isTaken: (id: string) => boolean): (id: string) => string {
  const made = new Map<string, number>();
  return (id) => {
    const base = id.slice(0, MOST_KEPT);
    let n = made.get(base) ?? 1;
    do n += 1;
    while (isTaken(`${base}-${n}`));
    made.set(base, n);
    return `${base}-${n}`;
  };
}
