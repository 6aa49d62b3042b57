import { createOpening } from '../../src/app/opening/opening';
import type { Opening } from '../../src/app/opening/brought';
import { createDatasetLoader } from '../../src/app/loading/dataset-loader';
import type { DatasetLoader } from '../../src/app/loading/dataset-loader';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import { createTimelineStore } from '../../src/state/view/store';
import type { TimelineStore } from '../../src/state/view/store';
import type { OpeningPhase } from '../../src/ui/open/open-services';

export interface OpeningAtHand {
  readonly store: TimelineStore;
  readonly loader: DatasetLoader;
  readonly opening: Opening;
  /** Resolves with the phase as soon as it is this one, and whole where a plan is read in the background. */
  readonly until: <At extends OpeningPhase['at']>(at: At) => Promise<Extract<OpeningPhase, { readonly at: At }>>;
  /** Resolves when this dataset is on screen. */
  readonly untilShown: (title: string) => Promise<void>;
}

/** The flow over a timeline that shows `text`, in English, without a page around it. */
export async function makeOpening(text: string): Promise<OpeningAtHand> {
  const translate = makeTranslate('en', english);
  const store = createTimelineStore({}, new Set());
  const loader = createDatasetLoader({ store, translate, view: {}, address: false });
  const loadOwn = () => void loader.load({ kind: 'text', text, name: 'here' });
  await loader.load({ kind: 'text', text, name: 'here' });
  const opening = createOpening({ store, translate, loader, datasets: undefined, ownsDocument: false, loadOwn });
  const when = <Value>(
    subscribe: (listener: () => void) => () => void,
    find: () => Value | undefined,
  ): Promise<Value> =>
    new Promise((resolve) => {
      const look = (): boolean => {
        const found = find();
        if (found !== undefined) resolve(found);
        return found !== undefined;
      };
      if (look()) return;
      const stop = subscribe(() => (look() ? stop() : undefined));
    });
  return {
    store,
    loader,
    opening,
    until: <At extends OpeningPhase['at']>(at: At) =>
      when(opening.subscribe, () => {
        const phase = opening.phase();
        const isThere = phase.at === at && (!('found' in phase) || phase.found.isWhole);
        return isThere ? (phase as Extract<OpeningPhase, { readonly at: At }>) : undefined;
      }),
    untilShown: (title) =>
      when(store.subscribe, () => (store.getState().dataset?.title === title ? true : undefined)).then(() => undefined),
  };
}

/** What a browser hands over with a drop or a paste. */
export function brought(more: Partial<Parameters<Opening['take']>[0]>): Parameters<Opening['take']>[0] {
  return { how: 'drop', files: [], text: '', html: '', addresses: '', ...more };
}

/** A dropped file. */
export function dropped(...files: readonly (readonly [name: string, body: string | Uint8Array<ArrayBuffer>])[]) {
  return brought({ files: files.map(([name, body]) => ({ file: new File([body], name), isFolder: false })) });
}
