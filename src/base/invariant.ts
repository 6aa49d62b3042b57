/** Throws when our own code broke a promise; never for bad data or a failing network. Name the value in the message. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken promise in our code: ${message}`);
}

/** For the end of an exhaustive switch: fails to compile while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${String(value)}`);
}
