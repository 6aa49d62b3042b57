import { withLazyCode } from '../../base/lazy-code';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';

/** A date as somebody types it. */
export async function readTypedDate(text: string): Promise<DateReading> {
  const date = await withLazyCode(() => parseEventDate(text));
  const isRead = !isDateFault(date);
  return {
    edtf: isRead ? date.edtf : undefined,
    sure: isRead ? 'sure' : 'unread',
    alternatives: [],
    display: undefined,
    time: undefined,
    civilTime: undefined,
    notes: [],
  };
}
