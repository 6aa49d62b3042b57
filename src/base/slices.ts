import type { Steps } from './steps';

/**
 * Work in slices so short that the page answers in between. Workers would be the other way; a sandboxed frame refuses
 * them.
 */
export interface Slices {
  /** Lets the page answer if this slice has lasted long enough. Rejects with the signal's reason once it is aborted. */
  readonly breathe: () => Promise<void>;
  /** Waits for something that isn't ours; the time it takes is nobody's slice. */
  readonly wait: <Result>(promise: Promise<Result>) => Promise<Result>;
  /** Does something that isn't ours, like showing what is there, in a task of its own. */
  readonly aside: (act: () => void) => Promise<void>;
  /** Runs steps to their end, breathing between them; `heard` is told the share done, at most ten times a second. */
  readonly run: <Result>(steps: Steps<Result>, heard?: (share: number) => void) => Promise<Result>;
  /** Says how far something has come, where the last word is a tenth of a second old. */
  readonly tell: (say: () => void) => void;
  readonly record: () => SliceRecord;
}

/** What the slices came to: what a test can ask without a stopwatch of its own. */
export interface SliceRecord {
  readonly slices: number;
  readonly longestMs: number;
  readonly totalMs: number;
}

export interface SliceOptions {
  readonly signal: AbortSignal;
  readonly now?: () => number;
  /** Resolves in a task of its own, after the page had its turn. */
  readonly nextTask?: () => Promise<void>;
}

/** Half of a frame at 60 a second: the rest is for drawing and for the reader's hands. */
export const SLICE_MS = 8;
const TELL_EVERY_MS = 100;
const WAITED_MS = 1;

/** Slices of one piece of work, however many parts it has. The first begins now. */
export function makeSlices({ signal, now = () => performance.now(), nextTask = nextTaskOfPage }: SliceOptions): Slices {
  let began = now();
  let toldAt = -Infinity;
  let slices = 0;
  let longestMs = 0;
  let totalMs = 0;
  const end = (at = now()): void => {
    const lasted = at - began;
    slices += 1;
    totalMs += lasted;
    if (lasted > longestMs) longestMs = lasted;
  };
  const rest = async (): Promise<void> => {
    await nextTask();
    signal.throwIfAborted();
    began = now();
  };
  const breathe = async (): Promise<void> => {
    signal.throwIfAborted();
    if (now() - began < SLICE_MS) return;
    end();
    await rest();
  };
  const tell = (say: () => void): void => {
    if (now() - toldAt < TELL_EVERY_MS) return;
    toldAt = now();
    say();
  };
  return {
    breathe,
    tell,
    wait: async (promise) => {
      const from = now();
      const result = await promise;
      // Sooner than that it was there already, and the page has had no turn.
      if (now() - from >= WAITED_MS) {
        end(from);
        began = now();
      }
      signal.throwIfAborted();
      return result;
    },
    aside: async (act) => {
      end();
      await rest();
      act();
      await rest();
    },
    run: async (steps, heard) => {
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        const { value } = step;
        if (heard !== undefined) tell(() => heard(value));
        // Asked here and not only inside: half a million awaited promises would cost more than the work.
        if (now() - began >= SLICE_MS || signal.aborted) await breathe();
      }
    },
    record: () => ({ slices, longestMs, totalMs }),
  };
}

/**
 * One piece of work in slices of its own, the first of which comes after the caller is done; `heard` as in `Slices.run`.
 * Rejects with what the work throws, or with the signal's reason once it is aborted: what was done so far is let go.
 */
export async function runInSlices<Result>(
  steps: Steps<Result>,
  options: SliceOptions,
  heard?: (share: number) => void,
): Promise<Result> {
  await (options.nextTask ?? nextTaskOfPage)();
  options.signal.throwIfAborted();
  return makeSlices(options).run(steps, heard);
}

/** A message to oneself comes as a task of its own, without the 4 ms that timers are held back. */
function nextTaskOfPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener(
      'message',
      () => {
        port1.close();
        resolve();
      },
      { once: true },
    );
    port1.start();
    port2.postMessage(undefined);
  });
}
