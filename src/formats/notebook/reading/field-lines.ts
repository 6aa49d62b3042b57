/** A field of the file on a line of its own: `place: Geneva`, `"x-note": {"a": 1}`. */
export interface FieldLine {
  readonly key: string;
  /** Undefined where it isn't to be read, which `isBroken` says; `ABSENT` where the record hasn't got the field. */
  readonly value: unknown;
  readonly isBroken: boolean;
}

/** The value of `place:` with nothing after it: the record hasn't got the field, though other lines say so. */
export const ABSENT = Object.freeze({ isAbsent: true });

/** Fields of a record of the file, which are known by their bare names; others stand in quotes. */
export const EVENT_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'title',
  'label',
  'summary',
  'date',
  'type',
  'mode',
  'tone',
  'cameo',
  'status',
  'participants',
  'countries',
  'place',
  'evidence',
  'statements',
  'claims',
  'attribution',
  'caveats',
  'relations',
  'media',
  'importance',
]);
export const OTHER_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'title',
  'label',
  'text',
  'from',
  'to',
  'date',
  'view',
  'event',
  'events',
  'evidence',
  'countries',
  'kind',
  'publisher',
  'ownership',
  'dateline',
  'published',
  'url',
  'note',
  'grade',
  'altNames',
  'memberOf',
  'offices',
  'designations',
]);
export const HEAD_FIELDS: ReadonlySet<string> = new Set([
  '$schema',
  'schemaVersion',
  'id',
  'title',
  'description',
  'lang',
  'language',
  'asOf',
  'licence',
  'opening',
  'curators',
  'modified',
  'version',
  'corrections',
]);

/** To the end of the line, which a separator of lines or paragraphs (U+2028, U+2029) in a text isn't. */
const FIELD = /^\s*("(?:[^"\\]|\\.)*"|\$?[A-Za-z]+):(?:\s([^]*))?$/;

/** A line that begins with the name of a field, one of `known` or any in quotes, and a colon; undefined for others. */
export function fieldLine(line: string, known: ReadonlySet<string>): FieldLine | undefined {
  const [, name, rest = ''] = FIELD.exec(line) ?? [];
  if (name === undefined) return undefined;
  const key = name.startsWith('"') ? parsed(name) : name;
  if (typeof key !== 'string' || (key === name && !known.has(key))) return undefined;
  const text = rest.trim();
  if (!LIKE_JSON.test(text)) return { key, value: text === '' ? ABSENT : text, isBroken: false };
  const value = parsed(text);
  return { key, value, isBroken: value === undefined };
}

/** What JSON begins with; everything else is text as it stands. */
const LIKE_JSON = /^(?:["[{]|(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$)/;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The line, without indentation, that reads as this field of a record. */
export function writeField(key: string, value: unknown, known: ReadonlySet<string>): string {
  const name = known.has(key) && FIELD.test(`${key}: x`) ? key : JSON.stringify(key);
  if (value === ABSENT) return `${name}:`;
  return `${name}: ${isPlain(value) ? value : JSON.stringify(value)}`;
}

function isPlain(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    value === value.trim() &&
    !LIKE_JSON.test(value) &&
    !/[\p{Cc}\u2028\u2029]/u.test(value)
  );
}
