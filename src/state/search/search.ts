import { valueAt } from '../../base/value-at';
import { ROWS_A_STEP, runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { Dataset, DiplomaticEvent } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { countryName } from '../../model/event-prose';
import { actorOf } from '../../model/lookups';
import { EVENT_TYPES } from '../../model/vocabulary';
import type { EventType } from '../../model/vocabulary';
import { findTextSteps } from './event-text';
import type { FoundText } from './event-text';
import { foldedWords, foldText } from './fold-text';
import { findDates } from './search-dates';
import type { FoundDate } from './search-dates';
import { BestFew, NOT_FOUND, rankNames } from './search-rank';
import { snippetOf } from './snippet';
import type { Snippet } from './snippet';
import { namesOfActor } from './text-index';

/** Which part of an event a query was found in. */
export type MatchedField = 'title' | 'label' | 'statement' | 'summary' | 'claim' | 'actor' | 'place' | 'date';

export interface FoundEvent {
  readonly id: string;
  readonly title: string;
  readonly dateWords: string;
  readonly matched: MatchedField;
  /** The words around the hit (the whole title for a title); undefined where the hit is in the date. */
  readonly snippet: Snippet | undefined;
}

/** What a query finds, best first, at most PER_GROUP in each list. */
export interface SearchResults {
  readonly events: readonly FoundEvent[];
  readonly actors: readonly { readonly id: string; readonly label: string }[];
  readonly dates: readonly FoundDate[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly types: readonly { readonly type: EventType; readonly label: string }[];
}

/** No group of results is longer. */
export const PER_GROUP = 8;

const NOTHING: SearchResults = { events: [], actors: [], dates: [], countries: [], types: [] };

/**
 * Looks for all words of a query, without case and accents, in events, names of actors, countries and types, and reads
 * it as a date. O(text of the dataset), at once; the first search also folds that text.
 */
export function searchEverything(table: EventTable, query: string, t: Translate): SearchResults {
  return runToEnd(searchSteps(table, query, t));
}

/** The same a step at a time. */
export function* searchSteps(table: EventTable, query: string, t: Translate): Steps<SearchResults> {
  const words = foldedWords(query);
  if (words.length === 0) return NOTHING;
  const found = yield* findTextSteps(table, query);
  const rows = yield* bestRows(found, table.importance);
  return {
    ...searchNames(table, query, t),
    events: rows.map((row) => foundEvent(table.eventAt(row), table.dataset, words, t)),
  };
}

/** What a query finds besides events, which is there at once whatever the number of events. */
export function searchNames(table: EventTable, query: string, t: Translate): SearchResults {
  const words = foldedWords(query);
  if (words.length === 0) return NOTHING;
  const { dataset } = table;
  return {
    events: [],
    actors: findNamed(dataset.actors, words, namesOfActor, ({ label }) => label).map(({ id, label }) => ({
      id,
      label,
    })),
    dates: findDates(query, dataset, table, t, PER_GROUP),
    countries: findNamed(
      table.countries.map((code) => ({ code, name: countryName(code, t) })),
      words,
      ({ code, name }) => [name, countryName(code, t, 'long'), code],
      ({ name }) => name,
    ),
    types: findNamed(
      EVENT_TYPES.map((type) => ({ type, label: t(`type.${type}`) })),
      words,
      ({ label }) => [label],
      ({ label }) => label,
    ),
  };
}

const IMPORTANCES = 4;

/** The first rows of the best rank, of equals the most important: a few of each kind are kept, and none is sorted. */
function* bestRows({ ranks }: FoundText, importance: Uint8Array): Steps<readonly number[]> {
  const kinds: number[][] = [];
  for (let row = 0; row < ranks.length; row += 1) {
    if (row % ROWS_A_STEP === 0) yield row / ranks.length;
    const rank = ranks[row] ?? NOT_FOUND;
    if (rank === NOT_FOUND) continue;
    const rows = (kinds[rank * IMPORTANCES + Math.max(0, IMPORTANCES - 1 - valueAt(importance, row))] ??= []);
    if (rows.length < PER_GROUP) rows.push(row);
  }
  return kinds.flat().slice(0, PER_GROUP);
}

function foundEvent(event: DiplomaticEvent, dataset: Dataset, words: readonly string[], t: Translate): FoundEvent {
  const phrase = words.join(' ');
  const needles = words.length === 1 ? words : [phrase, ...words];
  const { matched, text } = bestField(event, dataset, words);
  const found = { id: event.id, title: event.title, dateWords: dateInWords(event.date, t), matched };
  return { ...found, snippet: matched === 'title' ? snippetOf(text, needles, Infinity) : snippetOf(text, needles) };
}

interface Field {
  readonly matched: MatchedField;
  readonly text: string;
}

/**
 * The field with the most of the words in it; of equals the first in the order of `fieldsOf`. The date when no field
 * has any.
 */
function bestField(event: DiplomaticEvent, dataset: Dataset, words: readonly string[]): Field {
  let best: Field = { matched: 'date', text: '' };
  let most = 0;
  for (const field of fieldsOf(event, dataset)) {
    const folded = foldText(field.text);
    const hits = words.filter((word) => folded.includes(word)).length;
    if (hits > most) {
      best = field;
      most = hits;
    }
  }
  return best;
}

function* fieldsOf(event: DiplomaticEvent, dataset: Dataset): Generator<Field> {
  yield { matched: 'title', text: event.title };
  yield { matched: 'label', text: event.label };
  for (const { text, quote } of event.statements) {
    yield { matched: 'statement', text: text ?? '' };
    yield { matched: 'statement', text: quote ?? '' };
  }
  yield { matched: 'summary', text: event.summary ?? '' };
  for (const { text } of event.claims) yield { matched: 'claim', text };
  const actors = new Set([
    ...event.participants.map(({ actor }) => actor),
    ...event.statements.map(({ speaker }) => speaker),
  ]);
  for (const id of actors) {
    const actor = actorOf(dataset, id);
    for (const name of actor === undefined ? [id] : namesOfActor(actor)) yield { matched: 'actor', text: name };
  }
  yield { matched: 'place', text: event.place?.label ?? '' };
}

/** Things by any of their names; `nameOf` is the one a reader sees, and orders what fits equally well. */
function findNamed<Thing>(
  things: readonly Thing[],
  words: readonly string[],
  namesOf: (thing: Thing) => readonly string[],
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  const best = new BestFew<{ readonly thing: Thing; readonly rank: number }>(
    PER_GROUP,
    (a, b) => a.rank < b.rank || (a.rank === b.rank && nameOf(a.thing).localeCompare(nameOf(b.thing), 'en') < 0),
  );
  for (const thing of things) {
    const rank = rankNames(namesOf(thing).map(foldText), words);
    if (rank !== undefined) best.offer({ thing, rank });
  }
  return best.items.map(({ thing }) => thing);
}
