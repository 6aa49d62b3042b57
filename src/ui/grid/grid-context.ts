import { createContext, useContext } from 'react';
import { invariant } from '../../base/invariant';
import type { WholeDataset } from '../../model/dataset';
import type { GridColumn } from './grid-columns';
import type { GridDesk } from './grid-edits';

/** What all cells of a grid share. */
export interface GridParts extends GridDesk {
  readonly dataset: WholeDataset;
  readonly columns: readonly GridColumn[];
  /** Ends an edit: `to` is where it leads. Undefined text gives the cell back. */
  readonly finish: (text: string | undefined, to: 'down' | 'up' | 'next' | 'previous' | 'stay' | 'blur') => void;
}

export const GridContext = createContext<GridParts | undefined>(undefined);

export function useGridParts(): GridParts {
  const parts = useContext(GridContext);
  invariant(parts, 'a cell stands outside its grid');
  return parts;
}
