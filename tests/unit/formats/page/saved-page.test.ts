import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { savedPage } from '../../../../src/formats/page/saved-page';
import type { SavedPage } from '../../../../src/formats/page/saved-page';
import { fileNameOf, siteFiles } from '../../../../src/formats/page/site-files';
import { SMALL_KIT } from '../../../support/make-kit';

const PAGE: SavedPage = {
  language: 'ar',
  direction: 'rtl',
  title: 'مرحبا <b>',
  sentence: '"x" & y',
  written: '<p>é 😀</p>',
  jsonLd: '{"name":"</script>é"}',
  opening: 'q="é"',
  json: ['{"a":"<!--\u2028\\\\é', '😀\uD800"}'],
};

/** What stands in the element of that id. */
function within(text: string, id: string): string {
  return new RegExp(`id="${id}"[^>]*>([^]*?)</(?:script|style)>`).exec(text)?.[1] ?? '';
}

describe('a saved page', () => {
  const text = savedPage(SMALL_KIT, PAGE);

  test('is ASCII, and its data means what it meant', () => {
    expect(text).not.toMatch(/[^\0-\x7f]/);
    expect(JSON.parse(within(text, 'default-dataset'))).toEqual(JSON.parse(PAGE.json.join('')));
    expect(text).toContain('<p>&#233; &#128512;</p>');
    expect(text).toContain('data-opening="q=&quot;&#233;&quot;"');
    expect(text).toContain('<html lang="ar" dir="rtl">');
  });

  test('holds its program and its style to the letter', () => {
    expect(within(text, 'page-program')).toBe(SMALL_KIT.program);
    expect(within(text, 'page-style')).toBe(SMALL_KIT.style);
  });

  test('keeps the letters of long data, which would grow past what a reader takes', () => {
    const json = `{"a":"${'я'.repeat(4_000_000)}<\u2028"}`;
    const long = within(savedPage(SMALL_KIT, { ...PAGE, json: [json] }), 'default-dataset');
    expect(long.length - json.length).toBe(10);
    expect(JSON.parse(long)).toEqual(JSON.parse(json));
  });
});

describe('the folder for a host', () => {
  const t = makeTranslate('en', english);
  const files = siteFiles(SMALL_KIT, PAGE, 'calls/2016', t);
  const textOf = (name: string) => files.find((file) => file.name === name)?.parts.join('') ?? '';

  test('holds what its README names', () => {
    const readme = textOf('README.txt');
    expect(readme).not.toMatch(/[\u2066-\u2069]/);
    for (const { name } of files.filter((each) => !/^(?:README\.txt|embed\.js)$/.test(each.name)))
      expect(readme).toContain(name);
    expect(JSON.parse(textOf('calls-2016.json'))).toEqual(JSON.parse(PAGE.json.join('')));
  });

  test.each(['_headers', 'htaccess.txt', 'nginx.conf'])(
    '%s says who may frame the page and no second policy',
    (name) => {
      const said = textOf(name)
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .join('\n');
      expect(said).toContain('frame-ancestors *');
      expect(said).not.toMatch(/(?:script|style|default)-src|X-Frame-Options/);
    },
  );

  test.each([
    ['a b/c\\d:e', 'a-b-c-d-e'],
    ['../../etc', 'etc'],
    ['CON', 'timeline-CON'],
    ['', 'timeline'],
    ['Сирия 2016', 'Сирия-2016'],
  ])('calls a file of %j %j', (id, name) => expect(fileNameOf(id)).toBe(name));
});
