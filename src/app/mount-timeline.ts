import type { HostFault } from '../state/address/host-fields';
import { optionsFromHost, viewFromHost } from '../state/address/host-view';
import type { ViewRequest } from '../state/address/host-view';
import { makeHostProblems } from './host-problems';
import { checkedSource } from './loading/host-source';
import type { KeptContent } from './Page';
import { mountPage } from './mount-page';
import type { PageMount } from './mount-page';
import { followPresence } from './presence';
import { createHandle } from './timeline-handle';
import type { TimelineHandle } from './timeline-handle';

export interface MountOptions extends Omit<PageMount, 'view' | 'presence'> {
  /** The author's view, laid over the dataset's own opening view. */
  readonly view?: ViewRequest;
}

/**
 * Puts a timeline into an element, whose content it replaces once there is data to show. The only way in, but for the
 * page itself. What can't be used of `view` and `options` is left out and told by the handle; without anything to show
 * it throws a TypeError.
 */
export function mountTimeline(target: Element, asked: MountOptions): TimelineHandle {
  const view = viewFromHost(asked.view ?? {}, 'view');
  const options = optionsFromHost(asked.options ?? {}, 'options');
  const source = checkedSource('mountTimeline', asked.source);
  return mountChecked(
    target,
    (element) => ({ root: element, holder: element, leave: () => undefined }),
    { ...asked, source, view: view.values, options: options.values },
    [...view.faults, ...options.faults],
  );
}

/** Where a timeline stands in an element of a host's. */
export interface Place {
  /** What it is drawn in. */
  readonly root: Element;
  /** What the host's element holds of it: the root or what is around that, or the element itself. */
  readonly holder: Element;
  /** What stood there before; what is in the root, if nothing is given. */
  readonly kept?: KeptContent;
  /** Before it is drawn again, maybe in another document, where styles made by the first one don't hold. */
  readonly dress?: () => void;
  readonly leave: () => void;
}

/** Timelines by what holds them, so that another one in the same element takes the place of the first. */
const MOUNTED = new WeakMap<Element, TimelineHandle>();

/**
 * The same with what has been checked already; `faults` is what was left out, and `placeIn` makes room in the element. A
 * timeline that is taken out of the page isn't drawn, and nothing of the page holds it; put in again, it shows what it
 * showed.
 */
export function mountChecked(
  element: Element,
  placeIn: (element: Element) => Place,
  asked: PageMount,
  faults: readonly HostFault[],
): TimelineHandle {
  for (const each of [element, ...element.children]) MOUNTED.get(each)?.destroy();
  const problems = makeHostProblems();
  const { root, holder, kept, dress, leave } = placeIn(element);
  const presence = followPresence(root, (isThere) => {
    if (isThere) dress?.();
    mounted.setDrawn(isThere);
  });
  const mounted = mountPage(root, { ...asked, ...(kept === undefined ? {} : { kept }), presence: presence.node });
  presence.settle();
  const handle = createHandle(
    {
      ...mounted,
      destroy: () => {
        presence.stop();
        mounted.destroy();
        leave();
        MOUNTED.delete(holder);
      },
    },
    problems,
  );
  MOUNTED.set(holder, handle);
  problems.report('mountTimeline', faults);
  return handle;
}
