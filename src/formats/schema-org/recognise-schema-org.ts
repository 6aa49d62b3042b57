import { jsonHead } from '../imported/json-head';
import type { Confidence } from '../recognise';

const EVENT_TYPE =
  /"@type"\s*:\s*(?:\[[^\]]{0,400}?)?"(?:schema:|https?:\/\/schema\.org\/)?(?:\w*Event|Festival|Hackathon|EventSeries|CourseInstance)"/;

/** JSON-LD in the words of schema.org: surely where one of its nodes is an event. */
export function recogniseSchemaOrg(head: Uint8Array): Confidence {
  const text = jsonHead(head);
  if (!/"@(?:context|type|graph)"\s*:/.test(text)) return 'none';
  if (EVENT_TYPE.test(text)) return 'certain';
  return /schema\.org/.test(text) ? 'likely' : 'none';
}
