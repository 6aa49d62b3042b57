import type { DatasetSource } from '../../app/loading/dataset-source';
import type { HeightMode } from '../../ui/context/page-settings';
import type { ViewRequest } from '../../state/address/host-view';
import type { DatasetInput } from '../../model/dataset-input';
import { VIEW_PARAMS } from '../../state/address/address';
import type { PageOptions, ViewParams } from '../../state/address/view-params';

/** The parts of the view under their own names; `view` alone says timeline or list, or holds the parts itself. */
export interface InlineOptions
  extends
    Omit<ViewRequest, 'view'>,
    Pick<PageOptions, 'theme' | 'hide' | 'lock' | 'lang' | 'gestures' | 'motion' | 'allow'> {
  /** A dataset: the object, or its JSON. What is said of the object here is for editors: what doesn't fit is left out and told. */
  readonly dataset?: string | DatasetInput | object;
  /** Address of a dataset's JSON on the page's own host. */
  readonly src?: string;
  /** Anything else that events can come from; `dataset` and `src` are short for two of these. */
  readonly source?: DatasetSource;
  readonly view?: ViewRequest | ViewParams['view'];
  /** What decides how high it is: `fill` if nothing is given. */
  readonly height?: HeightMode;
  readonly options?: PageOptions;
  /**
   * A root of its own, so that the page's styles don't reach in and the timeline's not out: true if nothing is given.
   * Without it the page links the stylesheet of the library itself.
   */
  readonly shadow?: boolean;
}

/** The parts of the view that options ask for, in one object. */
export function viewAsked({ view, window, ...asked }: InlineOptions): ViewRequest {
  const parts = Object.fromEntries(
    Object.entries(asked).filter(([name, value]) => Object.hasOwn(VIEW_PARAMS, name) && value !== undefined),
  ) as ViewRequest;
  return { ...parts, ...(window === undefined ? {} : { window }), ...(typeof view === 'string' ? { view } : view) };
}
