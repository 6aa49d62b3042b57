/** Whether every case is wanted (`npm run test:full`), or only the slice that fits into `npm test`. */
export const isFull = process.env['TEST_FULL'] === '1';

/**
 * All cases in the full run, else every `nth` of them, the first included: a slice that reaches the whole table. What
 * fits into `npm test` as a whole doesn't go through here. Throws for an `nth` under 1.
 */
export function sliceOf<T>(cases: readonly T[], nth: number): readonly T[] {
  if (!(nth >= 1)) throw new RangeError(`every ${nth}th case`);
  return isFull ? cases : cases.filter((_, index) => index % nth === 0);
}
