import { lazyCode } from '../../base/lazy-code';
import type { Filter } from '../../model/filter';

/** What finds a filter's words in a table: here with the search box, and for the first filter that has any. */
export const WORD_FILTER = lazyCode(() => import('../search/event-text').then(({ textMask }) => textMask));

/** Whether a filter asks for words that can't be looked for yet, until `WORD_FILTER` is here. */
export function lacksWordFilter({ text }: Pick<Filter, 'text'>): boolean {
  return hasWords(text) && WORD_FILTER.now() === undefined;
}

/** Whether a text asks for anything. */
export function hasWords(text: string): boolean {
  return text.trim() !== '';
}
