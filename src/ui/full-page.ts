/** What an author settles for a frame, and a page of its own is better without. */
const OF_THE_FRAME = ['embed', 'hide', 'lock', 'gestures', 'theme'];

/** The address of the timeline's own page for the view that `href`, the address in a frame, stands for. */
export function fullPageOf(href: string): string {
  const url = new URL(href);
  const query = new URLSearchParams(url.search);
  const hash = new URLSearchParams(url.hash.slice(1));
  for (const key of OF_THE_FRAME) {
    query.delete(key);
    hash.delete(key);
  }
  url.search = plain(query);
  url.hash = plain(hash);
  return url.href;
}

/** With the commas and colons that may stand there bare. */
function plain(params: URLSearchParams): string {
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}
