import { saveFile } from '../../ui/kit/save-file';

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
  /** What it is called where nobody says otherwise. */
  readonly name: string;
  readonly text: () => Promise<string>;
  /** The file it was saved as, as the browser kept it. */
  readonly before?: unknown;
  /** The window in which somebody asked for it: no other may ask for a place. */
  readonly home: Window;
}

/** How it was saved; `handle` where it can be written again. */
interface SavedFile {
  readonly name: string;
  readonly handle: unknown;
}

const TYPE = 'application/json';

/**
 * Writes over the same file again where the browser can and its reader lets it; else asks for a place, and where it can't
 * even ask, downloads. Undefined where somebody thought better of it.
 */
export async function saveAsFile({ name, text, before, home }: ToFile): Promise<SavedFile | undefined> {
  if (isHandle(before) && (await mayWrite(before)) && (await isWritten(before, text)))
    return { name: before.name, handle: before };
  const asked = await askForPlace(name, home);
  if (asked === 'nowhere') return undefined;
  if (asked !== undefined && (await isWritten(asked, text))) return { name: asked.name, handle: asked };
  saveFile(new File([await text()], name, { type: `${TYPE};charset=utf-8` }));
  return { name, handle: undefined };
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
async function isWritten(handle: FileHandle, text: () => Promise<string>): Promise<boolean> {
  try {
    const to = await handle.createWritable();
    await to.write(new Blob([await text()], { type: TYPE }));
    await to.close();
    return true;
  } catch {
    return false;
  }
}

/** Undefined where the browser can't ask, or may not here. */
async function askForPlace(suggestedName: string, home: Window): Promise<FileHandle | 'nowhere' | undefined> {
  const { showSaveFilePicker: ask }: Window & { showSaveFilePicker?: (options: object) => Promise<unknown> } = home;
  if (ask === undefined) return undefined;
  try {
    const types = [{ description: 'JSON', accept: { [TYPE]: ['.json'] } }];
    const handle = await ask.call(home, { suggestedName, types });
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
