/**
 * Calls back with the height that an element needs, in whole CSS px, now and whenever it becomes another one. An element that isn't
 * laid out (a hidden tab) or fills the screen says nothing; it is told when that is over. Returns how to stop.
 */
export function reportHeight(element: Element, tell: (heightPx: number) => void): () => void {
  let told = 0;
  const take = () => {
    const heightPx = Math.ceil(element.getBoundingClientRect().height);
    if (heightPx === 0 || heightPx === told || document.fullscreenElement !== null) return;
    told = heightPx;
    tell(heightPx);
  };
  const observer = new ResizeObserver(take);
  observer.observe(element);
  return () => observer.disconnect();
}
