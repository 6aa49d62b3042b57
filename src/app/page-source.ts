import type { SetCatalogue } from '../state/view/dataset-catalogue';
import { knownSets } from '../state/view/dataset-catalogue';
import type { SharedOptions } from '../state/address/view-params';
import type { DatasetSource } from './load-dataset';
import { inlinedText } from './shipped-datasets';

/** The dataset that an address asks for: a file (`data`), shipped ones (`set`), or the page's own. */
export function pageSource({ data, set }: SharedOptions, catalogue: SetCatalogue | undefined): DatasetSource {
  if (data !== undefined) return { kind: 'address', address: data };
  if (catalogue === undefined) return { kind: 'text', text: inlinedText(), name: 'dataset of this page' };
  return { kind: 'sets', ids: knownSets(set, catalogue).ids, catalogue };
}
