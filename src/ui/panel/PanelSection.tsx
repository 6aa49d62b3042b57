import type { ReactNode } from 'react';
import { Heading } from '../context/Heading';

/** A part of a panel under its own heading; no landmark, so that a screen reader's list of regions stays short. */
export function PanelSection({
  title,
  note,
  children,
}: {
  readonly title: string;
  /** Small print beside the heading, such as "3 of 5 shown". */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <section className="dt-section">
      <div className="dt-section-head">
        <Heading level={3} className="dt-section-title">
          {title}
        </Heading>
        {note === undefined ? null : <span className="dt-section-note">{note}</span>}
      </div>
      {children}
    </section>
  );
}
