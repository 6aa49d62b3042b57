import type { Steps } from '../../base/steps';

export interface SliceOptions {
  /** Ends it: the promise is rejected with the signal's reason, and what was done so far is let go. */
  readonly signal?: AbortSignal;
  /** Hears the share done, 0 to 1, after each slice but the last. */
  readonly onShare?: (share: number) => void;
  /** How long the page is held up at a time. */
  readonly sliceMs?: number;
}

const SLICE_MS = 8;

/**
 * Does work a slice at a time, with room for the page between two of them; the first slice comes after the caller is
 * done.
 */
export function runInSlices<Result>(
  steps: Steps<Result>,
  { signal, onShare, sliceMs = SLICE_MS }: SliceOptions = {},
): Promise<Result> {
  return new Promise((done, fail) => {
    const slice = () => {
      if (signal?.aborted === true) {
        fail(signal.reason as Error);
        return;
      }
      try {
        const end = performance.now() + sliceMs;
        let step = steps.next();
        while (step.done !== true && performance.now() < end) step = steps.next();
        if (step.done === true) {
          done(step.value);
          return;
        }
        onShare?.(step.value);
        setTimeout(slice);
      } catch (error) {
        fail(error);
      }
    };
    setTimeout(slice);
  });
}
