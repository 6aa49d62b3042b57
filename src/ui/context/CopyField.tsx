import { useEffect, useId, useRef, useState } from 'react';
import type { FocusEvent } from 'react';
import { withoutIsolates } from '../../base/translate';
import { useText } from './store-context';
import { useSay } from './use-say';
import { moveFocus } from '../kit/focus/focus';
import { copyText } from '../kit/copy-text';

const DONE_MS = 4000;

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  /** What the button says. */
  readonly action: string;
  /** Lines shown at once; one makes a field of a line. */
  readonly lines: number;
  /** Set in letters of one width. */
  readonly code?: boolean;
  /** Which way it is written; by default as its letters say, and code from left to right. */
  readonly dir?: 'ltr' | 'auto';
  /** Stands beside the button. */
  readonly note?: string;
  /** What somebody opens the dialog for: one of all that can be copied there. */
  readonly isMain?: boolean;
}

/**
 * A text to take along: shown in full, copied with one click; where the browser refuses that, selected to be copied by
 * hand.
 */
export function CopyField({
  label,
  text: words,
  action,
  lines,
  code = false,
  dir = code ? 'ltr' : 'auto',
  note = '',
  isMain = false,
}: CopyFieldProps) {
  const text = withoutIsolates(words);
  const t = useText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ readonly kind: 'copied' | 'refused'; readonly text: string }>();
  useEffect(() => {
    if (outcome?.kind !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(undefined), DONE_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    const isCopied = await copyText(text);
    setOutcome({ kind: isCopied ? 'copied' : 'refused', text });
    if (isCopied) return;
    moveFocus(field.current, 'scroll to it');
    field.current?.select();
  };
  // What was said of another text no longer holds.
  const told = outcome?.text === text ? t(`share.${outcome.kind}`) : '';
  useSay(told);
  const shared = {
    id,
    ref: field,
    className: `dt-field dt-share-field${code ? ' dt-share-field--code' : ''}`,
    readOnly: true,
    value: text,
    dir,
    spellCheck: false,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.currentTarget.select(),
  };
  return (
    <div className="dt-share-copy">
      <label htmlFor={id}>{label}</label>
      {lines === 1 ? <input {...shared} type="text" /> : <textarea {...shared} rows={lines} />}
      <div className="dt-share-act">
        <button type="button" className={`dt-button${isMain ? ' dt-button--main' : ''}`} onClick={() => void copy()}>
          {action}
        </button>
        <span className="dt-share-told">{told === '' ? note : told}</span>
      </div>
    </div>
  );
}
