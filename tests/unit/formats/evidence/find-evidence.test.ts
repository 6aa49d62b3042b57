import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { findEvidence } from '../../../../src/formats/evidence/find-evidence';
import type { EvidenceBrought } from '../../../../src/formats/evidence/find-evidence';
import { publisherOfAddress } from '../../../../src/formats/evidence/publisher-of-address';

const t = makeTranslate('en', english);

function found(text: string, rest: Partial<EvidenceBrought> = {}) {
  return findEvidence({ text, html: '', addresses: '', texts: [], ...rest }, { t, language: 'en' });
}

describe('what is dropped or pasted on an event', () => {
  it('a link is a source; its publisher is suggested, its words are the title', () => {
    const url = 'https://daily-news.example.org/a/b?c=1';
    expect(found(url, { addresses: url, html: `<a href="${url}">A truce in sight</a>` }).sketches).toEqual([
      { source: { url, title: 'A truce in sight', publisher: 'Example', extra: { publisherSuggested: true } } },
    ]);
    expect(found('https://undocs.org/S/RES/1(2001)').sketches[0]?.source.url).toBe('https://undocs.org/S/RES/1(2001)');
    expect(found(url).sketches).toMatchObject([{ source: { url, publisher: 'Example' } }]);
    expect(found(`${url}\nhttps://undocs.org/x`).sketches).toMatchObject([
      { source: { url } },
      { source: { publisher: 'United Nations' } },
    ]);
  });

  it('words in quotes are a quote, what stands beside them who says so and when', () => {
    const words = found('"a pause in fighting" - TASS');
    expect(words).toMatchObject({ shortened: 0, sketches: [{ quote: 'a pause in fighting' }] });
    expect(words.sketches[0]?.source).toMatchObject({ publisher: 'TASS', published: undefined });
    expect(words.sketches[0]?.source).not.toHaveProperty('extra');
    const said = found('«перемирие» — Вести, 24 Feb 2016 https://example.org/x').sketches[0];
    expect(said?.quote).toBe('перемирие');
    expect(said?.source).toMatchObject({ publisher: 'Вести', published: '2016-02-24', url: 'https://example.org/x' });
    expect(said?.source).not.toHaveProperty('extra');
  });

  it('a quote of more than ten words is cut, and counted', () => {
    const long = found('"one two three four five six seven eight nine ten, eleven twelve" - AFP');
    expect(long.shortened).toBe(1);
    expect(long.sketches[0]?.quote).toBe('one two three four five six seven eight nine ten…');
  });

  it('a name and a day are a source', () => {
    expect(found('TASS, 24 Feb 2016').sketches).toMatchObject([
      { source: { publisher: 'TASS', published: '2016-02-24' } },
    ]);
  });

  it('what is no source is told from what is', () => {
    expect(found('').problem).toBe('nothing');
    expect(found('"only words"').problem).toBe('quote-alone');
    expect(
      found('Many words that nobody in particular has said and that name no place to look them up in at all').problem,
    ).toBe('no-source');
    expect(found('', { texts: ['just a text'] }).problem).toBe('no-references');
  });

  it('references are sources, several at once, pasted or as files', () => {
    const bibtex =
      '@article{a, title={On Truces}, journal={Journal of Peace}, year=2015, url={https://example.org/a}}\n@book{b, title={Wars}, publisher={Press}, year={2014}}';
    const ris = 'TY  - NEWS\nTI  - Talks open\nT2  - The Paper\nPY  - 2016/02/01\nER  - \n';
    const csl = JSON.stringify([
      {
        id: 'x',
        type: 'article-newspaper',
        title: 'Talks end',
        'container-title': 'Paper',
        issued: { 'date-parts': [[2016, 2, 3]] },
      },
    ]);
    expect(found(bibtex).sketches).toMatchObject([
      {
        source: {
          title: 'On Truces',
          publisher: 'Journal of Peace',
          published: '2015',
          url: 'https://example.org/a',
          kind: 'reference',
        },
      },
      { source: { title: 'Wars', publisher: 'Press', published: '2014' } },
    ]);
    expect(found('', { texts: [ris, csl] }).sketches).toMatchObject([
      { source: { title: 'Talks open', kind: 'news' } },
      { source: { title: 'Talks end', published: '2016-02-03' } },
    ]);
    expect(found(bibtex).sketches[0]?.source).not.toHaveProperty('grade');
  });
});

describe('a publisher by an address', () => {
  it.each([
    ['https://undocs.org/S/1', 'United Nations'],
    ['https://press.un.org/en/a', 'United Nations'],
    ['https://web.archive.org/web/2016/https://tass.com/world/1', 'TASS'],
    ['https://www.morning-post.co.uk/a', 'Morning Post'],
    ['https://kuna.net.kw/x', 'KUNA'],
    ['https://www.mfa.gov.cn/x', 'mfa.gov.cn'],
    ['https://doi.org/10.1/x', undefined],
    ['https://192.168.0.1/x', undefined],
    ['not an address', undefined],
  ])('%s: %s', (address, publisher) => {
    expect(publisherOfAddress(address)).toBe(publisher);
  });
});
