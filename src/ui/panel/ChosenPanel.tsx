import { useState } from 'react';
import { Dotted } from '../../written/Dotted';
import type { Actor, Dataset, DiplomaticEvent } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import type { Desk } from '../context/desk';
import { useDesk } from '../context/use-desk';
import { useLazyModule } from '../context/use-lazy';
import { ActorPanel } from './ActorPanel';
import { EditButton } from './EditButton';
import { EventPanel } from './EventPanel';
import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import { officeOf } from '../../model/event-prose';
import { NO_FILTER } from '../../model/filter';
import { sharedEvents } from '../../state/query/actor-profile';
import { matchEvents } from '../../state/query/matches';
import { ActorLink } from '../context/ActorLink';
import { PanelEventList } from './PanelEventList';
import { PanelHeading } from './PanelHeading';
import { PersonFacts } from './PersonFacts';
import { PanelSection } from './PanelSection';
import { shownOf } from './panel-prose';
import { useText } from '../context/store-context';

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
      return <ChosenEvent dataset={dataset} event={chosen.event} filteredOut={chosen.filteredOut} />;
    case 'actor':
      return (
        <ActorPanel dataset={dataset} table={table} filter={filter} actor={chosen.actor} selected={chosen.selected} />
      );
    case 'pair':
      return <PairPanel table={table} filter={filter} actors={chosen.actors} />;
  }
}

/** Desks whose events are read for now. Another event is shown in the same way. */
const READING = new WeakSet<Desk>();

/** An event, or its form, where it is being written on and nobody wants to read it. */
function ChosenEvent({
  dataset,
  event,
  filteredOut,
}: {
  readonly dataset: Dataset;
  readonly event: DiplomaticEvent;
  readonly filteredOut: boolean;
}) {
  const desk = useDesk();
  const [, setTurn] = useState(0);
  const isEditing = desk !== undefined && !READING.has(desk);
  const part = useLazyModule('edit', isEditing);
  if (isEditing && part !== undefined)
    return (
      <part.EditPanel
        desk={desk}
        id={event.id}
        onDone={() => {
          READING.add(desk);
          setTurn((turn) => turn + 1);
        }}
      />
    );
  const edit = (
    <EditButton
      onEdit={() => {
        if (desk !== undefined) READING.delete(desk);
        setTurn((turn) => turn + 1);
      }}
    />
  );
  return <EventPanel dataset={dataset} event={event} filteredOut={filteredOut} edit={edit} />;
}

/** Two actors and only the events that they share, with the role of each. */
function PairPanel({
  table,
  filter,
  actors,
}: {
  readonly table: EventTable;
  readonly filter: Filter;
  readonly actors: readonly [Actor, Actor];
}) {
  const t = useText();
  const [a, b] = actors;
  const shown = sharedEvents(table, matchEvents(table, filter).mask, a.id, b.id);
  const total = sharedEvents(table, matchEvents(table, NO_FILTER).mask, a.id, b.id).length;
  const rolesOfBoth = (event: DiplomaticEvent) => Dotted({ parts: [rolesIn(event, a, t), rolesIn(event, b, t)] });
  return (
    <article className="dt-pair">
      <PanelHeading>{t('pair.title', { a: a.label, b: b.label })}</PanelHeading>
      <ul className="dt-pair-actors">
        {actors.map((actor) => (
          <li key={actor.id} className="dt-person">
            <ActorLink actor={actor} />
            <span className="dt-person-facts">
              <PersonFacts office={officeOf(actor)} countries={actor.countries} />
            </span>
          </li>
        ))}
      </ul>
      <PanelSection title={t('pair.shared')} note={shownOf(shown.length, total, t)}>
        {total === 0 ? <p className="dt-meta">{t('pair.none')}</p> : null}
        <PanelEventList table={table} rows={shown} noteOf={rolesOfBoth} />
      </PanelSection>
    </article>
  );
}

function rolesIn(event: DiplomaticEvent, actor: Actor, t: Translate): string {
  const roles = event.participants
    .filter((participant) => participant.actor === actor.id)
    .map(({ role }) => t(`role.${role}`));
  return t('pair.role', { name: actor.label, roles: listInWords(roles, t) });
}
