import { makeSlices } from '../base/slices';
import type { Awaitable } from '../base/awaitable';
import type { LoadProblem } from '../model/load-problem';
import { HEAD_BYTES } from './source-file';
import type { ByteParts, SourceFile, TextParts } from './source-file';

export interface BytesOptions {
  readonly name: string;
  /** Opens the bytes anew each time, or says why that can't be. */
  readonly open: () => Awaitable<SizedParts | LoadProblem>;
  readonly beside: SourceFile['beside'];
  /** Ends all that is done with the file. */
  readonly signal: AbortSignal;
  /** Ends reading it part by part; a text that is wanted whole then rejects with its reason. */
  readonly stop?: AbortSignal | undefined;
}

export interface SizedParts extends ByteParts {
  /** How many bytes there are; undefined where nobody says it. */
  readonly length: number | undefined;
}

/** Of fewer bytes before a fault nobody can tell what the file was to be: then the fault is what is told of it. */
const LEAST_TELLING = 1000;

/**
 * A file over bytes that come part by part. Its head is the beginning of the first reading, which goes on from there; a
 * second one opens them anew. What comes is counted, whatever it said before.
 */
export function fileOfBytes({ name, open, beside, signal, stop }: BytesOptions): SourceFile {
  let peeked: Promise<SizedParts | LoadProblem> | undefined;
  let head: Uint8Array | undefined;
  const within = async (mostBytes: number): Promise<ByteParts | LoadProblem> => {
    const parts = await (peeked ?? open());
    peeked = undefined;
    return 'kind' in parts ? parts : counted(parts, mostBytes, name);
  };
  const textParts = async (mostBytes: number): Promise<TextParts | LoadProblem> => {
    const parts = await within(mostBytes);
    return 'kind' in parts ? parts : decoded(parts);
  };
  return {
    name,
    beside,
    bytes: within,
    open: textParts,
    head: async () => {
      if (head !== undefined) return head;
      const parts = await open();
      if ('kind' in parts) return parts;
      const chunks = await firstChunks(parts);
      const last = chunks.at(-1);
      head = joinedUpTo(
        chunks.filter((chunk): chunk is Uint8Array => !('kind' in chunk)),
        HEAD_BYTES,
      );
      if (last !== undefined && 'kind' in last && head.length < LEAST_TELLING) {
        head = undefined;
        return last;
      }
      peeked = Promise.resolve({ ...parts, next: async () => chunks.shift() ?? parts.next() });
      return head;
    },
    text: async (mostBytes) => {
      const parts = await textParts(mostBytes);
      if ('kind' in parts) return parts;
      const slices = makeSlices({ signal });
      let text = '';
      for (;;) {
        const part = await slices.wait(parts.next());
        stop?.throwIfAborted();
        if (part === undefined) return text;
        if (typeof part !== 'string') return part;
        text += part;
        await slices.breathe();
      }
    },
  };
}

/** What is wrong further on is one of them: it is told where reading comes to it. */
async function firstChunks(parts: ByteParts): Promise<(Uint8Array | LoadProblem)[]> {
  const chunks: (Uint8Array | LoadProblem)[] = [];
  for (let count = 0; count < HEAD_BYTES;) {
    const chunk = await parts.next();
    if (chunk === undefined) break;
    chunks.push(chunk);
    if ('kind' in chunk) break;
    count += chunk.length;
  }
  return chunks;
}

function joinedUpTo(chunks: readonly Uint8Array[], most: number): Uint8Array {
  const all = new Uint8Array(
    Math.min(
      most,
      chunks.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk.subarray(0, all.length - at), at);
    at += chunk.length;
  }
  return all;
}

function tooLarge(bytes: number, mostBytes: number, name: string): LoadProblem {
  return { kind: 'too-large', source: name, detail: `${Math.ceil(bytes / 1e6)} MB > ${mostBytes / 1e6} MB` };
}

function counted(parts: SizedParts, mostBytes: number, name: string): ByteParts | LoadProblem {
  const { next, length, close, done } = parts;
  if (length !== undefined && length > mostBytes) {
    close();
    return tooLarge(length, mostBytes, name);
  }
  let read = 0;
  return {
    done,
    close,
    next: async () => {
      const bytes = await next();
      if (bytes === undefined || 'kind' in bytes) return bytes;
      read += bytes.length;
      if (read <= mostBytes) return bytes;
      close();
      return tooLarge(read, mostBytes, name);
    },
  };
}

function decoded({ next, ...parts }: ByteParts): TextParts {
  const decoder = new TextDecoder();
  let isOver = false;
  return {
    ...parts,
    next: async () => {
      if (isOver) return undefined;
      const part = await next();
      if (part !== undefined && 'kind' in part) return part;
      if (part !== undefined) return decoder.decode(part, { stream: true });
      isOver = true;
      return decoder.decode() || undefined;
    },
  };
}
