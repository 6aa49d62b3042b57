import { afterEach, expect, test } from 'vitest';
import { withLinks } from '../../../../src/app/opening/pasted-table';

type Parses = { parseHTML?: (html: string) => Document };
/** What browsers have, and this document doesn't. */
function giveParser(parse: (html: string) => Document): void {
  (Document as Parses).parseHTML = parse;
}
const parsing = (html: string) => new DOMParser().parseFromString(html, 'text/html');
afterEach(() => {
  delete (Document as Parses).parseHTML;
});

const TEXT = 'When\tSource\n2016-02-22\tA paper\n2016-02-23\tAnother\n';
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const link = (address: string, words: string) => `<a href="${address}">${words}</a>`;
const tableOf = (...rows: readonly string[]) => `<meta charset="utf-8"><table>${rows.join('')}</table>`;
const HEAD = row('When', 'Source');
const LINKED = tableOf(
  HEAD,
  row('2016-02-22', link('https://paper.example/1', 'A paper')),
  row('2016-02-23', 'Another'),
);

test('addresses behind the words of cells come into a column of their own', () => {
  giveParser(parsing);
  expect(withLinks(TEXT, LINKED)).toBe(
    'When\tSource\tSource (link)\n2016-02-22\tA paper\thttps://paper.example/1\n2016-02-23\tAnother\t',
  );
});

test('rows without a head get them, too', () => {
  giveParser(parsing);
  const html = tableOf(row('2016-02-22', link('https://paper.example/1', 'A paper')));
  expect(withLinks('2016-02-22\tA paper', html)).toBe('2016-02-22\tA paper\thttps://paper.example/1');
});

test.each([
  [
    'the words are the address',
    'When\tSource\n2016\thttps://a.example/',
    tableOf(HEAD, row('2016', link('https://a.example/', 'https://a.example/'))),
  ],
  [
    'it is no address of the web',
    'When\tSource\n2016\tA',
    tableOf(HEAD, row('2016', link('javascript:alert(1)', 'A'))),
  ],
  [
    'there are more cells in the one than in the other',
    TEXT,
    tableOf(HEAD, row('2016-02-22', link('https://a.example/', 'A'))),
  ],
  ['there is no table', TEXT, '<p>When</p>'],
  ['it isn’t rows', 'a word', LINKED],
])('nothing is added where %s', (_, text, html) => {
  giveParser(parsing);
  expect(withLinks(text, html)).toBe(text);
});

test('a browser that can’t parse it safely, or may not, gives the words alone', () => {
  expect(withLinks(TEXT, LINKED)).toBe(TEXT);
  giveParser(() => {
    throw new TypeError('This document requires TrustedHTML');
  });
  expect(withLinks(TEXT, LINKED)).toBe(TEXT);
});
