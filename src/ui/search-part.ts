import { indexTextSteps } from '../state/event-text';
import { SearchResults } from './SearchResults';
import { namesOutcome, outcomeSteps, searchOutcome, withoutGroups } from './search-options';

/** What the search box needs once somebody is in it. */
export const searchPart = { SearchResults, indexTextSteps, namesOutcome, outcomeSteps, searchOutcome, withoutGroups };

export type SearchPart = typeof searchPart;
