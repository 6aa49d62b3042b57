import { SCROLL_BOX } from '../kit/scroller';
import { useId, useState } from 'react';
import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { Actor, Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { officeOf } from '../../model/event-prose';
import { NO_FILTER } from '../../model/filter';
import type { Filter } from '../../model/filter';
import { actorOf } from '../../model/lookups';
import { sharedEvents } from '../../state/query/actor-profile';
import { unpinActor } from '../../state/view/choose';
import { matchEvents } from '../../state/query/matches';
import { ActorLink } from '../context/ActorLink';
import { ActorStrip } from './ActorStrip';
import { Heading } from '../context/Heading';
import { PanelEventList } from './PanelEventList';
import { PersonFacts } from './PersonFacts';
import { shownOf } from './panel-prose';
import { useWordFilter } from '../context/use-matches';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useActorProfile } from './use-actor-profile';

/**
 * Pinned actors side by side on one time scale, and what they share: folded or not to begin with. One alone is a line
 * that asks for more; none, nothing.
 */
export function CompareTray({ isFolded = false }: { readonly isFolded?: boolean }) {
  const t = useText();
  const [asked, setAsked] = useState<boolean>();
  const open = asked ?? !isFolded;
  const bodyId = useId();
  const dataset = useTimeline((state) => state.dataset);
  const table = useTimeline((state) => state.table);
  const filter = useTimeline((state) => state.filter);
  useWordFilter();
  const pinned = useTimeline((state) => state.pinned);
  if (dataset === undefined || table === undefined) return null;
  const actors = pinned.map((id) => actorOf(dataset, id)).filter((actor) => actor !== undefined);
  const [first, ...others] = actors;
  if (first === undefined) return null;
  if (others.length === 0) return <OnePinned actor={first} />;
  return (
    <section className="dt-tray" aria-label={t('compare.label')} {...SCROLL_BOX}>
      <div className="dt-tray-head">
        <Heading level={2} className="dt-section-title">
          <button
            type="button"
            className="dt-fold"
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setAsked(!open)}
          >
            <span className="dt-fold-sign" aria-hidden="true">
              ▸
            </span>
            {t('compare.title', { n: actors.length })}
          </button>
        </Heading>
      </div>
      <div id={bodyId} hidden={!open}>
        {open ? <TrayBody dataset={dataset} table={table} filter={filter} actors={actors} /> : null}
      </div>
    </section>
  );
}

/** There is nothing to compare yet. */
function OnePinned({ actor }: { readonly actor: Actor }) {
  const t = useText();
  return (
    <section className="dt-tray dt-tray-head" aria-label={t('compare.label')} {...SCROLL_BOX}>
      <Heading level={2} className="dt-section-title">
        {t('compare.title', { n: 1 })}
      </Heading>
      <span className="dt-tray-actor dt-tray-name">
        <ActorLink actor={actor} />
        <Unpin actor={actor} />
      </span>
      <span className="dt-meta">{t('compare.pinMore')}</span>
    </section>
  );
}

function Unpin({ actor: { id, label } }: { readonly actor: Actor }) {
  const t = useText();
  const store = useTimelineStore();
  const words = t('compare.unpin', { name: label });
  return (
    <button
      type="button"
      className="dt-link dt-unpin"
      aria-label={words}
      title={words}
      onClick={() => store.apply(unpinActor, id)}
    >
      <span aria-hidden="true">×</span>
    </button>
  );
}

function TrayBody({
  dataset,
  table,
  filter,
  actors,
}: {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly filter: Filter;
  readonly actors: readonly Actor[];
}) {
  return (
    <>
      <ul className="dt-tray-actors">
        {actors.map((actor) => (
          <TrayActor key={actor.id} dataset={dataset} table={table} filter={filter} actor={actor} />
        ))}
      </ul>
      <TrayShared table={table} filter={filter} actors={actors} />
    </>
  );
}

function TrayActor({
  dataset,
  table,
  filter,
  actor,
}: {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly filter: Filter;
  readonly actor: Actor;
}) {
  const t = useText();
  const { profile, whole } = useActorProfile(dataset, table, filter, actor.id);
  return (
    <li className="dt-tray-actor">
      <div className="dt-tray-name">
        <ActorLink actor={actor} />
        <Unpin actor={actor} />
      </div>
      <div className="dt-meta">
        <PersonFacts office={officeOf(actor)} countries={actor.countries} />
      </div>
      <ActorStrip actorId={actor.id} rows={profile.events} />
      <dl className="dt-tray-counts">
        <div>
          <dt>{t('compare.acted')}</dt>
          <dd>{shownOf(profile.acted.length, whole.acted.length, t)}</dd>
        </div>
        <div>
          <dt>{t('compare.said')}</dt>
          <dd>{shownOf(profile.said.length, whole.said.length, t, 'panel.statementCount')}</dd>
        </div>
      </dl>
    </li>
  );
}

function TrayShared({
  table,
  filter,
  actors,
}: {
  readonly table: EventTable;
  readonly filter: Filter;
  readonly actors: readonly Actor[];
}) {
  const t = useText();
  const { mask } = matchEvents(table, filter);
  const shared = sharersByRow(table, mask, actors);
  const total = sharersByRow(table, matchEvents(table, NO_FILTER).mask, actors).size;
  const rows = [...shared.keys()].toSorted((a, b) => a - b);
  return (
    <div className="dt-tray-shared">
      <Heading level={3} className="dt-section-title">
        {t('compare.shared')} <span className="dt-section-note">{shownOf(shared.size, total, t)}</span>
      </Heading>
      {total === 0 ? <p className="dt-meta">{t('compare.sharedNone')}</p> : null}
      <PanelEventList
        table={table}
        rows={rows}
        noteOf={({ id }) => namesOf(shared.get(table.rowOf(id) ?? -1), actors, t)}
      />
    </div>
  );
}

/** Rows that at least two of the actors share, each with those who do; one who is only mentioned doesn't. */
function sharersByRow(
  table: EventTable,
  mask: Uint8Array,
  actors: readonly Actor[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const sharers = new Map<number, Set<string>>();
  actors.forEach((a, index) => {
    for (const b of actors.slice(index + 1)) {
      for (const row of sharedEvents(table, mask, a.id, b.id)) {
        sharers.set(row, new Set([...(sharers.get(row) ?? []), a.id, b.id]));
      }
    }
  });
  return sharers;
}

function namesOf(ids: ReadonlySet<string> | undefined, actors: readonly Actor[], t: Translate): string {
  return listInWords(
    actors.filter(({ id }) => ids?.has(id)).map(({ label }) => label),
    t,
  );
}
