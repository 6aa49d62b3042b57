import type { Translate } from '../../base/translate';
import { writeDataset } from '../../formats/json/write';
import { datasetOfNotebookFile } from '../../formats/notebook/read-notebook';
import { writeNotebookFile } from '../../formats/notebook/write-notebook';
import type { WholeDataset } from '../../model/dataset';

/** The text of a notebook as a file, where an address carries it or somebody saves it; loaded when they do. */
export const notebookText = {
  read: (text: string, id: string, t: Translate): WholeDataset => datasetOfNotebookFile(text, id, { t }),
  write: (dataset: WholeDataset, isFull: boolean, t: Translate): string =>
    writeNotebookFile(dataset, { isFull }, { t }),
  /** Whether reading the text gives just this dataset. */
  isSame: (text: string, dataset: WholeDataset, t: Translate): boolean =>
    writeDataset(datasetOfNotebookFile(text, dataset.id, { t })) === writeDataset(dataset),
} as const;
