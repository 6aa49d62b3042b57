import { runToEnd } from '../../src/base/steps';
import type { TableProblem } from '../../src/formats/table/record-reading';
import type { TableReading } from '../../src/formats/table/table-reading';
import { columnSource } from '../../src/model/table-of-columns';
import type { ColumnTable } from '../../src/model/table-of-columns';
import { makeTableBuilder } from '../../src/model/table-builder';

/** The table of what was pushed so far. */
export function tableSoFar(reading: TableReading): ColumnTable {
  const builder = makeTableBuilder();
  builder.setColumns(columnSource(reading));
  const { table, rejections } = runToEnd(builder.build());
  return { table, rejections: [...reading.rejections(), ...rejections] };
}

/** The table of all that was pushed, or why there is none. */
export function finishedTable(
  reading: TableReading,
  how?: Parameters<TableReading['finish']>[0],
): ColumnTable | TableProblem {
  return reading.finish(how) ?? tableSoFar(reading);
}
