import { useEffect, useId, useRef } from 'react';
import { focusedNear } from './focus';
import { useText } from './store-context';

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The page's one key table, in its order. */
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}

/** The keys, in a modal dialog: the browser keeps the focus in it, Esc and a click beside it close it. */
export function HelpDialog({ open, onClose, keys }: HelpDialogProps) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const shown = dialog.current;
    if (!open || !shown) return undefined;
    const before = focusedNear(shown);
    shown.showModal();
    return () => {
      shown.close();
      // A browser gives the focus of a modal dialog back by itself; what goes away with the dialog must not keep it anywhere.
      const focused = focusedNear(shown);
      if (focused === undefined || focused === document.body || shown.contains(focused)) before?.focus();
    };
  }, [open]);

  return (
    // The click is a third way besides Esc and the button, for a pointer that hits the dark around the dialog.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="dt-dialog"
      aria-labelledby={`${id}-title`}
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
          <div className="dt-dialog-head">
            <h2 id={`${id}-title`}>{t('help.title')}</h2>
            <button type="button" className="dt-button" onClick={onClose}>{t('help.close')}</button>
          </div>
          <p className="dt-dialog-note">{t('help.note')}</p>
          <table className="dt-keys">
            <thead>
              <tr><th scope="col">{t('help.key')}</th><th scope="col">{t('help.does')}</th></tr>
            </thead>
            <tbody>
              {keys.map((row) => (
                <tr key={row.keys}>
                  <th scope="row"><kbd>{row.keys}</kbd></th>
                  <td>{row.does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </dialog>
  );
}
