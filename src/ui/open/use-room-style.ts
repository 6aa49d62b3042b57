import { makeModuleStyle } from '../kit/use-module-style';
import columns from './mapping/mapping-columns.css?inline';
import mapping from './mapping/mapping.css?inline';
import open from './open.css?inline';

/** The room's own styles, which come with its code: a page in which nobody opens a file does without. */
export const useRoomStyle = makeModuleStyle(`${open} ${mapping} ${columns}`);
