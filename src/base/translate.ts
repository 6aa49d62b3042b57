import type { MessageKey } from './messages/en';
import { languageFacts } from './messages/languages';
import { numberFormatOf } from './messages/locale-formats';
import type { Message } from './messages/message';

export type { MessageKey } from './messages/en';

export type MessageParams = Readonly<Record<string, string | number>>;
export type Catalogue = Readonly<Record<MessageKey, Message>>;

/** The one function every string of the interface goes through. Numbers are written as the locale writes them. */
export interface Translate {
  (key: MessageKey, params?: MessageParams): string;
  readonly locale: string;
  /** Which way the language is written. */
  readonly dir: 'ltr' | 'rtl';
  /** A number in the locale's digits and nothing else: 2016 and not 2,016. */
  readonly digits: (number: number) => string;
  /** A number by itself as the locale writes it: 2,016. */
  readonly number: (number: number) => string;
}

/** Letters that are written the other way than the language around them. */
const OTHER_WAY = {
  ltr: /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/,
  rtl: /[A-Za-z\u00C0-\u024F\u0370-\u052F]/,
} as const;
/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9). */
const ISOLATES = /[\u2068\u2069]/g;

/** A text without the marks that `t` puts round what is written the other way: for what is copied or saved. */
export function withoutIsolates(text: string): string {
  return text.replace(ISOLATES, '');
}

/**
 * Words one after another as the language lists them, with its own comma, or semicolon where they hold commas
 * themselves; each that is written the other way stands for itself.
 */
export function listInWords(
  words: readonly string[],
  t: Translate,
  sign: 'list.comma' | 'list.semicolon' = 'list.comma',
): string {
  return words.map((word) => isolated(word, t)).join(t(sign));
}

/** A text that turns nothing around it, in a sentence of a language that is written the other way. */
export function isolated(text: string, { dir }: Pick<Translate, 'dir'>): string {
  return OTHER_WAY[dir].test(text) ? `\u2068${text}\u2069` : text;
}

/**
 * A translator over one catalogue. A parameter that is written the other way than the language is isolated, so that it
 * doesn't turn what stands around it. Never throws at a reader: a message that isn't there says `missing`, a parameter
 * that isn't given is an ellipsis. Both are our mistakes, and the console has them (where it fails a test).
 */
export function makeTranslate(
  locale: string,
  catalogue: Partial<Catalogue>,
  missing: (key: MessageKey, params: MessageParams) => string = noMessage,
): Translate {
  const dir = languageFacts(locale).isRightToLeft ? ('rtl' as const) : ('ltr' as const);
  const plurals = new Intl.PluralRules(locale);
  const numbers = numberFormatOf(locale);
  const plain = numberFormatOf(locale, { useGrouping: false });
  const pluralOf = (message: Exclude<Message, string>, n: number): string =>
    message[`=${n}`] ?? message[plurals.select(n)] ?? message.other;
  const translate = (key: MessageKey, params: MessageParams = {}): string => {
    const message = catalogue[key];
    if (message === undefined) return missing(key, params);
    const text = typeof message === 'string' ? message : pluralOf(message, Number(params[message.by ?? 'n']));
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined) return noParameter(key, name);
      if (typeof value === 'number') return numbers.format(value);
      return isolated(value, { dir });
    });
  };
  return Object.assign(translate, { locale, dir, digits: plain.format, number: numbers.format });
}

/** Something to read where there is no message: for `lane.pinFull` "pin full", and after it what it was to be said of. */
export function standIn(key: string, params: MessageParams): string {
  const words = key
    .slice(key.indexOf('.') + 1)
    .replace(/[.-]/g, ' ')
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const values = Object.values(params).join(', ');
  return values === '' ? words : `${words} (${values})`;
}

function noMessage(key: MessageKey, params: MessageParams): string {
  console.warn(`There is no message "${key}"`);
  return standIn(key, params);
}

function noParameter(key: MessageKey, name: string): string {
  console.warn(`The message "${key}" wants "${name}"`);
  return '…';
}

/** Speaks as `current` does at the time it is called: for what outlives a change of language. */
export function speakAs(current: () => Translate): Translate {
  const translate = (key: MessageKey, params?: MessageParams): string => current()(key, params);
  const now = (part: 'locale' | 'dir' | 'digits') => ({ get: () => current()[part] });
  return Object.defineProperties(translate, {
    locale: now('locale'),
    dir: now('dir'),
    digits: now('digits'),
  }) as Translate;
}
