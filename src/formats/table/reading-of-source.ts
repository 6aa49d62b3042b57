import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import { columnSource } from '../../model/table-of-columns';
import type { ReadOptions, ReadOutcome } from '../reader';
import type { RecordNote, RecordSource, TakeRecord } from '../record-source';
import type { TableFindings } from './findings';
import { makeRecordReading } from './record-reading';
import type { RecordReading } from './record-reading';
import { regrouped } from './regroup/regrouped';
import type { RegroupedSource } from './regroup/regrouped';
import type { LaidOutSource } from './survey/laid-out-source';
import { layOut } from './survey/layout';
import type { TablePlan, TableSurvey } from './table-plan';

/** Reads a table that somebody has looked at: as it is laid out, by the plan's mapping. */
export async function readSource(
  { source, dataset, mapping = {}, rejections: before }: TablePlan,
  survey: TableSurvey,
  { t, into, signal, stop, onProgress }: ReadOptions,
): Promise<ReadOutcome> {
  const laid = await layOut(survey.source, { ...survey.layout, ...mapping.layout });
  if ('kind' in laid) return { rejections: before, problem: laid };
  const others: RecordSource[] = [];
  for (const other of survey.others) {
    const own = other.headers === undefined ? await layOut(other, {}) : other;
    if ('kind' in own) return { rejections: before, problem: own };
    others.push(own);
  }
  // What a step would cut off is told before it comes to that.
  const told = { ...laid, read: tellingBeyond(laid, (cells, line) => reading.tellBeyond(laid.headers, cells, line)) };
  const records = regrouped(told, others, mapping);
  const reading = makeRecordReading(records.mapping, dataset, t);
  const [missing] = records.missing;
  if (missing !== undefined)
    return { rejections: before, problem: { source, ...reading.missing(missing, laid.headers) } };
  reading.begin(records.headers);
  into.setColumns(columnSource(reading));
  const rejections = () => [...before, ...reading.rejections()];
  const findings = () => withCounts(reading.findings(), records, t);
  const fault = await records.read(reading.add, async (done) => {
    await onProgress({ done, rejections, findings });
    signal.throwIfAborted();
    return !stop.aborted && reading.problem() === undefined;
  });
  signal.throwIfAborted();
  tellEnd(reading, fault, laid.notes?.() ?? [], t);
  const isStopped = stop.aborted && fault === undefined && reading.problem() === undefined;
  const found = reading.finish();
  const problem = fault ?? (found === undefined || isStopped ? undefined : { source, ...found });
  return { rejections: rejections(), problem, findings: findings() };
}

/** Looks at each record that is longer than its header. */
function tellingBeyond({ headers, read }: LaidOutSource, tell: TakeRecord): RecordSource['read'] {
  return (take, turn) =>
    read((cells, line) => {
      if (cells.length > headers.length) tell(cells, line);
      take(cells.length > headers.length ? cells.slice(0, headers.length) : cells, line);
    }, turn);
}

function withCounts(findings: TableFindings, { counts, offers, told }: RegroupedSource, t: Translate): TableFindings {
  const { records, merged, passedOver } = counts();
  return { ...findings, records, merged, passedOver, offers: offers(), told: told(t) };
}

/** What ended the reading early, and what was found out about the text as a whole. */
function tellEnd(
  reading: RecordReading,
  fault: LoadProblem | undefined,
  notes: readonly RecordNote[],
  t: Translate,
): void {
  const tell = (line: number, found: string, expected: string, effect: 'noted' | 'cut-short'): void =>
    reading.tell({ line, column: undefined }, { field: '', found, expected, effect });
  if (fault !== undefined || reading.problem()?.kind === 'too-large')
    tell(reading.lastLine(), t('found.stopped'), t('expected.restOfFile'), 'cut-short');
  for (const { about, n } of notes) {
    if (about === 'unclosed-quote') tell(n, '"', t('expected.closingQuote'), 'noted');
    else if (about === 'lost-letters') tell(n, '\uFFFD', t('expected.utf8'), 'noted');
    else if (about === 'nul') tell(n, '\u0000', t('expected.plainText'), 'noted');
    else if (about === 'other-encoding') tell(n, t('found.otherEncoding'), t('expected.oneEncoding'), 'noted');
  }
}
