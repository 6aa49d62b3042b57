import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { plainWords } from '../../../support/plain-words';

/**
 * What goes along of the article that the set is made from: how many words each sentence has, and the SHA-256 of those
 * of its words that the set names, in lower case and without signs. The sentences themselves aren't ours to give away,
 * and hashes of further words of theirs could be put together to sentences.
 */
const SENTENCES: readonly { readonly sentence: string; readonly words: number; readonly found: readonly string[] }[] =
  JSON.parse(readFileSync('tests/fixtures/facts/article-sentences.json', 'utf8'));
const ARTICLE = 'tass-2016-02-24';
/** A quotation is kept to the few words where the wording itself is the news. */
const MOST_QUOTED = 10;
const MOST_FOUND = 6;

const reading = readInEnglish(readFileSync('data/syria-cessation-2016.json', 'utf8'), 'article');
if (!reading.ok) throw new Error(reading.problem.detail);
const { events } = reading.dataset;
const evidence = events.flatMap((event) => event.evidence.filter(({ source }) => source === ARTICLE));
const statements = events.flatMap((event) =>
  event.statements.flatMap(({ quote }) => (quote === undefined ? [] : [{ quote }])),
);

function stands(sentence: string, text: string): boolean {
  const hash = createHash('sha256').update(plainWords(text).join(' ')).digest('hex');
  return SENTENCES.some((each) => each.sentence === sentence && each.found.includes(hash));
}

const lengthOf = (sentence: string): number => SENTENCES.find((each) => each.sentence === sentence)?.words ?? 0;

describe('what the article’s set rests on', () => {
  it('names sentences of it, and all of them', () => {
    const all = SENTENCES.map(({ sentence }) => sentence);
    expect(all).toEqual(Array.from({ length: 21 }, (_, index) => `S${index}`));
    expect(new Set(evidence.map(({ locator }) => locator))).toEqual(new Set(all));
  });

  it('is found by words that stand in the sentence named', () => {
    expect(evidence.filter(({ find }) => find === undefined)).toEqual([]);
    expect(evidence.filter(({ locator = '', find = '' }) => !stands(locator, find))).toEqual([]);
    expect(new Set(evidence.map(({ find }) => find)).size).toBeGreaterThan(27);
  });

  it('is quoted as it stands there', () => {
    expect(evidence.filter(({ locator = '', quote }) => quote !== undefined && !stands(locator, quote))).toEqual([]);
    expect(statements.filter(({ quote }) => !SENTENCES.some(({ sentence }) => stands(sentence, quote)))).toEqual([]);
    expect(statements.length).toBeGreaterThan(5);
  });

  it('is few words: never a sentence', () => {
    const found = evidence.map(({ locator = '', find = '' }) => ({ locator, text: find, most: MOST_FOUND }));
    const quoted = evidence.map(({ locator = '', quote = '' }) => ({ locator, text: quote, most: MOST_QUOTED }));
    const spoken = statements.map(({ quote }) => ({
      locator: SENTENCES.find(({ sentence }) => stands(sentence, quote))?.sentence ?? '',
      text: quote,
      most: MOST_QUOTED,
    }));
    const long = [...found, ...quoted, ...spoken].filter(
      ({ locator, text, most }) => text.split(/\s+/u).length > most || plainWords(text).length >= lengthOf(locator),
    );
    expect(long).toEqual([]);
  });

  it('is told from another word, and from another sentence', () => {
    expect(stands('S1', 'in their phone talk on Wednesday')).toBe(true);
    expect(stands('S1', 'in their phone talk on Thursday')).toBe(false);
    expect(stands('S2', 'in their phone talk on Wednesday')).toBe(false);
  });

  it('has words for each hash that goes along', () => {
    const used = [...evidence.flatMap(({ find, quote }) => [find, quote]), ...statements.map(({ quote }) => quote)];
    const hashes = new Set(
      used.map((text = '') => createHash('sha256').update(plainWords(text).join(' ')).digest('hex')),
    );
    expect(SENTENCES.flatMap(({ found }) => found).filter((hash) => !hashes.has(hash))).toEqual([]);
  });
});
