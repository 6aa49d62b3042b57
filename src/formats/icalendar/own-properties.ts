/* Properties by which our own calendars (exports/icalendar.ts) say what no property of RFC 5545 does. */

/** An event's id, which marks an entry as one of ours. */
export const OWN_EVENT = 'X-TIMELINE-EVENT';
/** Who takes part; the role stands in OWN_ROLE. Nobody is invited. */
export const OWN_PARTICIPANT = 'X-TIMELINE-PARTICIPANT';
export const OWN_ROLE = 'X-ROLE';
/** Under this line of a description stands what other properties of the entry say, for people. */
export const OWN_REST = '\n\n--\n';
/** `PRIORITY` (1 is the highest) by importance. */
export const OWN_PRIORITY = { 1: '9', 2: '5', 3: '1' } as const;
