/**
 * Leaves it to the host page whether a link that opens a new tab does so: plain clicks are told instead of followed. With a key held
 * or another button the reader has said how to open it, and the browser does. Returns how to stop.
 */
export function askForLinks(inside: Element, ask: (href: string) => void): () => void {
  const onClick = (event: Event) => {
    if (
      !(event instanceof MouseEvent) ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.target !== '_blank' || !['http:', 'https:'].includes(link.protocol)) return;
    event.preventDefault();
    ask(link.href);
  };
  inside.addEventListener('click', onClick);
  return () => inside.removeEventListener('click', onClick);
}
