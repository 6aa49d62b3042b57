import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { xlsx } from './make-sheets';

/** A file as it is handed to a page. */
export interface Given {
  readonly name: string;
  readonly body?: string | Uint8Array;
  /** Of the body, one after the other. */
  readonly times?: number;
  readonly isFolder?: boolean;
}

type Texts = Readonly<Record<string, string>>;

/** Drops files and texts on an element as a browser would; gives whether the page took them from it. */
export function drop(target: Locator, files: readonly Given[], texts: Texts = {}): Promise<boolean> {
  return target.evaluate(
    (element, [given, words]) => {
      const data = new DataTransfer();
      for (const { name, text, base64, times } of given) {
        const part = base64 === undefined ? text : Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        data.items.add(new File(Array<typeof part>(times).fill(part), name));
      }
      for (const [type, text] of Object.entries(words)) data.setData(type, text);
      const { webkitGetAsEntry } = DataTransferItem.prototype;
      const folders = new Set(given.filter(({ isFolder }) => isFolder).map(({ name }) => name));
      // A script can make no folder.
      DataTransferItem.prototype.webkitGetAsEntry = function entry(this: DataTransferItem) {
        return { isDirectory: folders.has(this.getAsFile()?.name ?? '') } as FileSystemEntry;
      };
      const isTaken = ['dragenter', 'dragover', 'drop'].map((name) => {
        const options = { bubbles: true, cancelable: true, composed: true, dataTransfer: data };
        return !element.dispatchEvent(new DragEvent(name, options));
      });
      DataTransferItem.prototype.webkitGetAsEntry = webkitGetAsEntry;
      return isTaken[1] === true && isTaken[2] === true;
    },
    [files.map(sent), texts] as const,
  );
}

function sent({ name, body = '', times = 1, isFolder = false }: Given) {
  return typeof body === 'string'
    ? { name, times, isFolder, text: body }
    : { name, times, isFolder, text: '', base64: Buffer.from(body).toString('base64') };
}

/** Pastes texts where an element is; gives whether the page took them. */
export function paste(target: Locator, texts: Texts): Promise<boolean> {
  return target.evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(words)) clipboardData.setData(type, text);
    const options = { bubbles: true, cancelable: true, composed: true, clipboardData };
    return !element.dispatchEvent(new ClipboardEvent('paste', options));
  }, texts);
}

/** A workbook of one sheet with these rows. */
export function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = (row: readonly string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  return xlsx({
    sheets: [{ name: 'One', xml: `<sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData>` }],
  });
}

export function gzipped(text: string): Uint8Array {
  return gzipSync(text);
}

export function zipped(name: string, text: string): Uint8Array {
  return zipSync({ [name]: strToU8(text) });
}

/** An archive of one file, whose list of contents says that it unpacks to so many bytes. */
export function zipSaying(name: string, bytes: number): Uint8Array {
  const zip = zipped(name, 'When,What\n2016-01-01,A call\n');
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  // The end of the archive says where its list of contents begins, an entry of which has the length at its byte 24.
  const list = view.getUint32(zip.length - 22 + 16, true);
  view.setUint32(list + 24, bytes, true);
  return zip;
}
