import { listInWords } from '../../base/translate';
import type { Actor, Dataset, DiplomaticEvent } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { actorOf } from '../../model/lookups';
import type { ActorProfile } from '../../state/query/actor-profile';
import { choosePair, pinActor, unpinActor } from '../../state/view/choose';
import { ActorIdentity } from './ActorIdentity';
import { ActorLink } from '../context/ActorLink';
import { ActorStrip } from './ActorStrip';
import { DataText } from '../context/DataText';
import { EventLink } from '../context/EventLink';
import { StatementWords } from './EventSaid';
import { keyed } from '../../base/react-keys';
import { PanelEventList } from './PanelEventList';
import { PanelHeading } from './PanelHeading';
import { PanelSection } from './PanelSection';
import { shownOf } from './panel-prose';
import { useText, useTimelineStore, useTimeline } from '../context/store-context';
import { useActorProfile } from './use-actor-profile';
import { useShowMore } from '../context/use-show-more';
import { clearFacet, toggleActor } from '../../state/query/filters';
import { MAX_PINNED } from '../../state/view/timeline-state';
import type { TimelineState } from '../../state/view/timeline-state';
import { useCanFilter } from '../context/page-settings';

/**
 * One actor: who it is, what it did and said here, with whom, and where else it is named. Counts follow the filter and
 * say so.
 */
export function ActorPanel({
  dataset,
  table,
  filter,
  actor,
  selected,
}: {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly filter: Filter;
  readonly actor: Actor;
  /** The office is given as of this event, if the actor takes part in it. */
  readonly selected: DiplomaticEvent | undefined;
}) {
  const t = useText();
  const { profile, whole } = useActorProfile(dataset, table, filter, actor.id);
  const acted = new Set(profile.acted);
  const mentioned = profile.events.filter((row) => !acted.has(row));
  const wholeMentioned = whole.events.length - whole.acted.length;
  const rolesIn = (event: DiplomaticEvent) =>
    listInWords(
      event.participants.filter((participant) => participant.actor === actor.id).map(({ role }) => t(`role.${role}`)),
      t,
    );
  return (
    <article className="dt-actor">
      <ActorIdentity
        dataset={dataset}
        actor={actor}
        latestOffice={profile.office}
        selected={selected}
        heading={
          <PanelHeading>
            <DataText>{actor.label}</DataText>
          </PanelHeading>
        }
      />
      <ActorActions actor={actor} />
      <ActorStrip actorId={actor.id} rows={profile.events} />
      <PanelSection title={t('actor.did')} note={shownOf(profile.acted.length, whole.acted.length, t)}>
        {whole.acted.length === 0 ? <p className="dt-meta">{t('actor.didNothing')}</p> : null}
        <PanelEventList table={table} rows={profile.acted} noteOf={rolesIn} />
      </PanelSection>
      {whole.said.length === 0 ? null : (
        <PanelSection
          title={t('actor.said')}
          note={shownOf(profile.said.length, whole.said.length, t, 'panel.statementCount')}
        >
          <Said said={profile.said} />
        </PanelSection>
      )}
      <Counterparts dataset={dataset} actor={actor} counterparts={profile.counterparts} />
      {wholeMentioned === 0 ? null : (
        <PanelSection title={t('actor.mentionedIn')} note={shownOf(mentioned.length, wholeMentioned, t)}>
          <PanelEventList table={table} rows={mentioned} noteOf={rolesIn} />
        </PanelSection>
      )}
      <ActorBackground dataset={dataset} actor={actor} />
    </article>
  );
}

const SAID_STEP = 50;
const COUNTERPARTS_STEP = 30;

function Said({ said }: { readonly said: ActorProfile['said'] }) {
  const { shown, list, button } = useShowMore<HTMLUListElement>(said.length, SAID_STEP);
  return (
    <>
      <ul ref={list} className="dt-statements">
        {keyed(said.slice(0, shown)).map(({ key, item: { event, statement } }) => (
          <li key={key}>
            <StatementWords statement={statement} head={<EventLink event={event}>{event.label}</EventLink>} />
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}

function Counterparts({
  dataset,
  actor,
  counterparts,
}: {
  readonly dataset: Dataset;
  readonly actor: Actor;
  readonly counterparts: ActorProfile['counterparts'];
}) {
  const t = useText();
  const store = useTimelineStore();
  const { shown, list, button } = useShowMore<HTMLUListElement>(counterparts.length, COUNTERPARTS_STEP);
  if (counterparts.length === 0) return null;
  return (
    <PanelSection title={t('actor.counterparts')} note={t('actor.counterpartsNote')}>
      <ul ref={list} className="dt-counterparts">
        {counterparts.slice(0, shown).map((counterpart) => {
          const other = actorOf(dataset, counterpart.actor);
          return other === undefined ? null : (
            <li key={other.id}>
              <button
                type="button"
                className="dt-link"
                aria-label={t('actor.counterpart', { name: other.label, n: counterpart.count })}
                onClick={() => store.apply(choosePair, actor.id, other.id)}
              >
                <DataText>{other.label}</DataText>
              </button>
              <span className="dt-meta" aria-hidden="true">
                {t('panel.count', { n: counterpart.count })}
              </span>
            </li>
          );
        })}
      </ul>
      {button}
    </PanelSection>
  );
}

/** What is said of the actor, each with its author, and what the curators add. */
function ActorBackground({ dataset, actor }: { readonly dataset: Dataset; readonly actor: Actor }) {
  const t = useText();
  const groups = actor.memberOf.map((id) => actorOf(dataset, id)).filter((group) => group !== undefined);
  return (
    <>
      {groups.length === 0 ? null : (
        <PanelSection title={t('actor.memberOf')}>
          <ul>
            {groups.map((group) => (
              <li key={group.id}>
                <ActorLink actor={group} />
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
      {actor.note === undefined ? null : (
        <PanelSection title={t('actor.note')}>
          <p className="dt-secondary">
            <DataText>{actor.note}</DataText>
          </p>
        </PanelSection>
      )}
    </>
  );
}

/** Pin an actor to compare it, and filter by it. A full tray says why it takes no more. */
function ActorActions({ actor }: { readonly actor: Actor }) {
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
