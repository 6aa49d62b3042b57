import type { Dataset, Evidence, WholeDataset } from '../dataset';
import { contentOf, freeId } from './merge-records';
import { withSourceNames } from './merge-sources';
import type { PlacedSources } from './merge-sources';

/**
 * Chapters, notes and periods of several datasets, one dataset's after the other's. What says the same in two stands
 * once; of an id that two use for different things, the first keeps it and the other's becomes `id@dataset`. Events have
 * the same ids in the whole.
 */
export function mergeOutlines(
  datasets: readonly WholeDataset[],
  idIn: PlacedSources['idIn'],
): Pick<Dataset, 'chapters' | 'notes' | 'periods'> {
  return {
    chapters: together(datasets, idIn, ({ chapters }) => chapters),
    notes: together(datasets, idIn, ({ notes }) => notes),
    periods: together(datasets, idIn, ({ periods }) => periods),
  };
}

interface Item {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

function together<Kind extends Item>(
  datasets: readonly WholeDataset[],
  idIn: PlacedSources['idIn'],
  itemsOf: (dataset: WholeDataset) => readonly Kind[],
): readonly Kind[] {
  const taken = new Map<string, Kind>();
  datasets.forEach((dataset, place) => {
    for (const own of itemsOf(dataset)) {
      const item: Kind = { ...own, evidence: withSourceNames(own.evidence, (id) => idIn(place, id)) };
      const known = taken.get(item.id);
      if (known === undefined) taken.set(item.id, item);
      if (known === undefined || contentOf(known) === contentOf(item)) continue;
      const id = freeId(item.id, dataset.id, (wanted) => taken.has(wanted));
      taken.set(id, { ...item, id });
    }
  });
  return [...taken.values()];
}
