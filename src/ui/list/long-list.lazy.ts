import { LongListCards } from './LongListCards';
import { LongListTable } from './LongListTable';

/** Lists of which only what is in view stands in the document. */
export const longListPart = { LongListCards, LongListTable };
