import { writeSteps } from '../json/write';
import type { Writer, WriterHead } from '../writer';
import { makeWriter } from './make-writer';

/** Our own format, which holds everything. */
export function jsonWriter(head: WriterHead): Writer {
  return makeWriter(head, { held: (dataset) => dataset, leavesOut: [], write: (dataset) => writeSteps(dataset) });
}
