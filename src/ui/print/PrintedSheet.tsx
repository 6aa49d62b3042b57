import { useMemo } from 'react';
import type { PictureView } from '../../picture/picture-plot';
import { svgPages } from '../../picture/svg-picture';
import type { EventTable } from '../../model/event-table';
import { LIGHT } from '../../render/tokens';
import { matchEvents } from '../../state/query/matches';
import { filterInWords } from '../filter/filter-prose';
import { keyed } from '../../base/react-keys';
import { useText } from '../context/store-context';
import { WrittenTimeline } from '../../written/WrittenTimeline';

/** Letters of this picture are still read when a sheet's width shrinks it. */
const PICTURE_PX = 900;
/** A page of A4 or Letter below the title, in the picture's px. */
const LANES_PX = 880;

/** What goes on paper. */
export interface Printed {
  readonly table: EventTable;
  readonly view: PictureView;
  /** Events written at most; the rest is counted. */
  readonly most: number;
}

/** A view for paper: its picture in as many sheets as its lanes take, the events that pass the filter, the sources. */
export function PrintedSheet({ table, view, most }: Printed) {
  const t = useText();
  const { count } = matchEvents(table, view.filter);
  // The same rows, or moving in time would write all events anew.
  const rows = useMemo(() => firstRows(matchEvents(table, view.filter).mask, most), [table, view.filter, most]);
  const filter = filterInWords(view.filter, table.dataset, t);
  const pages = useMemo(
    () => svgPages({ table, view, theme: LIGHT, t, widthPx: PICTURE_PX, mostLanesPx: LANES_PX }),
    [table, view, t],
  );
  return (
    <WrittenTimeline
      table={table}
      rows={rows}
      total={count}
      filter={filter}
      t={t}
      ids="dt-print-source"
      picture={keyed(pages).map(({ key, item: { svg, widthPx, heightPx } }) => (
        <div key={key} className="dt-written-picture">
          <img
            src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
            width={widthPx}
            height={heightPx}
            alt={t('chart.name', { title: table.dataset.title })}
          />
        </div>
      ))}
    />
  );
}

function firstRows(mask: Uint8Array, most: number): number[] {
  const rows: number[] = [];
  for (let row = mask.indexOf(1); row >= 0 && rows.length < most; row = mask.indexOf(1, row + 1)) rows.push(row);
  return rows;
}
