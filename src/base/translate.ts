import { invariant } from './invariant';
import type { english } from './messages/en';

/** A message: one text, or one a plural category of `n` (CLDR). `{name}` stands for a parameter. */
export type Message = string | Readonly<{ one?: string; two?: string; few?: string; many?: string; zero?: string; other: string }>;
export type MessageKey = keyof typeof english;
export type MessageParams = Readonly<Record<string, string | number>>;
export type Catalogue = Readonly<Record<MessageKey, Message>>;

/** The one function every string of the interface goes through. Numbers are written as the locale writes them. */
export interface Translate {
  (key: MessageKey, params?: MessageParams): string;
  readonly locale: string;
}

/** A translator over one catalogue. Throws when a message wants a parameter that isn't given: our mistake, not the reader's. */
export function makeTranslate(locale: string, catalogue: Catalogue): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const translate = (key: MessageKey, params: MessageParams = {}): string => {
    const message = catalogue[key];
    const text = typeof message === 'string' ? message : message[plurals.select(Number(params['n']))] ?? message.other;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      invariant(value !== undefined, `message "${key}" wants "${name}"`);
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
  return Object.assign(translate, { locale });
}
