import type { Steps } from '../../../base/steps';
import type { TableMapping } from '../table-mapping';
import { padded } from './join-records';
import { exchanged, pairedColumns } from './paired-columns';
import type { ColumnPair } from './paired-columns';
import { cellsOf, packCells } from './record-step';
import type { RecordStep, TakeRegrouped } from './record-step';

/** By what two records are the same event told from both sides. */
export interface Mirroring {
  /** All columns of two sides. */
  readonly pairs: readonly ColumnPair[];
  /** A text that is equal for A-B and B-A with all else equal, and whether the record stands the other way round in it. */
  readonly keyOf: (cells: readonly string[]) => { readonly key: string; readonly isTurned: boolean };
}

/**
 * The two sides are the first two columns of actors, or what these are made of, and all columns beside them of two sides. Ids
 * and what is made of other columns aren't compared: they follow from the rest, or say which row it was.
 */
export function mirroringOf(headers: readonly string[], { actors = [], derive = [], id }: TableMapping): Mirroring {
  const [one, other] = actors.map(({ column }) => column);
  const [from, to] = [one, other].map((column) => madeOf(column, derive));
  const pairs = [
    ...(one === undefined || other === undefined ? [] : pairedColumns(headers, one, other)),
    ...(from === undefined || to === undefined || from === one ? [] : pairedColumns(headers, from, to)),
  ];
  const made = new Set(derive.map(({ as }) => as));
  const ignored = headers.flatMap((header, place) => (header === id || made.has(header) ? [place] : []));
  return {
    pairs,
    keyOf: (given) => {
      const cells = [...padded(given, headers.length, [])];
      for (const place of ignored) cells[place] = '';
      const forth = packCells(cells);
      const back = packCells(exchanged(cells, pairs));
      return back < forth ? { key: back, isTurned: true } : { key: forth, isTurned: false };
    },
  };
}

function madeOf(column: string | undefined, derive: NonNullable<TableMapping['derive']>): string | undefined {
  const maker = derive.find(({ as }) => as === column);
  if (maker === undefined) return column;
  if ('of' in maker) return maker.of;
  return 'first' in maker ? maker.first[0] : undefined;
}

interface Held {
  readonly first: string;
  readonly line: number;
  readonly isTurned: boolean;
  /** Whether it stood both ways. */
  isBoth: boolean;
  members: (readonly string[])[] | undefined;
}

const RECORDS_A_STEP = 4096;

/**
 * A-B and B-A with all else equal become one record, of which B-A is a member, and so do records that are equal as they stand;
 * each that goes into another is counted. Held back to the end, since the other may be the last.
 */
export function mirroredStep(
  headers: readonly string[],
  { pairs, keyOf }: Mirroring,
  onMerged: (how: 'mirrored' | 'equal') => void,
): RecordStep {
  return {
    headers,
    begin: (next) => {
      const held = new Map<string, Held>();
      const take: TakeRegrouped = (cells, line, members) => {
        const { key, isTurned } = keyOf(cells);
        const same = held.get(key);
        if (same === undefined) {
          const own = members === undefined ? undefined : [...members];
          held.set(key, { first: packCells(cells), line, isTurned, isBoth: false, members: own });
          return;
        }
        const isMirrored = same.isTurned !== isTurned;
        if (isMirrored) same.isBoth = true;
        if (members !== undefined) (same.members ??= []).push(...members);
        onMerged(isMirrored ? 'mirrored' : 'equal');
      };
      return { take, end: () => handOn(held.values(), pairs, next) };
    },
  };
}

function* handOn(held: Iterable<Held>, pairs: readonly ColumnPair[], next: TakeRegrouped): Steps<void> {
  let count = 0;
  for (const { first, line, isBoth, members = [] } of held) {
    if (count++ % RECORDS_A_STEP === 0) yield 1;
    const cells = cellsOf(first);
    const all = isBoth ? [exchanged(cells, pairs), ...members] : members;
    next(cells, line, all.length === 0 ? undefined : all);
  }
}
