import { shortenAtWord } from '../../base/clean-text';
import { actingCountries } from '../acting-countries';
import type { Dataset, DiplomaticEvent } from '../dataset';
import { isAnnounced, stanceOf } from '../event-stance';
import { LONGEST_LABEL } from '../longest-label';
import { actorsById } from '../lookups';
import { isSameValue, withFields } from './lists';

/** Fields of an event that somebody sets; what follows from them is worked out. */
export type EventFields = Partial<Omit<DiplomaticEvent, 'id' | 'deed' | 'announced' | 'tone' | 'label'>> & {
  /** Undefined: the one that follows from the title. */
  readonly label?: string | undefined;
  /** Undefined: the one that follows from type, mode and code. */
  readonly tone?: DiplomaticEvent['tone'] | undefined;
};

type Surroundings = Pick<Dataset, 'asOf' | 'actors'>;

/**
 * The event with some fields changed, and with what follows from them as a file of it would be read: label, countries,
 * tone and deed, whether it is only announced. A label, countries or a tone that somebody chose stay as they are. `from`
 * are the names and the as-of day that it was worked out with so far. The same object where nothing changes.
 */
export function renewedEvent(
  event: DiplomaticEvent,
  fields: EventFields,
  to: Surroundings,
  from: Surroundings = to,
): DiplomaticEvent {
  const next = { ...event, ...fields };
  const announced = isAnnounced(next.date, next.status, to.asOf);
  const { type, mode, cameo } = next;
  const tone = 'tone' in fields ? fields.tone : ownTone(event);
  const hasOwnCountries = !isSameValue(event.countries, actingCountries(event.participants, actorsById(from)));
  const label = 'label' in fields ? fields.label : ownLabel(event);
  const usual = actingCountries(next.participants, actorsById(to));
  return withFields(event, {
    ...fields,
    ...stanceOf({ type, mode, cameo, tone }, announced),
    announced,
    label: label ?? derivedLabel(next.title),
    countries: fields.countries ?? (hasOwnCountries ? event.countries : usual),
  });
}

/** The tone that somebody chose; undefined where it follows from the rest. */
export function ownTone({ type, mode, cameo, announced, tone }: DiplomaticEvent): DiplomaticEvent['tone'] | undefined {
  return tone === stanceOf({ type, mode, cameo }, announced).tone ? undefined : tone;
}

function derivedLabel(title: string): string {
  return shortenAtWord(title, LONGEST_LABEL);
}

/** The label that somebody chose; undefined where it follows from the title. */
export function ownLabel({ label, title }: DiplomaticEvent): string | undefined {
  return label === derivedLabel(title) ? undefined : label;
}
