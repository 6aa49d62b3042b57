import { foreignFile } from './foreign-file';
import type { ForeignFile } from './foreign-file';
import { IMPORTED_FORMATS } from './imported/imported-formats';
import { JSON_FORMAT } from './json/json-reader';
import { recogniseJsonRecords } from './json-records/recognise-json-records';
import { JSON_RECORDS_READER, ROWS_FILE_READER } from './lazy-readers';
import { packedKind } from './packed/packed-kind';
import type { Format } from './reader';
import type { Confidence } from './recognise';
import { recogniseSpreadsheet } from './spreadsheet/recognise-spreadsheet';
import { TABLE_READER } from './table/lazy-table-reader';
import { recogniseRowsFile, recogniseTable } from './table/recognise-table';

/** The one list. Of two that are equally sure the first is asked first. */
export const FORMATS: readonly Format[] = [
  { id: 'rows', name: 'JSON + CSV', recognise: recogniseRowsFile, ...ROWS_FILE_READER },
  ...IMPORTED_FORMATS,
  { id: 'json-records', name: 'JSON', recognise: recogniseJsonRecords, ...JSON_RECORDS_READER },
  { id: 'spreadsheet', name: 'XLSX', recognise: recogniseSpreadsheet, ...TABLE_READER },
  JSON_FORMAT,
  { id: 'table', name: 'CSV', recognise: recogniseTable, ...TABLE_READER },
];

const SURER: readonly Confidence[] = ['certain', 'likely', 'possible'];

/**
 * The formats that a file may be of, the surest first. The last resort is our own JSON, whose reader says in words
 * where a text stops being any.
 */
export function formatsOf(head: Uint8Array): readonly Format[] {
  const found = FORMATS.map((format) => ({ format, rank: SURER.indexOf(format.recognise(head)) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ format }) => format);
  return found.includes(JSON_FORMAT) ? found : [...found, JSON_FORMAT];
}

/** Whether a file has to be unpacked first (`UNPACKING`): what is in it then is recognised by itself. */
export function isPacked(head: Uint8Array): boolean {
  return packedKind(head) !== undefined;
}

/** What a file is that no format knows; undefined for one that may be data all the same. */
export function foreignFileOf(head: Uint8Array): ForeignFile | undefined {
  const isKnown = FORMATS.some((format) => format !== JSON_FORMAT && SURE.has(format.recognise(head)));
  return isKnown ? undefined : foreignFile(head);
}

const SURE: ReadonlySet<Confidence> = new Set<Confidence>(['certain', 'likely']);
