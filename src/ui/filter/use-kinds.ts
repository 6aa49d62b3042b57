import { useMemo } from 'react';
import type { EventTable } from '../../model/event-table';
import { EVENT_TYPES, TONES } from '../../model/vocabulary';
import type { EventType, Tone } from '../../model/vocabulary';

/** The types and tones that a dataset has, in the format's order; the rest of the lists would only be noughts. */
export function useKinds(table: EventTable | undefined): { types: readonly EventType[]; tones: readonly Tone[] } {
  return useMemo(() => {
    return {
      types: EVENT_TYPES.filter((_, index) => table?.type.includes(index)),
      tones: TONES.filter((_, index) => table?.tone.includes(index)),
    };
  }, [table]);
}
