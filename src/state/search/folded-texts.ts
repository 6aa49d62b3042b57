import { valueAt } from '../../base/value-at';
import type { Steps } from '../../base/steps';
import { foldText } from './fold-text';
import { beginsWord, NOT_FOUND, RANK_INSIDE, RANK_START, RANK_WORD } from './search-rank';
import { numbered } from '../../base/numbered';

/**
 * The folded texts of rows, equal ones kept once, end to end in long strings: in memory they take little more than
 * their letters, and a word is looked for with `indexOf` over all of a string.
 */
export interface FoldedTexts {
  /** Index of each row's text. */
  readonly textOfRow: Uint32Array;
  /** How many texts there are. */
  readonly size: number;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly folded: string;
  /** Index of its first text. */
  readonly first: number;
  /** Where each of its texts begins, and one more: where the next would. */
  readonly starts: Uint16Array | Uint32Array;
}

/** Between two texts; no text holds it. */
const BETWEEN = '\0';
/** Letters in a piece: about a millisecond to fold where they have accents. */
const PIECE = 32_768;
/** Texts among which equal ones are looked for; a file with more different ones hardly repeats itself. */
const KNOWN_MOST = 65_536;
const TEXTS_A_STEP = 2048;
const PIECES_A_STEP = 16;

/** Folds the texts of `size` rows. O(text). */
export function* foldedTextsSteps(size: number, textAt: (row: number) => string): Steps<FoldedTexts> {
  const textOfRow = new Uint32Array(size);
  const known = new Map<string, number>();
  const pieces: Piece[] = [];
  let gathered: string[] = [];
  let letters = 0;
  let count = 0;
  const close = () => {
    pieces.push(makePiece(gathered, count - gathered.length));
    gathered = [];
    letters = 0;
  };
  for (let row = 0; row < size; row += 1) {
    if (row % TEXTS_A_STEP === 0) yield row / size;
    const text = textAt(row);
    let index = known.get(text);
    if (index === undefined) {
      index = count;
      count += 1;
      if (known.size < KNOWN_MOST) known.set(text, index);
      gathered.push(text);
      letters += text.length + 1;
      if (letters >= PIECE) close();
    }
    textOfRow[row] = index;
  }
  close();
  return { textOfRow, size: count, pieces };
}

function makePiece(texts: readonly string[], first: number): Piece {
  const parts = texts.map((text) => (text.includes(BETWEEN) ? text.replaceAll(BETWEEN, ' ') : text));
  const folded = foldText(parts.join(BETWEEN));
  const starts = folded.length < 65_535 ? new Uint16Array(texts.length + 1) : new Uint32Array(texts.length + 1);
  for (let i = 1; i < texts.length; i += 1) starts[i] = folded.indexOf(BETWEEN, starts[i - 1]) + 1;
  starts[texts.length] = folded.length + 1;
  return { folded, first, starts };
}

/**
 * The rank of a folded needle in each text, as `rankWord` of a title alone gives it; NOT_FOUND where it isn't. O(text).
 */
export function* foldedTextsRankSteps({ pieces, size }: FoldedTexts, needle: string): Steps<Uint8Array> {
  const ranks = new Uint8Array(size).fill(NOT_FOUND);
  if (needle === '' || needle.includes(BETWEEN)) return ranks;
  for (const [index, piece] of numbered(pieces)) {
    if (index % PIECES_A_STEP === 0) yield index / pieces.length;
    rankInPiece(piece, needle, ranks);
  }
  return ranks;
}

function rankInPiece({ folded, first, starts }: Piece, needle: string, ranks: Uint8Array): void {
  let text = 0;
  let at = folded.indexOf(needle);
  while (at !== -1) {
    while ((starts[text + 1] ?? Infinity) <= at) text += 1;
    const rank = at === starts[text] ? RANK_START : beginsWord(folded, at) ? RANK_WORD : RANK_INSIDE;
    if (rank < valueAt(ranks, first + text)) ranks[first + text] = rank;
    // Inside a word there may be a better place further on in the same text.
    at = folded.indexOf(needle, rank === RANK_INSIDE ? at + 1 : starts[text + 1]);
  }
}
