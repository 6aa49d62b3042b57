import { ownText } from '../../base/utf8-strings';
import type { Translate } from '../../base/translate';
import type { Rejection } from '../../model/rejection';
import { foundInWords } from '../rejections';

/** Faults told one by one; of those past them only how many there are. */
const MOST_TOLD = 10_000;

/** Where in a file a fault stands. */
export interface RecordCellPlace {
  /** From 1: the line on which the record starts. */
  readonly line: number;
  /** From 1: which cell of the record; undefined for the record as a whole. */
  readonly column: number | undefined;
}

export interface RecordFault {
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly effect: Rejection['effect'];
}

/** What couldn't be used of a file. */
export interface RecordFaults {
  readonly reject: (place: RecordCellPlace, fault: RecordFault) => void;
  /** Faults that only all records together show, as they are now; handed over by a function, asked at each `all`. */
  readonly later: (tell: (reject: RecordFaults['reject']) => void) => void;
  /** All so far in the order of lines, those that were only counted as one a kind of effect. */
  readonly all: () => readonly Rejection[];
}

type Told = Rejection & { readonly line: number };

interface FaultList {
  readonly told: readonly Told[];
  readonly counted: ReadonlyMap<Rejection['effect'], { readonly line: number; readonly count: number }>;
}

/** No faults yet. */
export function makeRecordFaults(t: Translate): RecordFaults {
  const now = makeFaultList(t);
  const tellers: ((reject: RecordFaults['reject']) => void)[] = [];
  return {
    reject: now.reject,
    later: (tell) => void tellers.push(tell),
    all: () => {
      const late = makeFaultList(t);
      for (const tell of tellers) tell(late.reject);
      return rejectionsOf([now, late], t);
    },
  };
}

function makeFaultList(t: Translate): FaultList & Pick<RecordFaults, 'reject'> {
  const told: Told[] = [];
  const counted = new Map<Rejection['effect'], { line: number; count: number }>();
  return {
    told,
    counted,
    reject: ({ line, column }, { field, found, expected, effect }) => {
      if (told.length >= MOST_TOLD && effect !== 'cut-short') {
        const more = counted.get(effect) ?? { line, count: 0 };
        more.count += 1;
        counted.set(effect, more);
        return;
      }
      const where =
        column === undefined
          ? t('position.line', { line: String(line) })
          : t('position', { line: String(line), column: String(column) });
      told.push({
        where,
        record: undefined,
        field,
        found: ownText(foundInWords(found, t)),
        expected,
        effect,
        line,
        ...(column !== undefined && { column }),
      });
    },
  };
}

function rejectionsOf(lists: readonly FaultList[], t: Translate): readonly Rejection[] {
  const told = lists.flatMap((list) => list.told).toSorted((a, b) => a.line - b.line);
  const counted = new Map<Rejection['effect'], { line: number; count: number }>();
  const count = (effect: Rejection['effect'], line: number, n: number): void => {
    const more = counted.get(effect) ?? { line, count: 0 };
    counted.set(effect, { line: Math.min(more.line, line), count: more.count + n });
  };
  for (const list of lists) for (const [effect, { line, count: n }] of list.counted) count(effect, line, n);
  const most = told.filter(({ effect }, index) => index < MOST_TOLD || effect === 'cut-short');
  for (const { effect, line } of told.slice(MOST_TOLD)) if (effect !== 'cut-short') count(effect, line, 1);
  return [
    ...most,
    ...[...counted].map(([effect, { line, count: n }]): Rejection => ({
      where: t('position.lineOn', { line: String(line) }),
      record: undefined,
      field: '',
      found: t('found.more', { n }),
      expected: t('expected.asBefore'),
      effect,
      count: n,
      line,
    })),
  ];
}
