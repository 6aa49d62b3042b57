import { HelpDialog } from './HelpDialog';
import { keyRows } from './key-rows';

/** The help, and what it says of the keys. */
export const helpPart = { HelpDialog, keyRows };
