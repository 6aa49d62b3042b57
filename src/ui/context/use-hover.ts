import { useEffect } from 'react';
import { hoverActor, hoverEvent } from '../../state/view/choose';
import { useTimeline, useTimelineStore } from './store-context';

/**
 * What a link to an event or actor needs so that it and the chart highlight each other: `hovered` is true while the
 * state names it, whoever pointed at it; the handlers tell the state of pointer and focus.
 */
export function useHover(part: 'event' | 'actor', id: string) {
  const store = useTimelineStore();
  const hovered = useTimeline((state) => state.hover[part] === id);
  const say = part === 'event' ? hoverEvent : hoverActor;
  const enter = () => store.apply(say, id);
  const leave = () => {
    if (store.getState().hover[part] === id) store.apply(say, undefined);
  };
  // A link that was just chosen goes away with its panel and hears no leave.
  useEffect(
    () => () => {
      if (store.getState().hover[part] === id) store.apply(say, undefined);
    },
    [store, part, say, id],
  );
  return {
    hovered,
    handlers: { onPointerEnter: enter, onPointerLeave: leave, onFocus: enter, onBlur: leave },
  };
}
