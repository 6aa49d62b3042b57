import type { EventTable } from '../../model/event-table';
import { setView } from '../../state/view/view-actions';
import { EventShape } from '../../written/ShapeIcon';
import { EventLink } from '../context/EventLink';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { SCROLL_BOX } from '../kit/scroller';
import { useMatches } from '../context/use-matches';

/** So many stand there at most; the list has them all. */
const MOST = 12;

/** Under the rows: what matches and has no date, in the file's order. Nothing where all that matches has one. */
export function NoDateShelf() {
  const t = useText();
  const store = useTimelineStore();
  const table = useTimeline((state) => state.table);
  const matches = useMatches();
  if (table === undefined || matches === undefined) return null;
  const rows = undatedRows(table, matches.mask);
  if (rows.length === 0) return null;
  const further = rows.length - MOST;
  return (
    <section className="dt-shelf" aria-label={t('open.shelf')} {...SCROLL_BOX}>
      <h2 className="dt-shelf-title">
        {t('open.shelf')} <span className="dt-meta">{t.number(rows.length)}</span>
      </h2>
      <ul className="dt-shelf-events">
        {rows.slice(0, MOST).map((row) => {
          const event = table.eventAt(row);
          return (
            <li key={event.id}>
              <EventShape event={event} /> <EventLink event={event}>{event.label}</EventLink>
            </li>
          );
        })}
        {further > 0 ? (
          <li>
            <button type="button" className="dt-link" onClick={() => store.apply(setView, 'list')}>
              {t('open.more', { n: further })}
            </button>
          </li>
        ) : null}
      </ul>
      <p className="dt-meta dt-shelf-note">{t('open.shelf.order')}</p>
    </section>
  );
}

function undatedRows({ datedSize, size }: EventTable, mask: Uint8Array): readonly number[] {
  return Array.from({ length: size - datedSize }, (_, at) => datedSize + at).filter((row) => mask[row] === 1);
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly shelf: { readonly NoDateShelf: typeof NoDateShelf };
  }
}
