import { createElement } from 'react';
import type { ReactNode } from 'react';

const NAME = 'dt-presence';

interface Presence extends HTMLElement {
  onMoved?: (() => void) | undefined;
}

/** Knows whether a root is in a document, as long as it is asked to. */
interface Followed {
  /** Stands in the root beside what is drawn there, and shows nothing. */
  readonly node: ReactNode;
  /** Tells now what is so now. */
  readonly settle: () => void;
  readonly stop: () => void;
}

/**
 * Calls back when a root, which counts as being in a document at first, isn't any more, or is again: after the task,
 * since whoever moves an element takes it out and puts it in. One that has come into another document (a window that is
 * opened for it) has left the first. A custom element is told so in every kind of root, without
 * anybody who watches the page: one is drawn with the rest, another stands in the root while nothing is drawn. Where a
 * browser has none (a content script) nothing is told.
 */
export function followPresence(root: Element, onChange: (isThere: boolean) => void): Followed {
  let isKnown = definePresence(root);
  let isThere = true;
  let page = root.ownerDocument;
  let isOver = false;
  let waiting: Presence | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onMoved = () => {
    timer ??= setTimeout(settle);
  };
  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
    if (isOver || !isKnown) return;
    const isElsewhere = root.ownerDocument !== page;
    page = root.ownerDocument;
    if (isElsewhere) isKnown = definePresence(root);
    if (isThere && isElsewhere) tell(false);
    if (isThere !== root.isConnected) tell(root.isConnected);
  };
  const tell = (isSo: boolean) => {
    isThere = isSo;
    waiting?.remove();
    waiting = undefined;
    onChange(isThere);
    if (isThere) return;
    waiting = root.ownerDocument.createElement(NAME);
    waiting.hidden = true;
    waiting.onMoved = onMoved;
    root.append(waiting);
  };
  const listen = (element: Presence | null) => {
    if (element !== null) element.onMoved = onMoved;
  };
  return {
    node: isKnown ? createElement(NAME, { ref: listen, hidden: true }) : null,
    settle,
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      waiting?.remove();
    },
  };
}

/** Not before it is asked for: where pages are rendered on a server there are no elements. Each window has its own. */
function definePresence({ ownerDocument }: Element): boolean {
  const { customElements: its, HTMLElement: Base } = ownerDocument.defaultView ?? globalThis;
  // Null in the content scripts of extensions, whatever the types say.
  const registry = its as CustomElementRegistry | null | undefined;
  // Another version of the library may have been here before: it means the same by the name.
  if (registry !== null && registry !== undefined && registry.get(NAME) === undefined)
    registry.define(
      NAME,
      class extends Base implements Presence {
        onMoved?: (() => void) | undefined;
        connectedCallback(): void {
          this.onMoved?.();
        }
        disconnectedCallback(): void {
          this.onMoved?.();
        }
      },
    );
  return registry !== null && registry !== undefined;
}
