import { makeModuleStyle } from '../kit/use-module-style';
import give from './give.css?inline';

/** The room's own styles, which come with its code. */
export const useGiveStyle = makeModuleStyle(give);
