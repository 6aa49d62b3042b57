import { FacetSection } from './FacetSections';
import { LaneFinder } from './LaneFinder';
import { RangeForm } from './RangeForm';

/** What stands in the menus of the bar and the chart. */
export const menuPart = { FacetSection, LaneFinder, RangeForm };

export type MenuPart = typeof menuPart;
