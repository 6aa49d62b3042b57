import { NO_FILTER } from '../../model/filter';
import type { Facet, Filter } from '../../model/filter';
import type { CountryRole, EventType, Tone } from '../../model/vocabulary';
import { rememberView, sameFilter, sameView } from '../view/history';
import { ordinalsOf } from './ordinals';
import type { TimelineState } from '../view/timeline-state';

/** Asks for a country (ISO 3166-1 alpha-2), or no longer. One that the dataset hasn't got changes nothing. */
export function toggleCountry(state: TimelineState, country: string): TimelineState {
  const { countries } = state.filter;
  if (!countries.includes(country) && !(state.table !== undefined && ordinalsOf(state.table).countries.has(country)))
    return state;
  return withFilter(state, { countries: toggled(countries, country) });
}

/** Asks for an actor, or no longer. One that the dataset hasn't got changes nothing. */
export function toggleActor(state: TimelineState, actor: string): TimelineState {
  const { actors } = state.filter;
  if (!actors.includes(actor) && !(state.table !== undefined && ordinalsOf(state.table).actors.has(actor)))
    return state;
  return withFilter(state, { actors: toggled(actors, actor) });
}

/** Asks for a type of event, or no longer. */
export function toggleType(state: TimelineState, type: EventType): TimelineState {
  return withFilter(state, { types: toggled(state.filter.types, type) });
}

/** Asks for a tone, or no longer. */
export function toggleTone(state: TimelineState, tone: Tone): TimelineState {
  return withFilter(state, { tones: toggled(state.filter.tones, tone) });
}

/** Ticks a role in which a country or actor counts, or unticks it; with none left it is `acting` again. */
export function toggleRole(state: TimelineState, role: CountryRole): TimelineState {
  const roles = toggled(state.filter.roles, role);
  return withFilter(state, { roles: roles.length === 0 ? NO_FILTER.roles : roles });
}

/** Whether one of the chosen countries and actors is enough, or all must be there. */
export function setMatch(state: TimelineState, match: Filter['match']): TimelineState {
  return withFilter(state, { match });
}

/** Words that must all occur. Typing on is one step of undo, not one a letter. */
export function setSearchText(state: TimelineState, text: string): TimelineState {
  const filter = { ...state.filter, text };
  if (sameFilter(filter, state.filter)) return state;
  return text !== '' && isTyping(state) ? { ...state, filter } : { ...rememberView(state), filter };
}

/** Lets everything through again, in the acting role. */
export function clearFilter(state: TimelineState): TimelineState {
  return withFilter(state, NO_FILTER);
}

/** Lets everything through in one facet; roles and match stay. */
export function clearFacet(state: TimelineState, facet: Facet): TimelineState {
  return withFilter(state, { [facet]: [] });
}

function withFilter(state: TimelineState, change: Partial<Filter>): TimelineState {
  const filter = { ...state.filter, ...change };
  return sameFilter(filter, state.filter) ? state : { ...rememberView(state), filter };
}

/** Whether the last view kept differs from this one in nothing but a search that has begun since. */
function isTyping(state: TimelineState): boolean {
  const last = state.past.at(-1);
  if (last === undefined || state.filter.text === '' || last.filter.text === state.filter.text) return false;
  return sameView({ ...last, filter: { ...last.filter, text: state.filter.text } }, state);
}

function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
