import { ChosenPanel } from './ChosenPanel';
import { CompareTray } from './CompareTray';

/** What the side panel shows of a chosen event, actor or pair, and the tray of actors side by side. */
export const chosenModule = { ChosenPanel, CompareTray };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly chosen: typeof chosenModule;
  }
}
