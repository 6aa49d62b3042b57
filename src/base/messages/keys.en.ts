/** Words of the keyboard: settings, and what the key table doesn't say yet. */
export const keyMessages = {
  'key.toHeader': 'On the first event of a row: to the row’s name, pin and box',
  'key.bar': 'To the next part of the page; inside a bar: to its next control',
  'settings.title': 'Settings',
  'settings.letterKeys': 'Keys made of one character',
  'settings.letterKeysWhy': 'Off, if you dictate or strike keys by mistake. Arrows, Enter, Esc and every button go on working.',
} as const;
