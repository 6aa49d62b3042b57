import type { Actor, Dataset, Opening, Source } from './dataset';
import { isDateFault, parseEventDate } from './dates/parse-event-date';

/**
 * An actor of which only the id has to be said: label and kind are by default the id and `person`, all lists are empty.
 */
export type ActorSketch = Pick<Actor, 'id'> & Partial<Actor>;

/** A dataset's head of which only id, title and actors have to be said. */
export interface HeadSketch {
  readonly id: string;
  readonly title: string;
  readonly actors: readonly ActorSketch[];
  readonly description?: string;
  /** Of its texts, BCP 47. */
  readonly language?: string;
  /**
   * The day the dataset looks from, EDTF (`2016-02-24`); what begins after it is drawn as announced. Without it nothing
   * is.
   */
  readonly asOf?: string;
  readonly licence?: string;
  readonly sources?: readonly (Pick<Source, 'id'> & Partial<Source>)[];
  /** The view that readers find; by default all of it. */
  readonly opening?: Partial<Opening>;
}

/**
 * A whole head from what is known of it, everything else absent or empty. Throws a RangeError for an as-of day that
 * isn't EDTF.
 */
export function datasetHead({
  id,
  title,
  actors,
  description,
  language,
  asOf,
  licence,
  sources = [],
  opening,
}: HeadSketch): Dataset {
  return {
    schemaVersion: '1.1',
    id,
    title,
    description,
    language,
    licence,
    asOf: asOf === undefined ? undefined : dayOf(asOf),
    opening:
      opening === undefined
        ? undefined
        : { from: undefined, to: undefined, scale: undefined, group: undefined, expanded: undefined, ...opening },
    curators: [],
    modified: undefined,
    version: undefined,
    corrections: [],
    sources: sources.map((source) => ({
      kind: undefined,
      publisher: undefined,
      ownership: undefined,
      title: undefined,
      dateline: undefined,
      published: undefined,
      url: undefined,
      note: undefined,
      grade: undefined,
      ...source,
    })),
    actors: actors.map((actor) => ({
      label: actor.id,
      kind: 'person',
      countries: [],
      altNames: [],
      memberOf: [],
      offices: [],
      designations: [],
      note: undefined,
      ...actor,
    })),
    chapters: [],
    notes: [],
    periods: [],
  };
}

function dayOf(edtf: string): NonNullable<Dataset['asOf']> {
  const date = parseEventDate(edtf);
  if (isDateFault(date)) throw new RangeError(`"${edtf}" is no day to look from: ${date.fault}`);
  return date;
}
