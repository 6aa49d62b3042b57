/**
 * Something that may be here already. The page's own dataset is read without a pause, so that its picture comes with
 * the page; whatever has to be fetched, or read in slices, comes later by the same way.
 */
export type Awaitable<Value> = Value | Promise<Value>;

/** Goes on with what may be here already: at once where it is, so that an error of `next` is then thrown here. */
export function andThen<Value, Result>(
  value: Awaitable<Value>,
  next: (value: Value) => Awaitable<Result>,
): Awaitable<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}
