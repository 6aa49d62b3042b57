import { startTransition, useEffect, useMemo, useState } from 'react';
import { hasIdleTime } from '../context/use-preload';
import { flushSync } from 'react-dom';
import type { PictureView } from '../../picture/picture-plot';
import { useTimeline, useText } from '../context/store-context';
import { svgPages } from '../../picture/svg-picture';
import type { EventTable } from '../../model/event-table';
import { LIGHT } from '../../render/tokens';
import { matchEvents } from '../../state/query/matches';
import { filterInWords } from '../../model/filter-prose';
import { keyed } from '../../base/react-keys';
import { WrittenTimeline } from '../../written/WrittenTimeline';

/** Events kept ready for paper. */
const READY_MOST = 300;
/**
 * Written once the browser says that it will print; more are no reading matter, and the list says how many it leaves
 * out.
 */
const PRINTED_MOST = 2000;
/** For larger datasets nothing is kept ready: their picture would cost a reader's time whenever the view changes. */
const READY_UP_TO = 5000;
/** A hand that rests shorter than this goes on: between two of its frames the browser is idle, too. */
const READY_AFTER_MS = 1000;
/** Some browsers never call a frame out of sight idle. */
const READY_WITHIN_MS = 3000;

/**
 * The view on screen as paper shows it: picture, every event that passes the filter, sources. It stands hidden in the
 * page, made when the browser is idle, since some print without letting a script run; for large datasets only when the
 * browser says that it will print.
 */
export function PrintedView() {
  const printed = usePrinted();
  return (
    <div className="dt-print dt-written" hidden>
      {printed === undefined ? null : <PrintedSheet {...printed} />}
    </div>
  );
}

function usePrinted(): Printed | undefined {
  const table = useTimeline((state) => state.table);
  const view = usePictureView();
  const [printed, setPrinted] = useState<Printed>();
  useEffect(() => {
    if (table === undefined) return undefined;
    // In slices that give way to whatever the reader does.
    const ready = () =>
      startTransition(() => setPrinted(table.size > READY_UP_TO ? undefined : { table, view, most: READY_MOST }));
    let waiting: number | undefined;
    const leaveBe = () => {
      clearTimeout(rest);
      if (waiting !== undefined) window.cancelIdleCallback(waiting);
    };
    const begin = () => {
      // What was to be made ready would take the place of the sheets that are being printed.
      leaveBe();
      flushSync(() => setPrinted({ table, view, most: PRINTED_MOST }));
    };
    // Where there is no idle time to be had, printing is announced.
    const rest = !hasIdleTime()
      ? undefined
      : setTimeout(() => {
          waiting = window.requestIdleCallback(ready, { timeout: READY_WITHIN_MS });
        }, READY_AFTER_MS);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', ready);
    return () => {
      leaveBe();
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', ready);
    };
  }, [table, view]);
  return printed?.table === table ? printed : undefined;
}

function usePictureView(): PictureView {
  const window = useTimeline((state) => state.window);
  const scale = useTimeline((state) => state.scale);
  const group = useTimeline((state) => state.group);
  const laneOrder = useTimeline((state) => state.laneOrder);
  const expanded = useTimeline((state) => state.expanded);
  const filter = useTimeline((state) => state.filter);
  const selected = useTimeline((state) => state.selected);
  return useMemo(
    () => ({ window, scale, group, laneOrder, expanded, filter, selected }),
    [window, scale, group, laneOrder, expanded, filter, selected],
  );
}

/** Letters of this picture are still read when a sheet's width shrinks it. */
const PICTURE_PX = 900;
/** A page of A4 or Letter below the title, in the picture's px. */
const LANES_PX = 880;

/** What goes on paper. */
interface Printed {
  readonly table: EventTable;
  readonly view: PictureView;
  /** Events written at most; the rest is counted. */
  readonly most: number;
}

/** A view for paper: its picture in as many sheets as its lanes take, the events that pass the filter, the sources. */
function PrintedSheet({ table, view, most }: Printed) {
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

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly print: { readonly PrintedView: typeof PrintedView };
  }
}
