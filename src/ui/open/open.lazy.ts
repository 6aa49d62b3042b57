import { OpenRoom } from './OpenRoom';
import { Beginnings } from './OpenDialog';
import { OpenedLine } from './OpenedLine';
import { OpenedStrip, UnlessOpened } from './OpenedStrip';
import { Report } from './Report';

/** Everything about a reader's own files; loaded when they bring one, or ask. */
export const openModule = { Beginnings, OpenRoom, OpenedLine, OpenedStrip, Report, UnlessOpened };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly open: typeof openModule;
  }
}
