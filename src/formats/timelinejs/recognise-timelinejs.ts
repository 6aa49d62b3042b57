import { hasKey, jsonHead } from '../imported/json-head';
import type { Confidence } from '../recognise';

/** Version 3 has dates as objects, `start_date`; version 2 has `timeline` with `date` and `startDate`. */
export function recogniseTimelineJs(head: Uint8Array): Confidence {
  const text = jsonHead(head);
  if (!text.startsWith('{') || hasKey(text, 'schemaVersion')) return 'none';
  if (/"start_date"\s*:\s*[{"\d]/.test(text) && hasKey(text, 'events')) return 'certain';
  if (/^\{\s*"timeline"\s*:\s*\{/.test(text)) return hasKey(text, 'startDate') ? 'certain' : 'likely';
  const isEmpty = /"events"\s*:\s*\[\s*\]/.test(text) && /"title"\s*:\s*\{|"eras"\s*:|"scale"\s*:/.test(text);
  return isEmpty ? 'likely' : 'none';
}
