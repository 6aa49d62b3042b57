import type { FileKind } from '../../ui/context/keep-services';
import { saveFile } from '../../ui/kit/save-file';
import { isFramed } from '../address-bar';
import { fileText } from '../opening/file-names';

/** A file that the browser lets a page write again (File System Access). */
interface FileHandle {
  readonly name: string;
  readonly createWritable: () => Promise<{
    readonly write: (data: Blob) => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
  readonly queryPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<string>;
  readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<string>;
}

/** What becomes a file. */
interface ToFile {
  /** What it is called where nobody says otherwise, without its ending. */
  readonly stem: string;
  readonly text: (kind: FileKind) => Promise<string>;
  /** Undefined where whoever is asked for the place says it, or the file before does. */
  readonly kind: FileKind | undefined;
  /** The name of the file it was saved as before. */
  readonly last: string | undefined;
  /** That file, as the browser kept it. */
  readonly before: unknown;
  /** How a notebook's text is called among the types of files. */
  readonly textType: string;
  /** The window in which somebody asked for it: no other may ask for a place. */
  readonly home: Window;
}

/** How it was saved; `handle` where it can be written again. */
interface SavedFile {
  readonly name: string;
  readonly handle: unknown;
}

const TYPES = { json: 'application/json', txt: 'text/plain' } as const satisfies Record<FileKind, string>;

/**
 * Writes over the same file again where the browser can, its reader lets it and no other kind is asked for; else asks for
 * a place, and where it can't even ask, downloads. Undefined where somebody thought better of it.
 */
export async function saveAsFile(file: ToFile): Promise<SavedFile | undefined> {
  const { before, last, stem, text } = file;
  const isOver = isHandle(before) && (file.kind === undefined || kindOf(before.name) === file.kind);
  if (isOver && (await mayWrite(before)) && (await isWritten(before, text)))
    return { name: before.name, handle: before };
  const kind = file.kind ?? kindOf(last ?? '');
  const asked = await askForPlace(file, kind);
  if (asked === 'nowhere') return undefined;
  if (asked !== undefined && (await isWritten(asked, text))) return { name: asked.name, handle: asked };
  const name = `${stem}.${kind}`;
  saveFile(fileText(await text(kind), name, TYPES[kind]));
  return { name, handle: undefined };
}

/** Whether somebody is asked where the file shall be, and of which kind. */
export function asksForPlace(home: Window): boolean {
  return 'showSaveFilePicker' in home && !isFramed();
}

function kindOf(name: string): FileKind {
  return /\.txt$/i.test(name) ? 'txt' : 'json';
}

async function mayWrite(handle: FileHandle): Promise<boolean> {
  const wanted = { mode: 'readwrite' } as const;
  try {
    if ((await handle.queryPermission?.(wanted)) === 'granted') return true;
    return (await handle.requestPermission?.(wanted)) === 'granted';
  } catch {
    return false;
  }
}

/** False where the file has gone, or the disk is full. */
async function isWritten(handle: FileHandle, text: ToFile['text']): Promise<boolean> {
  const kind = kindOf(handle.name);
  try {
    const to = await handle.createWritable();
    await to.write(new Blob([await text(kind)], { type: TYPES[kind] }));
    await to.close();
    return true;
  } catch {
    return false;
  }
}

/** Undefined where the browser can't ask, or may not here. */
async function askForPlace(
  { stem, textType, home }: ToFile,
  kind: FileKind,
): Promise<FileHandle | 'nowhere' | undefined> {
  const { showSaveFilePicker: ask }: Window & { showSaveFilePicker?: (options: object) => Promise<unknown> } = home;
  if (ask === undefined) return undefined;
  const json = { description: 'JSON', accept: { [TYPES.json]: ['.json'] } };
  const txt = { description: textType, accept: { [TYPES.txt]: ['.txt'] } };
  try {
    const types = kind === 'json' ? [json, txt] : [txt, json];
    const handle = await ask.call(home, { suggestedName: `${stem}.${kind}`, types });
    return isHandle(handle) ? handle : undefined;
  } catch (error) {
    // Another window has an exception of its own.
    return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError'
      ? 'nowhere'
      : undefined;
  }
}

function isHandle(value: unknown): value is FileHandle {
  return typeof value === 'object' && value !== null && 'createWritable' in value && 'name' in value;
}
