import type { ReactNode } from 'react';
import { listInWords } from '../../base/translate';
import { dateInWords } from '../../model/dates/date-prose';
import type { Actor, Dataset, DiplomaticEvent } from '../../model/dataset';
import { countryName, officeOf } from '../../model/event-prose';
import { sourceOf, nameOf } from '../../model/lookups';
import { DataText } from '../context/DataText';
import { edtfInWords } from '../../written/source-prose';
import { useText } from '../context/store-context';
import type { Translate } from '../../base/translate';
import { keyed } from '../../base/react-keys';

/**
 * Who an actor is: kind, office as of a day, countries, other names; designations only with who made them and who says
 * so.
 */
export function ActorIdentity({
  dataset,
  actor,
  latestOffice,
  selected,
  heading,
}: {
  readonly dataset: Dataset;
  readonly actor: Actor;
  readonly latestOffice: Actor['offices'][number] | undefined;
  readonly selected: DiplomaticEvent | undefined;
  readonly heading: ReactNode;
}) {
  const t = useText();
  const office = officeAsOf(actor, latestOffice, dataset, selected, t);
  const countries = listInWords(
    actor.countries.map((code) => countryName(code, t)),
    t,
  );
  return (
    <header>
      <p className="dt-eyebrow">
        <span className="dt-eyebrow-part">{t(`kind.${actor.kind}`)}</span>{' '}
        <span className="dt-eyebrow-part">{countries === '' ? t('actor.noCountry') : countries}</span>
      </p>
      {heading}
      {office === undefined ? null : (
        <p className="dt-lead">
          <DataText>{office}</DataText>
        </p>
      )}
      {actor.altNames.length === 0 ? null : (
        <p className="dt-meta">{t('actor.altNames', { names: listInWords(actor.altNames, t) })}</p>
      )}
      {keyed(actor.designations).map(({ key, item: designation }) => (
        <p key={key} className="dt-box">
          {designationInWords(designation, dataset, t)}
        </p>
      ))}
    </header>
  );
}

/** The office in the selected event, if the actor is in it; else the last one known, with the day it is known for. */
function officeAsOf(
  actor: Actor,
  latest: Actor['offices'][number] | undefined,
  dataset: Dataset,
  selected: DiplomaticEvent | undefined,
  t: Translate,
): string | undefined {
  const inEvent = selected?.participants.some(
    (participant) => participant.actor === actor.id && participant.office !== undefined,
  )
    ? selected
    : undefined;
  if (inEvent !== undefined)
    return t('actor.officeInEvent', { office: officeOf(actor, inEvent) ?? '', event: inEvent.label });
  if (latest === undefined) return undefined;
  if (latest.asOf !== undefined)
    return t('actor.officeAsOf', { office: latest.title, date: edtfInWords(latest.asOf, t) });
  return dataset.asOf === undefined
    ? latest.title
    : t('actor.officeAsOf', { office: latest.title, date: dateInWords(dataset.asOf, t) });
}

function designationInWords(
  { by, what, accordingTo }: Actor['designations'][number],
  dataset: Dataset,
  t: Translate,
): string {
  const words = what === undefined ? t('actor.designatedBy', { by }) : t('actor.designatedAs', { what, by });
  if (accordingTo === undefined) return words;
  const name = sourceOf(dataset, accordingTo)?.publisher ?? nameOf(dataset, accordingTo);
  return t('actor.designationAccordingTo', { words, name });
}
