import type { Actor } from '../../model/dataset';
import { pinActor, unpinActor } from '../../state/view/choose';
import { clearFacet, toggleActor } from '../../state/query/filters';
import { MAX_PINNED } from '../../state/view/timeline-state';
import type { TimelineState } from '../../state/view/timeline-state';
import { useCanFilter } from '../context/page-settings';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';

/** Pin an actor to compare it, and filter by it. A full tray says why it takes no more. */
export function ActorActions({ actor }: { readonly actor: Actor }) {
  const t = useText();
  const store = useTimelineStore();
  const pinned = useTimeline((state) => state.pinned.includes(actor.id));
  const full = useTimeline((state) => state.pinned.length >= MAX_PINNED) && !pinned;
  const filtered = useTimeline((state) => state.filter.actors.length === 1 && state.filter.actors[0] === actor.id);
  const canFilter = useCanFilter();
  return (
    <div className="dt-actions">
      <button
        type="button"
        className={pinned ? 'dt-button dt-button--on' : 'dt-button'}
        aria-disabled={full || undefined}
        aria-describedby={full ? 'dt-pins-full' : undefined}
        onClick={() => {
          if (!full) store.apply(pinned ? unpinActor : pinActor, actor.id);
        }}
      >
        {t(pinned ? 'actor.unpin' : 'actor.pin')}
      </button>
      {canFilter ? (
        <button
          type="button"
          className={filtered ? 'dt-button dt-button--on' : 'dt-button'}
          aria-pressed={filtered}
          onClick={() => store.apply(toggleOnlyActor, actor.id)}
        >
          {t('actor.only')}
        </button>
      ) : null}
      {full ? (
        <span id="dt-pins-full" className="dt-meta">
          {t('actor.pinsFull', { n: MAX_PINNED })}
        </span>
      ) : null}
    </div>
  );
}

/** Ticks this actor and no other; a second time, none. One step to undo, though others may have been ticked before. */
function toggleOnlyActor(state: TimelineState, id: string): TimelineState {
  const others = state.filter.actors.some((actor) => actor !== id);
  if (!others) return toggleActor(state, id);
  const cleared = clearFacet(state, 'actors');
  return { ...toggleActor(cleared, id), past: cleared.past };
}
