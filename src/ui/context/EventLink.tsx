import type { ReactNode } from 'react';
import type { DiplomaticEvent } from '../../model/dataset';
import { chooseEvent } from '../../state/view/choose';
import { DataText } from './DataText';
import { useTimelineStore } from './store-context';
import { useHover } from './use-hover';

/** Chooses an event; while it is pointed at or focused, the chart highlights it, and the other way round. */
export function EventLink({ event, children }: { readonly event: DiplomaticEvent; readonly children?: ReactNode }) {
  const store = useTimelineStore();
  const { hovered, handlers } = useHover('event', event.id);
  return (
    <button
      type="button"
      className="dt-link dt-event-link"
      data-event={event.id}
      data-hovered={hovered || undefined}
      onClick={() => store.apply(chooseEvent, event.id)}
      {...handlers}
    >
      <DataText>{children ?? event.title}</DataText>
    </button>
  );
}
