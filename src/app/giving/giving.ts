import { lazyCode } from '../../base/lazy-code';
import { makeSlices, runInSlices } from '../../base/slices';
import { ROWS_A_STEP } from '../../base/steps';
import type { Steps } from '../../base/steps';
import { fileNameOf } from '../../formats/page/site-files';
import { WRITERS, loadWriters } from '../../formats/writers';
import type { WriterEntry } from '../../formats/writers';
import type { WholeDataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { selectEvents } from '../../model/select-events';
import { makeTableBuilder } from '../../model/table-builder';
import type { GiveServices } from '../../ui/give/give-services';
import { carriedData } from '../carried/carried-dataset';

const CLIPBOARD = lazyCode(() => import('../../formats/exports/clipboard-table'));

/** Loaded when somebody shares. */
export const giving: GiveServices = {
  formats: WRITERS,
  writers: loadWriters,
  take: async (table, mask, { signal, heard }) => {
    const whole = await runInSlices(datasetSteps(table), { signal }, heard);
    if (mask === undefined) return whole;
    const ids = await runInSlices(idsOf(table, mask), { signal });
    return selectEvents(whole, ids);
  },
  tableOf: async ({ events, ...head }, { signal }) => {
    const builder = makeTableBuilder();
    builder.setDataset(head);
    for (const event of events) builder.add(event);
    return (await makeSlices({ signal }).run(builder.build())).table;
  },
  write: async (id, dataset, { t, signal, heard, isRaw, link }) => {
    const entry = WRITERS.find((each) => each.id === id);
    if (entry === undefined) throw new RangeError(`No writer is called ${id}`);
    const writer = await entry.load();
    const content = await runInSlices(writer.write(dataset, { t, isRaw, link }), { signal }, heard);
    return new File([content], nameOf(dataset.title, entry), { type: entry.mediaType });
  },
  cells: async (dataset, { t, signal }) => {
    const { clipboardTable } = await CLIPBOARD.load();
    return runInSlices(clipboardTable(dataset, t), { signal });
  },
  carry: carriedData,
};

/** `wholeDataset` in slices. */
function* datasetSteps({ dataset, detailed, size, eventAt }: EventTable): Steps<WholeDataset> {
  if (detailed.length === size) return { ...dataset, events: detailed };
  const events = [];
  for (let row = 0; row < size; row++) {
    events.push(eventAt(row));
    if (row % EVENTS_A_STEP === 0) yield row / size;
  }
  return { ...dataset, events };
}

/** Two formats of one ending are told apart by their names. */
function nameOf(title: string, { id, extension }: WriterEntry): string {
  const isShared = id !== 'json' && extension === 'json';
  return `${fileNameOf(title)}${isShared ? `-${id}` : ''}.${extension}`;
}

const EVENTS_A_STEP = 512;

function* idsOf(table: EventTable, mask: Uint8Array): Steps<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let row = 0; row < table.size; row++) {
    if (mask[row] === 1) ids.add(table.idAt(row));
    if (row % ROWS_A_STEP === 0) yield row / table.size;
  }
  return ids;
}
