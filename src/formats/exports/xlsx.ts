import { Zip, ZipDeflate } from 'fflate';
import { joinedBytes } from '../../base/joined-bytes';
import type { Steps } from '../../base/steps';
import { withoutIsolates } from '../../base/translate';
import type { Dataset, DiplomaticEvent, Source, WholeDataset } from '../../model/dataset';
import { lossSentence } from '../../model/losses-prose';
import type { LossKind } from '../../model/losses';
import { SHEET_END, rowXml, sheetPath, sheetStart, workbookParts } from '../spreadsheet/write-workbook';
import { NAME_SEPARATOR } from '../table/presets/own-columns';
import type { WriteOptions, Writer, WriterHead } from '../writer';
import { withoutExtra } from './bare-events';
import { TABLE_LEAVES_OUT, eventColumns, heldByTable } from './event-rows';
import type { EventColumn } from './event-rows';
import { makeWriter } from './make-writer';

/** The sheet of sources has all that a source has. */
const LEAVES_OUT: readonly LossKind[] = TABLE_LEAVES_OUT.filter((kind) => kind !== 'sources');

/** A workbook of three sheets: events as in CSV, sources, and what is said of the whole. */
export function xlsxWriter(head: WriterHead): Writer {
  const writer: Writer = makeWriter(head, {
    held: heldByWorkbook,
    leavesOut: LEAVES_OUT,
    write: (dataset, options) => workbookSteps(dataset, options, writer),
  });
  return writer;
}

function heldByWorkbook(dataset: WholeDataset): WholeDataset {
  const { description, language, asOf, licence, curators, modified, version } = dataset;
  return {
    ...heldByTable(dataset),
    description,
    language,
    asOf,
    licence,
    curators,
    modified,
    version,
    sources: dataset.sources.map(withoutExtra),
  };
}

const ROWS_A_STEP = 256;

function* workbookSteps(dataset: WholeDataset, options: WriteOptions, writer: Writer): Steps<Uint8Array<ArrayBuffer>> {
  const { t } = options;
  const held = heldByTable(dataset);
  const { sources } = heldByWorkbook(dataset);
  const columns = [...eventColumns(held, t), SOURCE_IDS];
  const archive = makeArchive();
  const names = (['events', 'sources', 'about'] as const).map((sheet) => t(`exports.sheet.${sheet}`));
  for (const [path, text] of workbookParts(names)) archive.add(path)(text, true);
  yield 0;
  yield* writeSheet(
    archive.add(sheetPath(0)),
    columns.map(({ header }) => header),
    held.events,
    (event) => columns.map(({ cell }) => cell(event)),
  );
  yield* writeSheet(archive.add(sheetPath(1)), SOURCE_FIELDS, sources, (source) =>
    SOURCE_FIELDS.map((field) => source[field] ?? ''),
  );
  const about = factsOf(dataset, options, writer);
  yield* writeSheet(archive.add(sheetPath(2)), ['title', dataset.title], about, (fact) => fact);
  return archive.end();
}

/** Under these ids the sources stand in their own sheet. */
const SOURCE_IDS: EventColumn = {
  header: 'source ids',
  cell: ({ evidence }: DiplomaticEvent) => evidence.map(({ source }) => source).join(NAME_SEPARATOR),
};

const SOURCE_FIELDS = [
  'id',
  'publisher',
  'title',
  'published',
  'url',
  'kind',
  'grade',
  'ownership',
  'dateline',
  'note',
] as const satisfies readonly (keyof Source)[];

/** What is said of the whole, and what stands in none of the sheets. */
function factsOf(
  dataset: Dataset & WholeDataset,
  { t, link }: WriteOptions,
  writer: Writer,
): readonly (readonly string[])[] {
  const { description, asOf, language, licence, curators, version, modified } = dataset;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['description', description],
    ['as of', asOf?.edtf],
    ['language', language],
    ['licence', licence],
    ['curators', curators.join(NAME_SEPARATOR)],
    ['version', version],
    ['modified', modified],
    ['link', link],
    ['left out', withoutIsolates(lossSentence(writer.name, writer.losses(dataset), t))],
  ];
  return facts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));
}

type Push = (text: string, isLast: boolean) => void;

function* writeSheet<Item>(
  push: Push,
  header: readonly string[],
  items: readonly Item[],
  cellsOf: (item: Item) => readonly string[],
): Steps<void> {
  push(sheetStart(header.length) + rowXml(header, true), false);
  for (let from = 0; from < items.length; from += ROWS_A_STEP) {
    push(
      items
        .slice(from, from + ROWS_A_STEP)
        .map((item) => rowXml(cellsOf(item), false))
        .join(''),
      false,
    );
    yield from / items.length;
  }
  push(SHEET_END, true);
}

/** A ZIP archive that is packed while it is written; the same files give the same bytes. */
function makeArchive(): {
  /** Begins a file; what is pushed is its text, the last time with true. */
  readonly add: (path: string) => Push;
  readonly end: () => Uint8Array<ArrayBuffer>;
} {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  const encoder = new TextEncoder();
  return {
    add: (path) => {
      const file = new ZipDeflate(path, { level: 6 });
      // The first day that the format knows.
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      return (text, isLast) => file.push(encoder.encode(text), isLast);
    },
    end: () => {
      zip.end();
      return new Uint8Array(joinedBytes(chunks));
    },
  };
}
