import { makeModuleStyle } from '../kit/use-module-style';
import text from './write-text.css?inline';
import write from './write.css?inline';

/** The room's own styles, which come with its code. */
export const useWriteStyle = makeModuleStyle(`${write} ${text}`);
