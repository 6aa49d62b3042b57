import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { chooseEvent, hoverEvent } from '../../state/view/choose';
import { useTimeline, useTimelineStore } from '../context/store-context';
import { windowOf } from '../kit/any-window';

/**
 * Rings the event of the caret's line on the timeline, and brings the caret to the line of the event that somebody
 * chooses there.
 */
export function useTimelineOfLine({
  place,
  event,
  lineOf,
  onChosen,
}: {
  /** Something of the page that is listened to. */
  readonly place: RefObject<Element | null>;
  readonly event: string | undefined;
  readonly lineOf: (event: string) => number | undefined;
  readonly onChosen: (line: number, how: 'with focus' | 'in place') => void;
}): void {
  const store = useTimelineStore();
  const hovered = useTimeline((state) => state.hover.event);
  const selected = useTimeline((state) => state.selected);
  const isPointed = useRef(false);
  const acts = useRef({ event, lineOf, onChosen });
  useEffect(() => {
    acts.current = { event, lineOf, onChosen };
  });
  // Whatever else was pointed at meanwhile, the ring comes back.
  useEffect(() => {
    if (hovered === undefined && event !== undefined) store.apply(hoverEvent, event);
  }, [store, hovered, event]);
  useEffect(() => {
    if (event !== undefined) store.apply(hoverEvent, event);
    // What was chosen on the timeline was the way to its line.
    if (store.getState().selected !== event) store.apply(chooseEvent, undefined);
    return () => {
      if (store.getState().hover.event === event) store.apply(hoverEvent, undefined);
    };
  }, [store, event]);
  useEffect(() => {
    const page = place.current?.ownerDocument;
    const hear = ({ type }: Event) => void (isPointed.current = type === 'pointerdown');
    page?.addEventListener('pointerdown', hear, true);
    page?.addEventListener('keydown', hear, true);
    return () => {
      page?.removeEventListener('pointerdown', hear, true);
      page?.removeEventListener('keydown', hear, true);
    };
  }, [place]);
  useEffect(() => {
    const { event: now, lineOf: find, onChosen: go } = acts.current;
    const line = selected === undefined || selected === now ? undefined : find(selected);
    // A finger wants to see it, not the keyboard that the field would bring up.
    if (line === undefined || place.current === null) return;
    const isTyped = isPointed.current && !windowOf(place.current).matchMedia('(pointer: coarse)').matches;
    go(line, isTyped ? 'with focus' : 'in place');
  }, [place, selected]);
}
