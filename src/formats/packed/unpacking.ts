import type { LazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import type { unpacked } from './unpacked';

/** Opens packed files (`packedKind` says which are), with the words for what is wrong with one. */
export const UNPACKING: LazyCode<typeof unpacked> = lazyWithMessages(['faults'], () =>
  import('./unpacked').then((code) => code.unpacked),
);
