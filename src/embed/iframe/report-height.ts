/** What opens comes in steps: the code of a list, its first cards, their true heights. The host hears of them together. */
const GATHER_MS = 80;

/**
 * Calls back with the height that an element needs, in whole CSS px, soon and whenever it becomes another one. An element that isn't
 * laid out (a hidden tab) or fills the screen says nothing; it is told when that is over. What is returned has it look again: a frame out
 * of sight isn't drawn, and observers keep silent in it, but it can be measured.
 */
export function reportHeight(element: Element, tell: (heightPx: number) => void): () => void {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = () => {
    timer = undefined;
    const heightPx = Math.ceil(element.getBoundingClientRect().height);
    if (heightPx === 0 || heightPx === told || document.fullscreenElement !== null) return;
    told = heightPx;
    tell(heightPx);
  };
  const look = () => {
    timer ??= setTimeout(take, GATHER_MS);
  };
  new ResizeObserver(look).observe(element);
  return look;
}
