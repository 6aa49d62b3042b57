import { readTypedDate } from './read-typed-date';
import { makeTableTools } from './table-tools';

/** What is loaded when somebody corrects what was understood. */
export const toolsModule = { makeTableTools, readTypedDate };
