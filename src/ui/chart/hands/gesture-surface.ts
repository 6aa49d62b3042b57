import type { ChartControl } from '../../context/chart-control';
import type { GestureSession } from './gesture-session';

/** Where gestures happen, and what they move. */
export interface GestureSurface {
  readonly element: HTMLElement;
  readonly session: GestureSession;
  readonly control: ChartControl;
  /** CSS px from the plot's left edge; negative over the lanes' headers. */
  readonly plotX: (clientX: number) => number;
}

type Listeners = { readonly [Type in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Type]) => void };

/** Returns how to stop listening. */
export function listen(target: EventTarget, listeners: Listeners, options?: AddEventListenerOptions): () => void {
  const all = Object.entries(listeners) as [string, (event: Event) => void][];
  for (const [type, listener] of all) target.addEventListener(type, listener, options);
  return () => {
    for (const [type, listener] of all) target.removeEventListener(type, listener, options);
  };
}

/** Whether an event began in something that a selector finds. */
export function isIn({ target }: Event, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
