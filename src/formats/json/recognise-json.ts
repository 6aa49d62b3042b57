import { headText } from '../recognise';
import type { Confidence } from '../recognise';

/** Our own JSON says its version or has events; any other is `possible`, so that its reader can say what is missing. */
export function recogniseJson(head: Uint8Array): Confidence {
  const text = headText(head);
  if (!/^[{[]/.test(text)) return 'none';
  if (/"schemaVersion"\s*:/.test(text)) return 'certain';
  return /"events"\s*:/.test(text) ? 'likely' : 'possible';
}
