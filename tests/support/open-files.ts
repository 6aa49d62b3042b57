import { english } from '../../src/base/messages/en';
import { runToEnd } from '../../src/base/steps';
import { makeTranslate } from '../../src/base/translate';
import { findReading } from '../../src/formats/find-reading';
import type { Plan, ReadOutcome } from '../../src/formats/reader';
import type { SourceFile } from '../../src/formats/source-file';
import type { TableMapping } from '../../src/formats/table/table-mapping';
import type { DiplomaticEvent } from '../../src/model/dataset';
import type { EventTable } from '../../src/model/event-table';
import type { LoadProblem } from '../../src/model/load-problem';
import { makeTableBuilder } from '../../src/model/table-builder';

/** What the page makes of files that were dropped together, or why it makes nothing of them. */
export type Opened = { readonly problem: LoadProblem } | OpenedData;

export interface OpenedData {
  readonly problem: undefined;
  readonly plan: Plan & { readonly mapping?: TableMapping };
  readonly format: string;
  readonly table: EventTable;
  readonly outcome: ReadOutcome;
  readonly events: () => readonly DiplomaticEvent[];
}

/** Opens files as the page does: unpacked, recognised, surveyed, and read by what was guessed, or by `change` of it. */
export async function openFiles(
  files: readonly [SourceFile, ...SourceFile[]],
  change: (mapping: TableMapping) => TableMapping = (mapping) => mapping,
): Promise<Opened> {
  const t = makeTranslate('en', english);
  const { signal } = new AbortController();
  const options = { t, signal, canAsk: true };
  const reading = await findReading(files, options);
  if ('kind' in reading) return { problem: reading };
  const own: OpenedData['plan'] = reading.plan;
  const plan = own.mapping === undefined ? own : { ...own, mapping: change(own.mapping) };
  const into = makeTableBuilder();
  const outcome = await reading.reader.read(reading.files, plan, {
    ...options,
    stop: signal,
    into,
    onProgress: async () => {},
  });
  if (outcome.problem !== undefined) return { problem: outcome.problem };
  const { table } = runToEnd(into.build());
  return {
    problem: undefined,
    plan,
    format: reading.format,
    table,
    outcome,
    events: () => Array.from({ length: table.size }, (_, row) => table.eventAt(row)),
  };
}

/** The same of files that open; throws with the reason where they don't. */
export async function opened(
  files: readonly [SourceFile, ...SourceFile[]],
  change?: (mapping: TableMapping) => TableMapping,
): Promise<OpenedData> {
  const found = await openFiles(files, change);
  if (found.problem !== undefined) throw new Error(`${found.problem.kind}: ${found.problem.detail}`);
  return found;
}
