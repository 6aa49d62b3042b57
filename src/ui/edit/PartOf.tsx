import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../context/store-context';

/** A list of records of the timeline, folded until somebody asks for it: it may be long. */
export function PartOf({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="dt-edit-part dt-disclosure"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {title} <span className="dt-meta">{t.number(count)}</span>
      </summary>
      {isOpen ? children : null}
    </details>
  );
}
