import { ABBREVIATIONS } from './messages/languages';

const BEFORE_MORE = wordsOf(ABBREVIATIONS.map(({ beforeMore }) => beforeMore));
const OFTEN_LAST = wordsOf(ABBREVIATIONS.map(({ oftenLast }) => oftenLast));
const BEGINNINGS = wordsOf(ABBREVIATIONS.map(({ beginnings }) => beginnings));

/** Ends of sentences where the browser knows none: marks, what closes around them, and a space; in Chinese no space. */
const SENTENCE_ENDS = /[.!?…؟۔]+["'”’»)\]]*(?=\s|$)|[。！？]+[」』”]*/gu;

/**
 * The first sentence of a text in any language, white space made single, with its closing mark; all of a text that has
 * one sentence. A blank line ends a sentence too. Where sentences end is the browser's knowledge (UAX #29, through
 * `Intl.Segmenter`), but not after an abbreviation in a language that the page speaks, or after an initial. In doubt
 * it gives a sentence too many, since half a sentence says something else.
 */
export function firstSentence(text: string): string {
  const [paragraph = ''] = text.trim().split(/\n\s*\n/u);
  const whole = paragraph.replace(/\s+/gu, ' ');
  for (const end of sentenceEnds(whole)) {
    const sentence = whole.slice(0, end).trimEnd();
    const rest = whole.slice(end).trimStart();
    if (isSentenceEnd(sentence, rest)) return sentence;
  }
  return whole;
}

function* sentenceEnds(text: string): Generator<number> {
  // Older browsers have none.
  if (Intl.Segmenter !== undefined) {
    // The rules are those of all languages; which one the text is in, nobody may have said.
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    for (const { index, segment } of segmenter.segment(text)) yield index + segment.length;
  } else for (const found of text.matchAll(SENTENCE_ENDS)) yield found.index + found[0].length;
}

function isSentenceEnd(sentence: string, rest: string): boolean {
  if (/^\p{Ll}/u.test(rest)) return false;
  const [last] = /[^\s("«„“'’[]+$/u.exec(sentence) ?? [];
  if (last === undefined || !last.endsWith('.') || last.endsWith('..')) return true;
  const word = last.slice(0, -1);
  const known = word.toLowerCase();
  // "J. Kerry", and an Arabic doctor; a small letter, as Russian shortens "year", may stand last.
  if (BEFORE_MORE.has(known) || /^[\p{Lu}\p{Lo}]$/u.test(word)) return false;
  const isShort = OFTEN_LAST.has(known) || /^\p{Ll}$/u.test(word) || /^(\p{L}\.-?)+\p{L}$/u.test(word);
  return !isShort || beginsAnew(rest);
}

function beginsAnew(rest: string): boolean {
  const first = /^[("«„“'‘[]*(\p{L}+)/u.exec(rest)?.[1] ?? '';
  return BEGINNINGS.has(first.toLowerCase());
}

function wordsOf(lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').match(/\S+/gu));
}
