import { indexTextSteps } from '../state/event-text';
import { FacetSection } from './FacetSections';
import { LaneFinder } from './LaneFinder';
import { RangeForm } from './RangeForm';
import { SearchResults } from './SearchResults';
import { SetMenu } from './SetMenu';
import { namesOutcome, outcomeSteps, searchOutcome, withoutGroups } from './search-options';

/** What opens in the bar and the title: the menus' content, and the search at work. */
export const barPart = { FacetSection, LaneFinder, RangeForm, SearchResults, SetMenu, indexTextSteps, namesOutcome, outcomeSteps, searchOutcome, withoutGroups };

export type BarPart = typeof barPart;
