// A select knows no typing, and a datalist no small print; the rule knows no other lists of options.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '../context/store-context';
import { SCROLL_BOX } from '../kit/scroller';

/** Something that can be picked by its name. */
export interface PickerOption {
  readonly id: string;
  readonly label: string;
  /** Beside it, in small print. */
  readonly note?: string | undefined;
  /** Other words it is found by. */
  readonly words?: readonly string[];
}

/** Options shown at once. */
const MOST_SHOWN = 8;

/**
 * A field with the options that what is typed may mean (a combobox of ARIA): arrows go through them, Enter picks, Esc
 * leaves. Where `onText` is given, words that name no option are taken too.
 */
export function Picker({
  label,
  options,
  onPick,
  onText,
  onLeave,
}: {
  readonly label: string;
  readonly options: readonly PickerOption[];
  readonly onPick: (id: string) => void;
  readonly onText?: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const found = matching(options, text);
  const words = text.trim();
  const isNew = onText !== undefined && words !== '' && !found.some(({ label: name }) => sameName(name, words));
  const count = found.length + (isNew ? 1 : 0);
  const pick = (index: number): void => {
    const option = found[index];
    setText('');
    setAt(-1);
    if (option !== undefined) onPick(option.id);
    else onText?.(words);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) setAt((now) => (now < 0 && step < 0 ? count - 1 : (now + step + count) % count));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const exact = found.findIndex(({ label: name }) => sameName(name, words));
      const chosen = at >= 0 ? at : words === '' ? -1 : exact >= 0 ? exact : isNew ? found.length : 0;
      if (chosen >= 0 && chosen < count) pick(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }
  };
  return (
    <div className="dt-edit-picker">
      <input
        ref={input}
        // Somebody has just asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        type="text"
        className="dt-field"
        dir="auto"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded={count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(-1);
        }}
        onKeyDown={press}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="dt-edit-options"
        hidden={count === 0}
        {...SCROLL_BOX}
      >
        {found.map((option, index) => (
          <Option key={option.id} id={`${id}-${index}`} isOn={index === at} onPick={() => pick(index)}>
            <bdi>{option.label}</bdi>
            {option.note === undefined ? null : <span className="dt-meta"> {option.note}</span>}
          </Option>
        ))}
        {isNew ? (
          <Option id={`${id}-${found.length}`} isOn={at === found.length} onPick={() => pick(found.length)}>
            {t('edit.newName', { name: words })}
          </Option>
        ) : null}
      </div>
      <button type="button" className="dt-link" onClick={onLeave}>
        {t('edit.leave')}
      </button>
    </div>
  );
}

function Option({
  id,
  isOn,
  onPick,
  children,
}: {
  readonly id: string;
  readonly isOn: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}) {
  return (
    // The keys are the field's, which has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isOn}
      className={isOn ? 'dt-edit-option dt-edit-option--on' : 'dt-edit-option'}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}

/** Options whose names begin with the text first, then those that hold it. */
function matching(options: readonly PickerOption[], text: string): readonly PickerOption[] {
  const wanted = folded(text);
  if (wanted === '') return options.slice(0, MOST_SHOWN);
  const hits = options.filter(({ label, words = [] }) =>
    [label, ...words].some((each) => folded(each).includes(wanted)),
  );
  const first = hits.filter(({ label }) => folded(label).startsWith(wanted));
  return [...first, ...hits.filter((hit) => !first.includes(hit))].slice(0, MOST_SHOWN);
}

function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
