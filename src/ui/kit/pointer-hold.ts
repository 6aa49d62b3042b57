import { listen } from './listen';
import { windowOf } from './any-window';
import { countDialogs } from './count-dialogs';

/**
 * How a hold ends: the reader lets go; the hand is lost (the pointer, the window, what is held or what surrounds it has
 * gone), where what has been done stays; or the reader takes it back, with Esc.
 */
export type HoldEnd = 'let go' | 'lost' | 'taken back';

/** What somebody does with a pointer that they hold. */
export interface PointerHold {
  readonly onMove: (event: PointerEvent) => void;
  /** Once, whatever happens; with the event of letting go. */
  readonly onEnd: (how: HoldEnd, event?: PointerEvent) => void;
}

/**
 * Follows the pointer of a press on an element until it is let go or lost, wherever that happens. Who has captured it
 * loses it with the capture. Returns how to end it sooner, as lost.
 */
export function holdPointer(element: Element, press: PointerEvent, { onMove, onEnd }: PointerHold): () => void {
  const isOurs = ({ pointerId }: PointerEvent) => pointerId === press.pointerId;
  let isOver = false;
  const end = (how: HoldEnd, event?: PointerEvent) => {
    if (isOver) return;
    isOver = true;
    stopWatching();
    stopListening();
    onEnd(how, event);
  };
  const lose = () => end('lost');
  // First of all, so that a movement of a hand that is lost moves nothing.
  const stopWatching = watchHand(element, isOurs, end);
  const stopListening = listen(
    windowOf(element),
    {
      pointermove: (move) => {
        if (isOurs(move)) onMove(move);
      },
      pointerup: (up) => {
        if (isOurs(up)) end('let go', up);
      },
      lostpointercapture: (event) => {
        if (isOurs(event)) lose();
      },
    },
    { capture: true },
  );
  return lose;
}

/**
 * Tells when hands that hold something in an element have lost it: no button is down any more, since it was let go where
 * nobody heard it; the browser has taken the pointer for something else; another one has come; the page is left; a dialog
 * stands over the element, or it has gone. Esc takes back, and does nothing else. Returns how to stop watching.
 */
export function watchHand(
  element: Element,
  isOurs: (event: PointerEvent) => boolean,
  end: (how: 'lost' | 'taken back') => void,
): () => void {
  const dialogs = countDialogs(element);
  const page = windowOf(element);
  const lose = () => end('lost');
  const isGone = () => !element.isConnected || countDialogs(element) > dialogs;
  return listen(
    page,
    {
      pointermove: (move) => {
        if (isOurs(move) && ((move.buttons & 1) === 0 || isGone())) lose();
      },
      pointerup: (up) => {
        if (isOurs(up) && isGone()) lose();
      },
      pointerdown: (press) => {
        if (!isOurs(press)) lose();
      },
      pointercancel: (cancel) => {
        if (isOurs(cancel)) lose();
      },
      contextmenu: lose,
      visibilitychange: lose,
      // Elements lose the focus all the time.
      blur: ({ target }) => {
        if (target === page) lose();
      },
      keydown: (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        end('taken back');
      },
    },
    { capture: true },
  );
}
