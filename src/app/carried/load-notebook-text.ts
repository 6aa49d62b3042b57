import { lazyWithMessages } from '../../base/messages/load-messages';
import { RARE_DATES } from '../../model/dates/parse-event-date';

/** The text of a notebook as a file, with what writes and reads it. */
export const NOTEBOOK_TEXT = lazyWithMessages(['imported'], () =>
  Promise.all([import('./notebook-text'), RARE_DATES.load()]).then(([{ notebookText }]) => notebookText),
);
