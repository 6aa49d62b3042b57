import type { HostFault } from '../state/address/host-fields';
import { optionsFromHost, viewFromHost } from '../state/address/host-view';
import type { ViewRequest } from '../state/address/host-view';
import { makeHostProblems } from './host-problems';
import { checkedSource } from './loading/host-source';
import { mountPage } from './mount-page';
import type { PageMount } from './mount-page';
import { makePresence, presenceNode } from './presence';
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
  return mountChecked(target, { ...asked, source, view: view.values, options: options.values }, [
    ...view.faults,
    ...options.faults,
  ]);
}

/** Where a host page wants a timeline: in an element of its own, the target or what holds it. */
interface Place {
  readonly element: Element;
  readonly leave: () => void;
}

/** The timelines that stand in elements, so that another one in the same takes the place of the first. */
const MOUNTED = new WeakMap<Element, TimelineHandle>();

/**
 * The same with what has been checked already; `faults` is what was left out. A target that is taken out of the page
 * takes its timeline along: nothing is drawn, and nothing of the page holds it, until it is put in again, where it shows
 * what it showed.
 */
export function mountChecked(
  target: Element,
  asked: PageMount,
  faults: readonly HostFault[],
  { element, leave }: Place = { element: target, leave: () => undefined },
): TimelineHandle {
  MOUNTED.get(element)?.destroy();
  const problems = makeHostProblems();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // After the task: who moves an element takes it out and puts it in again.
  const onMoved = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      settle();
    });
  };
  let isDrawn = true;
  /** What tells when a target without a drawing comes into the page. */
  let waiting: Element | undefined;
  let isOver = false;
  const settle = () => {
    if (isOver || target.isConnected === isDrawn) return;
    isDrawn = target.isConnected;
    mounted.setDrawn(isDrawn);
    waiting?.remove();
    waiting = isDrawn ? undefined : makePresence(target.ownerDocument, onMoved);
    if (waiting !== undefined) target.append(waiting);
  };
  const mounted = mountPage(target, { ...asked, presence: presenceNode(onMoved) });
  settle();
  const handle = createHandle(
    {
      ...mounted,
      destroy: () => {
        isOver = true;
        clearTimeout(timer);
        mounted.destroy();
        waiting?.remove();
        leave();
        if (MOUNTED.get(element) === handle) MOUNTED.delete(element);
      },
    },
    problems,
  );
  MOUNTED.set(element, handle);
  problems.report('mountTimeline', faults);
  return handle;
}
