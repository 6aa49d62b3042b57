import { areLetterKeysOn } from './letter-keys';
import { isElement } from '../kit/any-window';

/** What a key asks for. The help tells them by `keyRows`; docs/keyboard.md has them for readers. */
export type KeyCommand =
  | 'previous'
  | 'next'
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'page-back'
  | 'page-on'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit-all'
  | 'fit-selection'
  | 'actor-previous'
  | 'actor-next'
  | 'search'
  | 'filters'
  | 'list'
  | 'undo'
  | 'open'
  | 'help'
  | 'escape';

const COMMANDS: ReadonlyMap<string, KeyCommand> = new Map([
  ['ArrowLeft', 'previous'],
  ['ArrowRight', 'next'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['Home', 'first'],
  ['End', 'last'],
  ['PageUp', 'page-back'],
  ['PageDown', 'page-on'],
  ['+', 'zoom-in'],
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['0', 'fit-all'],
  ['.', 'fit-selection'],
  ['[', 'actor-previous'],
  [']', 'actor-next'],
  ['/', 'search'],
  ['f', 'filters'],
  ['l', 'list'],
  ['u', 'undo'],
  ['o', 'open'],
  ['?', 'help'],
  ['Escape', 'escape'],
] as const);

/** Commands that work wherever the focus is inside the timeline; the others only on the chart. */
const ANYWHERE: ReadonlySet<KeyCommand> = new Set<KeyCommand>([
  'search',
  'filters',
  'list',
  'undo',
  'open',
  'help',
  'escape',
  'zoom-in',
  'zoom-out',
  'fit-all',
  'fit-selection',
  'actor-previous',
  'actor-next',
]);

interface Pressed {
  readonly key: string;
  /** Where the key lies; for keyboards that write another script. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
  readonly getModifierState?: (key: 'AltGraph') => boolean;
}

/** What keys that write no Latin letter stand for by their place. */
const BY_PLACE: ReadonlyMap<string, string> = new Map([
  ['KeyF', 'f'],
  ['KeyL', 'l'],
  ['KeyU', 'u'],
  ['KeyO', 'o'],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Slash', '/'],
]);

/**
 * The command of a key press, or undefined: with a modifier, or typed into a field, a key keeps its usual meaning. With
 * `letters` false, keys of one character have none of ours.
 */
export function commandOf(pressed: Pressed, letters = areLetterKeysOn()): KeyCommand | undefined {
  if (isModified(pressed) || isField(pressed.target)) return undefined;
  const { key, code = '' } = pressed;
  if (key.length !== 1) return COMMANDS.get(key);
  // Caps lock makes an L of l and means no other thing. An Arabic question mark asks as well.
  const latin = key === '؟' ? '?' : key > '~' ? (BY_PLACE.get(code) ?? key) : key.toLowerCase();
  return letters ? COMMANDS.get(latin) : undefined;
}

/**
 * What a French or German keyboard writes with AltGr, brackets among them, comes with Ctrl and Alt on some machines.
 */
function isModified(pressed: Pressed): boolean {
  return pressed.metaKey || ((pressed.ctrlKey || pressed.altKey) && pressed.getModifierState?.('AltGraph') !== true);
}

export function worksAnywhere(command: KeyCommand): boolean {
  return ANYWHERE.has(command);
}

const FIELD = 'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])';

/** Where text is typed, pasted and dropped for its own sake. */
export function isField(target: EventTarget | null): boolean {
  return isElement(target) && (target.isContentEditable || target.matches(FIELD));
}
