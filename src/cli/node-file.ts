import { promises } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileOfBytes } from '../formats/file-of-bytes';
import type { SizedParts } from '../formats/file-of-bytes';
import { PACKED_LIMITS } from '../formats/packed/packed-limits';
import type { SourceFile } from '../formats/source-file';
import type { LoadProblem } from '../model/load-problem';

const PART = 65_536;

/** A file of the disk for readers of formats, by its path from the working directory; `-` is standard input. */
export function nodeFile(path: string, signal: AbortSignal): SourceFile {
  return fileOfBytes({
    name: path === '-' ? 'stdin' : path,
    open: path === '-' ? standardInput() : () => openPath(path),
    beside: (address) => nodeFile(path === '-' ? address : besides(address, path), signal),
    signal,
  });
}

/** Told as people know it: from the same folder as the file that names it. */
function besides(address: string, path: string): string {
  const folder = dirname(path);
  return folder === '.' && !path.startsWith('.') ? address : `${folder}/${address}`;
}

async function openPath(path: string): Promise<SizedParts | LoadProblem> {
  try {
    const { size, isFolder } = await promises.stat(resolve(path)).then((found) => ({
      size: found.isFile() ? found.size : undefined,
      isFolder: found.isDirectory(),
    }));
    if (isFolder) return { kind: 'missing', source: path, detail: 'EISDIR: it is a folder' };
    return partsOf(await promises.open(resolve(path)), size, path);
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(source: string, error: unknown): LoadProblem {
  return { kind: 'missing', source, detail: error instanceof Error ? error.message : String(error) };
}

/** `size`: undefined of what isn't a file with an end, like a pipe. */
function partsOf(handle: promises.FileHandle, size: number | undefined, path: string): SizedParts {
  let read = 0;
  let isOver = false;
  const close = (): void => {
    if (isOver) return;
    isOver = true;
    // All that could be read has been.
    handle.close().catch(() => undefined);
  };
  return {
    length: size,
    done: () => (size === undefined || size === 0 ? undefined : Math.min(read / size, 1)),
    close,
    next: async () => {
      if (isOver) return undefined;
      try {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(PART), 0, PART);
        read += bytesRead;
        if (bytesRead > 0) return buffer.subarray(0, bytesRead);
        close();
        return undefined;
      } catch (error) {
        close();
        return unreadable(path, error);
      }
    },
  };
}

/** What comes in is kept, since it may be looked at more than once. */
function standardInput(): () => Promise<SizedParts | LoadProblem> {
  let chunks: Promise<readonly Uint8Array[] | LoadProblem> | undefined;
  return async () => {
    chunks ??= readStandardInput();
    const found = await chunks;
    if ('kind' in found) return found;
    const rest = [...found];
    const length = found.reduce((sum, chunk) => sum + chunk.length, 0);
    let read = 0;
    return {
      length,
      done: () => (length === 0 ? undefined : read / length),
      close: () => {
        rest.length = 0;
      },
      next: async () => {
        const chunk = rest.shift();
        read += chunk?.length ?? 0;
        return chunk;
      },
    };
  };
}

async function readStandardInput(): Promise<readonly Uint8Array[] | LoadProblem> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Uint8Array);
      length += (chunk as Uint8Array).length;
      if (length > PACKED_LIMITS.unpacked)
        return { kind: 'too-large', source: 'stdin', detail: `> ${PACKED_LIMITS.unpacked / 1e6} MB` };
    }
    return chunks;
  } catch (error) {
    return unreadable('stdin', error);
  }
}
