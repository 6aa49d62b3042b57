import { useEffect, useState } from 'react';
import type { WholeDataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { useLazyState } from '../context/use-lazy';
import { lazyCode } from '../../base/lazy-code';
import { useText } from '../context/store-context';
import { usePageServices } from '../context/page-services';
import type { GiveServices } from './give-services';

/** What of the timeline is given away. */
export interface PartGiven {
  readonly table: EventTable;
  /** 1 for rows that are; undefined for all of them. */
  readonly mask: Uint8Array | undefined;
  readonly count: number;
  /** The dataset of it; undefined while it is made, and where it has too many events to be made ahead. */
  readonly dataset: WholeDataset | undefined;
  /** What it is a part of, likewise. */
  readonly whole: WholeDataset | undefined;
}

/** Of more events each file is made when it is asked for, and nothing is counted ahead. */
const MOST_AHEAD = 5000;
const NOTHING = lazyCode<GiveServices>(() => Promise.reject(new Error('nothing can be taken along')));

/** What makes files; undefined until it is here, with why not where it can't be had. */
export function useGiving(): { readonly here: GiveServices | undefined; readonly isMissing: boolean } {
  const { giving } = usePageServices();
  const { here, failure } = useLazyState(giving ?? NOTHING, giving !== undefined);
  return { here, isMissing: failure !== undefined };
}

/** The part with its dataset, made ahead where that is soon done. */
export function usePartGiven(
  services: GiveServices | undefined,
  table: EventTable,
  mask: Uint8Array | undefined,
  count: number,
): PartGiven {
  const whole = useTaken(services, table, undefined);
  const chosen = useTaken(services, table, mask);
  return { table, mask, count, whole, dataset: chosen };
}

function useTaken(
  services: GiveServices | undefined,
  table: EventTable,
  mask: Uint8Array | undefined,
): WholeDataset | undefined {
  const t = useText();
  const [made, setMade] = useState<{ readonly mask: Uint8Array | undefined; readonly dataset: WholeDataset }>();
  useEffect(() => {
    if (services === undefined || table.size > MOST_AHEAD) return undefined;
    const own = new AbortController();
    services.take(table, mask, { t, signal: own.signal }).then(
      (dataset) => own.signal.aborted || setMade({ mask, dataset }),
      // What is asked for then says why it can't be had.
      () => undefined,
    );
    return () => own.abort();
  }, [services, table, mask, t]);
  return made?.mask === mask ? made?.dataset : undefined;
}
