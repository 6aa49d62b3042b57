/**
 * The attributes, in the order of what a change of one asks for. First those that set a page up, what is shown before
 * the rest: they load the frame anew. Then the view, in the words of the address, which a frame takes over by a message;
 * of that first what a dataset itself may say for how it opens, so that what is so without the attribute only a new page
 * knows.
 */
export const ATTRIBUTES =
  'src set data hide lock lang gestures motion allow from to scale group expanded order actors countries roles types tones match q event actor compare pair sort view theme label'.split(
    ' ',
  );
/**
 * Where what sets a page up begins that isn't what is shown (`hide`); where the view begins (`from`); and what no dataset
 * says of it (`order`).
 */
export const AFTER_DATA = 3;
export const AFTER_PAGE = 9;
export const AFTER_OPENING = 14;

/**
 * The address of an element's frame: its `src` against the page's, with the other attributes as parameters. Undefined
 * without one, and for what isn't a page's (`javascript:` and the like); `file:` is one only where the host page is a
 * file too.
 */
export function frameAddress(element: Element): string | undefined {
  const { baseURI } = element;
  try {
    const url = new URL(element.getAttribute('src') || 'none:', baseURI);
    if (!/^(https?:|file:file:)/.test(url.protocol + baseURI)) return undefined;
    url.searchParams.set('embed', '1');
    for (const name of ATTRIBUTES.slice(1, -1)) {
      const value = element.getAttribute(name);
      if (value !== null) url.searchParams.set(name, value);
    }
    return url.href;
  } catch {
    return undefined;
  }
}
