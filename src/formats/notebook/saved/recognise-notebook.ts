import { recogniseChronology } from '../../chronology/recognise-chronology';
import { headText } from '../../recognise';
import type { Confidence } from '../../recognise';

const TELLING_BYTES = 16_384;
/** What a saved notebook says of itself in its head. */
const VERSION = /^"schemaVersion": "\d[\d.]{0,8}"$/m;
/** Lines of the notebook's grammar that other chronologies haven't got. */
const OWN_LINES = /^(?:as of \S.{2,40}|[ \t]+> \S.*|lang: [a-z]{2,3}(?:-[A-Za-z0-9]+)*|(?:source|actor) \S+: \S.*)$/m;

/**
 * A notebook's text: `certain` where it was saved with all its fields, `likely` where it is a chronology with lines of the
 * notebook's own.
 */
export function recogniseNotebook(head: Uint8Array): Confidence {
  const text = headText(head, TELLING_BYTES);
  if (text === '' || /^[{<[]/.test(text)) return 'none';
  if (VERSION.test(text)) return 'certain';
  return OWN_LINES.test(text) ? recogniseChronology(head) : 'none';
}
