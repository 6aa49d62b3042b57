import { parsePageAddress } from '../../state/address/page-address';
import type { PageOptions, ViewParams } from '../../state/address/view-params';

/**
 * What a saved page opens with: as it was saved (`opening`, the query of an address), and over that what its address
 * says, whose query is that of an author who embeds it. Other data than its own it has none.
 */
export function openingOf(
  opening: string,
  href: string,
): { readonly author: ViewParams; readonly options: PageOptions } {
  const saved = parsePageAddress(`?${opening}`);
  const asked = parsePageAddress(href);
  const { data: _, set: __, ...options } = { ...saved.options, ...asked.options };
  return { author: { ...saved.author, ...asked.author }, options };
}
