import { shortenAtWord } from '../../base/clean-text';
import { firstSentence } from '../../base/first-sentence';
import type { Translate } from '../../base/translate';
import type { TextColumn } from '../../model/text-column';
import type { BoundMapping, TitlePart } from './bind-mapping';
import type { TableFindings } from './findings';
import { LONGEST_TEXT } from './record';
import type { TableRecord } from './record';
import { makeLateTextStore } from './text-store';

/** What the records are called. */
export interface TitleCells {
  /** Takes the title of the record, which is the `index`th from 0. */
  readonly take: (index: number) => void;
  /** `texts` has the columns that titles are put together from. */
  readonly column: (texts: ReadonlyMap<number, TextColumn>, size: number) => TextColumn;
  /** Of the texts that titles were made from and that no column of the event has. */
  readonly summaries: () => TextColumn | undefined;
  readonly findings: () => TableFindings['titles'];
}

/** Different titles that are counted; past them there are at least so many. */
const MOST_DISTINCT = 100_000;
/** Longer than any sentence that is a title: it stands whole in the summary. */
const LONGEST_SENTENCE = 2000;

/** Reads the titles of one record after the other; without one, it is made of the record's texts. */
export function makeTitleCells({ title, summary, free }: BoundMapping, record: TableRecord, t: Translate): TitleCells {
  const made = makeLateTextStore();
  const summaries = makeLateTextStore();
  const titled = title.flatMap((part) => (typeof part === 'string' ? [] : [part.column]));
  const distinct = new Set<number>();
  const found = { longest: 0, made: 0 };
  const hasTitle = (): boolean =>
    title.length > 0 && (titled.length === 0 || titled.some((column) => record.cell(column) !== ''));
  const note = (text: string): void => {
    found.longest = Math.max(found.longest, text.length);
    if (distinct.size < MOST_DISTINCT) distinct.add(hashOf(text));
  };
  const makeTitle = (index: number): { readonly text: string; readonly whole: string } => {
    const own = summary === undefined ? '' : record.text(summary);
    const whole = own === '' ? longestText(free, record) : own;
    if (whole === '') return { text: t('table.row', { n: t.digits(index + 1) }), whole: '' };
    const text = titleOf(whole);
    return { text, whole: own === '' && text !== whole ? whole : '' };
  };
  return {
    take: (index) => {
      if (hasTitle()) {
        note(composed(title, record));
        made.add('');
        summaries.add('');
        return;
      }
      const { text, whole } = makeTitle(index);
      found.made += 1;
      note(text);
      made.add(text);
      summaries.add(whole);
    },
    column: (texts, size) => {
      const own = titleColumn(title, texts, size);
      const filled = made.column();
      return filled === undefined ? own : either(filled, own);
    },
    summaries: summaries.column,
    findings: () => ({ ...found, distinct: distinct.size }),
  };
}

function titleOf(text: string): string {
  const line = text.trim();
  // Where sentences end costs more than all else of a record.
  const first = /[.!?…؟۔。！？\n\r]/u.test(line.slice(0, -1)) ? firstSentence(line.slice(0, LONGEST_SENTENCE)) : line;
  return first.length < LONGEST_SENTENCE ? first : shortenAtWord(first, LONGEST_SENTENCE / 4);
}

/** The longest of the cells that nothing is said of; numbers and addresses are no texts. */
function longestText(columns: readonly number[], record: TableRecord): string {
  let best: number | undefined;
  let length = 0;
  for (const column of columns) {
    const cell = record.cell(column);
    if (cell.length <= length || !/\p{L}/u.test(cell) || /^https?:\/\/\S+$/i.test(cell)) continue;
    best = column;
    ({ length } = cell);
  }
  return best === undefined ? '' : record.text(best);
}

function composed(title: readonly TitlePart[], record: TableRecord): string {
  let text = '';
  for (const part of title) text += typeof part === 'string' ? part : record.cell(part.column);
  return text;
}

function titleColumn(title: readonly TitlePart[], texts: ReadonlyMap<number, TextColumn>, size: number): TextColumn {
  const [only] = title;
  const single = title.length === 1 && typeof only === 'object' ? texts.get(only.column) : undefined;
  return (
    single ??
    composedColumn(
      title.map((part) => (typeof part === 'string' ? part : (texts.get(part.column) ?? ''))),
      size,
      LONGEST_TEXT,
    )
  );
}

/** Texts put together from other columns when somebody looks; none of them is kept. At most `most` characters each. */
export function composedColumn(parts: readonly (string | TextColumn)[], size: number, most: number): TextColumn {
  const at = (record: number): string => {
    if (!(record >= 0 && record < size)) throw new RangeError(`No text at record ${record}: the column has ${size}`);
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : part.at(record);
    return shortenAtWord(text, most);
  };
  return { size, at, find: (text) => findIn(size, at, text) };
}

/** The text of the first column, where that is empty the second's. */
export function either(first: TextColumn, second: TextColumn): TextColumn {
  const at = (record: number): string => first.at(record) || second.at(record);
  return { size: first.size, at, find: (text) => findIn(first.size, at, text) };
}

function findIn(size: number, at: (record: number) => string, text: string): number | undefined {
  for (let record = 0; record < size; record++) if (at(record) === text) return record;
  return undefined;
}

/** 53 bits of a text: of a hundred thousand texts no two have the same, but once in a million files. */
function hashOf(text: string): number {
  let high = 0xdead_beef;
  let low = 0x41c6_ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x9e37_79b1);
    low = Math.imul(low ^ code, 0x5f35_6495);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
