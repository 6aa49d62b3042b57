import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';
import type { Translate } from '../../base/translate';
import type { EventDate } from '../../model/dates/event-date';
import { standingOf } from '../../model/event-stance';
import { statusText, statusesIn } from '../../model/status-text';
import { STATUSES } from '../../model/vocabulary';
import type { TableRecord } from './record';
import { makeTextStore } from './text-store';
import type { TextStore } from './text-store';

/** What an event's latest status says of whether it has happened. */
export const STANDING = { open: 0, announced: 1, happened: 2 } as const;

/** How things stand with the events, record by record, as `statusText` has it. */
export interface StatusCells {
  readonly take: () => void;
  readonly texts: TextStore;
  /** Of STANDING, on the day that the dataset looks from. */
  readonly standings: GrowableArray<Uint8Array>;
}

/** Reads one column; a word that is no status is told of and left out. */
export function makeStatusCells(
  column: number,
  asOf: EventDate | undefined,
  record: TableRecord,
  t: Translate,
): StatusCells {
  const texts = makeTextStore();
  const standings = growableArray((length) => new Uint8Array(length));
  return {
    texts,
    standings,
    take: () => {
      const statuses = statusesIn(record.cell(column), (unknown) =>
        record.tell(column, unknown, t('expected.oneOf', { list: STATUSES.join(', ') }), 'dropped'),
      );
      texts.add(statusText(statuses));
      standings.push(STANDING[standingOf(statuses, asOf)]);
    },
  };
}
