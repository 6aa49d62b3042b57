import { headText } from '../recognise';

/** The beginning of a JSON text, for recognising a format by its keys; empty for any other file. */
export function jsonHead(head: Uint8Array): string {
  const text = headText(head);
  return /^[{[]/.test(text) ? text : '';
}

/** Whether a key stands in the text, at any depth. */
export function hasKey(text: string, key: string): boolean {
  const at = text.indexOf(`"${key}"`);
  return at !== -1 && new RegExp(`"${key}"\\s*:`).test(text);
}
