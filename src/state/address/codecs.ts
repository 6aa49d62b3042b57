import { instant } from '../../model/dates/instant';
import type { Instant } from '../../model/dates/instant';

/** How one value is written in an address and read back; `parse` gives undefined for a value it can't use. */
export interface Codec<Value> {
  readonly write: (value: Value) => string;
  readonly parse: (text: string) => Value | undefined;
  /** Completes "expected ...". */
  readonly expected: string;
}

/** One word of a closed list. */
export function oneOf<Word extends string>(words: readonly Word[]): Codec<Word> {
  return {
    write: (word) => word,
    parse: (text) => words.find((word) => word === text),
    expected: `one of ${words.join(', ')}`,
  };
}

/** Words of a closed list, joined with commas; unusable when one of them isn't in the list. */
export function someOf<Word extends string>(words: readonly Word[]): Codec<readonly Word[]> {
  return {
    write: (list) => list.join(','),
    parse: (text) => {
      const asked = new Set(
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      );
      const known = words.filter((word) => asked.has(word));
      return known.length === asked.size ? orderedAs([...asked], known) : undefined;
    },
    expected: `any of ${words.join(', ')}, joined with commas`,
  };
}

/** The reader's order, kept, in the list's own type. */
function orderedAs<Word extends string>(order: readonly string[], words: readonly Word[]): readonly Word[] {
  return words.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/**
 * Ids joined with commas; a comma inside an id is `%2C`, a per cent sign `%25`. Empty ones and repeats are left out.
 */
export const IDS: Codec<readonly string[]> = {
  write: (ids) => ids.map(escapeId).join(','),
  parse: (text) => [
    ...new Set(
      text
        .split(',')
        .map(unescapeId)
        .filter((id) => id !== ''),
    ),
  ],
  expected: 'ids joined with commas',
};

/** At least one id. */
export const SOME_IDS: Codec<readonly string[]> = {
  ...IDS,
  parse: (text) => {
    const ids = IDS.parse(text);
    return ids?.length === 0 ? undefined : ids;
  },
};

/** Two different ids. */
export const ID_PAIR: Codec<readonly [string, string]> = {
  write: IDS.write,
  parse: (text) => {
    const [first, second, ...more] = IDS.parse(text) ?? [];
    return first === undefined || second === undefined || more.length > 0 ? undefined : [first, second];
  },
  expected: 'two different ids joined with a comma',
};

/** Any text, as it is. */
export const TEXT: Codec<string> = { write: (text) => text, parse: (text) => text, expected: 'a text' };

/** A text that isn't empty: an id, an address. */
export const NAME: Codec<string> = { ...TEXT, parse: (text) => (text === '' ? undefined : text) };

/** A civil instant: a day for midnight, else date and time with `Z`. */
export const INSTANT: Codec<Instant> = {
  write: (at) => new Date(Math.round(at)).toISOString().replace('T00:00:00.000Z', ''),
  parse: parseInstant,
  expected: 'a day or a UTC instant such as 2016-02-22 or 2016-02-22T12:00:00Z',
};

export const FLAG: Codec<boolean> = {
  write: (on) => (on ? '1' : '0'),
  parse: (text) =>
    new Map([
      ['1', true],
      ['true', true],
      ['', true],
      ['0', false],
      ['false', false],
    ]).get(text),
  expected: '1 or 0',
};

export const LANGUAGE: Codec<string> = {
  write: (tag) => tag,
  parse: (text) => {
    // Intl throws for what isn't a language tag; here that is a reader's value, not our mistake.
    try {
      return Intl.getCanonicalLocales(text)[0];
    } catch {
      return undefined;
    }
  },
  expected: 'a language tag such as en or pt-BR',
};

/** The same with an empty value for null: "none", where an address laid below has one. */
export function orNull<Value>(codec: Codec<Value>): Codec<Value | null> {
  return {
    write: (value) => (value === null ? '' : codec.write(value)),
    parse: (text) => (text === '' ? null : codec.parse(text)),
    expected: codec.expected,
  };
}

const ISO_INSTANT = /^((?:\d{4}|[+-]\d{6})-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/u;

/** Milliseconds as `Date.UTC` counts them. With fewer digits it may be a year, or a day without its hyphens. */
const MILLISECONDS = /^(?:0|-?\d{9,16})$/u;

function parseInstant(text: string): Instant | undefined {
  if (MILLISECONDS.test(text)) return Math.abs(Number(text)) <= 8.64e15 ? instant(Number(text)) : undefined;
  const day = ISO_INSTANT.exec(text)?.[1];
  const ms = day === undefined ? Number.NaN : Date.parse(text);
  // Date.parse takes 31 February for 2 March, and NaN is also what it gives beyond 8.64e15.
  if (day === undefined || Number.isNaN(ms) || !new Date(Date.parse(day)).toISOString().startsWith(day))
    return undefined;
  return instant(ms);
}

function escapeId(id: string): string {
  return id.replaceAll('%', '%25').replaceAll(',', '%2C');
}

/** Any other escape, whole or malformed, stands for itself. */
function unescapeId(text: string): string {
  return text.replace(/%(2C|25)/giu, (_, code: string) => (code === '25' ? '%' : ','));
}
