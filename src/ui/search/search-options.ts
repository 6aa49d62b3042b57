import { runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { EVENT_TYPES } from '../../model/vocabulary';
import { chooseActor, chooseEvent } from '../../state/view/choose';
import { findTextSteps } from '../../state/search/event-text';
import { setSearchText, toggleCountry, toggleType } from '../../state/query/filters';
import { foldText } from '../../state/search/fold-text';
import { setWindow } from '../../state/view/view-actions';
import { PER_GROUP, searchNames, searchSteps } from '../../state/search/search';
import type { FoundEvent, SearchResults } from '../../state/search/search';
import { snippetOf } from '../../state/search/snippet';
import type { Snippet } from '../../state/search/snippet';
import type { TimelineState } from '../../state/view/timeline-state';

/** One line of the results: what it says, and what choosing it does. */
export interface SearchOption {
  readonly key: string;
  readonly words: Snippet;
  /** The words are the dataset's and not the page's. */
  readonly isData?: true;
  /** Small print at the end of the line. */
  readonly aside: string | undefined;
  /** The place of the hit, where it isn't in the words themselves. */
  readonly snippet: Snippet | undefined;
  readonly choose: (state: TimelineState) => TimelineState;
}

export interface SearchGroup {
  readonly key: string;
  readonly title: string;
  readonly options: readonly SearchOption[];
}

export interface SearchOutcome {
  /** What was asked, as typed. */
  readonly query: string;
  /** False while events are still being looked for. */
  readonly complete: boolean;
  readonly groups: readonly SearchGroup[];
  /** Things found; the offer to filter by the text is none. */
  readonly found: number;
}

/**
 * Everything a query finds, in groups; last the offer to filter by it, where the filter would leave anything. At once.
 */
export function searchOutcome(table: EventTable, filter: Filter, query: string, t: Translate): SearchOutcome {
  return runToEnd(outcomeSteps(table, filter, query, t));
}

/** The same a step at a time. */
export function* outcomeSteps(table: EventTable, filter: Filter, query: string, t: Translate): Steps<SearchOutcome> {
  const results = yield* searchSteps(table, query, t);
  const { count } = yield* findTextSteps(table, query);
  return { query, complete: true, ...inGroups(table, filter, query.trim(), results, count, t) };
}

/** What is found without looking through the events. */
export function namesOutcome(table: EventTable, filter: Filter, query: string, t: Translate): SearchOutcome {
  return { query, complete: false, ...inGroups(table, filter, query.trim(), searchNames(table, query, t), 0, t) };
}

/** What was found without the groups (by key) whose choice the author has taken away or locked. */
export function withoutGroups(outcome: SearchOutcome, closed: ReadonlySet<string>): SearchOutcome {
  if (!outcome.groups.some(({ key }) => closed.has(key))) return outcome;
  const groups = outcome.groups.filter(({ key }) => !closed.has(key));
  const found = groups.reduce((sum, { key, options }) => sum + (key === 'text' ? 0 : options.length), 0);
  return { ...outcome, groups, found };
}

/** `withText` is how many events have the text. */
function inGroups(
  table: EventTable,
  filter: Filter,
  text: string,
  { dates, events, actors, countries, types }: SearchResults,
  withText: number,
  t: Translate,
): Pick<SearchOutcome, 'groups' | 'found'> {
  const known = types.filter(({ type }) => table.type.includes(EVENT_TYPES.indexOf(type)));
  const named = (
    key: string,
    words: string,
    aside: string | undefined,
    choose: SearchOption['choose'],
  ): SearchOption => ({
    key,
    words: hitIn(words, text),
    aside,
    snippet: undefined,
    choose,
  });
  const asideOf = (on: boolean) => t(on ? 'search.aside.filtered' : 'search.aside.filter');
  const groups: SearchGroup[] = [
    {
      key: 'dates',
      title: t('search.group.dates'),
      options: dates.map(({ span, words }) =>
        named(`date ${span.start}`, words, undefined, (state) => setWindow(state, span, true)),
      ),
    },
    {
      key: 'events',
      title:
        events.length < withText
          ? t('search.groupBest', { group: t('search.group.events'), n: events.length, total: withText })
          : t('search.group.events'),
      options: events.map(eventOption),
    },
    {
      key: 'actors',
      title: titleOf('actors', actors.length, t),
      options: actors.map(({ id, label }) => ({
        ...named(`actor ${id}`, label, undefined, (state) => chooseActor(state, id)),
        isData: true as const,
      })),
    },
    {
      key: 'countries',
      title: titleOf('countries', countries.length, t),
      options: countries.map(({ code, name }) =>
        named(`country ${code}`, name, asideOf(filter.countries.includes(code)), (state) =>
          state.filter.countries.includes(code) ? state : toggleCountry(state, code),
        ),
      ),
    },
    {
      key: 'types',
      title: t('search.group.types'),
      options: known.map(({ type, label }) =>
        named(`type ${type}`, label, asideOf(filter.types.includes(type)), (state) =>
          state.filter.types.includes(type) ? state : toggleType(state, type),
        ),
      ),
    },
  ];
  const found = groups.reduce((sum, { options }) => sum + options.length, 0);
  if (withText > 0)
    groups.push({ key: 'text', title: t('search.group.text'), options: [textOption(text, withText, t)] });
  return { groups: groups.filter(({ options }) => options.length > 0), found };
}

function eventOption(event: FoundEvent): SearchOption {
  const inTitle = event.matched === 'title';
  return {
    key: `event ${event.id}`,
    words: inTitle && event.snippet ? event.snippet : withoutHit(event.title),
    isData: true,
    aside: event.dateWords,
    snippet: inTitle ? undefined : event.snippet,
    choose: (state) => chooseEvent(state, event.id),
  };
}

function textOption(text: string, count: number, t: Translate): SearchOption {
  return {
    key: 'text',
    words: withoutHit(t('search.showOnly', { text })),
    aside: t('facet.choiceCount', { n: count }),
    snippet: undefined,
    choose: (state) => setSearchText(state, text),
  };
}

/** The search ends a list at PER_GROUP; a full list says that it may not be all. */
function titleOf(group: 'actors' | 'countries', n: number, t: Translate): string {
  const title = t(`search.group.${group}`);
  return n < PER_GROUP ? title : t('search.groupFirst', { group: title, n });
}

function hitIn(words: string, text: string): Snippet {
  return snippetOf(words, [foldText(text)], Infinity) ?? withoutHit(words);
}

function withoutHit(text: string): Snippet {
  return { text, start: 0, end: 0 };
}
