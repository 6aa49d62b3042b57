import { RARE_DATES } from '../../model/dates/parse-event-date';
import { MEDIA_ADDRESSES } from './media';
import { JSON_RECOVERY, RARE_LISTS } from './read-dataset';

/**
 * Loads all that reading a file may ask for, so that `readDataset` reads any file at once: for programs and tests. The
 * page loads what a file asks for.
 */
export async function loadWholeReader(): Promise<void> {
  await Promise.all([RARE_DATES, JSON_RECOVERY, RARE_LISTS, MEDIA_ADDRESSES].map((code) => code.load()));
}
