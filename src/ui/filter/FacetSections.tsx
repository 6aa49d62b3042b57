import { useId } from 'react';
import { countryName, officeOf } from '../../model/event-prose';
import type { Facet } from '../../model/filter';
import { actorOf } from '../../model/lookups';
import { COUNTRY_ROLES, EVENT_TYPES, TONES } from '../../model/vocabulary';
import type { CountryRole } from '../../model/vocabulary';
import {
  clearFacet,
  setMatch,
  toggleActor,
  toggleCountry,
  toggleRole,
  toggleTone,
  toggleType,
} from '../../state/query/filters';
import { FacetChoices } from './FacetChoices';
import type { Choice } from './FacetChoices';
import { ShapeIcon } from '../../written/ShapeIcon';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useKinds } from './use-kinds';
import { countsOf, roleCountsOf } from '../../state/query/facet-counts';
import type { FacetCounts } from '../../state/query/facet-counts';
import { useMatches } from '../context/use-matches';

export function FacetSection({ facet }: { facet: Facet }) {
  switch (facet) {
    case 'countries':
      return <CountrySection />;
    case 'actors':
      return <ActorSection />;
    case 'types':
      return <TypeSection />;
    case 'tones':
      return <ToneSection />;
  }
}

function CountrySection() {
  const t = useText();
  const store = useTimelineStore();
  const table = useTimeline((state) => state.table);
  const chosen = useTimeline((state) => state.filter.countries);
  const counts = useFacetCounts();
  const choices = (table?.countries ?? []).map((code, index): Choice => ({
    id: code,
    name: countryName(code, t),
    count: counts?.countries[index] ?? 0,
    chosen: chosen.includes(code),
  }));
  return (
    <FacetChoices
      facet="countries"
      choices={choices}
      onToggle={(id) => store.apply(toggleCountry, id)}
      onClear={() => store.apply(clearFacet, 'countries')}
    >
      <Involvement facet="countries" />
    </FacetChoices>
  );
}

function ActorSection() {
  const t = useText();
  const store = useTimelineStore();
  const dataset = useTimeline((state) => state.dataset);
  const table = useTimeline((state) => state.table);
  const chosen = useTimeline((state) => state.filter.actors);
  const counts = useFacetCounts();
  const choices = (table?.actors ?? []).map((id, index): Choice => {
    const actor = dataset && actorOf(dataset, id);
    return {
      id,
      name: actor?.label ?? id,
      detail: actor && (officeOf(actor) ?? t(`kind.${actor.kind}`)),
      count: counts?.actors[index] ?? 0,
      chosen: chosen.includes(id),
    };
  });
  return (
    <FacetChoices
      facet="actors"
      choices={choices}
      onToggle={(id) => store.apply(toggleActor, id)}
      onClear={() => store.apply(clearFacet, 'actors')}
    >
      <Involvement facet="actors" />
    </FacetChoices>
  );
}

function TypeSection() {
  const t = useText();
  const store = useTimelineStore();
  const { types } = useKinds(useTimeline((state) => state.table));
  const chosen = useTimeline((state) => state.filter.types);
  const counts = useFacetCounts();
  const choices = types.map((type): Choice => ({
    id: type,
    name: t(`type.${type}`),
    count: counts?.types[EVENT_TYPES.indexOf(type)] ?? 0,
    chosen: chosen.includes(type),
  }));
  const toggle = (id: string) => {
    const type = types.find((known) => known === id);
    if (type !== undefined) store.apply(toggleType, type);
  };
  return (
    <FacetChoices facet="types" choices={choices} onToggle={toggle} onClear={() => store.apply(clearFacet, 'types')} />
  );
}

function ToneSection() {
  const t = useText();
  const store = useTimelineStore();
  const { tones } = useKinds(useTimeline((state) => state.table));
  const chosen = useTimeline((state) => state.filter.tones);
  const counts = useFacetCounts();
  const choices = tones.map((tone): Choice => ({
    id: tone,
    name: t(`tone.${tone}`),
    icon: <ShapeIcon tone={tone} deed={false} />,
    count: counts?.tones[TONES.indexOf(tone)] ?? 0,
    chosen: chosen.includes(tone),
  }));
  const toggle = (id: string) => {
    const tone = tones.find((known) => known === id);
    if (tone !== undefined) store.apply(toggleTone, tone);
  };
  return (
    <FacetChoices facet="tones" choices={choices} onToggle={toggle} onClear={() => store.apply(clearFacet, 'tones')} />
  );
}

/** What each choice would give; undefined until a dataset is there. */
function useFacetCounts(): FacetCounts | undefined {
  const table = useTimeline((state) => state.table);
  const matches = useMatches();
  return table && matches && countsOf(matches, table);
}

/** How a country or actor must be involved to count: any or all of those ticked, and in which roles. */
function Involvement({ facet }: { facet: 'countries' | 'actors' }) {
  const t = useText();
  const store = useTimelineStore();
  const id = useId();
  const match = useTimeline((state) => state.filter.match);
  const roles = useTimeline((state) => state.filter.roles);
  const matches = useMatches();
  // Roles weigh nothing until somebody is chosen; six times the same number would only puzzle.
  const weighs = useTimeline((state) => state.filter.countries.length + state.filter.actors.length > 0);
  const countOf = (index: number) => (weighs ? matches && roleCountsOf(matches)[index] : undefined);
  return (
    <>
      <fieldset className="dt-plain-fieldset dt-involvement">
        <legend className="dt-choices-subtitle">{t(`facet.match.${facet}`)}</legend>
        <div className="dt-switch">
          {(['any', 'all'] as const).map((value) => (
            <label key={value} className="dt-switch-side">
              <input
                type="radio"
                name={`${id}-match`}
                checked={match === value}
                onChange={() => store.apply(setMatch, value)}
              />
              <span>{t(`facet.${value}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="dt-plain-fieldset dt-involvement" aria-describedby={`${id}-why`}>
        <legend className="dt-choices-subtitle">{t(`facet.roles.${facet}`)}</legend>
        <ul className="dt-choice-list">
          {COUNTRY_ROLES.map((role, index) => (
            <RoleChoice key={role} role={role} ticked={roles.includes(role)} count={countOf(index)} />
          ))}
        </ul>
        <p id={`${id}-why`} className="dt-choices-why">
          {t(`facet.rolesWhy.${facet}`)}
        </p>
      </fieldset>
    </>
  );
}

function RoleChoice({ role, ticked, count }: { role: CountryRole; ticked: boolean; count: number | undefined }) {
  const t = useText();
  const store = useTimelineStore();
  const id = useId();
  const described = count === undefined ? {} : { 'aria-describedby': `${id}-count` };
  return (
    <li className={`dt-choice${count === 0 ? ' dt-choice--none' : ''}`}>
      <input id={id} type="checkbox" checked={ticked} onChange={() => store.apply(toggleRole, role)} {...described} />
      <span className="dt-choice-words">
        <label htmlFor={id}>{t(`countryRole.${role}`)}</label>
      </span>
      {count === undefined ? null : (
        <>
          <span className="dt-choice-count" aria-hidden="true">
            {t.number(count)}
          </span>
          <span id={`${id}-count`} hidden>
            {t('facet.choiceCount', { n: count })}
          </span>
        </>
      )}
    </li>
  );
}
