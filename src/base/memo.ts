/** A value made when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * What `make` gives for an object: made at the first call, and kept for as long as the object itself is. Further
 * arguments are those of the first call: they have to follow from the object.
 */
export function memoByObject<Key extends object, Rest extends readonly unknown[], Value>(
  make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key, ...rest) => {
    let known = made.get(key);
    if (known === undefined) {
      known = { value: make(key, ...rest) };
      made.set(key, known);
    }
    return known.value;
  };
}

/**
 * What `make` gives for the `most` keys asked for last (memoization that forgets the least recently used); `isSame`
 * says which keys are one. O(`most`) a call, so for a handful.
 */
export function memoOfLast<Key, Value>(
  most: number,
  make: (key: Key) => Value,
  isSame: (a: Key, b: Key) => boolean = Object.is,
): (key: Key) => Value {
  /** The latest first. */
  let known: readonly { readonly key: Key; readonly value: Value }[] = [];
  return (key) => {
    const found = known.find((each) => isSame(each.key, key));
    if (found !== undefined && found === known[0]) return found.value;
    const entry = found ?? { key, value: make(key) };
    known = [entry, ...known.filter((each) => each !== entry).slice(0, most - 1)];
    return entry.value;
  };
}

/** As `memoOfLast`, but the first key of all is never forgotten: what everything begins with is come back to. */
export function memoOfFirstAndLast<Key, Value>(
  most: number,
  make: (key: Key) => Value,
  isSame: (a: Key, b: Key) => boolean = Object.is,
): (key: Key) => Value {
  let first: { readonly key: Key; readonly value: Value } | undefined;
  const others = memoOfLast(most - 1, make, isSame);
  return (key) => {
    first ??= { key, value: make(key) };
    return isSame(first.key, key) ? first.value : others(key);
  };
}
