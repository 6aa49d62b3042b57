import type { WriteAction } from './address-step';

/** Safari refuses more than 100 changes of the history in 30 s, and other parts of the page write now and then, too. */
const WITHIN_MS = 30_000;
/** What a reader does on purpose may go on when mere changes of the view have to wait. */
const MOST: Readonly<Record<WriteAction['kind'], number>> = { replace: 60, push: 80 };

/** Whether there is room for one more write now, which is then counted. `now` in ms, never going back. */
export function makeWriteBudget(now: () => number): (kind: WriteAction['kind']) => boolean {
  let writtenAt: readonly number[] = [];
  return (kind) => {
    const at = now();
    writtenAt = writtenAt.filter((time) => at - time < WITHIN_MS);
    if (writtenAt.length >= MOST[kind]) return false;
    writtenAt = [...writtenAt, at];
    return true;
  };
}
