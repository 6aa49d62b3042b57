import { officeKind } from './packed/packed-kind';
import type { OfficeKind } from './packed/packed-kind';
import { headText } from './recognise';
import type { LoadProblem } from '../model/load-problem';

/** What a file is instead of one that a timeline can be read from. */
export interface ForeignFile {
  readonly kind: Extract<
    LoadProblem['kind'],
    'empty' | 'web-page' | 'archive' | 'protected' | 'other-kind' | 'encoding'
  >;
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
  ['BZh', 'archive', 'bzip2'],
  ['\xFD7zXZ', 'archive', 'xz'],
  ['7z\xBC\xAF', 'archive', '7z'],
  ['Rar!', 'archive', 'RAR'],
  ['\x28\xB5\x2F\xFD', 'archive', 'Zstandard'],
  ['%PDF', 'other-kind', 'PDF'],
  ['{\\rtf', 'other-kind', 'RTF'],
  ['\x89PNG', 'other-kind', 'PNG'],
  ['\xFF\xD8\xFF', 'other-kind', 'JPEG'],
  ['GIF8', 'other-kind', 'GIF'],
  ['RIFF', 'other-kind', 'RIFF (WebP, WAV)'],
  ['SQLite format 3', 'other-kind', 'SQLite'],
  ['PAR1', 'other-kind', 'Parquet'],
];

/** What the office programs pack that no timeline is read from; spreadsheets are one. */
const OFFICE: Readonly<Record<Exclude<OfficeKind, 'xlsx' | 'ods'>, string>> = {
  xlsb: 'Excel (XLSB)',
  docx: 'Word (DOCX)',
  pptx: 'PowerPoint (PPTX)',
  opendocument: 'OpenDocument',
};

/** A tape archive says so behind the first name in it (POSIX ustar). */
const TAR_AT = 257;

function packedFile(head: Uint8Array): ForeignFile | undefined {
  const start = latin1(head.subarray(0, 512));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return { kind: known[1], detail: known[2] };
  if (start.startsWith('ustar', TAR_AT)) return { kind: 'archive', detail: 'TAR' };
  if (start.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return compoundFile(head);
  const office = officeKind(head);
  return office === undefined || office === 'xlsx' || office === 'ods'
    ? undefined
    : { kind: 'other-kind', detail: OFFICE[office] };
}

/** The older Office programs, and what the newer ones put a file in that has a password ([MS-CFB], [MS-OFFCRYPTO]). */
function compoundFile(head: Uint8Array): ForeignFile {
  const has = (name: string): boolean => includesUtf16(head, name);
  if (has('EncryptedPackage')) return { kind: 'protected', detail: 'Microsoft Office' };
  if (has('Workbook') || has('Book')) return { kind: 'other-kind', detail: 'Excel 97-2003 (XLS)' };
  if (has('WordDocument')) return { kind: 'other-kind', detail: 'Word 97-2003 (DOC)' };
  return { kind: 'other-kind', detail: 'Microsoft Office 97-2003 (XLS, DOC, PPT)' };
}

/** Names of its parts stand in fields of 64 bytes, each in an entry of 128 bytes. */
function includesUtf16(bytes: Uint8Array, name: string): boolean {
  const letters = Array.from(`${name}\0`, (letter) => letter.charCodeAt(0));
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    if (letters.every((letter, index) => bytes[at + index * 2] === letter && bytes[at + index * 2 + 1] === 0))
      return true;
  }
  return false;
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
