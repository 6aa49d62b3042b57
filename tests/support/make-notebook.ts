import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import { readInEnglish } from '../../src/formats/json/read-in-english';
import { notebookText, openNotebook, retype } from '../../src/formats/notebook/notebook';
import type { Notebook, NotebookContext } from '../../src/formats/notebook/notebook-types';
import { datasetHead } from '../../src/model/dataset-head';
import type { DiplomaticEvent, WholeDataset } from '../../src/model/dataset';

/** An English reader's. */
export const context: NotebookContext = { t: makeTranslate('en', english) };

/** A dataset without anything in it. */
const EMPTY: WholeDataset = { ...datasetHead({ id: 'new', title: 'New', actors: [] }), events: [] };

/** The notebook of a text that somebody pasted into an empty one. */
export function notebookOf(text: string): Notebook {
  return retype(openNotebook(EMPTY, context), text, context);
}

export function readFile(file: unknown): WholeDataset {
  const result = readInEnglish(JSON.stringify(file), 'file.json');
  if (!result.ok) throw new Error(result.problem.detail);
  return result.dataset;
}

/** Somebody changes the text of a notebook. */
export function edit(notebook: Notebook, change: (text: string) => string): Notebook {
  return retype(notebook, change(notebookText(notebook)), context);
}

export function eventTitled(notebook: Notebook, title: string): DiplomaticEvent {
  const event = notebook.dataset.events.find((each) => each.title === title);
  if (event === undefined) throw new Error(`No event is called "${title}"`);
  return event;
}
