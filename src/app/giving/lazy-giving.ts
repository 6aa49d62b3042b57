import { lazyWithMessages } from '../../base/messages/load-messages';

/** What is given away, with its words. */
export const GIVING = lazyWithMessages(['share', 'faults'], () => import('./giving').then(({ giving }) => giving));

/** Pages to be saved. They are written out as paper has it, in its words. */
export const PAGE_FILES = lazyWithMessages(['share', 'print', 'chosen', 'chart', 'list'], () =>
  import('./page-files').then(({ pageFiles }) => pageFiles),
);
