import { fitsByHeader } from './guess-columns';
import type { GuessColumn } from './guess-columns';
import type { Meaning } from './header-words';

/** Columns by what they mean, as far as that is known; a column means one thing. */
export interface Assigned {
  readonly get: (meaning: Meaning) => GuessColumn | undefined;
  readonly all: (meaning: Meaning) => readonly GuessColumn[];
  readonly free: () => readonly GuessColumn[];
  readonly take: (column: GuessColumn, meaning: Meaning) => void;
  readonly columns: readonly GuessColumn[];
}

/** Any number of columns may mean these. */
const MANY: ReadonlySet<Meaning> = new Set<Meaning>(['actor', 'mediator', 'other']);

/** What the headers say, where the cells agree; of two columns that fit equally well the first. */
export function assign(columns: readonly GuessColumn[]): Assigned {
  const meanings = new Map<GuessColumn, Meaning>();
  const all = (meaning: Meaning): readonly GuessColumn[] =>
    columns.filter((column) => meanings.get(column) === meaning);
  const fits = fitsByHeader(columns);
  const isDirected = (['initiator', 'addressee'] as const).every((meaning) =>
    fits.some((found) => found.meaning === meaning && found.score >= 0.6),
  );
  // Of a pair that stands for itself only: `Target` and `Source`, where nobody publishes anything.
  const source = columns.find(
    (column) => /^(?:source|src)$/i.test(column.header.trim()) && column.profile.addresses === 0,
  );
  const target = columns.find((column) => /^target$/i.test(column.header.trim()));
  if (source !== undefined && target !== undefined) {
    meanings.set(source, 'initiator');
    meanings.set(target, 'addressee');
  }
  for (const { column, meaning, score } of fits) {
    if (meanings.has(column) || (!MANY.has(meaning) && all(meaning).length > 0)) continue;
    if ((meaning === 'initiator' || meaning === 'addressee') && (!isDirected || score < 0.6)) continue;
    meanings.set(column, meaning);
  }
  return {
    columns,
    all,
    get: (meaning) => all(meaning)[0],
    free: () => columns.filter((column) => !meanings.has(column) && column.cells.length > 0),
    take: (column, meaning) => meanings.set(column, meaning),
  };
}
