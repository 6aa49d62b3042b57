import type { Evidence, Source, WholeDataset } from '../dataset';
import { contentOf, freeId } from './merge-records';

/** The sources of several datasets in one list, and what each dataset's own are called in it. */
export interface PlacedSources {
  readonly sources: readonly Source[];
  /** A source's id in the list, by its id in the dataset at that place of the order given. */
  readonly idIn: (place: number, id: string) => string;
}

/**
 * Lays lists of sources together. Where two datasets mean different sources by one id, the first keeps it and the
 * other's becomes `id@dataset`; a source that says the same in both stands once.
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

/** Evidence that calls its sources as the whole does. */
export function withSourceNames(evidence: readonly Evidence[], sourceId: (id: string) => string): readonly Evidence[] {
  return evidence.map((entry) => {
    const source = sourceId(entry.source);
    return source === entry.source ? entry : { ...entry, source };
  });
}
