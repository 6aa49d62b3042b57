// A timeline may stand in another window than its script's: a frame that a page fills, a window that it opens. Events come
// to that one, and its elements are of classes of its own, which `instanceof` takes for strangers.

/** The window that an element stands in; the script's, if it stands in none. */
export function windowOf({ ownerDocument }: Element): Window {
  return ownerDocument.defaultView ?? window;
}

/** Whether it is an element of a page, of whatever window. All that are asked about are HTML or lie in HTML. */
export function isElement(value: unknown): value is HTMLElement {
  return isNode(value) && value.nodeType === Node.ELEMENT_NODE;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}

export function isShadowRoot(value: unknown): value is ShadowRoot {
  return isNode(value) && value.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in value;
}
