import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import give from './give.css?inline';

/** By document: a sheet holds in the one that made it. */
const SHEETS = new WeakMap<Document, CSSStyleSheet>();

/** The room's own styles, as in ui/open/use-room-style.ts: they come with its code. */
export function useGiveStyle(element: RefObject<Element | null>): void {
  useLayoutEffect(() => {
    const root = element.current?.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot) || !('adoptedStyleSheets' in root)) return;
    const page = root.ownerDocument ?? (root as Document);
    const sheet = SHEETS.get(page) ?? new (page.defaultView ?? globalThis).CSSStyleSheet();
    if (!SHEETS.has(page)) sheet.replaceSync(give);
    SHEETS.set(page, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}
