import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { focusedNear } from '../kit/focus/focus';
import { focusPanelHeading } from './PanelHeading';
import { spaceOf } from '../kit/screen-space';
import { SCROLL_BOX, scrollBy, scrollerOf } from '../kit/scroller';
import { focusChosen } from '../context/focus-chosen';
import { StatusLine } from '../context/StatusLine';
import { useFocusTrap } from '../kit/focus/use-focus-trap';

/** Air under what has been brought out from under the sheet. */
const AIR_PX = 16;

/**
 * Details over the lower part of the page, which can be used as before; what is chosen is brought out from under them.
 */
export function BottomSheet({
  isFull,
  selected,
  takesFocus,
  children,
}: {
  readonly isFull: boolean;
  readonly selected: string | undefined;
  /** For what a button opened that says nothing else of it. */
  readonly takesFocus: boolean;
  readonly children: ReactNode;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) focusPanelHeading(sheet.current, 'in place');
  }, [takesFocus]);
  useEffect(() => {
    const over = sheet.current;
    const root = over?.closest('.dt-app');
    if (isFull || selected === undefined || over === null || root === null || root === undefined) return;
    // Of several marks of one event the one that was pressed.
    const focused = focusedNear(root)?.closest('.dt-mark-button, .dt-list [aria-current="true"]');
    const chosen =
      focused ?? root.querySelector('.dt-mark-button[aria-current="true"], .dt-list [aria-current="true"]');
    if (chosen !== null) bringOut(chosen, over);
  }, [selected, isFull]);
  return (
    <div ref={sheet} className={`dt-bottom${isFull ? ' dt-bottom--full' : ''}`}>
      {children}
    </div>
  );
}

/** By what scrolls inside the timeline first, and the page last. */
function bringOut(chosen: Element, over: HTMLElement): void {
  for (let box = scrollerOf(chosen); ; box = scrollerOf(box)) {
    const hiddenPx = spaceOf(over).boxOf(chosen).bottom + AIR_PX;
    if (hiddenPx > 0) scrollBy(box, over, hiddenPx);
    if (box === undefined) return;
  }
}

/** A sheet over the whole screen for small ones; modal, so that nothing behind it can be reached. Esc closes it. */
export function PanelSheet({
  label,
  onClose,
  children,
}: {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useFocusTrap(dialog, true);
  // Closed before it leaves the page, so that the browser gives the focus back to where it was: which is another event
  // after a step to it.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // It covers what the reader looks at: nothing need scroll, least of all the page around a frame.
    focusPanelHeading(shown, 'in place');
    return () => {
      shown?.close();
      if (shown !== null) focusChosen(shown);
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dt-sheet"
      aria-label={label}
      {...SCROLL_BOX}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A second Esc closes without asking; the event of our own close comes late, when the dialog may be open again.
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
    >
      {children}
      <StatusLine modal />
    </dialog>
  );
}
