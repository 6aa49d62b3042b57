import { TableFace } from './TableFace';

/** The table that is written in; loaded when somebody looks at it. */
export const gridModule = { TableFace };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly grid: typeof gridModule;
  }
}
