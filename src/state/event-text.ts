import { makeTranslate } from '../base/translate';
import { english } from '../base/messages/en';
import type { Actor, Dataset, DiplomaticEvent } from '../model/dataset';
import { dateInWords } from '../model/date-words';
import type { EventDate } from '../model/event-date';
import type { EventTable } from '../model/event-table';
import type { Instant } from '../model/instant';
import { foldText, foldedWords } from './fold-text';

const inEnglish = makeTranslate('en', english);
const LONG_MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const foldings = new WeakMap<EventTable, Folding>();

/** Texts as far as they are folded, and what folds one more. */
interface Folding {
  readonly texts: string[];
  readonly fold: (row: number) => string;
}

/**
 * The folded text of each row in which a reader's words are looked for, first line the title; made once a table, at the
 * first search. Holds title, label, summary, actors' names, place, date as EDTF and in English words, statements, claims.
 */
export function foldedTexts(table: EventTable): readonly string[] {
  foldMoreTexts(table, table.size);
  return foldingOf(table).texts;
}

/** 1 for each row whose text holds all words of a query; undefined for a query without words, which asks for nothing. O(text). */
export function textMask(table: EventTable, query: string): Uint8Array | undefined {
  const words = foldedWords(query);
  if (words.length === 0) return undefined;
  const texts = foldedTexts(table);
  return Uint8Array.from(texts, (text) => (words.every((word) => text.includes(word)) ? 1 : 0));
}

/** Does up to `rows` more rows of that ahead of the first search, so that half a million can be done in idle slices; true when all are done. */
export function foldMoreTexts(table: EventTable, rows: number): boolean {
  const { texts, fold } = foldingOf(table);
  const end = Math.min(table.size, texts.length + rows);
  for (let row = texts.length; row < end; row += 1) texts.push(fold(row));
  return end === table.size;
}

function foldingOf(table: EventTable): Folding {
  let folding = foldings.get(table);
  if (folding === undefined) {
    const namesOf = namesByActor(table.dataset);
    const wordsOf = rememberedDateWords();
    folding = { texts: [], fold: (row) => foldText(textOf(table.eventAt(row), namesOf, wordsOf)) };
    foldings.set(table, folding);
  }
  return folding;
}

function textOf(
  event: DiplomaticEvent, namesOf: (id: string) => string, wordsOf: (date: EventDate) => string,
): string {
  const parts = [event.title.replaceAll('\n', ' '), event.label, event.summary ?? '', event.place?.label ?? '', wordsOf(event.date)];
  for (const { actor } of event.participants) parts.push(namesOf(actor));
  for (const { speaker, text, quote } of event.statements) parts.push(namesOf(speaker), text ?? '', quote ?? '');
  for (const { text } of event.claims) parts.push(text);
  return parts.join('\n');
}

function namesByActor(dataset: Dataset): (id: string) => string {
  const names = new Map(dataset.actors.map((actor) => [actor.id, namesOfActor(actor).join('\n')]));
  return (id) => names.get(id) ?? id;
}

/** An actor's label, then its other names. */
export function namesOfActor(actor: Actor): readonly string[] {
  return [actor.label, ...actor.altNames];
}

/** Half a million events share a few thousand dates: words are made once a date. */
function rememberedDateWords(): (date: EventDate) => string {
  const words = new Map<string, string>();
  return (date) => {
    const key = `${date.edtf}\n${date.display ?? ''}`;
    let text = words.get(key);
    if (text === undefined) {
      text = [date.edtf, dateInWords(date, inEnglish), ...monthNames(date)].join('\n');
      words.set(key, text);
    }
    return text;
  };
}

/** Full names of the months a date begins and ends in, which the short words of a date leave out. */
function monthNames(date: EventDate): readonly string[] {
  if (date.precision !== 'minute' && date.precision !== 'day' && date.precision !== 'month') return [];
  const days: readonly Instant[] = date.end === undefined ? [date.start.start] : [date.start.start, date.end.start];
  return days.filter((day) => Math.abs(day) <= 8.64e15).map((day) => LONG_MONTH.format(day));
}
