import { makeEmitter } from '../base/emitter';
import type { PageOptions } from '../state/address/view-params';
import type { HeightMode } from '../ui/context/page-settings';

/** What a host page may change of how a mounted timeline looks; not part of the view, and not the reader's. */
export interface Appearance {
  readonly theme: NonNullable<PageOptions['theme']>;
  readonly height: HeightMode;
}

export interface AppearanceStore {
  readonly get: () => Appearance;
  readonly set: (part: Partial<Appearance>) => void;
  readonly subscribe: (onChange: () => void) => () => void;
}

/** One a mounted timeline. */
export function createAppearance(first: Appearance): AppearanceStore {
  let now = first;
  const changes = makeEmitter();
  return {
    get: () => now,
    set: (part) => {
      now = { ...now, ...part };
      changes.emit();
    },
    subscribe: changes.subscribe,
  };
}
