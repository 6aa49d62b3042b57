import { andThen } from '../../base/awaitable';
import { makeSlices, runInSlices } from '../../base/slices';
import type { Translate } from '../../base/translate';
import { bareTimeline } from '../../formats/carried/bare-timeline';
import { packText } from '../../formats/carried/carried-text';
import { writeSteps } from '../../formats/json/write';
import { crc32 } from '../../formats/packed/crc32';
import type { WholeDataset } from '../../model/dataset';
import { makeTableBuilder } from '../../model/table-builder';
import type { ColumnTable } from '../../model/table-of-columns';
import type { CarriedPart } from '../../ui/give/give-services';
import { findReading } from '../loading/find-reading';
import { sourceFile } from '../loading/open-source';
import { NOTEBOOK_TEXT } from './load-notebook-text';

/* What an address carries is a file of ours: JSON, or the text of a notebook where that says as much and is shorter. */

interface CarryWork {
  readonly t: Translate;
  readonly signal: AbortSignal;
}

/**
 * The timeline that a carried text is the file of, with what of it was left out; undefined where it isn't one. Rejects
 * with the signal's reason, and with `CodeMissing`.
 */
export async function readCarried(text: string, work: CarryWork): Promise<ColumnTable | undefined> {
  return text.startsWith('{') ? readJson(text, work) : readNotebook(text, work);
}

async function readJson(text: string, { t, signal }: CarryWork): Promise<ColumnTable | undefined> {
  const found = await andThen(sourceFile(text, '', { signal, stop: signal }), (file) =>
    findReading(file, { t, signal, heard: () => undefined }),
  );
  if ('kind' in found) return undefined;
  const { reader, files, plan } = found;
  const into = makeTableBuilder();
  const { rejections } = await reader.read(files, plan, {
    t,
    into,
    signal,
    stop: signal,
    onProgress: () => Promise.resolve(),
  });
  const made = await makeSlices({ signal }).run(into.build());
  return { ...made, rejections: [...rejections, ...made.rejections] };
}

async function readNotebook(text: string, { t, signal }: CarryWork): Promise<ColumnTable | undefined> {
  if (text.length > LONGEST_NOTEBOOK) return undefined;
  const { read } = await NOTEBOOK_TEXT.load();
  const id = `timeline-${crc32(new TextEncoder().encode(text)).toString(36)}`;
  const { events, ...head } = read(text, id, t);
  // Any words at all are the text of a notebook in which nothing was understood.
  if (events.length === 0) return undefined;
  const builder = makeTableBuilder();
  builder.setDataset(head);
  for (const event of events) builder.add(event);
  return makeSlices({ signal }).run(builder.build());
}

/**
 * The data of an address that carries the timeline, or a part of it, which its title then says. Undefined where it has
 * more than `most` characters.
 */
export async function carriedData(
  dataset: WholeDataset,
  { t, signal, part, most }: CarryWork & { readonly part: CarriedPart; readonly most: number },
): Promise<string | undefined> {
  if (dataset.events.length > MOST_EVENTS) return undefined;
  const pack = (text: string) => runInSlices(packText(text, most), { signal });
  if (part === 'all') return shorter(await pack(await jsonOf(dataset, signal)), await wholeNotebook(dataset, t, pack));
  const { write } = await NOTEBOOK_TEXT.load();
  signal.throwIfAborted();
  const title = t(`give.link.title.${part}`, { title: dataset.title });
  return pack(write(part === 'bare' ? bareTimeline(dataset, title) : { ...dataset, title }, false, t));
}

async function jsonOf(dataset: WholeDataset, signal: AbortSignal): Promise<string> {
  const text = await runInSlices(writeSteps(dataset), { signal });
  return JSON.stringify(JSON.parse(text));
}

/** Of few events the text may be shorter than JSON; only one that is read back as the same says all. */
async function wholeNotebook(
  dataset: WholeDataset,
  t: Translate,
  pack: (text: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  if (dataset.events.length > MOST_TRIED) return undefined;
  const { write, isSame } = await NOTEBOOK_TEXT.load();
  const text = write(dataset, true, t);
  return isSame(text, dataset, t) ? pack(text) : undefined;
}

function shorter(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other.length < one.length) ? other : one;
}

/** However little is said of each, more of them fit into no address. */
const MOST_EVENTS = 5000;
const MOST_TRIED = 60;
/** Characters; a text that fits into an address of ours is shorter, unless it is made to swell. */
const LONGEST_NOTEBOOK = 400_000;
