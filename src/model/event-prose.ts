import { languageFacts } from '../base/messages/languages';
import type { MessageKey, Translate } from '../base/translate';
import type { Actor, Dataset, DiplomaticEvent } from './dataset';
import { eventDateInWords } from './dates/date-prose';
import { actorOf } from './lookups';
import { ACTING_ROLES } from './vocabulary';

/** What a made label ends with; such a one is no headline, the title says more. */
const ELLIPSIS = '…';

/**
 * An event's accessible name, headline first: "Phone call on modalities. 24 Feb 2016. Talks, cooperation. John Kerry,
 * Sergey Lavrov". The headline is the author's label, or the title where the label was made from it. Those who act;
 * all, where nobody does.
 */
export function eventName(event: DiplomaticEvent, dataset: Dataset, t: Translate): string {
  const headline = withoutFullStop(event.label.endsWith(ELLIPSIS) ? event.title : event.label);
  const date = eventDateInWords(event, dataset.asOf, t);
  const kind = t('event.kind', { type: t(shortTypeKey(event)), tone: t(`tone.${event.tone}`) });
  const names = actorNames(event, dataset);
  if (names.length === 0) return t('event.nameNobody', { headline, date, kind });
  return t('event.name', {
    headline,
    date,
    kind,
    who: names.reduce((actors, actor) => t('event.nextActor', { actors, actor })),
  });
}

function withoutFullStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}

function shortTypeKey(event: DiplomaticEvent): MessageKey {
  return event.type === undefined ? 'typeShort.none' : `typeShort.${event.type}`;
}

function actorNames(event: DiplomaticEvent, dataset: Dataset): readonly string[] {
  const acting = event.participants.filter(({ role }) => ACTING_ROLES.has(role));
  const shown = acting.length > 0 ? acting : event.participants;
  const ids = new Set(shown.map(({ actor }) => actor));
  return [...ids].map((id) => actorOf(dataset, id)?.label ?? id);
}

/** Who says so: "TASS, citing a Russian Foreign Ministry official". */
export function attributionInWords(attribution: NonNullable<DiplomaticEvent['attribution']>, t: Translate): string {
  const { voice, via } = attribution;
  return via === undefined ? voice : t('attribution.via', { voice, via });
}

/** The office held at the time of the event, else the last one listed for the actor; undefined where none is given. */
export function officeOf(actor: Actor, event?: DiplomaticEvent): string | undefined {
  const then = event?.participants.find(
    (participant) => participant.actor === actor.id && participant.office !== undefined,
  );
  return then?.office ?? actor.offices[actor.offices.length - 1]?.title;
}

const regionNames = new Map<string, Intl.DisplayNames>();

/**
 * A country's name in the reader's language, by default as people there call it; the code itself where it has no name.
 */
export function countryName(
  code: string,
  t: Translate,
  style: 'long' | 'short' = languageFacts(t.locale).hasShortCountries ? 'short' : 'long',
): string {
  const key = `${t.locale} ${style}`;
  let names = regionNames.get(key);
  if (names === undefined) {
    names = new Intl.DisplayNames(t.locale, { type: 'region', style, fallback: 'code' });
    regionNames.set(key, names);
  }
  try {
    return names.of(code) ?? code;
  } catch (error) {
    // A code that isn't even shaped like one; anything else is our mistake.
    if (error instanceof RangeError) return code;
    throw error;
  }
}
