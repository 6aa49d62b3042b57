import type { WholeDataset } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { useText } from '../context/store-context';
import { useCellTools } from './use-tools';

/** A date as it was typed, undefined for an empty field; or why it is none. */
export type TypedDay = { readonly date: EventDate | undefined } | { readonly fault: string };

/** Reads dates that stand beside events: of sources, of chapters, the as-of day. One with two readings is asked about. */
export function useTypedDay(dataset: WholeDataset): (text: string) => TypedDay {
  const t = useText();
  const tools = useCellTools();
  return (text) => {
    if (text.trim() === '') return { date: undefined };
    const reading = tools?.readDate(text, dataset, { t });
    const edtf = reading?.edtf ?? text.trim();
    if (reading?.sure === 'two-ways')
      return { fault: t('edit.date.twoWays', { ways: reading.alternatives.map((way) => way.edtf).join(', ') }) };
    const date = parseEventDate(edtf);
    return isDateFault(date) ? { fault: t('edit.date.unread') } : { date };
  };
}
