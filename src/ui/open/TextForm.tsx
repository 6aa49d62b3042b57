import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { moveFocus } from '../kit/focus/focus';
import { useText } from '../context/store-context';

const isAny = (): boolean => true;

/** One text to be set in place: Enter or the button sets it, Esc leaves it as it was. */
export function TextForm({
  label,
  value,
  hint,
  canSet = isAny,
  onType,
  onSet,
  onLeave,
}: {
  readonly label: string;
  readonly value: string;
  /** What was understood of it so far. */
  readonly hint?: ReactNode;
  readonly canSet?: (text: string) => boolean;
  readonly onType?: (text: string) => void;
  readonly onSet: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useEffect(() => {
    moveFocus(field.current, 'scroll to it');
    field.current?.select();
  }, []);
  return (
    <form
      className="dt-open-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSet(text.trim())) onSet(text.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        className="dt-field"
        type="text"
        dir="auto"
        autoComplete="off"
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setText(target.value);
          onType?.(target.value.trim());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
      <button type="submit" className="dt-button" aria-disabled={!canSet(text.trim())}>
        {t('open.set')}
      </button>
      <output id={`${id}-hint`} className="dt-open-hint">
        {hint}
      </output>
    </form>
  );
}
