import type { LazyCode } from '../base/lazy-code';
import { withWords } from '../base/messages/words';
import { RARE_DATES } from '../model/dates/parse-event-date';
import type { Reader } from './reader';
import type { TablePlan } from './table/table-plan';

/* Readers that are loaded when a file of theirs is met, with the words for what is wrong with it. */

/** Delimited text; who knows already what its columns mean comes here with a `mappedPlan`. */
export const TABLE_READER: LazyCode<Reader<TablePlan>> = withWords(() =>
  Promise.all([import('./table/table-reader'), RARE_DATES.load()]).then(([{ tableReader }]) => tableReader),
);

/** A dataset whose events stand in a CSV beside it. */
export const ROWS_FILE_READER: LazyCode<Reader> = withWords(() =>
  Promise.all([import('./table/rows-file-reader'), RARE_DATES.load()]).then(([{ rowsFileReader }]) => rowsFileReader),
);
