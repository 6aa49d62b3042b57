import { andThen } from '../../base/awaitable';
import { columnSource } from '../../model/table-of-columns';
import type { LoadProblem } from '../../model/load-problem';
import { datasetHead } from '../../model/dataset-head';
import type { Rejection } from '../../model/rejection';
import { headText, isWholeHead } from '../recognise';
import type { PlanColumn, ReadOptions, ReadOutcome, Reader, Survey } from '../reader';
import { HEAD_BYTES } from '../source-file';
import type { SourceFile, TextParts } from '../source-file';
import { makeRecordSplitter } from './record-splitter';
import type { TablePlan } from './table-plan';
import { TABLE_LIMITS } from './record-reading';
import { makeTableReading } from './table-reading';
import type { TableReading } from './table-reading';

/** Characters pushed at once: about a millisecond, four while the code is still cold. */
const PIECE = 8192;
/** As many records as somebody looks at to see what the columns are. */
const SAMPLE = 20;
const VALUES = 3;

/** Reads delimited text by a mapping, which its survey asks for: nobody can tell from a table alone. */
export const tableReader: Reader<TablePlan> = {
  survey: ([file]) =>
    file === undefined
      ? undefined
      : andThen(file.head(), (head) => ('kind' in head ? { ok: false, problem: head } : surveyHead(head, file.name))),
  read: ([file], plan, options) => {
    if (file === undefined) throw new Error('No file to read a table from');
    return readTable(file, plan, options);
  },
};

function surveyHead(head: Uint8Array, name: string): Survey<TablePlan> {
  const records: (readonly string[])[] = [];
  let count = 0;
  const splitter = makeRecordSplitter({
    onRecord: (cells) => {
      if (cells.length === 1 && cells[0]?.trim() === '') return;
      count += 1;
      if (records.length <= SAMPLE) records.push(cells.map((cell) => cell.trim()));
    },
  });
  splitter.push(headText(head, HEAD_BYTES));
  // The record that a head breaks off in is none.
  if (isWholeHead(head)) splitter.finish();
  const [headers = [], ...sample] = records;
  return {
    ok: true,
    plan: {
      source: name,
      dataset: datasetHead({ id: name, title: name, actors: [] }),
      mapping: undefined,
      survey: undefined,
      columns: headers.map((header, index) => columnOf(header, sample, index)),
      sample,
      questions: [{ about: 'mapping' }],
      counts: { records: isWholeHead(head) ? Math.max(count - 1, 0) : undefined, events: undefined },
      rejections: [],
      isRead: false,
    },
  };
}

function columnOf(header: string, sample: readonly (readonly string[])[], index: number): PlanColumn {
  const values = sample.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
  return { header, values: values.slice(0, VALUES) };
}

/** The table in a file, by the plan's mapping; without one it throws. One that was surveyed is read as it was found. */
export async function readTable(file: SourceFile, plan: TablePlan, options: ReadOptions): Promise<ReadOutcome> {
  const { source, dataset, mapping, rejections: before } = plan;
  if (mapping === undefined) throw new Error(`The columns of "${source}" haven't been given a meaning`);
  const { t, into, signal, stop } = options;
  const reading = makeTableReading(mapping, dataset, t);
  into.setColumns(columnSource(reading));
  const rejections = (): readonly Rejection[] => [...before, ...reading.rejections()];
  const parts = await file.open(TABLE_LIMITS.text);
  const fault = 'kind' in parts ? parts : await pushAll(parts, reading, rejections, options);
  signal.throwIfAborted();
  const isCut = fault !== undefined || reading.problem()?.kind === 'too-large';
  const isStopped = stop.aborted && !isCut && reading.problem() === undefined;
  const found = reading.finish(isCut ? 'cut' : isStopped ? 'stopped' : 'ended');
  const problem = fault ?? (found === undefined || isStopped ? undefined : { source, ...found });
  return { rejections: rejections(), problem, findings: reading.findings() };
}

/** Pushes a text to its end, or as far as it comes: then gives why. */
async function pushAll(
  parts: TextParts,
  reading: TableReading,
  rejections: () => readonly Rejection[],
  { signal, stop, onProgress }: ReadOptions,
): Promise<LoadProblem | undefined> {
  for (;;) {
    const text = await parts.next();
    if (text === undefined || typeof text === 'object' || stop.aborted)
      return typeof text === 'object' ? text : undefined;
    for (let at = 0; at < text.length && !stop.aborted && reading.problem() === undefined; at += PIECE) {
      reading.push(text.slice(at, at + PIECE));
      await onProgress({ done: parts.done(), rejections, findings: reading.findings });
      signal.throwIfAborted();
    }
    if (reading.problem() !== undefined) {
      parts.close();
      return undefined;
    }
  }
}
