interface Pressed {
  readonly key: string;
  /** Where the key lies; for keyboards that write another script. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What takes back, or makes again: Ctrl+Z or Cmd+Z, with Shift, and Ctrl+Y; undefined for other keys. */
export function historyKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter =
    key.length === 1 && key <= '~' ? key.toLowerCase() : code === 'KeyZ' ? 'z' : code === 'KeyY' ? 'y' : '';
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}
