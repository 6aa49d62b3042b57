/**
 * Whether this is the program of a saved page, which shows the one timeline that it holds: what opens and edits others
 * isn't in it. The build of that program makes it true (build/saved-program.ts).
 */
export const IS_SAVED_PAGE: boolean = false;
