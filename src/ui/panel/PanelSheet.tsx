import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { focusChosen } from '../context/focus-chosen';
import { focusPanelHeading } from './PanelHeading';
import { StatusLine } from '../context/StatusLine';
import { useFocusTrap } from '../kit/focus/use-focus-trap';

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
