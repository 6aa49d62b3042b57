import { KeepLine } from './KeepLine';
import { KeepRoom } from './KeepRoom';

/** What keeps the work, in words, and the list of what is kept; loaded when somebody writes. */
export const keepModule = { KeepLine, KeepRoom };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly keep: typeof keepModule;
  }
}
