import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Faults } from './use-edits';

/** So long after the last letter what was typed is an edit. */
const TYPED_MS = 500;
const NO_FAULTS: Faults = [];

export interface FieldText {
  readonly text: string;
  readonly faults: Faults;
  readonly type: (text: string) => void;
  /** Makes an edit of what was typed, if anything was. */
  readonly commit: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * What stands in a field while somebody types in it, and when it becomes an edit: at a pause in typing where `isLive`,
 * with Enter, and when the field is left. Esc gives back what was there when typing began. An edit that comes from
 * elsewhere, undo among them, is shown where nothing is being typed.
 */
export function useFieldText({
  value,
  isLive,
  hasLines = false,
  onCommit,
}: {
  readonly value: string;
  readonly isLive: boolean;
  /** Enter is a line break in it. */
  readonly hasLines?: boolean;
  /** `isRun`: typing goes on. */
  readonly onCommit: (text: string, isRun: boolean) => Faults;
}): FieldText {
  const [typed, setTyped] = useState<{ readonly text: string; readonly first: string; readonly last: string }>();
  const [faults, setFaults] = useState(NO_FAULTS);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<() => void>(undefined);
  // What was typed holds as long as the field says what it said then, or what came of it.
  const isOwn = typed !== undefined && (value === typed.last || value === typed.text.trim());
  const text = isOwn ? typed.text : value;
  const stop = (): void => {
    clearTimeout(timer.current);
    latest.current = undefined;
  };
  const save = (words: string, isOver: boolean): void => {
    stop();
    if (words.trim() === value.trim()) {
      setFaults(NO_FAULTS);
      if (isOver) setTyped(undefined);
      return;
    }
    const found = onCommit(words, isLive);
    // While somebody still types, what is unfinished isn't called wrong.
    if (isOver || found.length === 0) setFaults(found);
    // What came of it is shown, and typing begins anew.
    if (isOver && found.length === 0) setTyped(undefined);
  };
  const leave = (): void => {
    if (!isOwn) return stop();
    save(typed.text, true);
    return undefined;
  };
  // A field that goes while something is unsaved is saved.
  useEffect(() => () => latest.current?.(), []);
  return {
    text,
    faults,
    type: (words) => {
      setTyped({ text: words, first: isOwn ? typed.first : value, last: value });
      stop();
      latest.current = () => save(words, false);
      if (isLive) timer.current = setTimeout(() => latest.current?.(), TYPED_MS);
    },
    commit: leave,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Enter' && !(hasLines && !event.ctrlKey && !event.metaKey)) {
        event.preventDefault();
        leave();
      } else if (event.key === 'Escape' && isOwn && (typed.text !== typed.first || faults.length > 0)) {
        // The field's own: whatever stands around it stays open.
        event.preventDefault();
        event.stopPropagation();
        stop();
        setFaults(NO_FAULTS);
        setTyped(undefined);
        if (value !== typed.first) onCommit(typed.first, true);
      }
    },
  };
}
