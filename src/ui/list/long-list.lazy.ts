import { LongListCards } from './LongListCards';
import { LongListTable } from './LongListTable';

/** Lists of which only what is in view stands in the document. */
export const longListModule = { LongListCards, LongListTable };

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly longList: typeof longListModule;
  }
}
