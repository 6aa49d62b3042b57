import { andThen } from '../../../base/awaitable';
import type { Awaitable } from '../../../base/awaitable';
import type { LoadProblem } from '../../../model/load-problem';
import { isWholeHead } from '../../recognise';
import { MOST_HEAD_RECORDS } from '../../record-source';
import type {
  RecordChoice,
  RecordHead,
  RecordNote,
  RecordSettings,
  RecordSource,
  TakeRecord,
} from '../../record-source';
import type { SourceFile } from '../../source-file';
import { delimiterRanks, guessDelimiter } from './guess-delimiter';
import { unguardedCells } from '../guarded-cells';
import { makeRecordSplitter } from '../record-splitter';
import { makeLineDecoder } from './decode-lines';
import { decodeHead, findEncoding } from './encodings';
import type { FoundEncoding } from './encodings';
import { makeLineNotes } from './line-notes';
import { pipeCells } from './pipe-cells';

/** Most bytes of a table; a file that says it has more isn't read. */
const MOST_BYTES = 200_000_000;
/** Characters split at once: about a millisecond, four while the code is still cold. */
const PIECE = 8192;

/**
 * Delimited text as records: encoding and delimiter are found out by the file's head unless they are given. Blank lines
 * are no records; a row has as many cells as it has.
 */
export function textRecords(file: SourceFile, settings: RecordSettings = {}): Awaitable<RecordSource | LoadProblem> {
  return andThen(file.head(), (head) => ('kind' in head ? head : sourceOf(file, head, settings)));
}

function sourceOf(file: SourceFile, head: Uint8Array, settings: RecordSettings): RecordSource {
  const found = findEncoding(head);
  const encoding = settings.encoding ?? found.encoding;
  const text = decodeHead(head, encoding);
  const delimiter = settings.delimiter ?? guessDelimiter(text);
  let read: RecordHead | undefined;
  let notes: readonly RecordNote[] = [];
  return {
    name: file.name,
    format: delimiter === '\t' ? 'TSV' : 'CSV',
    headers: undefined,
    choices: [...encodingChoice(found, encoding, head), ...delimiterChoice(text, delimiter)],
    with: (changed) => sourceOf(file, head, { ...settings, ...changed }),
    head: () => (read ??= headOf(head, encoding, delimiter)),
    read: (take, turn) =>
      readAll(file, { encoding, delimiter, take, turn }, (told) => {
        notes = told;
      }),
    notes: () => notes,
  };
}

function headOf(head: Uint8Array, encoding: string, delimiter: string): RecordHead {
  const records: { readonly cells: readonly string[]; readonly line: number }[] = [];
  let count = 0;
  const pipeline = makePipeline(encoding, delimiter, (cells, line) => {
    count += 1;
    if (records.length < MOST_HEAD_RECORDS) records.push({ cells, line });
  });
  const isWhole = isWholeHead(head);
  pipeline.split(pipeline.decode(head));
  // The record that a head breaks off in is none.
  if (isWhole) pipeline.finish();
  return {
    records,
    isWhole: isWhole && count <= MOST_HEAD_RECORDS,
    count: isWhole ? count : undefined,
    notes: pipeline.notes(),
  };
}

interface Wanted {
  readonly encoding: string;
  readonly delimiter: string;
  readonly take: TakeRecord;
  readonly turn: (done: number | undefined) => Promise<boolean>;
}

async function readAll(
  file: SourceFile,
  { encoding, delimiter, take, turn }: Wanted,
  tell: (notes: readonly RecordNote[]) => void,
): Promise<LoadProblem | undefined> {
  const parts = await file.bytes(MOST_BYTES);
  if ('kind' in parts) return parts;
  const pipeline = makePipeline(encoding, delimiter, take);
  try {
    for (;;) {
      const bytes = await parts.next();
      if (bytes !== undefined && 'kind' in bytes) return bytes;
      if (bytes === undefined) break;
      const text = pipeline.decode(bytes);
      for (let at = 0; at < text.length; at += PIECE) {
        pipeline.split(text.slice(at, at + PIECE));
        if (await turn(parts.done())) continue;
        parts.close();
        return undefined;
      }
    }
    pipeline.finish();
    return undefined;
  } finally {
    tell(pipeline.notes());
  }
}

/** Bytes in at one end, records out at the other. */
interface Pipeline {
  readonly decode: (bytes: Uint8Array) => string;
  /** A piece of what was decoded. */
  readonly split: (text: string) => void;
  readonly finish: () => void;
  readonly notes: () => readonly RecordNote[];
}

function makePipeline(encoding: string, delimiter: string, take: TakeRecord): Pipeline {
  const notes = makeLineNotes();
  const splitter = makeRecordSplitter({
    delimiter,
    onRecord: (cells, line) => {
      const own = delimiter === '|' ? pipeCells(cells) : cells;
      if (own === undefined || (own.length === 1 && own[0]?.trim() === '')) return;
      take(unguardedCells(own), line);
    },
    onUnclosed: (line) => notes.add('unclosed-quote', line),
  });
  const decoder = makeLineDecoder(encoding);
  const noted = (text: string): string => {
    // Lines that the splitter hasn't seen yet: what was decoded before has been split.
    const line = splitter.line() + 1;
    for (const at of decoder.others()) notes.add('other-encoding', line + at);
    notes.addEach('lost-letters', text, '\uFFFD', line);
    if (!text.includes('\0')) return text;
    notes.addEach('nul', text, '\0', line);
    return text.replaceAll('\0', '');
  };
  return {
    decode: (bytes) => noted(decoder.push(bytes)),
    split: splitter.push,
    finish: () => {
      splitter.push(noted(decoder.finish()));
      splitter.finish();
    },
    notes: notes.all,
  };
}

/** In a line of a choice. */
const MOST_SHOWN = 120;

function encodingChoice({ by, options }: FoundEncoding, chosen: string, head: Uint8Array): readonly RecordChoice[] {
  if (options.length === 0) return [];
  const line = by === 'zeros' ? head.subarray(0, 2 * MOST_SHOWN) : lineBeyondAscii(head);
  const all = options.includes(chosen) ? options : [chosen, ...options];
  return [
    {
      about: 'encoding',
      chosen,
      options: all.map((value) => ({
        value,
        sample: decodeHead(line, value).trim().slice(0, MOST_SHOWN),
      })),
    },
  ];
}

function isEnd(byte: number | undefined): boolean {
  return byte === undefined || byte === 0x0a || byte === 0x0d;
}

/** The first line that encodings differ in, from near that place on where it is long. */
function lineBeyondAscii(head: Uint8Array): Uint8Array {
  const at = head.findIndex((byte) => byte >= 0x80);
  let start = at;
  while (start > 0 && at - start < MOST_SHOWN / 2 && !isEnd(head[start - 1])) start -= 1;
  let end = at;
  while (!isEnd(head[end]) && end - start < 2 * MOST_SHOWN) end += 1;
  return head.subarray(start, end);
}

function delimiterChoice(text: string, chosen: string): readonly RecordChoice[] {
  const found = delimiterRanks(text).map(({ delimiter }) => delimiter);
  const options = found.includes(chosen) ? found : [chosen, ...found];
  if (options.length < 2) return [];
  return [
    {
      about: 'delimiter',
      chosen,
      options: options.map((value) => ({ value, sample: secondRecord(text, value).join(' · ').slice(0, MOST_SHOWN) })),
    },
  ];
}

function secondRecord(text: string, delimiter: string): readonly string[] {
  const records: (readonly string[])[] = [];
  const splitter = makeRecordSplitter({ delimiter, onRecord: (cells) => records.push(cells) });
  splitter.push(text.slice(0, PIECE));
  splitter.finish();
  return records[1] ?? records[0] ?? [];
}
