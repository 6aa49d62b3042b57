import { useId } from 'react';
import { listInWords } from '../../base/translate';
import { countryName, officeOf } from '../../model/event-prose';
import type { Dataset, DiplomaticEvent, Participant } from '../../model/dataset';
import { actorOf, nameOf } from '../../model/lookups';
import { COUNTRY_ROLES, ROLE_ORDER } from '../../model/vocabulary';
import { ActorLink } from '../context/ActorLink';
import { keyed } from '../../base/react-keys';
import { PersonFacts } from './PersonFacts';
import { PanelSection } from './PanelSection';
import { useText } from '../context/store-context';

/** Participants under their roles, those who act first. */
export function EventParticipants({ dataset, event }: { readonly dataset: Dataset; readonly event: DiplomaticEvent }) {
  const t = useText();
  const id = useId();
  return (
    <PanelSection title={t('details.who')}>
      {/* No list of definitions: Orca leaves out the first name of each. */}
      <div className="dt-roles">
        {ROLE_ORDER.map((role) => {
          const participants = event.participants.filter((participant) => participant.role === role);
          return participants.length === 0 ? null : (
            <div key={role} className="dt-role">
              <p className="dt-role-name" id={`${id}-${role}`}>
                {t(`role.${role}`)}
              </p>
              <ul aria-labelledby={`${id}-${role}`}>
                {keyed(participants).map(({ key, item: participant }) => (
                  <ParticipantLine key={key} dataset={dataset} event={event} participant={participant} />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </PanelSection>
  );
}

function ParticipantLine({
  dataset,
  event,
  participant,
}: {
  readonly dataset: Dataset;
  readonly event: DiplomaticEvent;
  readonly participant: Participant;
}) {
  const t = useText();
  const actor = actorOf(dataset, participant.actor);
  if (actor === undefined) return null;
  const { claimedBy } = participant;
  return (
    <li className="dt-person">
      <ActorLink actor={actor} />{' '}
      <span className="dt-person-facts">
        <PersonFacts office={participant.office ?? officeOf(actor, event)} countries={actor.countries} />
      </span>
      {claimedBy === undefined ? null : (
        <>
          {' '}
          <span className="dt-meta dt-claimed">{t('details.accordingTo', { name: nameOf(dataset, claimedBy) })}</span>
        </>
      )}
    </li>
  );
}

/** Countries with what each has to do with the event, and the place. */
export function EventCountries({ event }: { readonly event: DiplomaticEvent }) {
  const t = useText();
  const { place } = event;
  if (event.countries.length === 0 && place === undefined) return null;
  const placeCountry = place?.country === undefined ? undefined : countryName(place.country, t);
  const codes = [...new Set(event.countries.map(({ country }) => country))];
  return (
    <PanelSection title={t('details.countries')}>
      <ul className="dt-countries">
        {codes.map((code) => (
          <li key={code}>
            {t('details.countryRoles', {
              country: countryName(code, t),
              roles: listInWords(
                COUNTRY_ROLES.filter((role) =>
                  event.countries.some((entry) => entry.country === code && entry.role === role),
                ).map((role) => t(`countryRole.${role}`)),
                t,
              ),
            })}
          </li>
        ))}
      </ul>
      {place === undefined ? null : (
        <p>
          <span className="dt-meta">{t('details.place')}</span>{' '}
          {placeCountry === undefined || place.label.includes(placeCountry)
            ? place.label
            : t('details.placeIn', { place: place.label, country: placeCountry })}
        </p>
      )}
    </PanelSection>
  );
}
