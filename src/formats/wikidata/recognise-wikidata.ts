import { hasKey, jsonHead } from '../imported/json-head';
import type { Confidence } from '../recognise';

/** An entity says its type and id, and has labels or claims; the API gives several as `entities`. */
export function recogniseWikidata(head: Uint8Array): Confidence {
  const text = jsonHead(head);
  if (text === '' || hasKey(text, 'schemaVersion')) return 'none';
  const isEntity =
    /"type"\s*:\s*"(?:item|property|lexeme|mediainfo)"/.test(text) && /"id"\s*:\s*"[QPLM]\d+"/.test(text);
  if (isEntity && ['labels', 'claims', 'statements'].some((key) => hasKey(text, key))) return 'certain';
  return /^\{\s*(?:"success"\s*:\s*\d\s*,\s*)?"entities"\s*:\s*\{\s*"[QPLM]\d+"/.test(text) ? 'certain' : 'none';
}
