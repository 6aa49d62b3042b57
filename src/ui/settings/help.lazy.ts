import { HelpDialog } from './HelpDialog';
import { keyRows } from './HelpDialog';

/** The help, and what it says of the keys. */
export const helpPart = { HelpDialog, keyRows };
