import { ChosenPanel } from './ChosenPanel';
import { CompareTray } from './CompareTray';

/** What the page shows of what is chosen or pinned. */
export const chosenPart = { ChosenPanel, CompareTray };
