import { afterEach, describe, expect, test, vi } from 'vitest';
import { firstSentence } from '../../../src/base/first-sentence';

/** First sentences, and what comes after them. */
const SENTENCES: readonly (readonly [first: string, rest: string])[] = [
  ['Calls between the U.S. and Russia in 2016.', 'The list is curated.'],
  ['The U.S. Department of State said so.', 'Others did not.'],
  ['It is a history of the U.S.', 'It ends in 2016.'],
  ['Mr. Kerry and Mrs. Mogherini met Dr. Zarif.', 'They agreed.'],
  ['Security Council resolution No. 2254 was adopted on 18 Dec. 2015 in New York.', 'It was unanimous.'],
  ['It was signed on 24 Feb. Russia agreed.', 'Others did not.'],
  ['He spoke at 5 p.m. Moscow time, e.g. to the U.N. Secretary-General.', 'Nobody answered.'],
  ['John F. Kerry called.', 'S. Lavrov answered.'],
  ['What did they say?', 'Nothing.'],
  ['They said (in the U.S.) nothing.', 'Nobody asked.'],
  ['It rests on official texts (grade A).', 'It is not complete.'],
  ['He said: “We agree.”', 'Others did not.'],
  ['Version 1.2 of 24.2.2016 holds 11 events.', 'None is new.'],
  ['It ended in 2016.', 'Nothing followed.'],
  ['В 2016 г. США и Россия, т.е. сопредседатели, договорились.', 'Потом всё изменилось.'],
  ['Это было в 2016 г.', 'В Женеве договорились.'],
  ['Г-н. Лавров выступил в МГУ им. М. В. Ломоносова.', 'Его слушали.'],
  ['Акад. Примаков, проф. Наумкин и др. эксперты согласны, см. Приложение.', 'Список неполон.'],
  ['Принято 24 февр. 2016 г. в Москве, т. е. Россией.', 'Далее список.'],
  ['M. Ayrault, Mme. Merkel et le Dr. Hollande se sont vus, p. ex. À Paris.', 'Ils ont parlé.'],
  ['Accord du 24 févr. Russie et France étaient là, cf. Annexe.', 'La suite manque.'],
  ['التقى د. نبيل العربي مع الوزير في القاهرة.', 'ثم غادر.'],
  ['هل اتفقوا؟', 'لا أحد يعرف.'],
];

describe.each(['as the browser parts a text', 'in a browser that knows no sentences'])(
  'the first sentence, %s',
  (how) => {
    afterEach(() => vi.unstubAllGlobals());

    function first(text: string): string {
      if (how === 'in a browser that knows no sentences') vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
      return firstSentence(text);
    }

    test.each(SENTENCES)('%s', (sentence, rest) => {
      expect(first(`${sentence} ${rest}`)).toBe(sentence);
      expect(first(sentence)).toBe(sentence);
    });

    test('of Chinese and Japanese ends without a space', () => {
      expect(first('これは文です。次の文です。')).toBe('これは文です。');
    });

    test('of a text that has one sentence, or no full stop, or nothing in it, is all of it', () => {
      expect(first('Calls between the U.S.')).toBe('Calls between the U.S.');
      expect(first('Eleven events')).toBe('Eleven events');
      expect(first('  ')).toBe('');
    });

    test('goes on over a line’s end and stops at a blank line', () => {
      expect(first('Calls between\nthe U.S. and  Russia. More.')).toBe('Calls between the U.S. and Russia.');
      expect(first('Eleven events\n\nOne report. More.')).toBe('Eleven events');
    });
  },
);
