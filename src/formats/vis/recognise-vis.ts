import { hasKey, jsonHead } from '../imported/json-head';
import type { Confidence } from '../recognise';

/** A list of items, or `items`, with a start each and a content, or two sides in columns of their own. */
export function recogniseVis(head: Uint8Array): Confidence {
  const text = jsonHead(head);
  const isList = /^\[\s*(?:\{|\])/.test(text);
  if (!isList && !(text.startsWith('{') && /"items"\s*:\s*\[/.test(text))) return 'none';
  if (hasKey(text, 'schemaVersion') || !/"start"\s*:/.test(text)) return 'none';
  if (hasKey(text, 'content')) return 'certain';
  return /"(?:player|team|actor|party|country|side|name)1"\s*:/.test(text) && /2"\s*:/.test(text) ? 'likely' : 'none';
}
