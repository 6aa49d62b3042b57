import type { LazyCode } from '../base/lazy-code';
import { lazyWithMessages } from '../base/messages/load-messages';
import { RARE_DATES } from '../model/dates/parse-event-date';
import type { Reader } from './reader';
import type { TablePlan } from './table/table-plan';

/* Readers that are loaded when a file of theirs is met, with the words for what is wrong with it. */

/** Lists of JSON objects as tables. */
export const JSON_RECORDS_READER: LazyCode<Reader<TablePlan>> = lazyWithMessages(['faults'], () =>
  Promise.all([import('./json-records/json-records-reader'), RARE_DATES.load()]).then(
    ([{ jsonRecordsReader }]) => jsonRecordsReader,
  ),
);

/** A dataset whose events stand in a CSV beside it. */
export const ROWS_FILE_READER: LazyCode<Reader> = lazyWithMessages(['faults'], () =>
  Promise.all([import('./table/rows-file-reader'), RARE_DATES.load()]).then(([{ rowsFileReader }]) => rowsFileReader),
);
