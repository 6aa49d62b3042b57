import { forgetMapping, recalledMapping } from './recall';
import { readTypedDate } from './read-typed-date';
import { makeTableTools } from './table-tools';

/** What is loaded when somebody corrects what was understood. */
export const toolsModule = { forgetMapping, makeTableTools, readTypedDate, recalledMapping };
