import { hasKey, jsonHead } from '../imported/json-head';
import type { Confidence } from '../recognise';

/** `head` with `vars`, and `results` with `bindings`. */
export function recogniseSparql(head: Uint8Array): Confidence {
  const text = jsonHead(head);
  if (!text.startsWith('{') || !/"vars"\s*:\s*\[/.test(text)) return 'none';
  return hasKey(text, 'head') && /"bindings"\s*:\s*\[/.test(text) ? 'certain' : 'none';
}
