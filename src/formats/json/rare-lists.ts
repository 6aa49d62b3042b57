import { lastDatedDay } from './last-dated-day';
import { readChapters, readNotes, readPeriods } from './read-outline';

/** What few files have: chapters, notes and periods, and dates that go on in a file without a day to look from. */
export const rareLists = { lastDatedDay, readChapters, readNotes, readPeriods };
