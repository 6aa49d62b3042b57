import type { Steps } from '../../base/steps';
import type { WholeDataset } from '../../model/dataset';
import { writeNotebookFile } from '../notebook/write-notebook';
import type { WriteOptions, Writer, WriterHead } from '../writer';
import { makeWriter } from './make-writer';

/** The text of a notebook with all that its lines don't show as indented fields: it holds everything. */
export function notebookWriter(head: WriterHead): Writer {
  return makeWriter(head, {
    held: (dataset) => dataset,
    leavesOut: [],
    write: notebookSteps,
  });
}

function* notebookSteps(dataset: WholeDataset, { t }: WriteOptions): Steps<string> {
  yield 0;
  return writeNotebookFile(dataset, { isFull: true }, { t });
}
