import type { Rejection } from '../../model/rejection';
import { addressRejection } from '../address/address-rejection';

/** A dataset that the page ships, as it is told before it is loaded. */
export interface ShippedDataset {
  /** What an address calls it. */
  readonly id: string;
  readonly title: string;
  readonly events: number;
  /** Years of its first and last day, astronomical; NaN where nothing in it has a date. */
  readonly from: number;
  readonly to: number;
}

/** What a page ships. */
export interface DatasetCatalogue {
  /** The one the page opens with where nobody asks for another. */
  readonly own: string;
  readonly datasets: readonly ShippedDataset[];
  /** How many events all of them have together, each once. */
  readonly together: number;
}

/**
 * The shipped datasets that an address asks for, each once in the catalogue's order; the page's own where it asks for
 * none, or for none that there is. Each unknown id is a rejection.
 */
export function knownDatasets(
  asked: readonly string[] | undefined,
  { own, datasets }: DatasetCatalogue,
): { readonly ids: readonly string[]; readonly rejections: readonly Rejection[] } {
  const wanted = new Set(asked);
  const ids = datasets.map(({ id }) => id).filter((id) => wanted.delete(id));
  const expected = `a shipped data set: ${datasets.map(({ id }) => id).join(', ')}`;
  return {
    ids: ids.length === 0 ? [own] : ids,
    rejections: [...wanted].map((id) => addressRejection('set', id, expected, 'dropped')),
  };
}

/** Whether two lists hold the same ids; both in the catalogue's order. */
export function sameDatasets(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place]);
}
