import type { Translate } from '../../base/translate';
import type { Rejection } from '../../model/rejection';
import { foundInWords } from '../rejections';
import { ownText } from '../../base/utf8-strings';

/** Faults told one by one; of those past them only how many there are. */
const MOST_TOLD = 1000;

/** Where in a file a fault stands. */
export interface RecordCellPlace {
  /** From 1: the line on which the record starts. */
  readonly line: number;
  /** From 1: which cell of the record; undefined for the record as a whole. */
  readonly column: number | undefined;
}

/** What couldn't be used of a file. */
export interface RecordFaults {
  readonly reject: (
    place: RecordCellPlace,
    fault: {
      readonly field: string;
      readonly found: string;
      readonly expected: string;
      readonly effect: Rejection['effect'];
    },
  ) => void;
  /** All so far, those that were only counted as one a kind of effect. */
  readonly all: () => readonly Rejection[];
}

/** No faults yet. */
export function makeRecordFaults(t: Translate): RecordFaults {
  const told: Rejection[] = [];
  const counted = new Map<Rejection['effect'], { line: number; count: number }>();
  return {
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
      told.push({ where, record: undefined, field, found: ownText(foundInWords(found, t)), expected, effect });
    },
    all: () => [
      ...told,
      ...[...counted].map(([effect, { line, count }]): Rejection => ({
        where: t('position.lineOn', { line: String(line) }),
        record: undefined,
        field: '',
        found: t('found.more', { n: count }),
        expected: t('expected.asBefore'),
        effect,
        count,
      })),
    ],
  };
}
