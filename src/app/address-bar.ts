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

/** Throws where a page may not have a history of its own (some sandboxes). */
export function writeAddress(how: 'push' | 'replace', { href, mark }: HistoryEntry): void {
  if (how === 'push') history.pushState(mark, '', href);
  else history.replaceState(mark, '', href);
}

/** Mends the page's own address, in the entry on which it stands; not in a frame, nor where it may have no history. */
export function mendAddress(mend: (href: string) => string): void {
  if (isFramed()) return;
  const { href, mark } = currentEntry();
  try {
    writeAddress('replace', { href: mend(href), mark });
  } catch {
    // What it would have kept then holds for as long as the page does.
  }
}
