import { runInSlices } from '../../base/slices';
import { WORD_FILTER } from '../../state/query/word-filter';
import { indexTextSteps, textMask } from '../../state/search/event-text';
import { ChartTooltip } from '../chart/ChartTooltip';
import { FacetSection } from '../filter/FacetSections';
import { LaneMenu } from '../chart/LaneMenu';
import { MoreChoices } from './MoreChoices';
import { RangeForm } from '../filter/RangeForm';
import { SpokenChanges } from './SpokenChanges';
import { SearchResults } from '../search/SearchResults';
import { DatasetMenu } from './DatasetMenu';
import { namesOutcome, outcomeSteps, searchOutcome, withoutGroups } from '../search/search-options';

/** What opens in the bar, the title and over the chart: the menus' content, the search at work, the tooltip; and what is said of a choice. */
export const barModule = {
  ChartTooltip,
  FacetSection,
  LaneMenu,
  MoreChoices,
  RangeForm,
  SearchResults,
  SpokenChanges,
  DatasetMenu,
  indexTextSteps,
  namesOutcome,
  outcomeSteps,
  runInSlices,
  searchOutcome,
  withoutGroups,
};

// A filter with words follows from what is found, and then has what it needs.
WORD_FILTER.bring(textMask);

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly bar: typeof barModule;
  }
}
