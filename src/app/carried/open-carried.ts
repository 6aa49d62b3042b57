import { randomId } from '../../base/random-id';
import { runInSlices } from '../../base/slices';
import type { Translate } from '../../base/translate';
import { unpackText } from '../../formats/carried/carried-text';
import type { CarriedFault } from '../../formats/carried/carried-text';
import type { EventTable } from '../../model/event-table';
import type { LoadProblem } from '../../model/load-problem';
import type { Rejection } from '../../model/rejection';
import { wholeDataset } from '../../model/whole-dataset';
import type { Draft } from '../../ui/context/desk';
import { readCarried } from './carried-dataset';

/** What came of the data in an address. */
export type Opened = LoadProblem | Carried;

/** A timeline that came in an address. */
export interface Carried {
  readonly draft: Draft;
  readonly table: EventTable;
  /** What of its text was left out. */
  readonly rejections: readonly Rejection[];
}

/**
 * The timeline that an address carries (`data` is what stands behind `t=`), or in words why it can't be had. Rejects with
 * the signal's reason, and with `CodeMissing`; whatever the data is, it throws nothing of its own.
 */
export async function openCarried(
  data: string,
  { t, signal }: { readonly t: Translate; readonly signal: AbortSignal },
): Promise<Opened> {
  const found = await runInSlices(unpackText(data), { signal });
  if (found.kind === 'fault') return problemOf(found.fault);
  const read = await readCarried(found.text, { t, signal });
  if (read === undefined) return problemOf('damaged');
  const dataset = wholeDataset(read.table);
  return { ...read, draft: { id: randomId(), origin: { from: 'link' }, dataset, baseline: dataset } };
}

function problemOf(fault: CarriedFault): LoadProblem {
  return { kind: `link-${fault}`, source: '', detail: '' };
}
