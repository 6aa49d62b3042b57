/** Abbreviations that something always follows: titles, "No.", "e.g."; in lower case, without the last full stop. */
const BEFORE_MORE = wordsOf(`
  mr mrs ms dr prof gen col maj lt capt sgt cmdr adm amb sen rep gov pres hon rev st mt no nos nr vs cf fig art vol ed pp
  approx ca e.g i.e
  mm mme mmes mlle mgr me ex fig chap c.-à-d env av apr
  г-н г-жа гг-н г-да тов гр им т.е т.к т.н см ср напр стр рис ген полк акад проф доц ст ул просп пос кв св
  أ.د م.م ص
`);

/** Those that may stand last in a sentence as well. */
const OFTEN_LAST = wordsOf(`
  jan feb mar apr jun jul aug sep sept oct nov dec etc inc ltd co corp dept est
  janv févr avr juil août déc sté éd
  янв февр мар апр июн июл авг сент окт нояб дек г гг в вв др пр тыс млн млрд руб долл
`);

/** What begins a sentence, rather than go on with a name, after one of those. */
const BEGINNINGS = wordsOf(`
  the this these that those it its he she they we in on at by after before during since but and as for from each
  le la les l il elle ils elles ce cet cette ces un une en dans après avant depuis
  в во на по с после до это эта этот эти он она они его их но а как для из
`);

/** Ends of sentences where the browser knows none: marks, what closes around them, and a space; in Chinese no space. */
const SENTENCE_ENDS = /[.!?…؟۔]+["'”’»)\]]*(?=\s|$)|[。！？]+[」』”]*/gu;

/**
 * The first sentence of a text in any language, white space made single, with its closing mark; all of a text that has
 * one sentence. A blank line ends a sentence too. Where sentences end is the browser's knowledge (UAX #29, through
 * `Intl.Segmenter`), but not after an abbreviation in English, French, Russian or Arabic, or after an initial. In doubt
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
  // "J. Kerry", "د. نبيل"; a small letter, as in "2016 г.", may stand last.
  if (BEFORE_MORE.has(known) || /^[\p{Lu}\p{Lo}]$/u.test(word)) return false;
  const isShort = OFTEN_LAST.has(known) || /^\p{Ll}$/u.test(word) || /^(\p{L}\.-?)+\p{L}$/u.test(word);
  return !isShort || beginsAnew(rest);
}

function beginsAnew(rest: string): boolean {
  const first = /^[("«„“'‘[]*(\p{L}+)/u.exec(rest)?.[1] ?? '';
  return BEGINNINGS.has(first.toLowerCase());
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
