import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type {
  ChangeEvent,
  ClipboardEvent,
  CompositionEvent,
  DragEvent,
  KeyboardEvent,
  RefObject,
  SyntheticEvent,
} from 'react';
import type { EditAbout } from '../../model/edit/edit';
import type { Desk } from '../context/desk';
import { moveFocus } from '../kit/focus/focus';
import { historyKey } from './history-key';
import { evidencePlace, lineAt, lineStarts, movedLine, onlyLink } from './text-lines';
import type { Caret, TextDesk } from './text-services';
import type { ScreenPoint } from '../kit/screen-space';

interface TextField {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Puts the caret at the end of a line, from 0. */
  readonly goToLine: (line: number) => void;
  readonly onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void;
  readonly onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly onDrop: (event: DragEvent<HTMLTextAreaElement>) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: CompositionEvent<HTMLTextAreaElement>) => void;
  readonly onBlur: () => void;
}

/** Reading that takes longer than this waits for a pause in typing, as long as it takes itself a few times over. */
const AT_ONCE_MS = 12;
const LONGEST_WAIT_MS = 600;

/**
 * A plain field over a text: what is typed is its own business, and is read as it stands; nothing is written into it but
 * what is undone, or edited in another face.
 */
export function useTextField({
  desk,
  text,
  onCaret,
  lineAtPoint,
}: {
  readonly desk: Desk;
  readonly text: TextDesk;
  readonly onCaret: (offset: number) => void;
  readonly lineAtPoint: (point: ScreenPoint) => number;
}): TextField {
  const field = useRef<HTMLTextAreaElement>(null);
  const isComposing = useRef(false);
  const before = useRef<Caret>({ start: 0, end: 0 });
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly read: () => void }>(undefined);
  const costMs = useRef(0);

  const flush = useCallback(() => {
    const late = waiting.current;
    if (late === undefined) return;
    clearTimeout(late.timer);
    waiting.current = undefined;
    late.read();
  }, []);
  const read = useCallback(
    (from: Caret, about?: EditAbout) => {
      const box = field.current;
      if (box === null) return;
      const began = performance.now();
      text.type({ text: box.value, before: from, after: caretOf(box), about });
      costMs.current = performance.now() - began;
    },
    [text],
  );
  const take = (about?: EditAbout) => {
    const from = before.current;
    if (field.current !== null) before.current = caretOf(field.current);
    if (about !== undefined || costMs.current < AT_ONCE_MS) {
      flush();
      return read(from, about);
    }
    const first = waiting.current;
    if (first !== undefined) clearTimeout(first.timer);
    const act = first?.read ?? (() => read(from));
    const timer = setTimeout(flush, Math.min(costMs.current * 4, LONGEST_WAIT_MS));
    waiting.current = { timer, read: act };
  };
  useEffect(() => flush, [flush]);

  // Undone, made again, or edited in another face.
  useLayoutEffect(() => {
    const put = () => {
      const box = field.current;
      const { text: words, caret } = text.written();
      if (box === null || box.value === words) return;
      const kept = caret ?? caretOf(box);
      box.value = words;
      box.setSelectionRange(kept.start, kept.end);
      before.current = caretOf(box);
      onCaret(box.selectionEnd);
    };
    put();
    return text.subscribe(put);
  }, [text, onCaret]);

  const step = useCallback(
    (way: 'undo' | 'redo') => {
      flush();
      if (way === 'undo') text.undo();
      else text.redo();
    },
    [flush, text],
  );
  // What menus and gestures of the browser undo; React has no event for it.
  useEffect(() => {
    const box = field.current;
    const hear = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      step(event.inputType === 'historyUndo' ? 'undo' : 'redo');
    };
    box?.addEventListener('beforeinput', hear);
    return () => box?.removeEventListener('beforeinput', hear);
  }, [step]);

  /** Puts another text in the place of all of it, as an edit of its own. */
  const write = (words: string, caret: Caret, about: EditAbout) => {
    flush();
    text.type({ text: words, before: before.current, after: caret, about });
  };
  const addEvidence = (line: number, link: string): boolean => {
    flush();
    const { notebook, text: words } = text.written();
    const place = evidencePlace(notebook, line);
    const box = field.current;
    if (place === undefined || box === null) return false;
    const at = (lineStarts(words)[place.after + 1] ?? words.length + 1) - 1;
    const added = `\n  > ${link}`;
    const caret = caretOf(box);
    const shifted = (offset: number) => (offset > at ? offset + added.length : offset);
    write(
      words.slice(0, at) + added + words.slice(at),
      { start: shifted(caret.start), end: shifted(caret.end) },
      { did: 'evidence', event: place.event, sources: 1 },
    );
    return true;
  };

  const goToLine = useCallback(
    (line: number) => {
      const box = field.current;
      if (box === null) return;
      const starts = lineStarts(box.value);
      const end = (starts[line + 1] ?? box.value.length + 1) - 1;
      box.setSelectionRange(end, end);
      before.current = caretOf(box);
      onCaret(end);
    },
    [onCaret],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const box = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    const way = historyKey(event);
    if (way !== undefined) {
      event.preventDefault();
      step(way);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      moveFocus(box.closest('.dt-app')?.querySelector<HTMLElement>('.dt-faces [aria-pressed="true"]'), 'scroll to it');
    } else if (
      event.altKey &&
      !event.ctrlKey &&
      !event.metaKey &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    ) {
      event.preventDefault();
      const moved = movedLine(box.value, caretOf(box), event.key === 'ArrowUp' ? -1 : 1);
      if (moved !== undefined) write(moved.text, moved.caret, { did: 'type' });
    } else if (event.key === 'Enter') desk.pause();
  };
  return {
    field,
    goToLine,
    onKeyDown,
    onChange: ({ nativeEvent, target }) => {
      if (isComposing.current) return;
      const isPasted = 'inputType' in nativeEvent && nativeEvent.inputType === 'insertFromPaste';
      const rows = target.value.slice(before.current.start, target.selectionEnd).split('\n').length;
      take(isPasted ? { did: 'paste', rows, columns: 1 } : undefined);
      onCaret(target.selectionEnd);
    },
    onSelect: ({ currentTarget }) => {
      if (isComposing.current) return;
      before.current = caretOf(currentTarget);
      onCaret(currentTarget.selectionEnd);
    },
    onPaste: (event) => {
      const link = onlyLink(event.clipboardData.getData('text/plain'));
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      if (link === undefined || selectionStart !== selectionEnd) return;
      if (addEvidence(lineAt(lineStarts(value), selectionStart), link)) event.preventDefault();
    },
    onDrop: (event) => {
      const { dataTransfer } = event;
      if (dataTransfer.types.includes('Files')) return;
      const link = onlyLink(
        dataTransfer.getData('text/uri-list').split(/[\r\n]/)[0] || dataTransfer.getData('text/plain'),
      );
      if (link !== undefined && addEvidence(lineAtPoint(event), link)) event.preventDefault();
    },
    onCompositionStart: () => {
      isComposing.current = true;
    },
    onCompositionEnd: ({ currentTarget }) => {
      isComposing.current = false;
      take();
      onCaret(currentTarget.selectionEnd);
    },
    onBlur: () => {
      flush();
      desk.pause();
    },
  };
}

function caretOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): Caret {
  return { start: selectionStart, end: selectionEnd };
}
