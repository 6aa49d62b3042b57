/**
 * Has the browser tell of a mistake as of one that nobody caught (`window.onerror`, the console), where it must not stop
 * whoever met it: a listener of a host's that throws, one of many.
 */
function reportFault(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}

/** Calls each with the same words, whichever of them throws. */
export function tellAll<Args extends readonly unknown[]>(
  listeners: Iterable<(...args: Args) => void>,
  ...args: Args
): void {
  for (const listener of listeners) {
    try {
      listener(...args);
    } catch (error) {
      reportFault(error);
    }
  }
}
