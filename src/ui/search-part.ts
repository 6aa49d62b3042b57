import { indexTextSteps } from '../state/event-text';
import { SearchResults } from './SearchResults';
import { namesOutcome, outcomeSteps, searchOutcome } from './search-options';

/** What the search box needs once somebody is in it. */
export const searchPart = { SearchResults, indexTextSteps, namesOutcome, outcomeSteps, searchOutcome };

export type SearchPart = typeof searchPart;
