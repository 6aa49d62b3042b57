import type { Translate } from '../../base/translate';
import { NO_TYPE } from '../../model/event-table';
import { stanceOfType } from '../../model/tone';
import { EVENT_TYPES, TONES } from '../../model/vocabulary';
import type { BoundWord, BoundMapping } from './bind-mapping';
import type { TableRecord } from './record';
import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';

/** Type, tone and importance of the records; undefined where the mapping says nothing of them. */
export interface WordCells {
  readonly take: () => void;
  readonly type: GrowableArray<Uint8Array> | undefined;
  readonly tone: GrowableArray<Uint8Array> | undefined;
  readonly importance: GrowableArray<Uint8Array> | undefined;
}

const NEUTRAL = TONES.indexOf('neutral');
const TONE_OF_TYPE = EVENT_TYPES.map((type) => TONES.indexOf(stanceOfType(type, undefined).tone));

/** Reads those words of one record after the other. */
export function makeWordCells({ type, tone, importance }: BoundMapping, record: TableRecord, t: Translate): WordCells {
  const words: Omit<WordCells, 'take'> = {
    type: bytesIf(type !== undefined),
    tone: bytesIf(tone !== undefined),
    importance: bytesIf(importance !== undefined),
  };
  const indexOf = (word: BoundWord, none: number): number => {
    if (typeof word === 'number') return word;
    const cell = record.cell(word.column);
    const index = word.indexOf.get(cell);
    if (index === undefined && cell !== '')
      record.tell(word.column, cell, t('expected.oneOf', { list: word.words }), 'dropped');
    return index ?? none;
  };
  const importanceIn = (column: number): number => {
    const cell = record.cell(column);
    const number = Number(cell);
    if (number === 1 || number === 2 || number === 3) return number;
    if (cell !== '') record.tell(column, cell, t('expected.oneOf', { list: '1, 2, 3' }), 'dropped');
    return 2;
  };
  return {
    ...words,
    take: () => {
      const its = type === undefined ? NO_TYPE : indexOf(type, NO_TYPE);
      words.type?.push(its);
      if (tone !== undefined) words.tone?.push(indexOf(tone, TONE_OF_TYPE[its] ?? NEUTRAL));
      if (importance !== undefined)
        words.importance?.push(typeof importance === 'number' ? importance : importanceIn(importance.column));
    },
  };
}

function bytesIf(isThere: boolean): GrowableArray<Uint8Array> | undefined {
  return isThere ? growableArray((length) => new Uint8Array(length)) : undefined;
}
