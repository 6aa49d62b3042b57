import { ownText } from '../../../base/utf8-strings';
import type { EventDate } from '../../../model/dates/event-date';
import type { DateFault } from '../../../model/dates/date-forms';
import { isDateFault, parseEventDate } from '../../../model/dates/parse-event-date';
import { coarsened } from '../../../model/dates/reading/coarsened';
import type { DateNote, DateReadingContext } from '../../../model/dates/reading/date-reading';
import { withPrecision } from '../../../model/dates/reading/precision-books';
import { readDate } from '../../../model/dates/reading/read-date';
import type { DateMapping } from '../table-mapping';

/** One end, read. */
export interface ReadEnd {
  readonly date: EventDate | undefined;
  /** Each way it can be read, where there are several. */
  readonly ways: readonly EventDate[];
  readonly display: string | undefined;
  readonly civilTime: string | undefined;
  readonly fault: DateFault | undefined;
  /** The code that says how exact it is isn't in the code book. */
  readonly hasBadPrecision: boolean;
  readonly notes: readonly DateNote[];
  readonly depends: boolean;
}

const UNREAD: ReadEnd = {
  date: undefined,
  ways: [],
  display: undefined,
  civilTime: undefined,
  fault: { fault: 'expected.edtf' },
  hasBadPrecision: false,
  notes: [],
  depends: false,
};
/** Longer than anything that is only a date: a note that somebody wrote into the column. */
const LONGEST_DATE = 4000;

/** A cell of a column of dates as people write them, no finer than the table says that it is known. */
export function readCell(text: string, precision: string, mapping: DateMapping, context: DateReadingContext): ReadEnd {
  if (text.length > LONGEST_DATE) return UNREAD;
  const { edtf, time, alternatives, sure, display, civilTime, notes } = readDate(text, context);
  const ways = alternatives.flatMap((way) => parsed(way.edtf, precision, mapping) ?? []);
  const depends = sure === 'two-ways' || notes.some(({ about }) => about === 'century');
  // What only EDTF has; and a text of which both ways are known may have no one form.
  const date = parsed(time ?? edtf ?? text, precision, mapping);
  if (date === undefined) return { ...UNREAD, depends };
  return {
    date,
    ways: sure === 'two-ways' && ways.length > 1 ? ways : [],
    display,
    civilTime: time === undefined ? civilTime : undefined,
    fault: undefined,
    hasBadPrecision: precision !== '' && withPrecisionOf(date.edtf, precision, mapping) === undefined,
    notes,
    depends,
  };
}

/** Undefined where it is no date. */
function parsed(edtf: string, precision: string, mapping: DateMapping): EventDate | undefined {
  const precise = precision === '' ? edtf : (withPrecisionOf(edtf, precision, mapping) ?? edtf);
  const date = parseEventDate(ownText(coarsened(precise, mapping.coarse ?? [])));
  return isDateFault(date) ? undefined : date;
}

function withPrecisionOf(edtf: string, code: string, { precision }: DateMapping): string | undefined {
  return precision === undefined ? edtf : withPrecision(edtf, precision.book, code);
}
