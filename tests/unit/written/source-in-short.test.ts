import { expect, test } from 'vitest';
import type { Source } from '../../../src/model/dataset';
import { sourceInShort } from '../../../src/written/source-prose';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';

const t = makeTranslate('en', english);
const short = (parts: Partial<Source>) => sourceInShort({ id: 's1', ...parts } as Source, t);

test.each<[string, Partial<Source>, string]>([
  [
    'its publisher and day',
    { publisher: 'TASS', published: '2016-02-24', url: 'https://tass.example/a' },
    'TASS, 24 Feb 2016',
  ],
  [
    'its publisher where it has a title',
    { publisher: 'TASS', title: 'A report', url: 'https://tass.example/a' },
    'TASS',
  ],
  ['its place at the host', { publisher: 'news.example', url: 'https://www.news.example/2014/' }, 'news.example/2014'],
  [
    'its place after a publisher with a name',
    { publisher: 'Lake News', url: 'https://news.example/2014?id=3' },
    'Lake News, /2014?id=3',
  ],
  [
    'its host alone where it has no place there',
    { publisher: 'news.example', url: 'https://news.example/' },
    'news.example',
  ],
  ['its address where nobody says who published it', { url: 'http://news.example/a' }, 'news.example/a'],
  [
    'letters as they are read',
    { publisher: 'news.example', url: 'https://news.example/%D0%BC%D0%B8%D1%80' },
    'news.example/мир',
  ],
  [
    'an address that isn’t well made as it is',
    { publisher: 'news.example', url: 'https://news.example/%D0%' },
    'news.example/%D0%',
  ],
  [
    'the end of a long place',
    { publisher: 'news.example', url: `https://news.example/${'a'.repeat(60)}end` },
    `news.example/…${'a'.repeat(43)}end`,
  ],
  ['its id where there is nothing else', {}, 's1'],
])('a source is called by %s', (_, parts, words) => {
  expect(short(parts)).toBe(words);
});
