import { useState } from 'react';
import { listInWords } from '../../base/translate';
import type { DiplomaticEvent } from '../../model/dataset';
import { actorOf } from '../../model/lookups';
import type { EventTable } from '../../model/event-table';
import { EventLink } from '../context/EventLink';
import { useText, useTimeline } from '../context/store-context';
import { AddDate } from './AddDate';
import type { OpenServices } from './open-services';

const FIRST = 20;
const MORE = 100;

/** Rows without a date, which stand in the list and on the shelf, and can be given one. Nothing where there are none. */
export function UndatedRows({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const table = useTimeline((state) => state.table);
  const [most, setMost] = useState(FIRST);
  const count = table === undefined ? 0 : table.size - table.datedSize;
  if (table === undefined || count === 0) return null;
  const rows = Array.from({ length: Math.min(most, count) }, (_, at) => table.datedSize + at);
  return (
    <section className="dt-section">
      <h3>{t('open.withoutDate', { n: count })}</h3>
      <p>{t('open.withoutDate.kept')}</p>
      <ul className="dt-undated">
        {rows.map((row) => (
          <Undated key={table.idAt(row)} services={services} table={table} event={table.eventAt(row)} />
        ))}
      </ul>
      {count > most ? (
        <button type="button" className="dt-link" onClick={() => setMost(most + MORE)}>
          {t('open.more', { n: count - most })}
        </button>
      ) : null}
    </section>
  );
}

function Undated({
  services,
  table,
  event,
}: {
  readonly services: OpenServices;
  readonly table: EventTable;
  readonly event: DiplomaticEvent;
}) {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  const names = event.participants.map(({ actor }) => actorOf(table.dataset, actor)?.label ?? actor);
  return (
    <li>
      <EventLink event={event} />
      <div className="dt-meta">{names.length === 0 ? t('open.nobody') : listInWords(names, t)}</div>
      {isAdding ? (
        <AddDate
          services={services}
          onSet={(edtf) => services.amend({ about: 'date', event: event.id, edtf })}
          onLeave={() => setAdding(false)}
        />
      ) : (
        <button type="button" className="dt-link" onClick={() => setAdding(true)}>
          {t('open.addDate')}
          <span className="dt-visually-hidden"> {event.title}</span>
        </button>
      )}
    </li>
  );
}
