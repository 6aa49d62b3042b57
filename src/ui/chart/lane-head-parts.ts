import type { Lane } from '../../layout/lanes/lanes';
import { EVENT_TYPES } from '../../model/vocabulary';

/** Controls of a lane's header, from its start. */
export type HeadPart = 'name' | 'pin' | 'filter';

/** What decides which of them there are. */
export interface HeadRules {
  readonly canFilter: boolean;
  readonly withDetails: boolean;
  /** In the narrow column of names pin and box give way; the panel has them. */
  readonly isNarrow: boolean;
}

/** The controls that a lane's header has, in their order; none for a name that leads nowhere. */
export function headPartsOf(
  { kind, key, open }: Lane,
  { canFilter, withDetails, isNarrow }: HeadRules,
): readonly HeadPart[] {
  const isKnownType = kind !== 'type' || EVENT_TYPES.some((type) => type === key);
  const parts: Record<HeadPart, boolean> = {
    name: kind === 'actor' ? withDetails : open !== undefined,
    pin: kind === 'actor' && !isNarrow,
    filter: kind !== 'heading' && canFilter && isKnownType && !isNarrow,
  };
  return (['name', 'pin', 'filter'] as const).filter((part) => parts[part]);
}
