/** How many dialogs are open in the page of an element and in the tree (a shadow's, say) that it stands in. */
export function countDialogs(element: Element): number {
  const roots = new Set<Node>([element.ownerDocument, element.getRootNode()]);
  return [...roots].reduce(
    (count, root) => count + (root as Document | ShadowRoot).querySelectorAll('dialog[open]').length,
    0,
  );
}
