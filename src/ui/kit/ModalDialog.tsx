import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useFocusTrap } from './focus/use-focus-trap';

interface ModalDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Id of what names it. */
  readonly labelledBy: string;
  /** A class beside `dt-dialog`. */
  readonly className?: string;
  /** In the document only while it is open. */
  readonly children: ReactNode;
}

/**
 * A modal dialog of the browser's own, in which Tab goes round; Esc and a click beside it close it, and the focus goes
 * back.
 */
export function ModalDialog({ open, onClose, labelledBy, className = '', children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  useFocusTrap(dialog, open);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!open || !shown) return undefined;
    shown.showModal();
    return () => shown.close();
  }, [open]);

  return (
    // The click is a third way besides Esc and the button, for a pointer that hits the dark around the dialog.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={`dt-dialog ${className}`.trim()}
      aria-labelledby={labelledBy}
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
      {open ? <div className="dt-dialog-body">{children}</div> : null}
    </dialog>
  );
}
