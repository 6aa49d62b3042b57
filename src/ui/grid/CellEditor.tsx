import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { CellField } from '../../formats/cells/cell-types';
import type { DiplomaticEvent } from '../../model/dataset';
import { EVENT_TYPES, STATUSES } from '../../model/vocabulary';
import { useText } from '../context/store-context';
import { isNode } from '../kit/any-window';
import type { GridColumn } from './grid-columns';
import { useGridParts } from './grid-context';
import type { Refused } from './grid-edits';
import { DateReadingBox } from './DateReadingBox';
import { Suggestions, suggestionsOf } from './Suggestions';

/** What is being written in a cell. */
export interface Editing {
  readonly event: string;
  readonly field: CellField;
  /** What it begins with. */
  readonly text: string;
  /** The text is chosen whole, so that what is typed takes its place. */
  readonly isWhole: boolean;
  readonly refused: Refused | undefined;
}

interface CellEditorProps {
  readonly editing: Editing;
  readonly event: DiplomaticEvent;
  readonly column: GridColumn;
  readonly row: number;
}

/** The field in a cell, with what is read of it below. */
export function CellEditor({ editing, event, column, row }: CellEditorProps) {
  const t = useText();
  const { dataset, finish } = useGridParts();
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(editing.text);
  const [active, setActive] = useState<number>();
  const [isListOpen, setListOpen] = useState(true);
  const { field } = editing;
  const options = isListOpen ? suggestionsOf(field, text, wordsOf(field, event, dataset, t)) : [];
  const begun = useRef(editing);
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return undefined;
    element.focus({ preventScroll: true });
    const { length } = element.value;
    element.setSelectionRange(begun.current.isWhole ? 0 : length, length);
    const editor = box.current;
    if (editor === null || typeof ResizeObserver === 'undefined') return undefined;
    // What is read below the field mustn't stand below the edge of the table.
    const observer = new ResizeObserver(() => editor.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    observer.observe(editor);
    return () => observer.disconnect();
  }, []);

  const take = (word: string): string => withWord(field, text, word);
  const choose = (word: string): void => {
    setText(take(word));
    setActive(undefined);
    input.current?.focus({ preventScroll: true });
    if (field === 'type') finish(word, 'stay');
    else setListOpen(false);
  };
  const onKeyDown = (pressed: KeyboardEvent): void => {
    // The grid's keys aren't the field's.
    pressed.stopPropagation();
    if (pressed.nativeEvent.isComposing) return;
    const { key, shiftKey, altKey, target } = pressed;
    const isInput = target === input.current;
    if (key === 'Escape') {
      pressed.preventDefault();
      if (active !== undefined) return setActive(undefined);
      return finish(undefined, 'stay');
    }
    if (!isInput) return undefined;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0 && !altKey) {
      pressed.preventDefault();
      setActive(
        (active === undefined ? (step > 0 ? 0 : options.length - 1) : active + step + options.length) % options.length,
      );
      return undefined;
    }
    if (key === 'ArrowDown') {
      const way = box.current?.querySelector<HTMLElement>('.dt-cell-ways button');
      if (way !== null && way !== undefined) {
        pressed.preventDefault();
        way.focus();
      }
      return undefined;
    }
    if (key === 'Enter' && altKey && field === 'summary') {
      pressed.preventDefault();
      input.current?.setRangeText('\n', input.current.selectionStart ?? 0, input.current.selectionEnd ?? 0, 'end');
      setText(input.current?.value ?? text);
      return undefined;
    }
    if (key !== 'Enter' && key !== 'Tab') return undefined;
    pressed.preventDefault();
    const option = active === undefined ? undefined : options[active];
    const whole = option === undefined ? text : take(option);
    return finish(whole, key === 'Enter' ? (shiftKey ? 'up' : 'down') : shiftKey ? 'previous' : 'next');
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>): void => {
    // Another window is no other place on the page.
    const page = currentTarget.ownerDocument;
    if (relatedTarget === null && page.activeElement === page.body && !page.hasFocus()) return;
    if (isNode(relatedTarget) && currentTarget.contains(relatedTarget)) return;
    finish(text, 'blur');
  };
  const hasList = field === 'type' || field === 'status' || field === 'who';
  const note = refusedWords(editing.refused, t);
  const shared = {
    ref: input,
    className: 'dt-cell-input',
    value: text,
    'aria-label': t('grid.editing', { column: t(column.label), row: t.digits(row + 1) }),
    'aria-describedby': note === undefined && field !== 'date' ? undefined : `${id}-note`,
    'aria-invalid': note === undefined ? undefined : true,
    dir: field === 'id' ? 'ltr' : 'auto',
    spellCheck: field === 'title' || field === 'summary',
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }): void => {
      setText(target.value);
      setActive(undefined);
      setListOpen(true);
    },
  };
  return (
    <div ref={box} className="dt-cell-editor" role="presentation" onKeyDown={onKeyDown} onBlur={onBlur}>
      {field === 'summary' ? (
        <textarea {...shared} rows={4} />
      ) : hasList ? (
        <input
          {...shared}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : `${id}-list-${active}`}
        />
      ) : (
        <input {...shared} type="text" />
      )}
      {hasList && options.length > 0 ? (
        <Suggestions id={`${id}-list`} column={t(column.label)} options={options} active={active} onChoose={choose} />
      ) : null}
      {field === 'date' ? (
        <DateReadingBox id={`${id}-note`} text={text} onChoose={(edtf) => finish(edtf, 'stay')} />
      ) : null}
      {note === undefined ? null : (
        <p id={field === 'date' ? undefined : `${id}-note`} className="dt-cell-problem" role="alert">
          {note}
        </p>
      )}
    </div>
  );
}

type Speak = ReturnType<typeof useText>;

function wordsOf(
  field: CellField,
  { participants }: DiplomaticEvent,
  { actors }: ReturnType<typeof useGridParts>['dataset'],
  t: Speak,
): readonly string[] {
  if (field === 'type') return EVENT_TYPES.map((type) => t(`typeShort.${type}`).toLocaleLowerCase(t.locale));
  if (field === 'status') return STATUSES.map((status) => t(`status.${status}`));
  if (field !== 'who') return [];
  const named = new Set(participants.map(({ actor }) => actor));
  return actors.flatMap(({ id, label }) => (named.has(id) || /[,;>]/.test(label) ? [] : [label]));
}

/** The text with a word in the place of the one that is being typed, the last of its list. */
function withWord(field: CellField, text: string, word: string): string {
  if (field === 'type') return word;
  const before = /^(.*[,;>،؛]\s*)?/s.exec(text)?.[0] ?? '';
  return `${before.trimEnd()}${before === '' ? '' : ' '}${word}`;
}

function refusedWords(refused: Refused | undefined, t: Speak): string | undefined {
  if (refused === undefined) return undefined;
  if ('problem' in refused) return t(refused.problem.key, refused.problem.params);
  return t('grid.fault', { expected: refused.faults[0]?.expected ?? '' });
}
