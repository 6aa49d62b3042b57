import { memoByObject } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import { ROWS_A_STEP, runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { EventTable } from '../../model/event-table';
import { foldedWords } from './fold-text';
import { dateWords, wordInEnglishDate } from './month-names';
import { NOT_FOUND, RANK_ELSEWHERE, RANK_INSIDE_ELSEWHERE, RANK_START, RANK_WORD, rankElsewhere } from './search-rank';
import { foldedTextsRankSteps } from './folded-texts';
import type { FoldedTexts } from './folded-texts';
import { textIndexSteps } from './text-index';
import type { TextIndex } from './text-index';

/** Where the words of a query stand. */
export interface FoundText {
  /** Each row's rank (search-rank.ts), NOT_FOUND where a word is missing. */
  readonly ranks: Uint8Array;
  /** 1 for each row that has all the words. */
  readonly mask: Uint8Array;
  readonly count: number;
}

/** What is known of a table's texts; the index is made by whoever needs it first, a step at a time, and shared. */
interface Searched {
  index: TextIndex | undefined;
  readonly indexing: Steps<TextIndex>;
  /** The last few queries, the latest last. */
  readonly found: Map<string, FoundText>;
}

/** Half a million rows take a megabyte a query. */
const KEPT_QUERIES = 4;

/**
 * 1 for each row whose text holds all words of a query; undefined for a query without words, which asks for nothing.
 * O(text), at once.
 */
export function textMask(table: EventTable, query: string): Uint8Array | undefined {
  return foldedWords(query).length === 0 ? undefined : runToEnd(findTextSteps(table, query)).mask;
}

/** Folds a table's texts ahead of its first search. */
export function* indexTextSteps(table: EventTable): Steps<TextIndex> {
  const known = searchedIn(table);
  while (known.index === undefined) {
    const step = known.indexing.next();
    if (step.done === true) known.index = step.value;
    else yield step.value;
  }
  return known.index;
}

/**
 * Looks for all words of a query in every row's title, label, summary, place, date, actors' names, statements and
 * claims. Dates are known in English; of other languages of the page the names of months are looked for as well, in all
 * of them, so that a query finds the same for every reader it is sent to. O(text).
 */
export function* findTextSteps(table: EventTable, query: string): Steps<FoundText> {
  const words = dateWords(foldedWords(query));
  const key = words.join(' ');
  const { found } = searchedIn(table);
  let known = found.get(key);
  if (known === undefined) {
    const index = yield* indexTextSteps(table);
    known = yield* look(table, index, words);
  }
  found.delete(key);
  found.set(key, known);
  for (const old of found.keys()) if (found.size > KEPT_QUERIES) found.delete(old);
  return known;
}

const searchedIn = memoByObject((table: EventTable): Searched => ({
  index: undefined,
  indexing: textIndexSteps(table),
  found: new Map(),
}));

function* look(table: EventTable, index: TextIndex, words: readonly string[]): Steps<FoundText> {
  const ranks = new Uint8Array(table.size);
  for (const word of new Set(words)) yield* raiseToWord(table, index, word, ranks);
  if (words.length > 1) yield* lowerForPhrase(index.titles, words.join(' '), ranks);
  const mask = new Uint8Array(table.size);
  let count = 0;
  for (let from = 0; from < table.size; from += ROWS_A_STEP) {
    yield from / table.size;
    count += markFound(ranks, mask, from, Math.min(from + ROWS_A_STEP, table.size));
  }
  return { ranks, mask, count };
}

// The loops over all rows stand in functions of their own: a generator's body is compiled late and runs several times
// slower.

function markFound(ranks: Uint8Array, mask: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let row = from; row < to; row += 1) {
    if (ranks[row] === NOT_FOUND) continue;
    mask[row] = 1;
    count += 1;
  }
  return count;
}

/** Ranks of one word by title, other text, actor and date. */
interface WordRanks {
  readonly inTitle: Uint8Array;
  readonly inOther: Uint8Array;
  readonly inDate: Uint8Array;
  /** Undefined where no actor's name has it. */
  readonly inName: Uint8Array | undefined;
}

function* raiseToWord(table: EventTable, index: TextIndex, word: string, ranks: Uint8Array): Steps<void> {
  const inTitle = yield* foldedTextsRankSteps(index.titles, word);
  const inOther = (yield* foldedTextsRankSteps(index.others, word)).map(elsewhere);
  const inEnglish = wordInEnglishDate(word);
  const inDate = Uint8Array.from(index.dates.texts, (text) => {
    const rank = rankElsewhere(text, word);
    return rank === NOT_FOUND && inEnglish !== undefined ? rankElsewhere(text, inEnglish) : rank;
  });
  const inName = Uint8Array.from(index.names, (text) => rankElsewhere(text, word));
  const found = { inTitle, inOther, inDate, inName: inName.some((rank) => rank !== NOT_FOUND) ? inName : undefined };
  for (let from = 0; from < table.size; from += ROWS_A_STEP) {
    yield from / table.size;
    raiseRows(table, index, found, ranks, from, Math.min(from + ROWS_A_STEP, table.size));
  }
}

/** A row is as good as the worst of the words in it. */
function raiseRows(
  table: EventTable,
  { titles, others, dates }: TextIndex,
  { inTitle, inOther, inDate, inName }: WordRanks,
  ranks: Uint8Array,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    let rank = inTitle[valueAt(titles.textOfRow, row)] ?? NOT_FOUND;
    if (rank === NOT_FOUND) {
      rank = Math.min(
        inOther[valueAt(others.textOfRow, row)] ?? NOT_FOUND,
        inDate[valueAt(dates.ofRow, row)] ?? NOT_FOUND,
      );
      if (inName !== undefined && rank > RANK_ELSEWHERE) rank = Math.min(rank, bestName(table, row, inName));
    }
    if (rank > valueAt(ranks, row)) ranks[row] = rank;
  }
}

/** The rank of a text by itself as one of what stands after the title. */
function elsewhere(rank: number): number {
  return rank === NOT_FOUND ? NOT_FOUND : rank <= RANK_WORD ? RANK_ELSEWHERE : RANK_INSIDE_ELSEWHERE;
}

function bestName({ participantOffset, participantActor }: EventTable, row: number, inName: Uint8Array): number {
  let best = NOT_FOUND;
  const end = valueAt(participantOffset, row + 1);
  for (let i = valueAt(participantOffset, row); i < end; i += 1)
    best = Math.min(best, inName[valueAt(participantActor, i)] ?? NOT_FOUND);
  return best;
}

/** Titles that begin with the words as they were typed come before those that only hold them. */
function* lowerForPhrase(titles: FoldedTexts, phrase: string, ranks: Uint8Array): Steps<void> {
  const inTitle = yield* foldedTextsRankSteps(titles, phrase);
  for (let from = 0; from < ranks.length; from += ROWS_A_STEP) {
    yield from / ranks.length;
    lowerRows(titles.textOfRow, inTitle, ranks, from, Math.min(from + ROWS_A_STEP, ranks.length));
  }
}

function lowerRows(textOfRow: Uint32Array, inTitle: Uint8Array, ranks: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row += 1) {
    if (ranks[row] === RANK_WORD && inTitle[valueAt(textOfRow, row)] === RANK_START) ranks[row] = RANK_START;
  }
}
