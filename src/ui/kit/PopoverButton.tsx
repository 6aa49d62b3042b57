import { createContext, useCallback, useContext, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { controlsIn, moveFocus, focusFirstIn, giveFocusBack } from './focus/focus';
import { SCROLL_BOX } from './scroller';
import { usePopover } from './use-popover';

interface PopoverButtonProps {
  readonly label: string;
  /** Stands behind the label: how many choices there are, or how many of them are taken. */
  readonly count?: string;
  /** Whether something is chosen inside. */
  readonly on: boolean;
  /** What the panel is called where the button's words don't say it. */
  readonly name?: string;
  /** Stands before the label, or for it. */
  readonly icon?: ReactNode;
  /** The icon stands alone, and the label is the button's name. */
  readonly isBare?: boolean;
  /** What the button at the panel's foot says, which closes it. */
  readonly done: string;
  /** Class of a button that isn't one of the bar's. */
  readonly className?: string;
  readonly children: ReactNode;
}

const CloseContext = createContext<() => void>(() => undefined);

/** Closes the panel around a component, as Esc does; for forms that are done. */
export function useClosePanel(): () => void {
  return useContext(CloseContext);
}

/** A button that opens a small panel of choices under itself. The choices are in the document only while it is open. */
export function PopoverButton({
  label,
  count,
  on,
  name,
  icon,
  isBare = false,
  done,
  className = 'dt-button dt-facet-button',
  children,
}: PopoverButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => {
    giveFocusBack(panel.current, button.current, () => setOpen(false));
  }, []);
  const closeOutside = useCallback(() => setOpen(false), []);
  usePopover({ open, anchor: button, panel, onOutside: closeOutside });

  useEffect(() => {
    if (open && panel.current) focusFirstIn(panel.current);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = open && panel.current !== null ? choiceAfter(event.key, panel.current, event.target) : undefined;
    if (next === undefined && (event.key !== 'Escape' || !open)) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) close();
    else moveFocus(next, 'scroll to it');
  };
  return (
    <div
      className="dt-facet"
      role="presentation"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        // Tab leaves the panel at its end. A blur towards nothing is a click on plain text inside, or another window.
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={`${className}${on ? ' dt-button--on' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={isBare ? label : undefined}
        title={isBare ? label : undefined}
        onClick={() => (open ? close() : setOpen(true))}
      >
        {icon}
        {isBare ? null : label}
        {count === undefined ? null : (
          <>
            {' '}
            <span className="dt-facet-total">{count}</span>
          </>
        )}
      </button>
      {open ? (
        // A <dialog> would stay closed where the browser has no popovers.
        <div
          ref={panel}
          id={id}
          className="dt-popover dt-facet-panel"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="dialog"
          aria-label={name ?? label}
          tabIndex={-1}
        >
          <section className="dt-facet-scroll" aria-label={name ?? label} {...SCROLL_BOX}>
            <CloseContext value={close}>{children}</CloseContext>
          </section>
          <div className="dt-facet-foot">
            <button type="button" className="dt-button" onClick={close}>
              {done}
            </button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Up and down lead through the boxes to tick, and from the field over them to the first; Tab reaches all as well. */
function choiceAfter(key: string, panel: HTMLElement, from: EventTarget): HTMLElement | undefined {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  const boxes = controlsIn(panel).filter((control) => control.matches('input[type="checkbox"], input[type="search"]'));
  const at = boxes.findIndex((box) => box === from);
  return step === 0 || at < 0 ? undefined : boxes[at + step];
}
