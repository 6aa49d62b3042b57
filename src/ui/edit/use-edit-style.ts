import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import edit from './edit.css?inline';

/** By document: a sheet holds in the one that made it. */
const SHEETS = new WeakMap<Document, CSSStyleSheet>();

/**
 * The room's own styles, which come with its code. A sheet made by script passes a policy that forbids styles in the
 * page, and holds in the tree of `element` alone, the page's or that of a shadow root.
 */
export function useEditStyle(element: RefObject<Element | null>): void {
  // After every rendering: what stands in a shadow root may have been put into another document meanwhile.
  useLayoutEffect(() => {
    const root = element.current?.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot) || !('adoptedStyleSheets' in root)) return;
    const page = root.ownerDocument ?? (root as Document);
    const sheet = SHEETS.get(page) ?? new (page.defaultView ?? globalThis).CSSStyleSheet();
    if (!SHEETS.has(page)) sheet.replaceSync(edit);
    SHEETS.set(page, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}
