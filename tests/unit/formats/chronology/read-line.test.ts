import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../../../src/formats/chronology/line-evidence';
import { linkDefinition } from '../../../../src/formats/chronology/line-links';
import { readDatedLine } from '../../../../src/formats/chronology/read-line';
import type { DateReadingContext } from '../../../../src/model/dates/reading/date-reading';

const WORDS: DateReadingContext = { languages: ['en'] };

function line(text: string, context = WORDS) {
  const read = readDatedLine(text, context);
  return read && [read.date.edtf, read.title];
}

describe('where the date of a line ends', () => {
  test.each([
    ['22 Feb 2016: One: two', '2016-02-22', 'One: two'],
    ['22 Feb 2016 – One – two', '2016-02-22', 'One – two'],
    ['22 Feb 2016 – 24 Feb 2016 – One', '2016-02-22/2016-02-24', 'One'],
    ['28 Dec – 3 Jan 2016: One', '2015-12-28/2016-01-03', 'One'],
    ['22-24 Feb 2016 - One', '2016-02-22/2016-02-24', 'One'],
    ['February 22, 2016, One', '2016-02-22', 'One'],
    ['February 22, 2016. One', '2016-02-22', 'One'],
    ['22 Feb. 2016: One', '2016-02-22', 'One'],
    ['2016-02-22 One', '2016-02-22', 'One'],
    ['22 February 2016 Kerry speaks', '2016-02-22', 'Kerry speaks'],
    ['2016-02-22\tOne', '2016-02-22', 'One'],
    ['2016-02-22 | One', '2016-02-22', 'One'],
    ['**22 Feb 2016**: One', '2016-02-22', 'One'],
    ['**22 Feb 2016:** One', '2016-02-22', 'One'],
    ['**22 Feb 2016** One', '2016-02-22', 'One'],
    ['_22 Feb 2016_ – One', '2016-02-22', 'One'],
    ['[22 Feb 2016] One', '2016-02-22', 'One'],
    ['(2016) One', '2016', 'One'],
    ['[2016-02-23,2016-02-24]: One', '[2016-02-23,2016-02-24]', 'One'],
    ['2014: 12 dead', '2014', '12 dead'],
    ['c. 1920: One', '1920~', 'One'],
    ['early 2002 – One', '2002', 'One'],
    ['24 Feb 2016, 14:30: One', '2016-02-24', 'One'],
    ['2016-02-24 14:30 – One', '2016-02-24', 'One'],
    ['22 Feb 2016—One', '2016-02-22', 'One'],
    ['22 Feb 2016', '2016-02-22', ''],
    ['22 Feb 2016:', '2016-02-22', ''],
  ])('%s', (text, edtf, title) => {
    expect(line(text)).toEqual([edtf, title]);
  });

  test.each([
    'Note: see 2016',
    '2016 elections were held',
    'May 2016 saw the fall of it',
    '12 people, perhaps 13',
    'The war of 2016 – a history',
    '',
    ' ',
    ': One',
    '– One',
    `${'x '.repeat(50_000)}: One`,
    ' '.repeat(100_000),
    '– '.repeat(50_000),
    '**'.repeat(50_000),
    '['.repeat(50_000),
  ])('a line without one at its beginning: %.40s', (text) => {
    expect(line(text)).toBeUndefined();
  });

  test('under the heading of a month numbers are days before a sign only', () => {
    const within = { ...WORDS, within: { year: 2016, month: 2 } };
    expect(line('22: One', within)).toEqual(['2016-02-22', 'One']);
    expect(line('22 – One', within)).toEqual(['2016-02-22', 'One']);
    expect(line('22 people died', within)).toBeUndefined();
    expect(line('22, perhaps 23 people', within)).toBeUndefined();
    expect(line('First, they met', within)).toBeUndefined();
  });
});

describe('who takes part', () => {
  const names = (text: string) => {
    const read = readDatedLine(`2016: ${text}`, WORDS);
    return [read?.title, ...(read?.names ?? []).map(({ name, role }) => `${name} (${role})`)];
  };

  test.each([
    ['Talks - Russia, United States', ['Talks', 'Russia (party)', 'United States (party)']],
    ['A call – Sergey Lavrov > John Kerry', ['A call', 'Sergey Lavrov (initiator)', 'John Kerry (addressee)']],
    ['Talks - Land, Water and Board; Anna', ['Talks', 'Land, Water and Board (party)', 'Anna (party)']],
    [
      'Talks - Anna, with Ben, about Syria, mediated by UN',
      ['Talks', 'Anna (party)', 'Ben (party)', 'Syria (subject)', 'UN (mediator)'],
    ],
    ['One - two - Anna', ['One - two', 'Anna (party)']],
    ['"One - two" said - Anna', ['"One - two" said', 'Anna (party)']],
    ['One \\- two', ['One - two']],
    ['The "plan - B" goes on', ['The "plan - B" goes on']],
    ['It ends - badly', ['It ends - badly']],
    ['The talks – the First in Years – Failed', ['The talks – the First in Years – Failed']],
    ['It ends - The talks have failed.', ['It ends - The talks have failed.']],
    ['Talks - U.S.', ['Talks', 'U.S. (party)']],
    ['Cease-fire', ['Cease-fire']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('types and status stand at the end, in either order; what isn’t one stays in the title', () => {
    expect(readDatedLine('2016: Talks - Anna [talks] (announced)', WORDS)).toMatchObject({
      title: 'Talks',
      names: [{ name: 'Anna' }],
      type: 'talks',
      status: ['announced'],
    });
    expect(readDatedLine('2016: Talks (in effect, ongoing) [Agreement]', WORDS)).toMatchObject({
      title: 'Talks',
      type: 'agreement',
      status: ['in-effect', 'ongoing'],
    });
    expect(readDatedLine('2016: Talks (in Geneva) [sic]', WORDS)).toMatchObject({
      title: 'Talks (in Geneva) [sic]',
      type: undefined,
      status: [],
    });
  });
});

describe('links', () => {
  const links = (text: string) => {
    const read = readDatedLine(`2016: ${text}`, WORDS, new Map([['1', { url: 'https://one.org/', words: 'One' }]]));
    return [read?.title, ...(read?.links ?? []).map(({ url, words }) => `${words ?? ''} ${url}`)];
  };

  test.each([
    ['Talks ([TASS](https://tass.com/a_(b)))', ['Talks', 'TASS https://tass.com/a_(b)']],
    ['[Talks](https://x.org) begin', ['Talks begin', 'Talks https://x.org']],
    ['Talks [[1]](https://x.org)', ['Talks', ' https://x.org']],
    ['Talks[^1] begin', ['Talks[^1] begin']],
    ['Talks [TASS][1]', ['Talks TASS', 'TASS https://one.org/']],
    ['Talks https://x.org/a?b=c, and more', ['Talks, and more', ' https://x.org/a?b=c']],
    ['Talks <https://x.org>', ['Talks', ' https://x.org']],
    ['[Talks](javascript:alert(1))', ['[Talks](javascript:alert(1))']],
    ['[Talks](/relative)', ['[Talks](/relative)']],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test('are defined on lines of their own', () => {
    expect(linkDefinition('[^1]: Interfax, https://interfax.ru/1')).toEqual({
      label: '^1',
      link: { url: 'https://interfax.ru/1', words: 'Interfax' },
    });
    expect(linkDefinition('[TASS]: https://tass.com/')?.link.url).toBe('https://tass.com/');
    expect(linkDefinition('[1]: no address')).toBeUndefined();
    expect(linkDefinition('22 Feb 2016: One')).toBeUndefined();
  });
});

test.each([
  ['"words" TASS, 24 Feb 2016', ['words', 'TASS', '2016-02-24', undefined]],
  ['TASS, Feb 24, 2016: “words”', ['words', 'TASS, Feb 24, 2016:', undefined, undefined]],
  ['TASS, February 24, 2016, "words"', ['words', 'TASS', '2016-02-24', undefined]],
  ['https://tass.com/1 "words"', ['words', undefined, undefined, 'https://tass.com/1']],
  ['[TASS](https://tass.com/1), 24 Feb 2016', [undefined, 'TASS', '2016-02-24', 'https://tass.com/1']],
  ['«слова» — ТАСС, 24 февраля 2016', ['слова', 'ТАСС', '2016-02-24', undefined]],
  ['TASS', [undefined, 'TASS', undefined, undefined]],
])('evidence: %s', (text, [quote, publisher, published, url]) => {
  expect(readEvidence(text, WORDS, new Map())).toEqual({ quote, publisher, published, url });
});
