import { andThen } from '../../base/awaitable';
import type { Translate } from '../../base/translate';
import type { TableFindings } from '../../formats/table/findings';
import { NOTHING_OPEN } from '../../formats/reader';
import type { Plan, Reading } from '../../formats/reader';
import { TABLE_READER } from '../../formats/table/lazy-table-reader';
import { mappedPlan } from '../../formats/table/table-plan';
import type { RowsSource } from './dataset-source';
import { sourceFile } from './open-source';
import type { FileSignals } from './streamed-file';
import type { Rejection } from '../../model/rejection';
import { columnSource } from '../../model/table-of-columns';
import type { ColumnTable } from '../../model/table-of-columns';
import type { EventColumns } from '../../model/event-columns';
import { startLoading } from '../../state/view/loading';
import { stopLoading, tellProgress } from '../../state/view/loading';
import { endLoading, growTable, receivePart } from '../../state/view/loading-in-parts';
import type { TimelineState } from '../../state/view/timeline-state';
import { readInSlices } from './read-in-slices';
import { fail, show } from './loading-turn';
import type { LoaderContext, Turn } from './loading-turn';
import type { TimelineQuery } from '../../layout/layout-timeline';
import { prepareTimeline } from '../../layout/prepare-timeline';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import { matchEvents } from '../../state/query/matches';
import { EMPTY_STATE } from '../../state/view/timeline-state';
import type { Prepare } from './read-in-slices';

/** As high as a chart in sight is likely to be; further lanes are taken in when somebody scrolls to them. */
const SIGHT_PX = 900;

/**
 * What the first picture of a table asks for, each kept by the table once it was made: done ahead, a part at a time,
 * and nothing else.
 */
export const PREPARE_TABLE: readonly Prepare[] = [
  (table) => void matchEvents(table, NO_FILTER),
  (table) => prepareTimeline(table, firstQuery(table), SIGHT_PX),
];

/** As the dataset opens. */
function firstQuery(table: EventTable): TimelineQuery {
  const { opening } = table.dataset;
  return {
    mask: matchEvents(table, NO_FILTER).mask,
    group: opening?.group ?? EMPTY_STATE.group,
    expanded: opening?.expanded,
    laneOrder: EMPTY_STATE.laneOrder,
    scale: opening?.scale ?? EMPTY_STATE.scale,
  };
}

/** Reads files and shows what comes of them, part by part as it comes. */
export async function showInSlices(reading: Reading, turn: Turn, context: LoaderContext): Promise<void> {
  const { store, translate } = context;
  const { source, isRead } = reading.plan;
  let last: TimelineState | undefined;
  if (!isRead) {
    store.applyUnlocked(startLoading, source);
    // Before anything has come: it can be stopped from the start.
    store.applyUnlocked(tellProgress, { done: undefined, rows: 0 });
  }
  const open = openPoints(reading.plan);
  let findings: TableFindings | undefined;
  const hearing = turn.isAsked ? reading : heard(reading, (found) => (findings = found));
  const showPart = ({ table, rejections }: ColumnTable): void => {
    const made = { table, rejections: [...open, ...twoWays(findings, source, translate), ...rejections] };
    if (last === undefined || isUntouched(store.getState(), last)) {
      show(made, receivePart, turn, context);
      last = store.getState();
    } else {
      store.applyUnlocked(growTable, made.table, [...made.rejections, ...(turn.reader?.rejections ?? [])]);
    }
  };
  const outcome = await readInSlices(hearing, {
    translate,
    prepare: PREPARE_TABLE,
    signal: turn.signal,
    stop: turn.stop.signal,
    onProgress: (progress) => store.applyUnlocked(tellProgress, progress),
    onPart: showPart,
  });
  // A failure with nothing of the file on screen leaves there what was; else all that came takes the place of its first
  // part.
  if (outcome.made !== undefined && (outcome.end !== 'failed' || last !== undefined)) showPart(outcome.made);
  if (outcome.end === 'whole') store.applyUnlocked(endLoading);
  else if (outcome.end === 'stopped')
    store.applyUnlocked(stopLoading, source, outcome.made === undefined ? 0 : outcome.rows);
  else fail(context, outcome.problem);
}

/** What nobody was there to be asked about is told: it was read as far as it is certain. */
function openPoints({ source, questions, notes = [] }: Plan): readonly Rejection[] {
  if (questions.length === 0) return [];
  return notes
    .filter(({ kind }) => kind === 'to-settle')
    .map(({ text }) => ({ where: source, record: undefined, field: '', found: '', expected: text, effect: 'noted' }));
}

/** The same reading; what it has found out of a table is told at its end. */
function heard({ reader, ...rest }: Reading, hear: (findings: TableFindings | undefined) => void): Reading {
  const read: Reading['reader']['read'] = (files, plan, options) =>
    andThen(reader.read(files, plan, options), (ended) => {
      hear(ended.findings);
      return ended;
    });
  return { ...rest, reader: { read } };
}

/** Dates that can be read two ways, which nobody was there to be asked about either. */
function twoWays(findings: TableFindings | undefined, source: string, t: Translate): readonly Rejection[] {
  return (findings?.dates ?? []).flatMap(({ column, decision: { order, counts, example } }): readonly Rejection[] => {
    const n = counts.either;
    if (order !== 'asked' || n === 0) return [];
    const about = { where: source, record: undefined, field: column, found: example?.text ?? '' };
    return [{ ...about, expected: t('expected.oneWay', { n }), effect: 'noted', count: n }];
  });
}

/** Whether a reader has left the view as it was shown: then the whole opens as if it had come at once. */
function isUntouched(now: TimelineState, then: TimelineState): boolean {
  return (
    ['window', 'scale', 'group', 'laneOrder', 'expanded', 'filter', 'selected', 'panel', 'pinned'] as const
  ).every((field) => now[field] === then[field]);
}

/** Events as typed arrays, as if they were a file that was read already. */
export function readingOfColumns(columns: EventColumns): Reading {
  const { dataset } = columns;
  return {
    reader: {
      read: (_, { rejections }, { into }) => {
        into.setColumns(columnSource(columns));
        return { rejections, problem: undefined };
      },
    },
    files: [],
    plan: {
      ...NOTHING_OPEN,
      source: dataset.title,
      dataset,
      counts: { records: columns.start.length, events: columns.start.length },
      isRead: true,
    },
  };
}

/** A table whose columns somebody has given a meaning. Rejects with `CodeMissing`. */
export async function readingOfRows(
  { name, data, dataset, mapping }: RowsSource,
  signals: FileSignals,
): Promise<Reading> {
  const [reader, file] = await Promise.all([TABLE_READER.load(), sourceFile(data, name, signals)]);
  return { reader, files: [file], plan: mappedPlan(name, dataset, mapping) };
}
