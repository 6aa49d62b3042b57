import { isElement } from '../../ui/kit/any-window';

const TYPES = ['keydown', 'keypress', 'keyup'] as const;

/** What is typed into. */
const FIELD = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';
/** A letter (a press that composes one has a name), and what moves about in a field. */
const TYPED = /^(?:.|Enter|Backspace|Delete|Arrow\w+|Home|End|Page\w+|Dead|Process|Unidentified)$/u;
/** With ctrl or cmd what edits; all else is a command of the page. */
const EDITS = /^(?:[acvxyz]|Backspace|Delete|Arrow\w+|Home|End)$/i;
/** What these do by themselves, without a listener. */
const PRESSED = 'button, a[href], summary, [type="checkbox"], [type="radio"]';
const PRESSES = /^(?:Enter| )$/;

/**
 * Keys that a reader types in our fields, and those that the timeline has done something with, don't go on to the page
 * around it, which may have shortcuts of its own; all others do. What the page hears first (while capturing) is its own.
 * Returns how to stop.
 */
export function keepKeys(root: Element): () => void {
  /** Whose coming up is ours too. */
  const down = new Set<string>();
  const keep = (event: Event) => {
    const press = event as KeyboardEvent;
    const key = press.code || press.key;
    const began = press.type === 'keyup' && down.delete(key);
    if (!began && !press.defaultPrevented && !isForField(press)) return;
    press.stopPropagation();
    if (press.type === 'keydown') down.add(key);
  };
  // After all who listen in here, whenever they began to: only then is known what has been used.
  const listenLast = ({ type }: Event) => {
    root.removeEventListener(type, keep);
    root.addEventListener(type, keep);
  };
  for (const type of TYPES) root.addEventListener(type, listenLast, { capture: true });
  return () => {
    for (const type of TYPES) {
      root.removeEventListener(type, listenLast, { capture: true });
      root.removeEventListener(type, keep);
    }
  };
}

/** Whether the browser itself does something with it where the focus is. */
function isForField(press: KeyboardEvent): boolean {
  const [target] = press.composedPath();
  if (!isElement(target)) return false;
  if (target.closest(PRESSED) !== null && PRESSES.test(press.key)) return true;
  if (target.closest(FIELD) === null) return false;
  // Some write letters with ctrl and alt held down.
  const isCommand = (press.ctrlKey || press.metaKey) && !press.getModifierState('AltGraph');
  return (isCommand ? EDITS : TYPED).test(press.key);
}
