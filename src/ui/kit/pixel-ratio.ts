import { makeEmitter } from '../../base/emitter';

// The one place that knows how many device px a CSS px has. It changes while sizes stay: on another screen, or where the
// browser zooms around a frame of a fixed size.

/** Above 2 nobody sees the difference, and a canvas would grow by the square. */
const MOST = 2;
/** Not every change is told: of an emulated screen's nobody hears, nor where the query isn't known. */
const LOOK_MS = 400;

/** Of the screen that the page is on, as canvases follow it: at most 2. */
export function pixelRatio(): number {
  return Math.min(window.devicePixelRatio, MOST);
}

const changed = makeEmitter(() => {
  let known: number;
  let query: MediaQueryList | undefined;
  // A query tells only that its own ratio is over, so that each change asks for another.
  const arm = () => {
    query?.removeEventListener('change', look);
    known = window.devicePixelRatio;
    query = window.matchMedia(`(resolution: ${known}dppx)`);
    query.addEventListener('change', look);
  };
  const look = () => {
    if (window.devicePixelRatio === known) return;
    arm();
    changed.emit();
  };
  arm();
  window.addEventListener('resize', look);
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    query?.removeEventListener('change', look);
    window.removeEventListener('resize', look);
  };
});

/** Calls back at once when the ratio of the screen has become another one. Returns how to stop listening. */
export const onPixelRatio = changed.subscribe;
