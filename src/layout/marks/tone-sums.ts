import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { TONES } from '../../model/vocabulary';
import type { Tone } from '../../model/vocabulary';

/**
 * How many marks before each position have a tone; `passive` are those where nobody acts, which are grey whatever their
 * tone.
 */
export interface ToneSums {
  readonly conflict: Uint32Array;
  readonly neutral: Uint32Array;
  readonly passive: Uint32Array;
}

/** Running counts by tone of the marks of these rows, n + 1 each; `acts` as in `Marks`. O(n). */
export function toneSumsOf(table: EventTable, rows: Uint32Array, acts: Uint8Array): ToneSums {
  const n = rows.length;
  const sums = { conflict: new Uint32Array(n + 1), neutral: new Uint32Array(n + 1), passive: new Uint32Array(n + 1) };
  const conflict = TONES.indexOf('conflict');
  const neutral = TONES.indexOf('neutral');
  for (let i = 0; i < n; i++) {
    const tone = table.tone[valueAt(rows, i)];
    const isActing = acts[i] === 1;
    sums.conflict[i + 1] = valueAt(sums.conflict, i) + (isActing && tone === conflict ? 1 : 0);
    sums.neutral[i + 1] = valueAt(sums.neutral, i) + (isActing && tone === neutral ? 1 : 0);
    sums.passive[i + 1] = valueAt(sums.passive, i) + (isActing ? 0 : 1);
  }
  return sums;
}

/** Events by tone where somebody acts, and those where nobody does. */
export type ToneCounts = Readonly<Record<Tone | 'passive', number>>;

/** Counts by tone of the marks from one position up to another, not inside. */
export function countTones(sums: ToneSums, from: number, to: number): ToneCounts {
  const conflict = valueAt(sums.conflict, to) - valueAt(sums.conflict, from);
  const neutral = valueAt(sums.neutral, to) - valueAt(sums.neutral, from);
  const passive = valueAt(sums.passive, to) - valueAt(sums.passive, from);
  return { cooperation: to - from - conflict - neutral - passive, conflict, neutral, passive };
}
