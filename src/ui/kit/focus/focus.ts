/** The element that has the focus in the document or shadow root that `node` lives in. */
export function focusedNear(node: Node): HTMLElement | undefined {
  const root = node.getRootNode();
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  return active instanceof HTMLElement ? active : undefined;
}

/** Whether nothing has the focus where `node` lives, as after its element has gone. */
export function isFocusNowhere(node: Node): boolean {
  const focused = focusedNear(node);
  return focused === undefined || focused === node.ownerDocument?.body;
}

/** Whether `node` or something inside it has the focus. */
export function holdsFocus(node: Node): boolean {
  const focused = focusedNear(node);
  return focused !== undefined && node.contains(focused);
}
