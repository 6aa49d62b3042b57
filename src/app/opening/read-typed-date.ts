import type { TableFindings } from '../../formats/table/findings';
import type { DateReading, DateReadingContext } from '../../model/dates/reading/date-reading';
import { readDate } from '../../model/dates/reading/read-date';

/** A date as somebody types it, in the words of the page, and in the order of the table's own dates where it has one. */
export function readTypedDate(text: string, findings: TableFindings | undefined, locale: string): DateReading {
  const own = findings?.dates.find(({ of }) => of === 'date')?.decision.context;
  const context: DateReadingContext = {
    languages: [locale],
    ...(own?.order === undefined ? {} : { order: own.order }),
  };
  return readDate(text, context);
}
