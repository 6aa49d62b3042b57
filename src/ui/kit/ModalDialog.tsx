import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { focusedNear, moveFocus } from './focus/focus';
import { SCROLL_BOX } from './scroller';
import { useFocusTrap } from './focus/use-focus-trap';

interface ModalDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Id of what names it, which can take the focus from script, and has it first. */
  readonly labelledBy: string;
  /** Id of what has the focus first instead where a reader comes back to the dialog, whose name they have heard: what led away from it. */
  readonly goesOnAt?: string | undefined;
  /** A class beside `dt-dialog`. */
  readonly className?: string;
  /** In the document only while it is open. */
  readonly children: ReactNode;
}

/**
 * By then Orca has heard that all behind a dialog is gone. What has the focus at that moment it takes for known, and
 * says nothing of. Nothing tells a page that a screen reader has come so far, and on a busy machine it may come later;
 * who goes on earlier loses nothing.
 */
const HEARD_AFTER_MS = 300;

/**
 * The browser would begin at the first button, and a screen reader with its words alone. A moment later the title has
 * the focus, and is said; until then an empty place before it, unless the reader has gone on.
 */
function focusTitle(dialog: HTMLElement, before: HTMLElement | null, id: string): ReturnType<typeof setTimeout> {
  before?.setAttribute('tabindex', '-1');
  moveFocus(before, 'in place');
  return setTimeout(() => {
    const isHere = focusedNear(dialog) === before;
    if (isHere) moveFocus(dialog.querySelector<HTMLElement>(`[id="${id}"]`), 'in place');
    before?.removeAttribute('tabindex');
  }, HEARD_AFTER_MS);
}

/**
 * A modal dialog of the browser's own, in which Tab goes round; Esc and a click beside it close it, and the focus goes
 * back.
 */
export function ModalDialog({
  open,
  onClose,
  labelledBy,
  goesOnAt = labelledBy,
  className = '',
  children,
}: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<HTMLSpanElement>(null);

  useFocusTrap(dialog, open);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!open || !shown) return undefined;
    shown.showModal();
    const wait = focusTitle(shown, before.current, goesOnAt);
    return () => {
      clearTimeout(wait);
      shown.close();
    };
  }, [open, goesOnAt]);

  return (
    // The click is a third way besides Esc and the button, for a pointer that hits the dark around the dialog.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={`dt-dialog ${className}`.trim()}
      aria-labelledby={labelledBy}
      {...SCROLL_BOX}
      onCancel={(event) => {
        // Closing is the owner's business: the effect above closes when `open` says so.
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open ? (
        <div className="dt-dialog-body">
          <span ref={before} />
          {children}
        </div>
      ) : null}
    </dialog>
  );
}
