import { valueAt } from '../../base/value-at';
import type { Translate } from '../../base/translate';
import { dateInWords } from '../../model/dates/date-prose';
import { DATE_FORMS } from '../../model/dates/event-date';
import { FLAG_ANNOUNCED } from '../../model/event-table';
import type { EventTable } from '../../model/event-table';
import type { LabelText } from './label-place';
import { isBar } from '../lanes/tracks';

/** What has been on screen lately. */
const MOST_WORDS = 20_000;

/**
 * The chart's words for a row: bars and bounds say since or by when, since no axis tick does; what is ahead says so.
 */
export function labelOf(table: EventTable, t: Translate): (row: number) => LabelText {
  const made = new Map<number, LabelText>();
  return (row) => {
    const found = made.get(row);
    if (found !== undefined) return found;
    const text = { text: table.labelAt(row), note: noteOf(table, row, t), bold: valueAt(table.importance, row) >= 3 };
    if (made.size >= MOST_WORDS) made.clear();
    made.set(row, text);
    return text;
  };
}

const BOUNDS: ReadonlySet<number> = new Set([DATE_FORMS.indexOf('before'), DATE_FORMS.indexOf('after')]);

function noteOf(table: EventTable, row: number, t: Translate): string {
  if (isBar(table, row) || BOUNDS.has(valueAt(table.form, row)))
    return `${t('list.comma')}${dateInWords(table.eventAt(row).date, t)}`;
  return (valueAt(table.flags, row) & FLAG_ANNOUNCED) === 0 ? '' : `${t('list.comma')}${t('status.announced')}`;
}
