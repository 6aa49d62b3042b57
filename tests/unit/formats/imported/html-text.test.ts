import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../../../src/formats/imported/html-entities';
import { htmlToText, isMarkup, webAddress } from '../../../../src/formats/imported/html-text';

describe('HTML as text', () => {
  test.each([
    ['plain', 'plain'],
    ['a < b and c > d', 'a < b and c > d'],
    ['<anna@example.org>', '<anna@example.org>'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<p>one</p>\n  <p>two</p>', 'one\n\ntwo'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\n\ntwo'],
    ['<b>bold</b>ly', 'boldly'],
    ['<td>a</td><td>b</td>', 'a b'],
    ['a <script>evil("<b>")</script>b', 'a b'],
    ['a<!-- hidden > -->b', 'ab'],
    ['a <style>p { x: y }', 'a'],
    ['<img src="x" alt="a > b"> after', 'after'],
    ['Tom &amp; Ann &#8211; &#x2013; &eacute; &nosuch; &amp;lt;', 'Tom & Ann – – é &nosuch; &lt;'],
    ['<BLOCKQUOTE CLASS=x>Quote</BLOCKQUOTE>end', 'Quote\n\nend'],
    ['a\n  b\t c', 'a b c'],
    ['', ''],
  ])('%j', (html, text) => {
    expect(htmlToText(html).text).toBe(text);
  });

  test('tells where its links, pictures and frames lead', () => {
    const { links } = htmlToText(
      '<a class="x" href="https://example.org/?a=1&amp;b=2">A <i>b</i></a><a href=\'//example.org/c\'>c</a><a href="mailto:a@b">d</a><img src="http://example.org/p.png" alt="P"><iframe src="https://example.org/f"></iframe><a href="https://example.org/open">open',
    );
    expect(links).toEqual([
      { url: 'https://example.org/?a=1&b=2', words: 'A b' },
      { url: 'https://example.org/c', words: 'c' },
      { url: 'http://example.org/p.png', words: 'P' },
      { url: 'https://example.org/f', words: '' },
      { url: 'https://example.org/open', words: 'open' },
    ]);
  });

  test('knows markup from other angle brackets', () => {
    expect(['<b>x</b>', '<br>', 'a < b', '<foo>', 'x <3 y', '<!-- c -->'].map(isMarkup)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test('of hostile depth and length costs no more than its length', () => {
    expect(htmlToText('<div>'.repeat(50_000)).text).toBe('');
    expect(htmlToText('<a href="'.repeat(20_000)).text.length).toBeGreaterThan(0);
    expect(htmlToText(`<b ${'"'.repeat(20_001)}`).isMarkup).toBe(false);
  });
});

describe('character references', () => {
  test.each([
    ['&lt;b&gt;', '<b>'],
    ['&#150;', '–'],
    ['&#0;&#xD800;&#9999999;', '&#0;&#xD800;&#9999999;'],
    ['AT&T; R&D', 'AT&T; R&D'],
    ['&Agrave;&yuml;&Omega;', 'Àÿ&Omega;'],
  ])('%s', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});

test.each([
  ['https://example.org', 'https://example.org'],
  [' HTTP://example.org/a ', 'HTTP://example.org/a'],
  ['www.example.org/a', 'https://www.example.org/a'],
  ['//example.org/a', 'https://example.org/a'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['picture.png', undefined],
  ['https://exa mple.org', undefined],
  [undefined, undefined],
])('an address on the web: %s', (text, url) => {
  expect(webAddress(text)).toBe(url);
});
