import { indexTextSteps } from '../state/event-text';
import { ChartTooltip } from './ChartTooltip';
import { FacetSection } from './FacetSections';
import { LaneFinder } from './LaneFinder';
import { MoreChoices } from './MoreChoices';
import { RangeForm } from './RangeForm';
import { SearchResults } from './SearchResults';
import { SetMenu } from './SetMenu';
import { namesOutcome, outcomeSteps, searchOutcome, withoutGroups } from './search-options';

/** What opens in the bar, the title and over the chart: the menus' content, the search at work, the tooltip. */
export const barPart = {
  ChartTooltip,
  FacetSection,
  LaneFinder,
  MoreChoices,
  RangeForm,
  SearchResults,
  SetMenu,
  indexTextSteps,
  namesOutcome,
  outcomeSteps,
  searchOutcome,
  withoutGroups,
};

export type BarPart = typeof barPart;
