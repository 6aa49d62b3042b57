import type { Notebook } from '../../formats/notebook/notebook-types';
import { memoByObject } from '../../base/memo';
import type { DiplomaticEvent } from '../../model/dataset';
import { useText } from '../context/store-context';
import type { LineLayout } from './use-line-layout';
import { linesToSettle } from './text-lines';
import { Reading } from './Reading';
import type { ReadingActs } from './Reading';
import type { LineFault } from './text-services';

const eventsById = memoByObject(
  (events: readonly DiplomaticEvent[]): ReadonlyMap<string, DiplomaticEvent> =>
    new Map(events.map((event) => [event.id, event])),
);

export interface ReadingsProps {
  readonly notebook: Notebook;
  readonly faults: readonly LineFault[];
  readonly current: number;
  readonly isAllLike: boolean;
  readonly acts: ReadingActs;
}

/** What was understood of the lines in sight, each beside its own. */
export function LineReadings({ layout, ...rest }: ReadingsProps & { readonly layout: LineLayout }) {
  const t = useText();
  const { readings } = rest.notebook;
  const lines = [];
  for (let line = layout.first; line < Math.min(layout.end, readings.length); line += 1) lines.push(line);
  return (
    <ol className="dt-readings" aria-label={t('write.reading.head')}>
      {lines.map((line) =>
        readings[line]?.kind === 'blank' ? null : (
          <li
            key={line}
            className={`dt-reading${line === rest.current ? ' dt-reading--current' : ''}`}
            style={{ insetBlockStart: layout.topOf(line), blockSize: layout.topOf(line + 1) - layout.topOf(line) }}
            aria-setsize={readings.length}
            aria-posinset={line + 1}
          >
            <div className="dt-reading-row">
              <span className="dt-visually-hidden">{t('write.line', { n: t.number(line + 1) })} </span>
              <ReadingOf line={line} {...rest} />
            </div>
          </li>
        ),
      )}
    </ol>
  );
}

/** The reading of one line. */
export function ReadingOf({
  line,
  notebook,
  faults,
  current,
  isAllLike,
  acts,
}: ReadingsProps & { readonly line: number }) {
  const reading = notebook.readings[line];
  if (reading === undefined) return null;
  const event = reading.owner?.kind === 'event' ? eventsById(notebook.dataset.events).get(reading.owner.id) : undefined;
  const ambiguous = linesToSettle(notebook).filter((each) => notebook.readings[each]?.kind !== 'unread');
  const place = ambiguous.includes(current) ? current : ambiguous[0];
  return (
    <Reading
      line={line}
      reading={reading}
      event={event}
      asOf={notebook.dataset.asOf}
      fault={faults.find((fault) => fault.line === line)}
      isCurrent={line === current}
      alike={line === place && notebook.counts.toSettle > 1 ? notebook.counts.toSettle : undefined}
      isAllLike={isAllLike}
      acts={acts}
    />
  );
}
