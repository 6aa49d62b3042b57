import type { ViewParams } from '../state/address/view-params';

/** What was said of the view and hasn't been done yet. */
export interface Gathered {
  /** A part of the view, which lies over what was said before. */
  readonly view: (part: ViewParams) => void;
  /** An event chosen, or let go, after what was said before. */
  readonly select: (id: string | undefined) => void;
  /** What there is to do, the view first, each once; nothing is left. */
  readonly take: () => { readonly view?: ViewParams; readonly select?: { readonly id: string | undefined } };
}

/** One that holds nothing yet; what it holds has a bound, however much is said. */
export function makeGathered(): Gathered {
  let view: ViewParams | undefined;
  let select: { readonly id: string | undefined } | undefined;
  return {
    view: (part) => {
      view = { ...view, ...part };
      if ('event' in part) select = undefined;
    },
    select: (id) => {
      select = { id };
    },
    take: () => {
      const taken = { ...(view === undefined ? {} : { view }), ...(select === undefined ? {} : { select }) };
      view = select = undefined;
      return taken;
    },
  };
}
