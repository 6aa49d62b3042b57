import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/**
 * A hook that gives a lazily loaded module the styles that come with its code: a page that never loads it does without.
 * A sheet made by script passes a policy that forbids styles in the page, and holds in the tree of `element` alone, the
 * page's or that of a shadow root.
 */
export function makeModuleStyle(css: string): (element: RefObject<Element | null>) => void {
  /** By document: a sheet holds in the one that made it. */
  const sheets = new WeakMap<Document, CSSStyleSheet>();
  return function useModuleStyle(element) {
    // After every rendering: what stands in a shadow root may have been put into another document meanwhile.
    useLayoutEffect(() => {
      const root = element.current?.getRootNode();
      if (root === undefined || !takesSheets(root)) return;
      const page = root.ownerDocument ?? (root as Document);
      const sheet = sheets.get(page) ?? new (page.defaultView ?? globalThis).CSSStyleSheet();
      if (!sheets.has(page)) sheet.replaceSync(css);
      sheets.set(page, sheet);
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
  };
}

/** A page or a shadow root, of whatever window; neither in a browser that knows no such sheets. */
function takesSheets(root: Node): root is Document | ShadowRoot {
  return 'adoptedStyleSheets' in root;
}
