/** What is written, how, and when. */
interface AutosaveOptions {
  /** Writes all that has changed. `isLast`: the page may be gone in a moment, so all that can be is done at once. */
  readonly write: (isLast: boolean) => Promise<void>;
  /** From the first change to its writing, ms; asked for at each one. */
  readonly waitMs: () => number;
}

/** Saves while somebody works. */
export interface Autosave {
  /** Something has changed. It is written so long after the first change, however many follow. */
  readonly changed: () => void;
  /** Writes what hasn't been written, now; resolves when it is. */
  readonly flush: () => Promise<void>;
  /** Something has changed that isn't written yet. */
  readonly isPending: () => boolean;
  /** What is still to be written isn't any more. */
  readonly stop: () => void;
}

/**
 * One write at a time, and the next after the first change since: typing without a pause is written as often as typing
 * with pauses. `write` tells by itself what becomes of it, and doesn't reject.
 */
export function makeAutosave({ write, waitMs }: AutosaveOptions): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isChanged = false;
  let writing: Promise<void> | undefined;
  const plan = (): void => {
    if (isChanged && timer === undefined && writing === undefined) timer = setTimeout(run, waitMs(), false);
  };
  const run = (isLast: boolean): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    isChanged = false;
    const own = write(isLast).then(() => {
      if (writing !== own) return;
      writing = undefined;
      plan();
    });
    writing = own;
    return own;
  };
  return {
    changed: () => {
      isChanged = true;
      plan();
    },
    flush: () => (isChanged || writing !== undefined ? run(true) : Promise.resolve()),
    isPending: () => isChanged || writing !== undefined,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      isChanged = false;
    },
  };
}
