import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';
import type { Translate } from '../../base/translate';
import { ownText } from '../../base/utf8-strings';
import { NO_TYPE } from '../../model/event-table';
import { stanceOfType } from '../../model/tone';
import { EVENT_TYPES, TONES } from '../../model/vocabulary';
import { readType } from '../cells/type-cell';
import type { BoundMapping, BoundWord } from './bind-mapping';
import { makeCodeCells } from './code-cells';
import type { CodeCells } from './code-cells';
import type { TypeWord } from './findings';
import type { TableRecord } from './record';
import { makeLateTextStore } from './text-store';
import type { LateTextStore } from './text-store';

/** Type, tone and importance of the records; undefined where the mapping says nothing of them. */
export interface WordCells {
  readonly take: () => void;
  readonly type: GrowableArray<Uint8Array> | undefined;
  readonly tone: GrowableArray<Uint8Array> | undefined;
  readonly importance: GrowableArray<Uint8Array> | undefined;
  readonly codes: CodeCells | undefined;
  /** Words of the type's column that are none of ours. */
  readonly unknown: LateTextStore;
  readonly typeWords: () => readonly TypeWord[];
}

const NEUTRAL = TONES.indexOf('neutral');
const TONE_OF_TYPE = EVENT_TYPES.map((type) => TONES.indexOf(stanceOfType(type, undefined).tone));
const MOST_WORDS = 1000;

/** Reads those words of one record after the other. */
export function makeWordCells(
  { type, tone, importance, cameo }: BoundMapping,
  record: TableRecord,
  t: Translate,
): WordCells {
  const codes = cameo === undefined ? undefined : makeCodeCells(cameo, record, t);
  const unknown = makeLateTextStore();
  const words = {
    type: bytesIf(type !== undefined),
    tone: bytesIf(tone !== undefined || codes !== undefined),
    importance: bytesIf(importance !== undefined),
  };
  const counts = new Map<string, { count: number; readonly index: number | undefined }>();
  const ours = makeOurTypes(t);
  const typeIn = (word: BoundWord): number => {
    if (typeof word === 'number') return word;
    const cell = record.cell(word.column);
    const index = word.indexOf.get(cell) ?? (word.known ? ours(cell) : undefined);
    if (cell !== '') {
      countWord(counts, cell, index);
      if (index === undefined && !word.known)
        record.tell(word.column, cell, t('expected.oneOf', { list: word.words }), 'dropped');
    }
    unknown.add(index === undefined ? record.text(word.column) : '');
    return index ?? NO_TYPE;
  };
  const toneIn = (word: BoundWord, none: number): number => {
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
    codes,
    unknown,
    take: () => {
      const its = type === undefined ? NO_TYPE : typeIn(type);
      const ofCode = codes?.take(its !== NO_TYPE);
      const usual = TONE_OF_TYPE[its] ?? ofCode ?? NEUTRAL;
      words.type?.push(its);
      words.tone?.push(tone === undefined ? usual : toneIn(tone, usual));
      if (importance !== undefined)
        words.importance?.push(typeof importance === 'number' ? importance : importanceIn(importance.column));
    },
    typeWords: () =>
      [...counts]
        .map(([word, { count, index }]) => ({
          word,
          count,
          type: index === undefined ? undefined : EVENT_TYPES[index],
        }))
        .toSorted((a, b) => b.count - a.count),
  };
}

function countWord(
  counts: Map<string, { count: number; readonly index: number | undefined }>,
  word: string,
  index: number | undefined,
): void {
  const known = counts.get(word);
  if (known !== undefined) known.count += 1;
  else if (counts.size < MOST_WORDS) counts.set(ownText(word), { count: 1, index });
}

/** Our own words for types, by their place among them (`readType`). */
function makeOurTypes(t: Translate): (word: string) => number | undefined {
  const found = new Map<string, number | undefined>();
  return (word) => {
    if (found.has(word)) return found.get(word);
    const type = readType(word, t);
    const index = type === undefined ? undefined : EVENT_TYPES.indexOf(type);
    if (found.size < MOST_WORDS) found.set(ownText(word), index);
    return index;
  };
}

function bytesIf(isThere: boolean): GrowableArray<Uint8Array> | undefined {
  return isThere ? growableArray((length) => new Uint8Array(length)) : undefined;
}
