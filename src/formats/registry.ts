import type { LazyCode } from '../base/lazy-code';
import { withWords } from '../base/messages/words';
import { RARE_DATES } from '../model/dates/parse-event-date';
import { jsonReader } from './json/json-reader';
import { recogniseJson } from './json/recognise-json';
import type { Reader } from './reader';
import type { Confidence } from './recognise';
import { recogniseRowsFile, recogniseTable } from './table/recognise-table';
import type { TablePlan } from './table/table-plan';

/** A format of files that a timeline is read from: docs/formats.md says how to add one. */
export interface Format {
  readonly id: string;
  /** What its own people call it. */
  readonly name: string;
  /** Looks at the first bytes of a file, HEAD_BYTES at most; its name says nothing. Under a millisecond. */
  readonly recognise: (head: Uint8Array) => Confidence;
  /** What reads it, loaded when such a file is met. Rejects with `CodeMissing`. */
  readonly load: () => Promise<Reader>;
  /** The same if it is here: what comes with the page is read without a pause. */
  readonly now: () => Reader | undefined;
}

/** Tables whose columns somebody has said the meaning of; the loader comes here with a plan that is made already. */
export const TABLE_READER: LazyCode<Reader<TablePlan>> = withWords(() =>
  Promise.all([import('./table/table-reader'), RARE_DATES.load()]).then(([{ tableReader }]) => tableReader),
);

const ROWS_FILE_READER = withWords(() =>
  Promise.all([import('./table/rows-file-reader'), RARE_DATES.load()]).then(([{ rowsFileReader }]) => rowsFileReader),
);

/** In the entry: the page's own dataset is one. */
const OWN_JSON: Format = {
  id: 'json',
  name: 'JSON',
  recognise: recogniseJson,
  load: () => Promise.resolve(jsonReader),
  now: () => jsonReader,
};

/** The one list. Of two that are equally sure the first is asked first. */
export const FORMATS: readonly Format[] = [
  { id: 'rows', name: 'JSON + CSV', recognise: recogniseRowsFile, ...ROWS_FILE_READER },
  OWN_JSON,
  { id: 'table', name: 'CSV', recognise: recogniseTable, ...TABLE_READER },
];

const SURER: readonly Confidence[] = ['certain', 'likely', 'possible'];

/**
 * The formats that a file may be of, the surest first. The last resort is our own JSON, whose reader says in words
 * where a text stops being any.
 */
export function formatsOf(head: Uint8Array): readonly Format[] {
  const found = FORMATS.map((format) => ({ format, rank: SURER.indexOf(format.recognise(head)) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ format }) => format);
  return found.includes(OWN_JSON) ? found : [...found, OWN_JSON];
}
