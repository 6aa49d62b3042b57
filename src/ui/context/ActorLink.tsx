import type { Actor } from '../../model/dataset';
import { chooseActor } from '../../state/view/choose';
import { DataText } from './DataText';
import { usePageSettings } from './page-settings';
import { useTimelineStore } from './store-context';
import { useHover } from './use-hover';

/**
 * Opens an actor's panel, where there are panels; while it is pointed at or focused, the chart highlights the actor,
 * and the other way round.
 */
export function ActorLink({ actor }: { readonly actor: Actor }) {
  const store = useTimelineStore();
  const { hidden } = usePageSettings();
  const { hovered, handlers } = useHover('actor', actor.id);
  if (hidden.has('details'))
    return (
      <span className="dt-actor-link">
        <DataText>{actor.label}</DataText>
      </span>
    );
  return (
    <button
      type="button"
      className="dt-link dt-actor-link"
      data-hovered={hovered || undefined}
      onClick={() => store.apply(chooseActor, actor.id)}
      {...handlers}
    >
      <DataText>{actor.label}</DataText>
    </button>
  );
}
