import type { ReactNode } from 'react';
import { Heading } from '../context/Heading';
import { moveFocus } from '../kit/focus/focus';

/** A panel's title, which can take the focus from script but is no tab stop. */
export function PanelHeading({ children }: { readonly children: ReactNode }) {
  return (
    <Heading level={2} className="dt-panel-title" tabIndex={-1} data-panel-heading>
      {children}
    </Heading>
  );
}

/**
 * Moves the focus to the title of the panel inside `root`; does nothing while none is shown. `in place` where the page
 * mustn't move to it.
 */
export function focusPanelHeading(root: Element | null, how: 'scroll to it' | 'in place' = 'scroll to it'): void {
  moveFocus(root?.querySelector<HTMLElement>('[data-panel-heading]'), how);
}
