import type { Translate } from '../base/translate';
import { openDatasets, switchDatasets } from '../state/view/carry-over';
import { failLoading, startLoading } from '../state/view/loading';
import { knownDatasets, sameDatasets } from '../state/view/dataset-catalogue';
import type { DatasetCatalogue } from '../state/view/dataset-catalogue';
import type { ViewParams } from '../state/address/view-params';
import type { TimelineStore } from '../state/view/store';
import { loadShippedDatasets } from './shipped-datasets';
import type { Loaded } from './shipped-datasets';
import { readAddress } from './address-bar';
import { thrownProblem } from './loading/loading-turn';

/** Going from one of the page's datasets to others. */
export interface DatasetSwitch {
  readonly catalogue: DatasetCatalogue;
  /** What the page shows where its reader asks for nothing: the author's choice, or the page's own. */
  readonly usual: readonly string[];
  /** Shows them with what the reader has chosen so far; resolves when they are there, or can't be. */
  readonly choose: (ids: readonly string[]) => Promise<void>;
  /** Shows them as the address says; at once where nothing is to be loaded. */
  readonly open: (ids: readonly string[]) => Promise<void>;
}

interface SwitchContext {
  readonly store: TimelineStore;
  readonly catalogue: DatasetCatalogue;
  readonly author: ViewParams;
  readonly translate: Translate;
  /** Begins a load; what it returns says whether that is still the last one asked for. */
  readonly begin: (again: () => void) => () => boolean;
  readonly onShown: (title: string) => void;
}

export function createDatasetSwitch({
  store,
  catalogue,
  author,
  translate,
  begin,
  onShown,
}: SwitchContext): DatasetSwitch {
  const usual = knownDatasets(readAddress().authorDatasets, catalogue).ids;
  const titleOf = ([first]: readonly string[]): string =>
    catalogue.datasets.find(({ id }) => id === first)?.title ?? '';
  const load = async (
    ids: readonly string[],
    again: () => void,
    show: (loaded: Extract<Loaded, { ok: true }>) => void,
  ) => {
    const isLast = begin(again);
    try {
      const found = loadShippedDatasets(ids, catalogue, translate);
      // Without waiting where nothing is waited for: the first picture then comes with the page.
      const loaded = found instanceof Promise ? await found : found;
      if (!isLast()) return;
      if (!loaded.ok) return store.applyUnlocked(failLoading, loaded.problem);
      show(loaded);
      onShown(loaded.dataset.title);
    } catch (error) {
      if (isLast()) store.applyUnlocked(failLoading, thrownProblem(error, titleOf(ids)));
    }
  };
  const choose = (ids: readonly string[]): Promise<void> =>
    load(
      ids,
      () => void choose(ids),
      ({ dataset, rejections }) =>
        store.applyUnlocked(switchDatasets, dataset, rejections, ids, sameDatasets(ids, usual) ? author : {}),
    );
  const open = (ids: readonly string[]): Promise<void> => {
    store.applyUnlocked(startLoading, titleOf(ids));
    return load(
      ids,
      () => void open(ids),
      ({ dataset, rejections }) => {
        const { reader, options, rejections: faults } = readAddress();
        const all = [...rejections, ...faults, ...knownDatasets(options.set, catalogue).rejections];
        store.applyUnlocked(openDatasets, dataset, all, {
          datasetIds: ids,
          authors: sameDatasets(ids, usual),
          author,
          reader,
        });
      },
    );
  };
  return { catalogue, usual, choose, open };
}
