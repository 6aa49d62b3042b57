import { readFileSync, readdirSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import { parse } from '@messageformat/parser';
import type { Token } from '@messageformat/parser';
import { describe, expect, test } from 'vitest';
import { compileMessages } from '../../../src/base/messages/compile-messages';
import { english } from '../../../src/base/messages/en';
import type { MessageKey } from '../../../src/base/messages/en';
import { LANGUAGES } from '../../../src/base/messages/languages';
import { makeTranslate } from '../../../src/base/translate';
import type { Catalogue } from '../../../src/base/translate';
import { LABEL_PX } from '../../../src/render/ink';
import { measureByTable } from '../../../src/render/text-widths';

type Source = Readonly<Record<string, string>>;

/** All areas of a language, as they stand in their files. */
function sourceOf(language: string): Source {
  const folder = `src/base/messages/${language}`;
  const areas = readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Source);
  return Object.assign({}, ...areas) as Source;
}
const en = sourceOf('en');
const compiled = (language: string): Catalogue => compileMessages(sourceOf(language)) as unknown as Catalogue;

/** Parameters that a language may do without, or want beside the others: the forms of dates. */
const DATE_PARAMS = new Map([
  ['date.fromTo', ['from', 'to', 'first', 'last']],
  ['date.month', ['month', 'monthOf', 'year']],
  ['date.monthOfYear', ['month', 'monthOf']],
]);

function paramsOf(message: string): readonly string[] {
  const names = (tokens: readonly Token[]): string[] =>
    tokens.flatMap((token) => {
      if (token.type === 'argument') return [token.arg];
      return token.type === 'plural' ? [token.arg, ...token.cases.flatMap(({ tokens: inner }) => names(inner))] : [];
    });
  return [...new Set(names(parse(message)))].toSorted();
}

/** Each branch of a plural says what the message says, so that none loses a parameter. */
function casesOf(message: string): readonly {
  readonly arg: string;
  readonly keys: readonly string[];
  readonly params: readonly (readonly string[])[];
  readonly numbered: readonly boolean[];
}[] {
  return parse(message).flatMap((token) =>
    token.type !== 'plural'
      ? []
      : [
          {
            arg: token.arg,
            keys: token.cases.map(({ key }) => key),
            numbered: token.cases.map(({ tokens }) => tokens.some((inner) => inner.type === 'octothorpe')),
            params: token.cases.map(({ tokens }) =>
              [...new Set(tokens.flatMap((inner) => (inner.type === 'argument' ? [inner.arg] : [])))]
                .filter((name) => name !== token.arg)
                .toSorted(),
            ),
          },
        ],
  );
}

/** Nothing but parameters, signs and names that are the same everywhere. */
const SAME_EVERYWHERE = new Set([
  'embed.credit',
  'share.image.png',
  'share.image.svg',
  'date.clockUtc',
  'date.clockUtcOn',
  'date.offset',
  'details.cameo',
  'give.picture.png2',
  'give.picture.wide',
]);
/** French words that English has too. */
const SAME_IN_FRENCH = new Set([
  'role.source',
  'edit.word.date',
  'edit.word.type',
  'edit.word.importance',
  'edit.word.evidence',
  'edit.word.description',
  'edit.word.licence',
  'edit.field.date',
  'edit.field.type',
  'edit.field.importance',
  'edit.field.description',
  'edit.field.licence',
  'edit.note',
  'edit.sources.all',
  'edit.notes',
  'give.cite.version',
  'grid.column.date',
  'grid.column.type',
  'grid.column.source',
  'grid.column.importance',
  'keep.versions',
  'write.is.note',
  'write.is.source',
  'facet.types',
  'search.group.types',
  'list.date',
  'list.type',
  'tool.range',
  'legend.version',
  'details.id',
  'cite.version',
  'actor.note',
  'summary.version',
  'summary.licence',
  'summary.corrections',
  'written.sources',
  'written.toSource',
  'share.image',
  'share.image.size',
  'certainty.certain',
  'certainty.probable',
  'typeShort.resolution',
  'typeShort.sanctions',
  'legend.sources',
  'summary.sourceCount',
  'mapping.group.sources',
  'mapping.means.date',
  'mapping.means.type',
  'mapping.means.importance',
  'open.date.label',
  'open.template.source',
  'open.template.first.who',
  'open.template.third.who',
]);

const others = LANGUAGES.filter((language) => language !== 'en');

describe.each(LANGUAGES)('the catalogue %s', (language) => {
  const source = sourceOf(language);

  test('has the keys of English, no more and no fewer', () =>
    expect(Object.keys(source).toSorted()).toEqual(Object.keys(en).toSorted()));

  test('wants the parameters that English wants', () => {
    for (const [key, message] of Object.entries(source)) {
      const allowed = DATE_PARAMS.get(key);
      const params = paramsOf(message);
      if (allowed !== undefined) expect(allowed, key).toEqual(expect.arrayContaining([...params]));
      else expect(params, key).toEqual(paramsOf(en[key] ?? ''));
    }
  });

  test('has every plural of the language, each with the same parameters, or a number that says it', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(source)) {
      for (const { keys, params } of casesOf(message)) {
        expect(keys.filter((each) => !each.startsWith('=')).toSorted(), key).toEqual(wanted.toSorted());
        // One of English is 1 and nothing else: it may leave out where a range ends.
        for (const [index, each] of params.entries())
          if (language !== 'en' || keys[index] !== 'one') expect(each, key).toEqual(params.at(-1));
      }
    }
  });

  test('writes the number wherever a plural stands for more than one', () => {
    const rules = new Intl.PluralRules(language);
    const isMany = (category: string) =>
      Array.from({ length: 200 }, (_, n) => rules.select(n)).filter((each) => each === category).length > 1;
    for (const [key, message] of Object.entries(source)) {
      for (const { keys, numbered } of casesOf(message)) {
        if (numbered.at(-1) !== true) continue;
        for (const [index, category] of keys.entries())
          if (isMany(category) && !(language === 'fr' && category === 'one'))
            expect(numbered[index], `${key} ${category}`).toBe(true);
      }
    }
  });

  test('has no empty text and none with loose spaces that English has not', () => {
    for (const [key, message] of Object.entries(source)) {
      expect(message.trim(), key).not.toBe('');
      expect(/^\s|\s$/.test(message), key).toBe(/^\s|\s$/.test(en[key] ?? ''));
    }
  });

  test('says what the compiler of the format says, for every plural', () => {
    const t = makeTranslate(language, compiled(language));
    const format = new MessageFormat(language, { strictPluralKeys: true });
    for (const [key, message] of Object.entries(source)) {
      const oracle = format.compile(message);
      const numbers = casesOf(message).length === 0 ? [3] : [0, 1, 2, 3, 5, 11, 21, 22, 100, 101];
      for (const n of numbers) {
        const params = Object.fromEntries(paramsOf(message).map((name) => [name, n]));
        expect(
          t(key as MessageKey, params).replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))),
          key,
        ).toBe(String(oracle(params)));
      }
    }
  });
});

test.each(others)('%s says nothing in English', (language) => {
  const same = Object.entries(sourceOf(language)).filter(([key, message]) => {
    const words = (en[key] ?? '').replace(/\{\w+\}/g, '');
    return (
      message === en[key] &&
      /\p{L}/u.test(words) &&
      !SAME_EVERYWHERE.has(key) &&
      !(language === 'fr' && SAME_IN_FRENCH.has(key))
    );
  });
  expect(same.map(([key]) => key)).toEqual([]);
});

describe('the compiler', () => {
  const compile = (message: string) => compileMessages({ key: message }).key;

  test('makes a text of a message, and a text a category of a plural with the words around it', () => {
    expect(compile('{a} and {b}')).toBe('{a} and {b}');
    expect(compile('{name}: {n, plural, one {# event} other {# events}} here')).toEqual({
      one: '{name}: {n} event here',
      other: '{name}: {n} events here',
    });
    expect(compile('{n} of {total, plural, =1 {one} other {#}}')).toEqual({
      '=1': '{n} of one',
      other: '{n} of {total}',
      by: 'total',
    });
    expect(compile("an object '{…}'")).toBe('an object {…}');
  });

  test.each([
    '{n, plural, one {#}}',
    '{n, plural, other {#}} {m, plural, other {#}}',
    '{who, select, a {x} other {y}}',
    '{at, date}',
    "'{word}'",
    '{open',
  ])('refuses %s', (message) => expect(() => compile(message)).toThrow());

  test('leaves alone what is data already', () =>
    expect(compileMessages(compileMessages(en))).toEqual(compileMessages(en)));

  test('has run on what the page imports', () =>
    expect(english['lane.events']).toEqual({ one: '{n} event', other: '{n} events' }));
});

test.each(['en', ...LANGUAGES])('the headings over rows in %s fit their column', (language) => {
  // 214 px less the air, the arrow and the number of a row's head.
  const roomPx = 147;
  for (const [key, text] of Object.entries(sourceOf(language))) {
    if (key.startsWith('lane.heading.'))
      expect(measureByTable(text, true) * (13 / LABEL_PX), text).toBeLessThan(roomPx);
  }
});
