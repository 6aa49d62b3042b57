import type { Actor, Source, WholeDataset } from '../dataset';
import { contentOf, freeId, uniteRecords, uniteTexts } from './merge-records';

/** The sources of several datasets in one list, and what each dataset's own are called in it. */
export interface PlacedSources {
  readonly sources: readonly Source[];
  /** A source's id in the list, by its id in the dataset at that place of the order given. */
  readonly idIn: (place: number, id: string) => string;
}

/**
 * Lays lists of sources together. Where two datasets mean different sources by one id, the first keeps it and the other's becomes
 * `id@dataset`; a source that says the same in both stands once.
 */
export function placeSources(datasets: readonly WholeDataset[]): PlacedSources {
  const taken = new Map<string, Source>();
  const renamed = datasets.map((dataset) => {
    const names = new Map<string, string>();
    for (const source of dataset.sources) {
      const known = taken.get(source.id);
      if (known === undefined) taken.set(source.id, source);
      if (known === undefined || contentOf(known) === contentOf(source)) continue;
      const id = freeId(source.id, dataset.id, (wanted) => taken.has(wanted));
      names.set(source.id, id);
      taken.set(id, { ...source, id });
    }
    return names;
  });
  return { sources: [...taken.values()], idIn: (place, id) => renamed[place]?.get(id) ?? id };
}

/** The actors of several datasets, each id once: label and kind of the first that has it, the rest of all; a label not used is kept among the other names. */
export function mergeActors(datasets: readonly WholeDataset[]): readonly Actor[] {
  const merged = new Map<string, Actor>();
  for (const actor of datasets.flatMap(({ actors }) => actors)) {
    const known = merged.get(actor.id);
    merged.set(actor.id, known === undefined ? actor : mergeActor(known, actor));
  }
  return [...merged.values()];
}

function mergeActor(first: Actor, other: Actor): Actor {
  const otherLabel = other.label === first.label ? [] : [other.label];
  const notes = uniteTexts([first.note, other.note].filter((note) => note !== undefined));
  return {
    ...first,
    countries: uniteTexts(first.countries, other.countries),
    altNames: uniteTexts(first.altNames, otherLabel, other.altNames).filter((name) => name !== first.label),
    memberOf: uniteTexts(first.memberOf, other.memberOf),
    offices: uniteRecords(first.offices, other.offices),
    designations: uniteRecords(first.designations, other.designations),
    note: notes.length === 0 ? undefined : notes.join(' '),
  };
}
