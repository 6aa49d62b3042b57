/**
 * `Array.from` as it is meant. Libraries of a host's page put another in its place (MooTools, Prototype) that makes
 * nothing of a set, and calls no function: charts would be drawn wrong without a word. The library's builds use this one
 * wherever somebody, React and D3 too, writes the other.
 */
export function arrayFrom<Item, Made = Item>(
  from: Iterable<Item> | ArrayLike<Item>,
  make?: (item: Item, index: number) => Made,
): readonly (Item | Made)[] {
  const made: (Item | Made)[] = [];
  const put = (item: Item) => {
    made.push(make === undefined ? item : make(item, made.length));
  };
  if (Symbol.iterator in Object(from)) for (const item of from as Iterable<Item>) put(item);
  else
    for (let index = 0; index < (from as ArrayLike<Item>).length; index++)
      put((from as ArrayLike<Item>)[index] as Item);
  return made;
}
