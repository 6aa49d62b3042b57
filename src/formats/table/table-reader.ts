import { columnSource } from '../../model/table-of-columns';
import type { LoadProblem } from '../../model/load-problem';
import type { Rejection } from '../../model/rejection';
import type { ReadOptions, ReadOutcome, Reader } from '../reader';
import type { RecordSource } from '../record-source';
import { recordsOfFile } from '../records-of-file';
import type { SourceFile, TextParts } from '../source-file';
import type { TablePlan } from './table-plan';
import { readSource } from './reading-of-source';
import { TABLE_LIMITS } from './record-reading';
import { makeTableReading } from './table-reading';
import type { TableReading } from './table-reading';
import { surveyTable } from './survey/survey-table';

/** Characters pushed at once: about a millisecond, four while the code is still cold. */
const PIECE = 8192;
/** Reads delimited text and sheets: its survey guesses what the columns mean, and asks where that can't be seen. */
export const tableReader: Reader<TablePlan> = {
  survey: async (files, options) => {
    const sources: RecordSource[] = [];
    for (const file of files) {
      const source = await recordsOfFile(file, options);
      if ('kind' in source) return { ok: false, problem: source };
      sources.push(source);
    }
    return surveyTable(sources, options);
  },
  read: ([file], plan, options) => {
    if (file === undefined) throw new Error('No file to read a table from');
    return readTable(file, plan, options);
  },
};

/** The table in a file, by the plan's mapping; without one it throws. One that was surveyed is read as it was found. */
export async function readTable(file: SourceFile, plan: TablePlan, options: ReadOptions): Promise<ReadOutcome> {
  const { source, dataset, mapping, survey, rejections: before } = plan;
  if (mapping === undefined) throw new Error(`The columns of "${source}" haven't been given a meaning`);
  if (survey !== undefined) return readSource(plan, survey, options);
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
