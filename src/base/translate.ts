import { invariant } from './invariant';
import type { MessageKey } from './messages/en';

export type { MessageKey } from './messages/en';

/**
 * A message: one text, or one a plural category (CLDR) of `n`, or of the parameter named by `by`; `=1` stands for that number alone.
 * `{name}` stands for a parameter.
 */
export type Message = string | (Readonly<{ other: string; by?: string }> & Readonly<Partial<Record<PluralCase, string>>>);
type PluralCase = Intl.LDMLPluralRule | `=${number}`;
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
}

/** Of languages written from right to left those that have a catalogue, or may well get one. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** A translator over one catalogue. Throws when a message wants a parameter that isn't given: our mistake, not the reader's. */
export function makeTranslate(locale: string, catalogue: Catalogue): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const pluralOf = (message: Exclude<Message, string>, n: number): string => message[`=${n}`] ?? message[plurals.select(n)] ?? message.other;
  const translate = (key: MessageKey, params: MessageParams = {}): string => {
    const message = catalogue[key];
    const text = typeof message === 'string' ? message : pluralOf(message, Number(params[message.by ?? 'n']));
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      invariant(value !== undefined, `message "${key}" wants "${name}"`);
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
  const dir = RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' as const : 'ltr' as const;
  return Object.assign(translate, { locale, dir, digits: (number: number) => plain.format(number) });
}

/** Speaks as `current` does at the time it is called: for what outlives a change of language. */
export function speakAs(current: () => Translate): Translate {
  const translate = (key: MessageKey, params?: MessageParams): string => current()(key, params);
  const now = (part: 'locale' | 'dir' | 'digits') => ({ get: () => current()[part] });
  return Object.defineProperties(translate, { locale: now('locale'), dir: now('dir'), digits: now('digits') }) as Translate;
}
