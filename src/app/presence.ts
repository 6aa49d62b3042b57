import { createElement } from 'react';
import type { ReactNode } from 'react';

const NAME = 'dt-presence';

interface Presence extends HTMLElement {
  onMoved?: (() => void) | undefined;
}

/**
 * An element that shows nothing and calls back whenever it comes into a document or leaves one: a custom element is
 * told so in every root, without anybody who watches the page. Undefined where the browser has none (a content script).
 */
export function makePresence(document: Document, onMoved: () => void): Element | undefined {
  if (!definePresence()) return undefined;
  const made: Presence = document.createElement(NAME);
  made.hidden = true;
  made.onMoved = onMoved;
  return made;
}

/** The same as something that React puts beside what it draws. */
export function presenceNode(onMoved: () => void): ReactNode {
  const listen = (element: Presence | null) => {
    if (element !== null) element.onMoved = onMoved;
  };
  return definePresence() ? createElement(NAME, { ref: listen, hidden: true }) : null;
}

/** Not before it is asked for: where pages are rendered on a server there are no elements. */
function definePresence(): boolean {
  // Null in the content scripts of extensions, whatever the types say.
  const registry = globalThis.customElements as CustomElementRegistry | null | undefined;
  // Another version of the library may have been here before: it means the same by the name.
  if (registry !== null && registry !== undefined && registry.get(NAME) === undefined)
    registry.define(
      NAME,
      class extends HTMLElement implements Presence {
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
