/** What files are packed in that are unpacked here. */
export type PackedKind = 'gzip' | 'zip';

/**
 * Which of them a file is, by its first bytes; undefined for all others. A spreadsheet and a text document are ZIP files
 * of their own kind, and none of these.
 */
export function packedKind(head: Uint8Array): PackedKind | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  return isZip(head) && officeKind(head) === undefined ? 'zip' : undefined;
}

/** What the office programs pack into a ZIP file: which, by the names of its parts and the type it says. */
export type OfficeKind = 'xlsx' | 'xlsb' | 'ods' | 'docx' | 'pptx' | 'opendocument';

/** Undefined for files that are no ZIP, or hold anything else. */
export function officeKind(head: Uint8Array): OfficeKind | undefined {
  if (!isZip(head)) return undefined;
  const names = namesIn(head);
  const [first = ''] = names;
  if (first === 'mimetype' || names.includes('META-INF/manifest.xml'))
    // Packed anew by somebody, it may not say its type any more: of these files mostly spreadsheets are opened here.
    return openDocument(head) ?? (names.includes('content.xml') ? 'ods' : undefined);
  if (!/^(?:\[Content_Types\]\.xml$|(?:_rels|docProps|customXml|xl|word|ppt)\/)/.test(first)) return undefined;
  const has = (part: string): boolean => names.some((name) => name.startsWith(part));
  if (has('xl/workbook.bin')) return 'xlsb';
  if (has('xl/')) return 'xlsx';
  if (has('word/')) return 'docx';
  return has('ppt/') ? 'pptx' : undefined;
}

/** A ZIP file begins with its first part, or, where it has none, with the end of the list of them. */
function isZip(head: Uint8Array): boolean {
  return startsWith(head, 0, PART) || startsWith(head, 0, END);
}

const PART = [0x50, 0x4b, 3, 4];
const END = [0x50, 0x4b, 5, 6];
const NAME_AT = 30;
const MOST_NAMES = 200;

function startsWith(bytes: Uint8Array, at: number, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

/** Names of the parts that begin in these bytes. Sizes may be told only behind a part, so that each is sought. */
function namesIn(head: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let at = head.indexOf(0x50); at >= 0 && names.length < MOST_NAMES; at = head.indexOf(0x50, at + 1)) {
    if (!startsWith(head, at, PART)) continue;
    const length = (head[at + 26] ?? 0) + (head[at + 27] ?? 0) * 256;
    names.push(latin1(head.subarray(at + NAME_AT, at + NAME_AT + length)));
  }
  return names;
}

/** It says its type in a first part that isn't packed (Open Document Format 1.3, part 2, section 3.3). */
function openDocument(head: Uint8Array): OfficeKind | undefined {
  const start = latin1(head.subarray(0, 65_536));
  if (start.includes('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  return start.includes('application/vnd.oasis.opendocument.') ? 'opendocument' : undefined;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
