import type { Steps } from '../../../base/steps';
import { makeTallies } from './cell-tally';
import type { Tally, TallyColumn } from './cell-tally';
import { padded } from './join-records';
import { cellsOf, packCells, placesOf } from './record-step';
import type { RecordStep, TakeRegrouped } from './record-step';
import { makeSpan } from './span-of-days';
import type { Span, SpanColumns } from './span-of-days';

export interface GroupOptions {
  readonly by: readonly string[];
  /** Columns that tell who takes part and who says so: those of all records of a group are kept. */
  readonly kept: readonly string[];
  readonly span?: SpanColumns;
  readonly tally?: TallyColumn;
}

/** A group that is being gathered: its first record, and the kept cells of the others. */
interface Gathered {
  readonly first: string;
  readonly line: number;
  readonly members: string[];
  readonly span: Span | undefined;
  readonly tally: Tally | undefined;
}

/** Records between two places to stop, those that went into others counted too: about a millisecond. */
const RECORDS_A_STEP = 512;
/** So many different members are unpacked once each. */
const MOST_UNPACKED = 5000;

/**
 * One record for all whose cells in some columns are equal, in the order in which the first of each stands in the file;
 * records that are empty in all of these columns stay by themselves. The others are counted. Which record ends a group nobody
 * can know before the end of the file: all are held back until then, as packed texts, of the later ones only the columns that
 * are kept.
 */
export function groupStep(headers: readonly string[], options: GroupOptions, onMerged: () => void): RecordStep {
  const { by, kept, span, tally } = options;
  const keys = placesOf(headers, by);
  const keptPlaces = [...new Set(placesOf(headers, kept))].filter((place) => place >= 0);
  const nextTally = tally === undefined ? undefined : makeTallies(headers, tally);
  const gather = (cells: readonly string[], line: number): Gathered => ({
    first: packCells(cells),
    line,
    members: [],
    span: span === undefined ? undefined : makeSpan(headers, span),
    tally: nextTally?.(),
  });
  return {
    headers: [
      ...headers,
      ...(span === undefined ? [] : [span.added]),
      ...(tally === undefined || headers.includes(tally.as) ? [] : [tally.as]),
    ],
    begin: (next) => {
      const groups = new Map<string, Gathered>();
      const texts = new Map<string, string>();
      /** Half a million members say a few hundred different things: each is kept once. */
      const keptOf = (cells: readonly string[]): string => {
        const packed = packCells(keptPlaces.map((place) => cells[place] ?? ''));
        const same = texts.get(packed);
        if (same === undefined) texts.set(packed, packed);
        return same ?? packed;
      };
      const take: TakeRegrouped = (cells, line, members = []) => {
        const own = keys.map((place) => cells[place]?.trim() ?? '');
        const isAlone = own.every((cell) => cell === '');
        const key = isAlone ? `\u001D${groups.size}` : packCells(own);
        const before = groups.get(key);
        const group = before ?? gather(cells, line);
        if (before === undefined) groups.set(key, group);
        else {
          group.members.push(keptOf(cells));
          onMerged();
        }
        for (const member of members) group.members.push(keptOf(member));
        group.span?.widen(cells);
        group.tally?.count(cells);
      };
      return { take, end: () => handOn(groups.values(), keptPlaces, headers.length, next) };
    },
  };
}

function* handOn(
  groups: Iterable<Gathered>,
  keptPlaces: readonly number[],
  width: number,
  next: TakeRegrouped,
): Steps<void> {
  const unpacked = new Map<string, readonly string[]>();
  const cellsOfMember = (member: string): readonly string[] => {
    const known = unpacked.get(member);
    if (known !== undefined) return known;
    if (unpacked.size >= MOST_UNPACKED) unpacked.clear();
    const cells = memberCells(cellsOf(member), keptPlaces, width);
    unpacked.set(member, cells);
    return cells;
  };
  let count = 0;
  for (const { first, line, members, span, tally } of groups) {
    count += 1 + members.length;
    if (count >= RECORDS_A_STEP) {
      count = 0;
      yield 1;
    }
    const packed = padded(cellsOf(first), width, []);
    const own = packCells(keptPlaces.map((place) => packed[place] ?? ''));
    const others = [...new Set(members)].filter((member) => member !== own).map(cellsOfMember);
    const spanned = span?.close(packed) ?? packed;
    next(tally?.close(spanned) ?? spanned, line, others.length === 0 ? undefined : others);
  }
}

function memberCells(kept: readonly string[], places: readonly number[], width: number): readonly string[] {
  const cells = Array.from({ length: width }, () => '');
  places.forEach((place, index) => {
    cells[place] = kept[index] ?? '';
  });
  return cells;
}
