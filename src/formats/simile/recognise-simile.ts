import { hasKey, jsonHead } from '../imported/json-head';
import { latinHead } from '../imported/latin-head';
import type { Confidence } from '../recognise';

const OWN_KEYS = [
  'dateTimeFormat',
  'isDuration',
  'durationEvent',
  'latestStart',
  'earliestEnd',
  'wikiURL',
  'wikiSection',
  'textColor',
];

/** An object of `events` that have a `start` as text, or words that only SIMILE has. */
export function recogniseSimileJson(head: Uint8Array): Confidence {
  const text = jsonHead(head);
  if (!text.startsWith('{') || !hasKey(text, 'events')) return 'none';
  if (hasKey(text, 'schemaVersion') || hasKey(text, 'start_date') || hasKey(text, 'participants')) return 'none';
  if (OWN_KEYS.some((key) => hasKey(text, key))) return 'certain';
  return /"start"\s*:\s*["\d]/.test(text) && hasKey(text, 'title') ? 'likely' : 'none';
}

/** A `data` element of `event` elements with a start. */
export function recogniseSimileXml(head: Uint8Array): Confidence {
  const text = latinHead(head);
  if (!text.startsWith('<')) return 'none';
  const root = /<data(?=[\s>])[^>]*>/.exec(text.replace(/<!--[\s\S]*?-->/g, ''));
  if (root === null || !/^(?:<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<!--[\s\S]*?-->|\s)*<data(?=[\s>])/i.test(text))
    return 'none';
  return /<event\s[^>]*\bstart\s*=/.test(text) || /wiki-url|date-time-format/.test(root[0]) ? 'certain' : 'possible';
}
