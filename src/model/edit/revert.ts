import type { DiplomaticEvent, WholeDataset } from '../dataset';
import type { ListName, RecordLists } from './edit';
import { isSameValue, mapSame, newId, recordOf, recordsOf, withFields, withLists } from './lists';
import { namesIn, withActors, withKnownNames } from './edit-names';
import { ownLabel, ownTone, renewedEvent } from './renewed-event';
import type { EventFields } from './renewed-event';

/** Fields of an event that somebody edits; the others follow from them, or aren't shown field by field. */
const EVENT_FIELDS = [
  'title',
  'label',
  'date',
  'participants',
  'place',
  'type',
  'mode',
  'tone',
  'status',
  'summary',
  'countries',
  'importance',
  'evidence',
  'relations',
  'statements',
  'claims',
  'attribution',
  'caveats',
  'media',
] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

/**
 * The fields of an event that differ from those it came with, and the event as it was; undefined where it was written
 * here, or nothing is known from before. A label, a tone or countries that only follow from another field are no change
 * of their own.
 */
export function changedFields(
  baseline: WholeDataset | undefined,
  dataset: WholeDataset,
  id: string,
): { readonly was: DiplomaticEvent; readonly fields: readonly EventField[] } | undefined {
  const was = baseline && recordOf(baseline, 'events', id);
  const is = recordOf(dataset, 'events', id);
  if (baseline === undefined || was === undefined || is === undefined) return undefined;
  if (was === is) return { was, fields: [] };
  const differs = EVENT_FIELDS.filter((field) => !isSameValue(was[field], is[field]));
  const fields = differs.filter((field) => {
    if (!FOLLOWING.has(field)) return true;
    // Whatever follows would be the same if the rest were put on the event as it was.
    const causes = Object.fromEntries(
      differs.filter((each) => !FOLLOWING.has(each)).map((each) => [each, is[each]]),
    ) as EventFields;
    return !isSameValue(renewedEvent(was, causes, dataset, baseline)[field], is[field]);
  });
  return { was, fields };
}

const FOLLOWING: ReadonlySet<EventField> = new Set<EventField>(['label', 'tone', 'countries']);

/** One field of an event as it was; what it then names that is gone (sources, names, events) comes back or is left. */
export function revertField(
  baseline: WholeDataset,
  dataset: WholeDataset,
  id: string,
  field: EventField,
): WholeDataset {
  const was = recordOf(baseline, 'events', id);
  const is = recordOf(dataset, 'events', id);
  if (was === undefined || is === undefined) return dataset;
  const ready = withNamed(baseline, dataset, { ...is, [field]: was[field] });
  // A label or tone that followed from the rest follows again.
  const own = field === 'label' ? ownLabel(was) : field === 'tone' ? ownTone(was) : was[field];
  const fields = { [field]: own } as EventFields;
  return withLists(ready, {
    events: mapSame(ready.events, (event) =>
      event.id === id ? linked(renewedEvent(event, fields, ready), ready) : event,
    ),
  });
}

/** A whole record as it was, at its place; one that was deleted comes back at the end. */
export function revertRecord<Name extends ListName>(
  baseline: WholeDataset,
  dataset: WholeDataset,
  list: Name,
  id: string,
): WholeDataset {
  const was = recordOf(baseline, list, id);
  if (was === undefined) return dataset;
  if (list === 'events') {
    const event = recordOf(baseline, 'events', id);
    return event === undefined ? dataset : withEvent(baseline, dataset, event);
  }
  const records: readonly RecordLists[Name][] = recordsOf(dataset, list);
  const isThere = records.some((record) => record.id === id);
  return withLists(dataset, {
    [list]: isThere ? mapSame(records, (record) => (record.id === id ? was : record)) : [...records, was],
  });
}

function withEvent(baseline: WholeDataset, dataset: WholeDataset, was: DiplomaticEvent): WholeDataset {
  const ready = withNamed(baseline, dataset, was);
  const isThere = ready.events.some(({ id }) => id === was.id);
  const events = isThere ? ready.events.map((each) => (each.id === was.id ? was : each)) : [...ready.events, was];
  const placed = { ...ready, events };
  const own = linked(renewedEvent(was, {}, ready, baseline), placed);
  return withLists(ready, {
    events: isThere ? mapSame(ready.events, (each) => (each.id === was.id ? own : each)) : [...ready.events, own],
  });
}

/** The dataset with the sources and names that an event wants and that were there before. */
function withNamed(baseline: WholeDataset, dataset: WholeDataset, event: DiplomaticEvent): WholeDataset {
  const sources = missing(baseline.sources, dataset.sources, new Set(event.evidence.map(({ source }) => source)));
  const actors = missing(baseline.actors, dataset.actors, new Set(namesIn(event)));
  const back = actors.map((each) =>
    withFields(each, {
      memberOf: each.memberOf.filter((group) => recordOf(dataset, 'actors', group) !== undefined),
    }),
  );
  return withLists(back.length === 0 ? dataset : withActors(dataset, [...dataset.actors, ...back]), {
    sources: sources.length === 0 ? dataset.sources : [...dataset.sources, ...sources],
  });
}

function missing<Item extends { readonly id: string }>(
  was: readonly Item[],
  is: readonly Item[],
  wanted: ReadonlySet<string>,
): readonly Item[] {
  const there = new Set(is.map(({ id }) => id));
  return was.filter(({ id }) => wanted.has(id) && !there.has(id));
}

/**
 * An event without links to what isn't there any more, with ids of claims that nothing else has, and with words that are
 * by now somebody's name standing for them.
 */
function linked(was: DiplomaticEvent, dataset: WholeDataset): DiplomaticEvent {
  const event = withKnownNames(was, dataset.actors);
  const events = new Set(dataset.events.map(({ id }) => id));
  const foreign = new Set(
    dataset.events.filter(({ id }) => id !== event.id).flatMap(({ claims }) => claims.map(({ id }) => id)),
  );
  const claims = event.claims.map((claim) => ({
    ...claim,
    id: foreign.has(claim.id) || events.has(claim.id) ? newId(dataset, 'events', claim.id) : claim.id,
    about: claim.about === undefined || events.has(claim.about) ? claim.about : undefined,
  }));
  const own = new Set(claims.map(({ id }) => id));
  const relations = event.relations.filter(({ to }) => events.has(to) || foreign.has(to) || own.has(to));
  return isSameValue([claims, relations], [event.claims, event.relations]) ? event : { ...event, claims, relations };
}
