import { TextFace } from './TextFace';
import { WriteRoom } from './WriteRoom';

/** The bar over what is written, and its text; loaded when somebody writes. */
export const writeModule = { TextFace, WriteRoom };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly write: typeof writeModule;
  }
}
