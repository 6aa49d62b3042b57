import { useLayoutEffect, useRef } from 'react';
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { isField } from '../context/key-table';
import { isElement, isNode } from '../kit/any-window';
import { usePointerHold } from '../kit/use-pointer-hold';
import { fromTsv, toHtml, toTsv } from './clipboard';
import { at, placeAfter } from './grid-range';
import type { Place, Selected } from './grid-range';

interface GridHands {
  readonly selected: Selected;
  readonly isEditing: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves by. */
  readonly page: number;
  /** Told whether the focus is in the grid. */
  readonly onFocused: (isFocused: boolean) => void;
  readonly go: (place: Place, isFurther?: boolean) => void;
  readonly edit: (place: Place, typed?: string) => void;
  readonly select: (selected: Selected) => void;
  readonly clear: () => void;
  readonly texts: () => readonly (readonly string[])[];
  readonly copied: () => void;
  readonly paste: (texts: readonly (readonly string[])[]) => void;
  readonly fillDown: () => void;
  readonly addBelow: () => void;
  readonly remove: () => void;
  readonly move: (step: 1 | -1) => void;
  readonly sortAt: (column: number) => void;
}

/** Keys, pointer and clipboard of a grid; what is typed in a cell's field stays the field's. */
export function useGridHands(hands: GridHands) {
  const { selected, isEditing, onFocused, go } = hands;
  const { active } = selected;
  const pressed = useRef<{ readonly wasActive: boolean; readonly isTouch: boolean }>(undefined);
  const hold = usePointerHold(undefined, 'free');
  // What is held outlives a rendering.
  const now = useRef(hands);
  useLayoutEffect(() => {
    now.current = hands;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || isEditing || event.nativeEvent.isComposing) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    if (!doKey(event, hands, isRightToLeft)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    if (place === undefined || event.button !== 0 || isIn(event.target, '.dt-cell-editor')) return;
    const isTouch = event.pointerType !== 'mouse';
    const wasActive = place.row === active.row && place.column === active.column;
    pressed.current = { wasActive, isTouch };
    // A finger may be about to scroll: it chooses when it is lifted.
    if (isTouch || place.row < 0) return;
    event.preventDefault();
    go(place, event.shiftKey);
    hold(event, {
      onMove: (move) => {
        const over = placeOf(move.composedPath()[0] ?? null);
        const { active: last } = now.current.selected;
        if (over === undefined || over.row < 0 || (over.row === last.row && over.column === last.column)) return;
        now.current.go(over, true);
      },
      onEnd: (how) => {
        if (how === 'taken back') now.current.select(at(place));
      },
    });
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const begun = pressed.current;
    pressed.current = undefined;
    const place = placeOf(event.target);
    if (begun === undefined || !begun.isTouch || place === undefined || place.row < 0) return;
    if (isIn(event.target, '.dt-cell-editor')) return;
    if (begun.wasActive && place.column > 0) hands.edit(place);
    else go(place);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>): void => {
    const place = placeOf(event.target);
    if (place !== undefined && place.row >= 0 && !isIn(event.target, '.dt-cell-editor')) hands.edit(place);
  };
  const carry = (event: ClipboardEvent<HTMLElement>): boolean => {
    if (isEditing || isField(event.target) || active.row < 0) return false;
    const texts = hands.texts();
    event.clipboardData.setData('text/plain', toTsv(texts));
    event.clipboardData.setData('text/html', toHtml(texts));
    event.preventDefault();
    return true;
  };
  return {
    onKeyDown,
    onPointerDown,
    onClick,
    onDoubleClick,
    onCopy: (event: ClipboardEvent<HTMLElement>) => {
      if (carry(event)) hands.copied();
    },
    onCut: (event: ClipboardEvent<HTMLElement>) => {
      if (carry(event)) hands.clear();
    },
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      if (isEditing || isField(event.target) || active.row < 0) return;
      const text = event.clipboardData.getData('text/plain');
      // Files are for the page to open.
      if (text === '') return;
      event.preventDefault();
      event.stopPropagation();
      hands.paste(fromTsv(text));
    },
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      onFocused(true);
      const place = placeOf(target);
      if (place !== undefined && !isEditing && (place.row !== active.row || place.column !== active.column))
        hands.select(at(place));
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      if (!(isNode(relatedTarget) && currentTarget.contains(relatedTarget))) onFocused(false);
    },
  };
}

/** Whether the grid has a use for a key, and then does it. */
function doKey(event: KeyboardEvent<HTMLElement>, hands: GridHands, isRightToLeft: boolean): boolean {
  const { key, shiftKey, altKey } = event;
  const isControl = event.ctrlKey || event.metaKey;
  const { selected, rows, columns, page, go, select } = hands;
  const { active, anchor } = selected;
  if (altKey) {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
    hands.move(key === 'ArrowUp' ? -1 : 1);
    return true;
  }
  if (key === 'Tab' || key === 'Escape') {
    const isRange = active.row !== anchor.row || active.column !== anchor.column;
    if (key === 'Escape' && isRange) select(at(active));
    return key === 'Escape' && isRange;
  }
  const to = placeAfter(key, active, { rows, columns, page, isRightToLeft }, isControl);
  if (to !== undefined) {
    // A range has no head.
    go(shiftKey ? { ...to, row: Math.max(0, to.row) } : to, shiftKey);
    return true;
  }
  if (active.row < 0) {
    if (key !== 'Enter' && key !== ' ') return false;
    hands.sortAt(active.column);
    return true;
  }
  if (isControl) return doControlKey(key, hands);
  switch (key) {
    case 'Enter':
    case 'F2':
      hands.edit(active.column === 0 ? { ...active, column: 1 } : active);
      return true;
    case 'Delete':
    case 'Backspace':
      hands.clear();
      return true;
    case 'Insert':
      hands.addBelow();
      return true;
    case ' ':
      if (!shiftKey) break;
      select({ active, anchor: { row: active.row, column: 0 } });
      return true;
    default:
  }
  if ([...key].length !== 1 || active.column === 0) return false;
  hands.edit(active, key);
  return true;
}

function doControlKey(key: string, hands: GridHands): boolean {
  const { rows, columns, select } = hands;
  switch (key.toLowerCase()) {
    case 'a':
      select({ active: { row: 0, column: 1 }, anchor: { row: rows - 1, column: columns } });
      return true;
    case 'd':
      hands.fillDown();
      return true;
    case '-':
      hands.remove();
      return true;
    case 'enter':
      hands.addBelow();
      return true;
    default:
      return false;
  }
}

function placeOf(target: EventTarget | null): Place | undefined {
  if (!isElement(target)) return undefined;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (cell === null || row === null || row === undefined) return undefined;
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) };
}

function isIn(target: EventTarget, selector: string): boolean {
  return isElement(target) && target.closest(selector) !== null;
}
