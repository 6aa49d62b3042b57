import { shortenAtWord } from '../base/clean-text';
import { actingCountries } from './acting-countries';
import type { Dataset, DiplomaticEvent } from './dataset';
import { isAnnounced, stanceOf } from './event-stance';
import { LONGEST_LABEL } from './longest-label';
import { actorsById } from './lookups';

/** An event of which only what a file says has to be said. */
export type EventSketch = Pick<DiplomaticEvent, 'id' | 'title'> & Partial<Omit<DiplomaticEvent, 'deed' | 'announced'>>;

/**
 * The whole event: what follows from the rest is worked out (label, tone and deed, whether it is only announced, the
 * countries of those who act), everything else is absent or empty.
 */
export function eventOfSketch(sketch: EventSketch, dataset: Pick<Dataset, 'asOf' | 'actors'>): DiplomaticEvent {
  const { date, status = [], participants = [] } = sketch;
  const announced = isAnnounced(date, status, dataset.asOf);
  return {
    summary: undefined,
    type: undefined,
    mode: undefined,
    cameo: undefined,
    place: undefined,
    evidence: [],
    statements: [],
    claims: [],
    attribution: undefined,
    caveats: [],
    relations: [],
    media: undefined,
    importance: 2,
    ...sketch,
    ...stanceOf(sketch, announced),
    announced,
    label: sketch.label ?? shortenAtWord(sketch.title, LONGEST_LABEL),
    date,
    status,
    participants,
    countries: sketch.countries ?? actingCountries(participants, actorsById(dataset)),
  };
}
