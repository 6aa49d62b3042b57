/**
 * Work that can be done a little at a time: every `yield` is a place to stop, with the share done so far (0 to 1).
 * Whoever runs it decides how long a slice lasts, so that half a million rows never hold up the page.
 */
export type Steps<Result> = Generator<number, Result, void>;

/** Does all of it at once. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Rows between two places to stop: about 2 ms of plain column work. */
export const ROWS_A_STEP = 16_384;
