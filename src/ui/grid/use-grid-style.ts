import { makeModuleStyle } from '../kit/use-module-style';
import grid from './grid.css?inline';

/** The room's own styles, which come with its code. */
export const useGridStyle = makeModuleStyle(grid);
