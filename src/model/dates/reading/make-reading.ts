import type { DateReading } from './date-reading';

/** Nothing was understood. */
export const UNREAD: DateReading = {
  edtf: undefined,
  sure: 'unread',
  alternatives: [],
  display: undefined,
  time: undefined,
  civilTime: undefined,
  notes: [],
};

/** A reading that leaves nothing open. */
export function makeReading(edtf: string, more: Partial<DateReading>): DateReading {
  return { ...UNREAD, edtf, sure: 'sure', ...more };
}
