import { headText } from './recognise';
import type { LoadProblem } from '../model/load-problem';

/** What a file is instead of one that a timeline can be read from. */
export interface ForeignFile {
  readonly kind: Extract<LoadProblem['kind'], 'empty' | 'web-page' | 'archive' | 'other-kind' | 'encoding'>;
  /** What its own people call it; empty where there is nothing more to say. */
  readonly detail: string;
}

/** Looks at the first bytes of a file that no format is sure of; undefined for one that may be data. */
export function foreignFile(head: Uint8Array): ForeignFile | undefined {
  const packed = packedFile(head);
  if (packed !== undefined) return packed;
  if (isUtf16(head)) return { kind: 'encoding', detail: 'UTF-16' };
  const text = headText(head);
  if (text === '') return head.every(isSpace) ? { kind: 'empty', detail: '' } : unreadable(head);
  if (text.startsWith('<')) return markup(text);
  return undefined;
}

/** How files of a kind begin (the file formats' own specifications), as Latin 1. */
const SIGNATURES: readonly (readonly [start: string, kind: 'archive' | 'other-kind', name: string])[] = [
  ['\x1F\x8B', 'archive', 'gzip'],
  ['BZh', 'archive', 'bzip2'],
  ['\xFD7zXZ', 'archive', 'xz'],
  ['7z\xBC\xAF', 'archive', '7z'],
  ['Rar!', 'archive', 'RAR'],
  ['\x28\xB5\x2F\xFD', 'archive', 'Zstandard'],
  ['%PDF', 'other-kind', 'PDF'],
  ['{\\rtf', 'other-kind', 'RTF'],
  ['\xD0\xCF\x11\xE0', 'other-kind', 'Microsoft Office (XLS, DOC)'],
  ['\x89PNG', 'other-kind', 'PNG'],
  ['\xFF\xD8\xFF', 'other-kind', 'JPEG'],
  ['GIF8', 'other-kind', 'GIF'],
  ['RIFF', 'other-kind', 'RIFF (WebP, WAV)'],
  ['SQLite format 3', 'other-kind', 'SQLite'],
  ['PAR1', 'other-kind', 'Parquet'],
];

/** What a ZIP file is that holds a file of this name. */
const ZIPPED: readonly (readonly [part: string, name: string])[] = [
  ['xl/', 'Excel (XLSX)'],
  ['word/', 'Word (DOCX)'],
  ['ppt/', 'PowerPoint (PPTX)'],
  ['opendocument.spreadsheet', 'OpenDocument (ODS)'],
  ['opendocument', 'OpenDocument'],
];

function packedFile(head: Uint8Array): ForeignFile | undefined {
  const start = latin1(head.subarray(0, 32));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return { kind: known[1], detail: known[2] };
  if (!start.startsWith('PK\x03\x04')) return undefined;
  const names = latin1(head.subarray(0, 65_536));
  const office = ZIPPED.find(([part]) => names.includes(part));
  return office === undefined ? { kind: 'archive', detail: 'ZIP' } : { kind: 'other-kind', detail: office[1] };
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** By its mark, or because every other byte of its first letters is none. */
function isUtf16(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = head.subarray(0, 32);
  const zeros = (from: number): boolean =>
    start.length >= 8 && start.every((byte, at) => (at % 2 === from) === (byte === 0));
  return zeros(0) || zeros(1);
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** JSON is read all the same: it says which of its letters are lost. */
function unreadable(head: Uint8Array): ForeignFile | undefined {
  if (head.subarray(0, 65_536).includes(0)) return { kind: 'other-kind', detail: '' };
  const first = head.find((byte) => !isSpace(byte));
  return first === 0x7b || first === 0x5b ? undefined : { kind: 'encoding', detail: '' };
}

function markup(text: string): ForeignFile {
  return /<(?:!doctype\s+html|html|head|body|title|script|p|div)[\s>]/i.test(text.slice(0, 2000))
    ? { kind: 'web-page', detail: '' }
    : { kind: 'other-kind', detail: 'XML' };
}
