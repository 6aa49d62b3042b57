import type { Translate } from '../base/translate';

/** What a key asks for. One table for the handler and for the help; look.md, "Hands". */
export type KeyCommand =
  | 'previous' | 'next' | 'up' | 'down' | 'first' | 'last' | 'page-back' | 'page-on'
  | 'zoom-in' | 'zoom-out' | 'fit-all' | 'fit-selection' | 'actor-previous' | 'actor-next'
  | 'search' | 'filters' | 'list' | 'undo' | 'help' | 'escape';

const COMMANDS: ReadonlyMap<string, KeyCommand> = new Map([
  ['ArrowLeft', 'previous'], ['ArrowRight', 'next'], ['ArrowUp', 'up'], ['ArrowDown', 'down'],
  ['Home', 'first'], ['End', 'last'], ['PageUp', 'page-back'], ['PageDown', 'page-on'],
  ['+', 'zoom-in'], ['=', 'zoom-in'], ['-', 'zoom-out'], ['0', 'fit-all'], ['.', 'fit-selection'],
  ['[', 'actor-previous'], [']', 'actor-next'],
  ['/', 'search'], ['f', 'filters'], ['l', 'list'], ['u', 'undo'], ['?', 'help'], ['Escape', 'escape'],
] as const);

/** Commands that work wherever the focus is inside the timeline; the others only on the chart. */
const ANYWHERE: ReadonlySet<KeyCommand> = new Set<KeyCommand>(['search', 'filters', 'list', 'undo', 'help', 'escape', 'zoom-in', 'zoom-out', 'fit-all', 'fit-selection', 'actor-previous', 'actor-next']);

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/** The command of a key press, or undefined: with a modifier, or typed into a field, a key keeps its usual meaning. */
export function commandOf({ key, ctrlKey, metaKey, altKey, target }: Pressed): KeyCommand | undefined {
  if (ctrlKey || metaKey || altKey || isField(target)) return undefined;
  // Caps lock makes an L of l and means no other thing.
  return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key);
}

export function worksAnywhere(command: KeyCommand): boolean {
  return ANYWHERE.has(command);
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** The help's rows, without those of parts that the author has hidden or locked. */
export function keyRows(t: Translate, hidden: ReadonlySet<string> = new Set(), locked: ReadonlySet<string> = new Set()): { readonly keys: string; readonly does: string }[] {
  const moves = !locked.has('range');
  const rows = [
    { keys: '← →', does: t('key.arrows') },
    { keys: '↑ ↓', does: t('key.updown') },
    { keys: 'Home End', does: t('key.ends') },
    moves ? { keys: 'PageUp PageDown', does: t('key.pages') } : undefined,
    { keys: 'Enter Space', does: t('key.select') },
    { keys: 'Esc', does: t('key.escape') },
    moves ? { keys: '+ − 0 .', does: t('key.zoom') } : undefined,
    { keys: '[ ]', does: t('key.sameActor') },
    hidden.has('search') ? undefined : { keys: '/', does: t('key.search') },
    hidden.has('filters') || locked.has('filters') ? undefined : { keys: 'f', does: t('key.filters') },
    { keys: 'l u ?', does: t('key.letters') },
    moves ? { keys: 'Ctrl / ⌘ + wheel, pinch', does: t('key.wheel') } : undefined,
    moves ? { keys: 'Drag', does: t('key.drag') } : undefined,
  ];
  return rows.filter((row) => row !== undefined);
}
