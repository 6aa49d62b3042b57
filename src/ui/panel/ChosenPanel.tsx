import type { Actor, Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { DiplomaticEvent } from '../../model/dataset';
import type { Filter } from '../../model/filter';
import { ActorPanel } from './ActorPanel';
import { EventPanel } from './EventPanel';
import { PairPanel } from './PairPanel';

/** What is chosen, looked up. */
export type Chosen =
  | { readonly kind: 'event'; readonly event: DiplomaticEvent; readonly filteredOut: boolean }
  | { readonly kind: 'actor'; readonly actor: Actor; readonly selected: DiplomaticEvent | undefined }
  | { readonly kind: 'pair'; readonly actors: readonly [Actor, Actor] };

/** Details of an event, an actor, or two of them. */
export function ChosenPanel({
  chosen,
  dataset,
  table,
  filter,
}: {
  readonly chosen: Chosen;
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly filter: Filter;
}) {
  switch (chosen.kind) {
    case 'event':
      return <EventPanel dataset={dataset} event={chosen.event} filteredOut={chosen.filteredOut} />;
    case 'actor':
      return (
        <ActorPanel dataset={dataset} table={table} filter={filter} actor={chosen.actor} selected={chosen.selected} />
      );
    case 'pair':
      return <PairPanel table={table} filter={filter} actors={chosen.actors} />;
  }
}
