import { dateFormatOf } from '../../base/messages/locale-formats';
import { valueAt } from '../../base/value-at';
import { ENGLISH } from '../../base/messages/choose-catalogue';
import type { Steps } from '../../base/steps';
import type { Actor, Dataset, DiplomaticEvent, Source } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventDate } from '../../model/dates/event-date';
import type { EventTable } from '../../model/event-table';
import { DAY_MS } from '../../model/dates/instant';
import type { Instant } from '../../model/dates/instant';
import { foldText } from './fold-text';
import { foldedTextsSteps } from './folded-texts';
import type { FoldedTexts } from './folded-texts';

/**
 * A table's texts, folded, in which a reader's words are looked for: each kept once, however many rows it stands in.
 */
export interface TextIndex {
  readonly titles: FoldedTexts;
  /**
   * Summary, place, and of rows with sources of their own these; of a curated event also its label, statements with their
   * speakers' names, and claims.
   */
  readonly others: FoldedTexts;
  /** Names of each actor of `table.actors`, a line each. */
  readonly names: readonly string[];
  /** Different dates as EDTF and in English words, a line each, and which of them is each row's. */
  readonly dates: { readonly ofRow: Uint32Array; readonly texts: readonly string[] };
}

const LONG_MONTH = dateFormatOf('en', { month: 'long' });

/** Makes the index of a table. O(text). */
export function* textIndexSteps(table: EventTable): Steps<TextIndex> {
  const namesOf = namesByActor(table.dataset);
  const titles = yield* foldedTextsSteps(table.size, (row) => table.titleAt(row).replaceAll('\n', ' '));
  const sourceTexts = table.evidence === undefined ? [] : table.dataset.sources.map(textOfSource);
  const others = yield* foldedTextsSteps(
    table.size,
    table.detailed.length > 0
      ? (row) => detailedText(table.eventAt(row), namesOf)
      : (row) => plainText(table, row, sourceTexts),
  );
  const dates = yield* dateTexts(table);
  return { titles, others, names: table.actors.map((id) => foldText(namesOf(id))), dates };
}

/** An actor's label, then its other names. */
export function namesOfActor(actor: Actor): readonly string[] {
  return [actor.label, ...actor.altNames];
}

function namesByActor(dataset: Dataset): (id: string) => string {
  const names = new Map(dataset.actors.map((actor) => [actor.id, namesOfActor(actor).join('\n')]));
  return (id) => names.get(id) ?? id;
}

/** A plain row's label is the beginning of its title, which is looked in already. Of one without a date, what stands there. */
function plainText(table: EventTable, row: number, sourceTexts: readonly string[]): string {
  const { summary, place, display, quote } = table.wordsAt(row);
  const parts = [summary, place, quote];
  if (row >= table.datedSize) parts.push(display);
  const { evidence } = table;
  if (evidence !== undefined)
    for (let i = valueAt(evidence.offset, row); i < valueAt(evidence.offset, row + 1); i += 1)
      parts.push(sourceTexts[valueAt(evidence.source, i)] ?? '');
  return parts.filter((part) => part !== '').join('\n');
}

/** What a reader knows a source by. */
function textOfSource({ publisher, title }: Source): string {
  return [publisher, title].filter((part) => part !== undefined).join('\n');
}

function detailedText(event: DiplomaticEvent, namesOf: (id: string) => string): string {
  const parts = [event.label, event.summary ?? '', event.place?.label ?? ''];
  for (const { speaker, text, quote } of event.statements) parts.push(namesOf(speaker), text ?? '', quote ?? '');
  for (const { text } of event.claims) parts.push(text);
  return parts.join('\n');
}

const DATES_A_STEP = 64;
const ROWS_A_STEP = 2048;

/** Half a million events share a few thousand dates: an event is looked at, and words are made, once a date. */
function* dateTexts(table: EventTable): Steps<TextIndex['dates']> {
  const ofRow = new Uint32Array(table.size);
  const known = new Map<string, number>();
  const texts: string[] = [];
  let keyBefore = '';
  let at = 0;
  for (let row = 0; row < table.size; row += 1) {
    if (row % ROWS_A_STEP === 0) yield row / table.size;
    const key = dateKey(table, row);
    if (key !== keyBefore || row === 0) {
      keyBefore = key;
      at = known.get(key) ?? texts.length;
      if (at === texts.length) {
        known.set(key, at);
        texts.push(foldText(dateText(table.eventAt(row).date)));
        if (at % DATES_A_STEP === 0) yield row / table.size;
      }
    }
    ofRow[row] = at;
  }
  return { ofRow, texts };
}

/** The same for two rows only if their dates have the same words. */
function dateKey(table: EventTable, row: number): string {
  if (table.detailed.length > 0) {
    const { edtf = '', display = '' } = table.eventAt(row).date ?? {};
    return `${edtf}\n${display}`;
  }
  const start = valueAt(table.start, row);
  const end = valueAt(table.end, row);
  const day = Math.floor(start / DAY_MS);
  const { date, display } = table.wordsAt(row);
  // Hours are no words: all of a day's are one date.
  const numbers =
    end - start <= DAY_MS && Math.floor((end - 1) / DAY_MS) === day
      ? `${day}`
      : `${start} ${end} ${valueAt(table.startLatest, row)} ${valueAt(table.endEarliest, row)}`;
  return `${numbers} ${valueAt(table.form, row)} ${date} ${display}`;
}

function dateText(date: EventDate | undefined): string {
  if (date === undefined) return '';
  return [date.edtf, dateInWords(date, ENGLISH), ...monthNames(date)].join('\n');
}

/** Full names of the months a date begins and ends in, which the short words of a date leave out. */
function monthNames(date: EventDate): readonly string[] {
  if (date.precision !== 'minute' && date.precision !== 'day' && date.precision !== 'month') return [];
  const days: readonly Instant[] = date.end === undefined ? [date.start.start] : [date.start.start, date.end.start];
  return days.filter((day) => Math.abs(day) <= 8.64e15).map((day) => LONG_MONTH.format(day));
}
