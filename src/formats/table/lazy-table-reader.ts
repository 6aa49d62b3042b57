import type { LazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import { RARE_DATES } from '../../model/dates/parse-event-date';
import type { Reader } from '../reader';
import type { TablePlan } from './table-plan';

/**
 * Reads delimited text, with the words for what is wrong with it; who knows already what its columns mean comes here with
 * a `mappedPlan`.
 */
export const TABLE_READER: LazyCode<Reader<TablePlan>> = lazyWithMessages(['faults'], () =>
  Promise.all([import('./table-reader'), RARE_DATES.load()]).then(([{ tableReader }]) => tableReader),
);
