import type { WholeDataset } from '../../model/dataset';
import { datasetHead } from '../../model/dataset-head';
import { LAYOUT_FIELD } from './layout';
import { openNotebook, retype, withoutLines } from './typed-notebook';
import type { Notebook, NotebookContext } from './notebook-types';

/** What a saved text says, and its lines as they were read. */
export interface NotebookFile {
  readonly notebook: Notebook;
  readonly dataset: WholeDataset;
}

/** A saved notebook: its fields are what records have, its other lines stay its text. `name` stands for a missing id. */
export function readNotebookFile(text: string, name: string, context: NotebookContext): NotebookFile {
  const empty: WholeDataset = { ...datasetHead({ id: name, title: name, actors: [] }), events: [] };
  const bare = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '');
  const notebook = retype(openNotebook(empty, context), bare, context);
  return { notebook, dataset: withoutFieldLines(notebook, context) };
}

export function datasetOfNotebookFile(text: string, name: string, context: NotebookContext): WholeDataset {
  return readNotebookFile(text, name, context).dataset;
}

/** The dataset that remembers of its text what isn't a field: those stand in their records now. */
function withoutFieldLines(notebook: Notebook, context: NotebookContext): WholeDataset {
  const { readings, memory } = notebook;
  const dropped = new Set(
    readings.flatMap(({ kind, owner }, at) =>
      kind === 'field' || owner?.kind === 'source' || owner?.kind === 'actor' ? [at] : [],
    ),
  );
  const { dataset } = dropped.size === 0 ? notebook : withoutLines(notebook, dropped, context);
  const { textSaid } = memory;
  if (!Object.hasOwn(textSaid, LAYOUT_FIELD)) return dataset;
  // A layout that the text says itself, in its place among the fields.
  const others = { ...dataset.extra, [LAYOUT_FIELD]: textSaid[LAYOUT_FIELD] };
  const order = Object.keys(textSaid);
  const entries = Object.entries(others).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return { ...dataset, extra: Object.fromEntries(entries) };
}
