import { parsePageAddress } from '../state/address/page-address';
import type { PageAddress } from '../state/address/page-address';
import type { HistoryEntry } from '../state/address/address-step';

/** Whether the page stands in a frame: there the address is the author's, and the history belongs to the page around. */
export function isFramed(): boolean {
  return window.parent !== window;
}

/** What the page's address says now. */
export function readAddress(): PageAddress {
  return parsePageAddress(location.href);
}

/** The history entry on which the page stands. */
export function currentEntry(): HistoryEntry {
  return { href: location.href, mark: history.state as unknown };
}

/**
 * False where the browser refused: a page that may not have a history of its own (some sandboxes), or too many changes in
 * a short while, to which Safari and Firefox throw (100 in 30 s, 200 in 10 s) and Chromium says nothing (200 in 10 s).
 */
export function writeAddress(how: 'push' | 'replace', { href, mark }: HistoryEntry): boolean {
  try {
    if (how === 'push') history.pushState(mark, '', href);
    else history.replaceState(mark, '', href);
  } catch {
    return false;
  }
  return location.href === new URL(href, location.href).href;
}

/** Loads the page again, as its address says now. */
export function reloadPage(): void {
  location.reload();
}

/** Mends the page's own address, in the entry on which it stands; not in a frame, nor where it may have no history. */
export function mendAddress(mend: (href: string) => string): void {
  if (isFramed()) return;
  const { href, mark } = currentEntry();
  // Where it is refused, what it would have kept holds for as long as the page does.
  writeAddress('replace', { href: mend(href), mark });
}
