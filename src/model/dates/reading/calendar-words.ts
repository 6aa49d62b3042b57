import { MORE_MONTHS, RUSSIAN_CASES } from '../../../base/messages/date-words';
import { MONTH_LOCALES } from '../../../base/messages/languages';
import { dateFormatOf } from '../../../base/messages/locale-formats';
import { foldDateWord } from './fold-date-text';

/** The months (1 to 12) or weekdays (0 is Sunday) that a folded word or phrase may name. */
export interface CalendarWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

/** Whose words are read whatever a page speaks. */
export const CALENDARS_ALWAYS = ['de', 'de-AT', 'es', ...MONTH_LOCALES];
const SHORTEST_CUT = 3;
const MORE_WEEKDAYS: readonly (readonly [string, number])[] = [
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
];

/**
 * Names of months and weekdays from `Intl`, in the languages asked for; a tag that it doesn't know has none. As they stand
 * alone and beside a day, whole and short; of months also in the cases that Russian has, and cut after three letters or
 * more where that is one month's in its language.
 */
export function calendarWords(languages: readonly string[]): CalendarWords {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const locale of languages) if (isTag(locale)) addLocale(locale, months, weekdays);
  for (const [word, month] of MORE_MONTHS) addNew(months, word, month);
  for (const [word, day] of MORE_WEEKDAYS) addNew(weekdays, word, day);
  return { months, weekdays };
}

/** A language may be somebody's value, of a file or an address. */
function isTag(locale: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf(locale).length > 0;
  } catch {
    // Intl throws for what isn't a tag.
    return false;
  }
}

function addLocale(locale: string, months: Map<string, number>, weekdays: Map<string, number>): void {
  const names = Array.from({ length: 12 }, (_, index) => monthNames(locale, index));
  names.forEach((forms, index) => {
    for (const form of forms) addNew(months, form, index + 1);
  });
  for (const [cut, month] of cutNames(names)) addNew(months, cut, month);
  for (let day = 0; day < 7; day += 1) {
    for (const form of weekdayNames(locale, day)) addNew(weekdays, form, day);
  }
}

/** Of two languages that differ, the first has it. */
function addNew(names: Map<string, number>, name: string, value: number): void {
  if (name !== '' && !names.has(name)) names.set(name, value);
}

function monthNames(locale: string, index: number): readonly string[] {
  const at = new Date(Date.UTC(2001, index, 15));
  const forms = (['long', 'short'] as const).flatMap((month) =>
    [{ month }, { month, day: 'numeric' as const }].map(
      (options) =>
        dateFormatOf(locale, options)
          .formatToParts(at)
          .find(({ type }) => type === 'month')?.value ?? '',
    ),
  );
  const folded = forms.map(wordOf);
  return [...new Set([...folded, ...folded.flatMap(russianCases)])].filter((form) => !/\d/.test(form));
}

/** "в феврале", "к марту", "перед маем": Intl has the first and the second case only. */
function russianCases(form: string): readonly string[] {
  if (!/^[а-я]{3,}[ьтй]$|^маи$/.test(form)) return [];
  const stem = /[ьй]$|^маи$/.test(form) ? form.slice(0, -1) : form;
  return RUSSIAN_CASES.map((ending) => stem + ending);
}

function weekdayNames(locale: string, day: number): readonly string[] {
  // 7 January 2001 was a Sunday.
  const at = new Date(Date.UTC(2001, 0, 7 + day));
  return (['long', 'short'] as const).map((weekday) => wordOf(dateFormatOf(locale, { weekday }).format(at)));
}

function wordOf(name: string): string {
  return foldDateWord(name).replaceAll('.', '').trim();
}

/** Beginnings of whole names that are one month's alone. Names in Arabic are never cut. */
function cutNames(names: readonly (readonly string[])[]): readonly (readonly [string, number])[] {
  const cuts = new Map<string, number | undefined>();
  names.forEach((forms, index) => {
    for (const form of forms) {
      if (!/^[a-zа-я]+$/.test(form)) continue;
      for (let length = SHORTEST_CUT; length < form.length; length += 1) {
        const cut = form.slice(0, length);
        cuts.set(cut, !cuts.has(cut) || cuts.get(cut) === index + 1 ? index + 1 : undefined);
      }
    }
  });
  return [...cuts].flatMap(([cut, month]) => (month === undefined ? [] : [[cut, month] as const]));
}
