import { useId } from 'react';
import type { ComponentProps } from 'react';
import { ModalDialog } from '../kit/ModalDialog';
import { Heading } from './Heading';
import { StatusLine } from './StatusLine';

interface PageDialogProps extends Omit<ComponentProps<typeof ModalDialog>, 'labelledBy'> {
  readonly title: string;
  /** What the button says that closes it. */
  readonly close: string;
}

/** A modal dialog as the page has them: a title, a button that closes it, and a voice, since the page's own is silent. */
export function PageDialog({ title, close, children, ...rest }: PageDialogProps) {
  const id = useId();
  return (
    <ModalDialog {...rest} labelledBy={id}>
      <div className="dt-dialog-head">
        <Heading level={2} id={id} tabIndex={-1}>
          {title}
        </Heading>
        <button type="button" className="dt-button" onClick={rest.onClose}>
          {close}
        </button>
      </div>
      {children}
      <StatusLine modal />
    </ModalDialog>
  );
}
