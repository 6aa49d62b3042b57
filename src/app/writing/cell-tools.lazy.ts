import { addEvents, cellText, removeEvents, setCell, setCells } from '../../formats/cells/cells';
import { dateContext, readingOf } from '../../formats/cells/date-cell';
import type { CellTools } from '../../ui/grid/cell-tools';

/** What is loaded when cells are written in. */
export const cellTools: CellTools = {
  cellText,
  setCell,
  setCells,
  readDate: (text, dataset, context) => readingOf(text, dateContext(dataset, context)),
  addEvents,
  removeEvents,
};
