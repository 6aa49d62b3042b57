import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { invariant } from '../../base/invariant';
import type { Translate } from '../../base/translate';
import type { TimelineStore } from '../../state/view/store';
import type { TimelineState } from '../../state/view/timeline-state';
import { createAnnouncer } from './announcer';
import type { Announcer } from './announcer';

const StoreContext = createContext<TimelineStore | undefined>(undefined);
const TextContext = createContext<Translate | undefined>(undefined);
const AnnouncerContext = createContext<Announcer | undefined>(undefined);

export function TimelineProvider({
  store,
  translate,
  children,
}: {
  store: TimelineStore;
  translate: Translate;
  children: ReactNode;
}) {
  const [announcer] = useState(() => createAnnouncer());
  return (
    <StoreContext value={store}>
      <TextContext value={translate}>
        <AnnouncerContext value={announcer}>{children}</AnnouncerContext>
      </TextContext>
    </StoreContext>
  );
}

/** The store itself, for handlers: `store.apply(chooseEvent, id)`. */
export function useTimelineStore(): TimelineStore {
  const store = useContext(StoreContext);
  invariant(store, 'a component stands outside TimelineProvider');
  return store;
}

/**
 * A part of the state; the component renders again when that part is another value. Select, don't build, new objects
 * here.
 */
export function useTimeline<Value>(select: (state: TimelineState) => Value): Value {
  return useStore(useTimelineStore(), select);
}

/** The function every string goes through. */
export function useText(): Translate {
  const translate = useContext(TextContext);
  invariant(translate, 'a component stands outside TimelineProvider');
  return translate;
}

/** The voice of the timeline; components say what they have to say through `useSay`. */
export function useAnnouncer(): Announcer {
  const announcer = useContext(AnnouncerContext);
  invariant(announcer, 'a component stands outside TimelineProvider');
  return announcer;
}
