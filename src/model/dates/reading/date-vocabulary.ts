import { CALENDARS_ALWAYS, calendarWords } from './calendar-words';
import type { CalendarWords } from './calendar-words';
import { DATE_WORDS } from '../../../base/messages/date-words';
import type { WordRole } from '../../../base/messages/date-words';
import { foldDateWord } from './fold-date-text';

/** All that a word or phrase can be in a date. */
export interface WordSense {
  readonly roles: ReadonlySet<WordRole>;
  /** 1 to 12. */
  readonly month: number | undefined;
  /** 0 is Sunday. */
  readonly weekday: number | undefined;
}

/** The words of dates in the languages of a context. */
export interface DateVocabulary {
  readonly senseOf: (phrase: string) => WordSense | undefined;
  /** Of the phrases that begin with this word, how many words the longest has; 0 for none. */
  readonly longestAfter: (word: string) => number;
}

const made = new Map<string, DateVocabulary>();
/** As many languages as a page could ask about in turn. */
const MOST_MADE = 50;

/** Remembered by the languages: making one asks `Intl` for some 500 names. */
export function dateVocabulary(languages: readonly string[]): DateVocabulary {
  const key = languages.join();
  const known = made.get(key);
  if (known !== undefined) return known;
  if (made.size >= MOST_MADE) made.clear();
  const vocabulary = makeVocabulary(languages);
  made.set(key, vocabulary);
  return vocabulary;
}

function makeVocabulary(languages: readonly string[]): DateVocabulary {
  const senses = new Map<string, { roles: Set<WordRole>; month?: number; weekday?: number }>();
  const senseOf = (phrase: string) => {
    const known = senses.get(phrase) ?? { roles: new Set<WordRole>() };
    senses.set(phrase, known);
    return known;
  };
  for (const words of Object.values(DATE_WORDS)) {
    for (const [role, phrases] of Object.entries(words)) {
      for (const phrase of phrases.split(',')) senseOf(foldPhrase(phrase)).roles.add(role as WordRole);
    }
  }
  addCalendar(calendarWords(CALENDARS_ALWAYS), senseOf);
  // A word of ours stays what it is: "des" is December in Norwegian.
  const known = new Set(senses.keys());
  addCalendar(calendarWords(languages), (phrase) => (known.has(phrase) ? undefined : senseOf(phrase)));
  const longest = new Map<string, number>();
  for (const phrase of senses.keys()) {
    const words = phrase.split(' ');
    longest.set(words[0] ?? '', Math.max(longest.get(words[0] ?? '') ?? 0, words.length));
  }
  return {
    senseOf: (phrase) => {
      const sense = senses.get(phrase);
      return sense && { month: undefined, weekday: undefined, ...sense };
    },
    longestAfter: (word) => longest.get(word) ?? 0,
  };
}

function addCalendar(
  { months, weekdays }: CalendarWords,
  senseOf: (phrase: string) => { month?: number; weekday?: number } | undefined,
): void {
  for (const [phrase, month] of months) Object.assign(senseOf(foldPhrase(phrase)) ?? {}, { month });
  for (const [phrase, weekday] of weekdays) Object.assign(senseOf(foldPhrase(phrase)) ?? {}, { weekday });
}

/** Words parted by one blank each, whatever signs stand between them. */
function foldPhrase(phrase: string): string {
  return foldDateWord(phrase).replaceAll(/[-.']/g, ' ').replaceAll(/\s+/g, ' ').trim();
}
