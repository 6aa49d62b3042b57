/**
 * Calls back with the height that an element needs, in whole CSS px, now and whenever it becomes another one. An element that isn't
 * laid out (a hidden tab) or fills the screen says nothing; it is told when that is over. What is returned looks at once: a frame out
 * of sight isn't drawn, and observers keep silent in it, but it can be measured.
 */
export function reportHeight(element: Element, tell: (heightPx: number) => void): () => void {
  let told = 0;
  const take = () => {
    const heightPx = Math.ceil(element.getBoundingClientRect().height);
    if (heightPx === 0 || heightPx === told || document.fullscreenElement !== null) return;
    told = heightPx;
    tell(heightPx);
  };
  new ResizeObserver(take).observe(element);
  return take;
}
