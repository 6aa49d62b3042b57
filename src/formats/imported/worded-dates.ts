import type { Translate } from '../../base/translate';
import type { EventDate } from '../../model/dates/event-date';
import { readDate } from '../../model/dates/reading/read-date';
import type { PlanNote } from '../reader';
import { dateOf } from './exact-date';

/** Dates that stand in words where a format has dates of a form of its own. */
export interface WordedDates {
  /** Undefined where it isn't understood; one that can be read two ways is one of both days, and counted. */
  readonly read: (text: string) => EventDate | undefined;
  readonly notes: () => readonly PlanNote[];
}

export function makeWordedDates(t: Translate): WordedDates {
  let twoWays = 0;
  let example = '';
  return {
    read: (text) => {
      if (text.trim() === '') return undefined;
      const { edtf, sure, display, time, civilTime } = readDate(text, { languages: [t.locale] });
      const date = dateOf(edtf, { display, note: time === undefined ? civilTime : undefined, time });
      if (date !== undefined && sure === 'two-ways') {
        twoWays += 1;
        if (example === '') example = text.trim();
      }
      return date;
    },
    notes: () =>
      twoWays === 0 ? [] : [{ kind: 'to-settle', text: t('imported.note.twoWays', { n: twoWays, example }) }],
  };
}
