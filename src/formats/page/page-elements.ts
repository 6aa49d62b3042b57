import { WORDS_ID } from '../../base/messages/words-element';

/** Ids of what a saved page holds, for who writes it and for its program, which reads itself. */
export const PAGE_ELEMENTS = {
  timeline: 'timeline',
  /** The dataset's JSON; its `data-opening` is the view that the page opens with, as the query of an address. */
  data: 'default-dataset',
  words: WORDS_ID,
  program: 'page-program',
  style: 'page-style',
  loader: 'page-loader',
  licences: 'page-licences',
} as const;
