import { makeModuleStyle } from '../kit/use-module-style';
import edit from './edit.css?inline';

/** The room's own styles, which come with its code. */
export const useEditStyle = makeModuleStyle(edit);
