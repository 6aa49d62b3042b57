import { DatasetPanel } from './DatasetPanel';
import { EditPanel } from './EditPanel';

/** An event, and the timeline as a whole, field by field; loaded when somebody edits. */
export const editModule = { DatasetPanel, EditPanel };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly edit: typeof editModule;
  }
}
