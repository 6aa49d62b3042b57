import { listInWords } from '../../base/translate';
import type { Actor, Dataset, DiplomaticEvent } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { actorOf } from '../../model/lookups';
import type { ActorProfile } from '../../state/query/actor-profile';
import { choosePair } from '../../state/view/choose';
import { ActorActions } from './ActorActions';
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
import { useText, useTimelineStore } from '../context/store-context';
import { useActorProfile } from './use-actor-profile';
import { useShowMore } from '../context/use-show-more';

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
