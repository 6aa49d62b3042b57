import { ROWS_A_STEP, runToEnd } from '../base/steps';
import { readRowsFile } from '../formats/table/read-rows-file';
import { columnTableSteps } from '../model/column-table';
import type { ColumnTable, EventColumns } from '../model/column-table';
import type { Rejection } from '../model/rejection';
import { receiveTable, startLoading } from '../state/view/loading';
import { endLoading, growTable, receivePart, stopLoading, tellProgress } from '../state/view/loading';
import type { TimelineState } from '../state/view/timeline-state';
import { loadRows } from './load-rows';
import type { RowsSource } from './load-rows';
import { fail, shown } from './loading-turn';
import type { LoaderContext, Turn } from './loading-turn';
import { PREPARE_TABLE } from './prepare-table';
import { makeSlices } from '../base/slices';

/** Shows a dataset whose rows stand in a CSV; undefined where the text is something else. */
export function showRowsFile(
  text: string,
  name: string,
  turn: Turn,
  context: LoaderContext,
): Promise<void> | undefined {
  const { store, translate } = context;
  const rows = readRowsFile(text, name, translate);
  if (rows === undefined) return undefined;
  if (!rows.ok) return Promise.resolve(fail(context, { source: name, ...rows.problem }));
  const { dataset, csv, mapping } = rows.file;
  const source: RowsSource = { kind: 'rows', name: csv, data: { address: besides(csv, name) }, mapping, dataset };
  store.applyUnlocked(startLoading, csv);
  return showRows(source, rows.rejections, turn, context);
}

/** The address of a file beside another. */
function besides(address: string, other: string): string {
  const base = URL.canParse(other, location.href) ? new URL(other, location.href).href : location.href;
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** Events as typed arrays; rejects for columns that don't fit together. */
export async function showColumns(columns: EventColumns, turn: Turn, context: LoaderContext): Promise<void> {
  const { store, view } = context;
  const show = ({ table, rejections }: ColumnTable): void => {
    store.applyUnlocked(receiveTable, table, [...rejections, ...(turn.reader?.rejections ?? [])], view);
    shown(turn, context);
  };
  if (columns.start.length <= ROWS_A_STEP) return show(runToEnd(columnTableSteps(columns)));
  const slices = makeSlices({ signal: turn.signal });
  const made = await slices.run(columnTableSteps(columns));
  for (const one of PREPARE_TABLE) {
    await slices.breathe();
    const steps = one(made.table);
    if (steps !== undefined) await slices.run(steps);
  }
  await slices.breathe();
  return show(made);
}

/** The rows of a CSV, part by part as they come. */
export async function showRows(
  source: RowsSource,
  rejections: readonly Rejection[],
  turn: Turn,
  context: LoaderContext,
): Promise<void> {
  const { store, view, translate } = context;
  let last: TimelineState | undefined;
  // Before anything has come: it can be stopped from the start.
  store.applyUnlocked(tellProgress, { done: undefined, rows: 0 });
  const show = ({ table, rejections: faults }: ColumnTable): void => {
    const all = [...rejections, ...faults, ...(turn.reader?.rejections ?? [])];
    if (last === undefined || isUntouched(store.getState(), last)) {
      store.applyUnlocked(receivePart, table, all, view);
      shown(turn, context);
      last = store.getState();
    } else {
      store.applyUnlocked(growTable, table, all);
    }
  };
  const outcome = await loadRows(source, {
    translate,
    prepare: PREPARE_TABLE,
    signal: turn.signal,
    stop: turn.stop.signal,
    onProgress: (progress) => store.applyUnlocked(tellProgress, progress),
    onPart: show,
  });
  // A failure with nothing of the file on screen leaves there what was; else all that came takes the place of its first
  // part.
  if (outcome.made !== undefined && (outcome.end !== 'failed' || last !== undefined)) show(outcome.made);
  if (outcome.end === 'whole') store.applyUnlocked(endLoading);
  else if (outcome.end === 'stopped')
    store.applyUnlocked(stopLoading, source.name, outcome.made === undefined ? 0 : outcome.rows);
  else fail(context, outcome.problem);
}

/** Whether a reader has left the view as it was shown: then the whole opens as if it had come at once. */
function isUntouched(now: TimelineState, then: TimelineState): boolean {
  return (
    ['window', 'scale', 'group', 'laneOrder', 'expanded', 'filter', 'selected', 'panel', 'pinned'] as const
  ).every((field) => now[field] === then[field]);
}
