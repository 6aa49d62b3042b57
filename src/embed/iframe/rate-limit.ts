/** What becomes of one more message: `refuse` is the first of a run that is too many, `drop` the others. */
export type Passage = 'pass' | 'refuse' | 'drop';

/** Lets `most` messages pass in any `perMs`; `nowMs` is a clock that only goes forward. */
export function makeRateLimit(most: number, perMs: number, nowMs: () => number): () => Passage {
  let passed: readonly number[] = [];
  let isRefusing = false;
  return () => {
    const now = nowMs();
    passed = passed.filter((at) => now - at < perMs);
    if (passed.length < most) {
      passed = [...passed, now];
      isRefusing = false;
      return 'pass';
    }
    const passage = isRefusing ? 'drop' : 'refuse';
    isRefusing = true;
    return passage;
  };
}
