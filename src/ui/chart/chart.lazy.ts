import { Legend } from './Legend';
import { Stage } from './Stage';

/** The chart with its gestures, and the legend that it alone has. The overview is a module of its own. */
export const chartModule = { Legend, Stage };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly chart: typeof chartModule;
  }
}
