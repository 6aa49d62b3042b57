import { dateFormatOf } from '../../base/messages/locale-formats';
import { SPELLING_WORDS } from '../../base/messages/notebook-words';
import type { SpellingWords, WordLanguage } from '../../base/messages/notebook-words';
import type { EventDate } from '../../model/dates/event-date';
import { readDate } from '../../model/dates/reading/read-date';
import { eventDateOf } from '../chronology/chronicle-event';
import { writeDate } from '../json/write-event';
import { wordLanguage } from './reading/notebook-words';

const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * A date as a line of a document in the language has it, which reads back as the same date; EDTF where no words do, or
 * where even that is read as something else (then the line alone doesn't tell it). Remembered.
 */
export function dateSpelling(date: EventDate, language: string | undefined): string {
  const { basis: _, note: __, extra: ___, ...told } = date;
  const wanted = JSON.stringify(writeDate({ ...told, basis: undefined, note: undefined }));
  const key = `${language ?? ''} ${wanted}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const languages = [...(language === undefined ? [] : [language]), ...LANGUAGES];
  const found = candidates(date, language).find((text) => readsAs(text, wanted, languages));
  const spelling = found ?? date.edtf;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, spelling);
  return spelling;
}

/** A date of the file's, EDTF, in words; as it is where no words read back as it. */
export function edtfSpelling(edtf: string, language: string | undefined): string {
  const key = `${language ?? ''} edtf ${edtf}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const languages = [...(language === undefined ? [] : [language]), ...LANGUAGES];
  const found = inWords(edtf, language).find((text) => {
    const reading = readDate(text, { languages });
    return reading.sure === 'sure' && reading.edtf === edtf && reading.display === undefined;
  });
  known.set(key, found ?? edtf);
  return found ?? edtf;
}

/** Read in any document: the page's languages. */
export const LANGUAGES: readonly string[] = ['en', 'ru', 'ar', 'fr'];

/** What a line's date comes to, as a file has it; undefined for none, or one with two readings. */
function readsAs(text: string, wanted: string, languages: readonly string[]): boolean {
  // A colon followed by a blank would end it.
  if (/:(?:\s|$)|[\n\r]/.test(text)) return false;
  const reading = readDate(text, { languages });
  if (reading.sure !== 'sure') return false;
  const date = eventDateOf(reading);
  return date !== undefined && JSON.stringify(writeDate(date)) === wanted;
}

function candidates(date: EventDate, language: string | undefined): readonly string[] {
  const { clock, display, edtf } = date;
  const words = inWords(edtf.replace(/T.*$/, ''), language);
  if (clock !== undefined) {
    const wall = new Date(clock.civil).toISOString();
    const [hour, seconds] = [wall.slice(11, 16), wall.slice(11, 19)];
    const offset = offsetOf(clock.civil - clock.at);
    const place = clock.zone?.slice(clock.zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
    const places = clock.zone === undefined ? [offset] : [place ?? '', clock.zone, offset];
    const timed = [hour, seconds].flatMap((time) =>
      places.flatMap((each) => words.map((day) => `${day}, ${time} ${each}`)),
    );
    return [...timed, edtf, `${edtf.replace(/T.*$/, '')}T${seconds}${offset}`];
  }
  return [...(display === undefined ? [] : [display]), ...words, edtf];
}

function offsetOf(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  return `${ms < 0 ? '-' : '+'}${twoFigures(Math.floor(minutes / 60))}:${twoFigures(minutes % 60)}`;
}

function twoFigures(part: number): string {
  return String(part).padStart(2, '0');
}

/** An EDTF string in words, the best first; those of forms without words are none. */
function inWords(edtf: string, language: string | undefined): readonly string[] {
  const own = wordLanguage(language);
  const words = SPELLING_WORDS[own];
  const unit = (part: string): string | undefined => unitInWords(part, own, language, words);
  const plain = unit(edtf);
  if (plain !== undefined) return [plain];
  const list = /^([[{])(.+)[\]}]$/.exec(edtf);
  if (list !== null) {
    const [, bracket = '', inside = ''] = list;
    const range = /^(-?[^.]*)\.\.(-?[^.]*)$/.exec(inside);
    if (range !== null) {
      const [from, to] = [unit(range[1] ?? ''), unit(range[2] ?? '')];
      if (from === undefined && to !== undefined) return [`${words.by} ${to}`];
      if (to === undefined && from !== undefined) return [`${words.onOrAfter} ${from}`];
      return from === undefined || to === undefined ? [] : [`${words.between[0]} ${from} ${words.between[1]} ${to}`];
    }
    const units = inside.split(',');
    const parts = units.map(unit);
    if (parts.includes(undefined)) return [];
    const [last = '', ...rest] = parts.toReversed();
    const joint = bracket === '[' ? words.or : words.and;
    const whole = `${rest.toReversed().join(`${words.comma} `)} ${joint} ${last}`;
    return [...shortLists(units, joint, words, own, language), whole];
  }
  const [from = '', to, ...more] = edtf.split('/');
  if (to === undefined || more.length > 0) return [];
  const [first, last] = [unit(from), unit(to)];
  if (to === '..') return first === undefined ? [] : [`${words.since} ${first}`];
  if (from === '..') return last === undefined ? [] : [`${words.until} ${last}`];
  if (to === '') return first === undefined ? [] : [`${first}${words.comma} ${words.endUnknown}`];
  if (from === '') return last === undefined ? [] : [`${last}${words.comma} ${words.startUnknown}`];
  return first === undefined || last === undefined ? [] : [`${first} ${words.to} ${last}`, `${first} – ${last}`];
}

/** "23 or 24 Feb 2016": what the days of a list share stands once. */
function shortLists(
  units: readonly string[],
  joint: string,
  words: SpellingWords,
  own: WordLanguage,
  language: string | undefined,
): readonly string[] {
  const months = new Set(units.map((unit) => unit.slice(0, -3)));
  if (months.size !== 1 || !units.every((unit) => /^\d{4}-\d\d-\d\d$/.test(unit))) return [];
  const days = units.map((unit) => String(Number(unit.slice(-2))));
  const [last = '', ...rest] = units.toReversed();
  const whole = unitInWords(last, own, language, words);
  if (whole === undefined) return [];
  return [`${days.slice(0, rest.length).join(`${words.comma} `)} ${joint} ${whole}`];
}

const UNIT = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$/;

/** A day, month or year with its signs of doubt; undefined for anything else. */
function unitInWords(
  edtf: string,
  own: WordLanguage,
  language: string | undefined,
  words: SpellingWords,
): string | undefined {
  const [, figures, month, day, sign = ''] = UNIT.exec(edtf) ?? [];
  if (figures === undefined) return undefined;
  const year = yearInWords(Number(figures), words);
  if (year === undefined || Number(month ?? 1) > 12) return undefined;
  const name = month === undefined ? '' : monthName(Number(month), day !== undefined, language ?? own);
  const plain = [day === undefined ? '' : String(Number(day)), name, year].filter((part) => part !== '').join(' ');
  const about = sign === '~' || sign === '%' ? `${words.about} ${plain}` : plain;
  return sign === '?' || sign === '%' ? `${about}?` : about;
}

function yearInWords(year: number, { bce }: SpellingWords): string | undefined {
  if (year > 999) return String(year);
  // EDTF counts a year 0, which is 1 BCE.
  if (year <= 0) return `${1 - year} ${bce}`;
  return undefined;
}

function monthName(month: number, isOfDay: boolean, language: string): string {
  const key = `${language} ${isOfDay}`;
  const names = monthNames.get(key) ?? namesOfMonths(isOfDay, language);
  monthNames.set(key, names);
  return names[month - 1] ?? '';
}

const monthNames = new Map<string, readonly string[]>();

/** Short, as they stand after a day or alone. */
function namesOfMonths(isOfDay: boolean, language: string): readonly string[] {
  const options = isOfDay ? ({ day: 'numeric', month: 'short' } as const) : ({ month: 'short' } as const);
  const format = dateFormatOf(language, options);
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2001, month, 15));
    return (parts.find(({ type }) => type === 'month')?.value ?? '').replace(/^\d+$/, '');
  });
}
