import { PAGE_ATTRIBUTES, VIEW_ATTRIBUTES } from './view-attributes';

/**
 * The address of an element's frame: its `src` against the page's, with the other attributes as parameters. Undefined for an address
 * that isn't a page's (`javascript:` and the like); `file:` is one only where the host page is a file too.
 */
export function frameAddress(element: Element): string | undefined {
  const src = element.getAttribute('src') ?? '';
  const { baseURI } = element;
  if (!URL.canParse(src, baseURI)) return undefined;
  const url = new URL(src, baseURI);
  const isPage = /^https?:$/.test(url.protocol) || (url.protocol === 'file:' && baseURI.startsWith('file:'));
  if (!isPage) return undefined;
  url.searchParams.set('embed', '1');
  for (const name of [...PAGE_ATTRIBUTES, ...VIEW_ATTRIBUTES, 'theme']) {
    const value = element.getAttribute(name);
    if (value !== null && name !== 'src' && name !== 'label') url.searchParams.set(name, value);
  }
  return url.href;
}
