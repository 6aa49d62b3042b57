import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import { makeRecordReading, tooLarge, TABLE_LIMITS } from './record-reading';
import type { RecordReading, TableLimits, TableProblem } from './record-reading';
import { makeRecordSplitter } from './record-splitter';
import type { CsvDelimiter, CsvMapping } from './mapping';
import type { TableMapping } from './table-mapping';

/** A text that is being read: its first record names the columns, the others are events. */
export interface TableReading extends Omit<RecordReading, 'begin' | 'missing' | 'add' | 'finish' | 'hasBegun'> {
  /**
   * Takes the next part of the text; it may end anywhere. About 2 ms for 16,000 characters. After a problem nothing is
   * taken. Not while the steps of `columns` run.
   */
  readonly push: (text: string) => void;
  /**
   * Nothing more comes: gives the problem there was, or that there is no record. `stopped` and `cut` are for a text
   * that wasn't pushed to its end: the record it breaks off in is none, and where it was cut by a fault the rejections
   * tell of it.
   */
  readonly finish: (how?: 'ended' | 'stopped' | 'cut') => TableProblem | undefined;
}

/** An empty table. `dataset` is its head; the actors that it lists are known by the names in the records. */
export function makeTableReading(
  mapping: TableMapping & Pick<CsvMapping, 'delimiter'>,
  dataset: Dataset,
  t: Translate,
  limits: TableLimits = TABLE_LIMITS,
): TableReading {
  const reading = makeRecordReading(mapping, dataset, t, { limits });
  let problem: TableProblem | undefined;
  let read = 0;
  let lastLine = 1;
  const splitter = makeRecordSplitter({
    delimiter: mapping.delimiter as CsvDelimiter | undefined,
    onRecord: (cells, line) => {
      if (problem !== undefined || reading.problem() !== undefined) return;
      lastLine = line;
      if (reading.hasBegun()) reading.add(cells, line);
      else reading.begin(cells);
    },
  });
  return {
    ...reading,
    push: (text) => {
      read += text.length;
      if (read > limits.text) problem ??= tooLarge(t('problem.moreText', { max: limits.text / 1e6 }));
      if (problem === undefined && reading.problem() === undefined) splitter.push(text);
    },
    problem: () => reading.problem() ?? problem,
    lastLine: () => lastLine,
    finish: (how = 'ended') => {
      const whole = { line: lastLine, column: undefined };
      if (how === 'cut')
        reading.tell(whole, {
          field: '',
          found: t('found.stopped'),
          expected: t('expected.restOfFile'),
          effect: 'cut-short',
        });
      const own = reading.problem() ?? problem;
      const line = how === 'ended' && own === undefined ? splitter.finish() : undefined;
      if (line !== undefined)
        reading.tell(
          { line, column: undefined },
          { field: '', found: '"', expected: t('expected.closingQuote'), effect: 'noted' },
        );
      return own ?? reading.finish();
    },
  };
}
