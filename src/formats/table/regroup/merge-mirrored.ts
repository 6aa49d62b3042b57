import type { Steps } from '../../../base/steps';
import { exchanged } from './paired-columns';
import type { ColumnPair } from './paired-columns';
import { cellsOf, packCells } from './record-step';
import type { RecordStep, TakeRegrouped } from './record-step';
import { padded } from './join-records';

interface Held {
  readonly line: number;
  /** Whether the first of them stood the other way round than its packed text. */
  readonly isTurned: boolean;
  /** Whether it stood both ways. */
  isBoth: boolean;
  readonly id: string;
  members: (readonly string[])[] | undefined;
}

const RECORDS_A_STEP = 4096;

/**
 * A-B and B-A with all else equal but the id become one record, of which B-A is a member, and so do records that are equal as
 * they stand; each that goes into another is counted. Held back to the end, since the other may be the last.
 */
export function mirroredStep(
  headers: readonly string[],
  pairs: readonly ColumnPair[],
  idPlace: number,
  onMerged: (how: 'mirrored' | 'equal') => void,
): RecordStep {
  return {
    headers,
    begin: (next) => {
      const held = new Map<string, Held>();
      const take: TakeRegrouped = (given, line, members) => {
        const id = given[idPlace] ?? '';
        const cells = [...padded(given, headers.length, [])];
        if (idPlace >= 0) cells[idPlace] = '';
        const forth = packCells(cells);
        const back = packCells(exchanged(cells, pairs));
        const isTurned = back < forth;
        const key = isTurned ? back : forth;
        const same = held.get(key);
        if (same === undefined) {
          held.set(key, {
            line,
            isTurned,
            isBoth: false,
            id,
            members: members === undefined ? undefined : [...members],
          });
          return;
        }
        const isMirrored = same.isTurned !== isTurned;
        if (isMirrored) same.isBoth = true;
        if (members !== undefined) (same.members ??= []).push(...members);
        onMerged(isMirrored ? 'mirrored' : 'equal');
      };
      return { take, end: () => handOn(held, pairs, idPlace, next) };
    },
  };
}

function* handOn(
  held: ReadonlyMap<string, Held>,
  pairs: readonly ColumnPair[],
  idPlace: number,
  next: TakeRegrouped,
): Steps<void> {
  let count = 0;
  for (const [key, { line, isTurned, isBoth, id, members = [] }] of held) {
    if (count++ % RECORDS_A_STEP === 0) yield 1;
    const packed = cellsOf(key);
    const cells = [...(isTurned ? exchanged(packed, pairs) : packed)];
    const all = isBoth ? [exchanged(cells, pairs), ...members] : members;
    if (idPlace >= 0) cells[idPlace] = id;
    next(cells, line, all.length === 0 ? undefined : all);
  }
}
