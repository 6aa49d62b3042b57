import { parse } from '@messageformat/parser';
import type { Token } from '@messageformat/parser';
import type { Message } from './message';

/**
 * A catalogue in ICU MessageFormat as the data that `makeTranslate` reads: a text with `{name}` for each parameter, or
 * one a plural category. Data and not functions, so that one catalogue serves every region of its language: digits and
 * plurals are those of the locale at hand. Throws, naming the key, for what doesn't parse or isn't used here (select,
 * ordinals, formats, two plurals in one message). What is data already stays as it is.
 */
export function compileMessages<Key extends string>(
  catalogue: Readonly<Record<Key, Message>>,
): Readonly<Record<Key, Message>> {
  return Object.fromEntries(
    Object.entries<Message>(catalogue).map(([key, message]) => [
      key,
      typeof message === 'string' ? compileMessage(key, message) : message,
    ]),
  ) as Record<Key, Message>;
}

function compileMessage(key: string, source: string): Message {
  const tokens = parse(source, { strict: true });
  const plurals = tokens.filter(({ type }) => type === 'plural');
  const [plural] = plurals;
  if (plural === undefined) return tokens.map((token) => plainText(key, token)).join('');
  if (plurals.length > 1 || !('cases' in plural) || plural.type !== 'plural')
    throw new Error(`message "${key}" has more than one plural`);
  const { arg, cases } = plural;
  const words = Object.fromEntries(
    cases.map((each) => [
      each.key,
      tokens
        .map((token) =>
          token === plural
            ? each.tokens.map((inner) => (inner.type === 'octothorpe' ? `{${arg}}` : plainText(key, inner))).join('')
            : plainText(key, token),
        )
        .join(''),
    ]),
  );
  if (words['other'] === undefined) throw new Error(`message "${key}" has no plural "other"`);
  return { ...words, other: words['other'], ...(arg === 'n' ? {} : { by: arg }) };
}

function plainText(key: string, token: Token): string {
  switch (token.type) {
    case 'argument':
      return `{${token.arg}}`;
    case 'content':
      if (/\{\w+\}/.test(token.value))
        throw new Error(`message "${key}" has a word in braces that would be taken for a parameter`);
      return token.value;
    default:
      throw new Error(`message "${key}" holds a ${token.type}, which is not used here`);
  }
}
