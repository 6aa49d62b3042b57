/* The front door: a text and the dataset that it is a view of. */

export { notebookText, openNotebook, resetTo, retype } from './typed-notebook';
export { alikeToSettle, settle } from './settle-dates';
