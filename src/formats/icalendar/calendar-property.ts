import ICAL from 'ical.js';

/** A property of a component. */
export interface CalendarProperty {
  /** In small letters: `dtstart`. */
  readonly name: string;
  /** A parameter's value, the first of several; names in small letters. */
  readonly parameter: (name: string) => string | undefined;
  /** Values as text, dates as ISO 8601 writes them. */
  readonly values: readonly string[];
  /** As the file has it. */
  readonly raw: string;
  readonly line: number;
}

/** A line as a property; undefined for one that is none. */
export function readProperty(text: string, line: number): CalendarProperty | undefined {
  // Mozilla's first calendars folded before the colon too.
  const whole = text.replace(/^([\w-]+)\s+(?=[;:])/, '$1').replace(/^([^:"]*?)\s+:/, '$1:');
  let parts: readonly unknown[];
  try {
    parts = ICAL.parse.property(whole) as readonly unknown[];
  } catch {
    // It throws for what it can't read: a line that is none, or one whose value isn't of its type, which stays as it is.
    const bare = bareProperty(whole);
    if (bare === undefined) return undefined;
    parts = bare;
  }
  const [name, parameters, , ...values] = parts;
  if (typeof name !== 'string') return undefined;
  const given = new Map(Object.entries((parameters ?? {}) as Readonly<Record<string, unknown>>));
  return {
    name: name.toLowerCase(),
    parameter: (key) => {
      const value = given.get(key);
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' && first !== '' ? first : undefined;
    },
    values: values.flat().map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    raw: whole.slice(whole.search(/:(?=(?:[^"]*"[^"]*")*[^"]*$)/) + 1),
    line,
  };
}

/** Name, parameters and value of a line, whatever the value is. */
function bareProperty(text: string): readonly unknown[] | undefined {
  const [, name, parameters = '', value = ''] = /^([a-z\d-]+)((?:;[^:;"]*(?:"[^"]*")?)*):(.*)$/i.exec(text) ?? [];
  if (name === undefined) return undefined;
  const given = parameters.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).flatMap((part) => {
    const [key = '', ...rest] = part.split('=');
    return rest.length === 0 ? [] : [[key.toLowerCase(), rest.join('=').replace(/^"|"$/g, '')] as const];
  });
  return [name, Object.fromEntries(given), 'unknown', value];
}
