import { english } from '../../base/messages/en';
import { makeTranslate } from '../../base/translate';
import { readDataset } from './read-dataset';
import type { ReadResult } from './read-dataset';

const t = makeTranslate('en', english);

/**
 * As `readDataset`, with what is wrong in English: for the build and for tests. Of no use to the page, which loads
 * English as it needs it.
 */
export function readInEnglish(text: string, sourceName: string): ReadResult {
  return readDataset(text, sourceName, t);
}
