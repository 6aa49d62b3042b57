/** Items with their places, as `entries()` of an array gives them, which a library of a host's page may have put something else for. */
export function* numbered<Item>(items: readonly Item[]): Generator<readonly [index: number, item: Item], void> {
  for (let index = 0; index < items.length; index++) yield [index, items[index] as Item];
}
