import { makeSlices } from '../base/slices';
import { lazyCode } from '../base/lazy-code';
import type { DatasetInput } from '../model/dataset-input';
import type { TimelineStore } from '../state/view/store';

/** Writing a dataset as its file is for those who ask. */
const WRITER = lazyCode(() =>
  Promise.all([import('../formats/json/write'), import('../model/whole-dataset')]).then(
    ([{ writeSteps }, { wholeDataset }]) => ({ writeSteps, wholeDataset }),
  ),
);

/** Whoever writes makes a pause now and then; then the host page is told. */
const PAUSE_MS = 400;

/** The dataset on screen for a host page: when it asks, and whenever its reader has edited it. */
export interface ToldDataset {
  /** As its file has it, in the form of docs/data.md; undefined where there is none. A fresh object each time. */
  readonly get: () => Promise<DatasetInput | undefined>;
  /** Calls back soon after an edit, of several close together once. Returns how to stop. */
  readonly subscribe: (listener: (dataset: DatasetInput) => void) => () => void;
}

/** Tells the dataset of a store; `edits` calls back at each edit. */
export function makeToldDataset(
  store: TimelineStore,
  edits: { readonly subscribe: (onEdit: () => void) => () => void },
): ToldDataset {
  const get = async (): Promise<DatasetInput | undefined> => {
    const { writeSteps, wholeDataset } = await WRITER.load();
    const { table } = store.getState();
    if (table === undefined) return undefined;
    const slices = makeSlices({ signal: new AbortController().signal });
    return JSON.parse(await slices.run(writeSteps(wholeDataset(table)))) as DatasetInput;
  };
  return {
    get,
    subscribe: (listener) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let turn = 0;
      const tell = async (): Promise<void> => {
        const mine = ++turn;
        const dataset = await get();
        // Edited again meanwhile: that is told soon.
        if (mine === turn && dataset !== undefined) listener(dataset);
      };
      const stop = edits.subscribe(() => {
        clearTimeout(timer);
        timer = setTimeout(() => void tell(), PAUSE_MS);
      });
      return () => {
        turn += 1;
        clearTimeout(timer);
        stop();
      };
    },
  };
}
