import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import grid from './grid.css?inline';

/** By document: a sheet holds in the one that made it. */
const SHEETS = new WeakMap<Document, CSSStyleSheet>();

/** The room's own styles, which come with its code, as those of the room for files do (open/use-room-style.ts). */
export function useGridStyle(element: RefObject<Element | null>): void {
  // After every rendering: what stands in a shadow root may have been put into another document meanwhile.
  useLayoutEffect(() => {
    const root = element.current?.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot) || !('adoptedStyleSheets' in root)) return;
    const page = root.ownerDocument ?? (root as Document);
    const sheet = SHEETS.get(page) ?? new (page.defaultView ?? globalThis).CSSStyleSheet();
    if (!SHEETS.has(page)) sheet.replaceSync(grid);
    SHEETS.set(page, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}
