import { latinHead } from '../imported/latin-head';
import type { Confidence } from '../recognise';

/** `BEGIN:VCALENDAR` stands first, in any case and encoding; after other lines it may be one. */
export function recogniseICalendar(head: Uint8Array): Confidence {
  const text = latinHead(head);
  if (/^BEGIN\s*:\s*VCALENDAR/i.test(text)) return 'certain';
  return /(?:^|[\r\n])BEGIN:(?:VCALENDAR|VEVENT)[\r\n]/i.test(text) ? 'likely' : 'none';
}
