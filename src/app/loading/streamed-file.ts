import { parseUrl } from '../../base/parse-url';
import { HEAD_BYTES } from '../../formats/source-file';
import type { ByteParts, SourceFile, TextParts } from '../../formats/source-file';
import type { LoadProblem } from '../../model/load-problem';
import type { TextData } from './dataset-source';
import { eitherSignal } from './either-signal';
import { fetchAllowed } from './fetch-allowed';

export interface FileSignals {
  /** Ends all that is done with a file. */
  readonly signal: AbortSignal;
  /** Ends reading it part by part; a text that is wanted whole then rejects with its reason. */
  readonly stop: AbortSignal;
  /** Told how many bytes of a text that is wanted whole have come, and of how many; undefined where nobody says that. */
  readonly heard?: (bytes: number, of: number | undefined) => void;
}

/** A file whose bytes come part by part; nothing is asked for before a reader of formats asks. */
export function streamedFile(data: Exclude<TextData, string>, name: string, signals: FileSignals): SourceFile {
  return {
    name,
    beside: (address) => fileBeside(address, name, signals),
    ...bytesToCome(() => openBytes(data, name, signals), signals, name),
  };
}

/** The file at an address from another's. */
export function fileBeside(address: string, other: string, signals: FileSignals): SourceFile {
  return streamedFile({ address: besides(address, other) }, address, signals);
}

/** The address of a file beside another. */
function besides(address: string, other: string): string {
  return parseUrl(address, parseUrl(other, location.href) ?? location.href)?.href ?? address;
}

/** A text at hand, as the bytes of UTF-8. */
export function bytesOfText(text: string): ByteParts {
  const { next, ...parts } = partsOfText(text);
  const encoder = new TextEncoder();
  return {
    ...parts,
    next: async () => {
      const part = await next();
      return typeof part === 'string' ? encoder.encode(part) : part;
    },
  };
}

/** As long as the parts that a network hands over. */
const PART = 65_536;

/** A text at hand, as if it came. */
export function partsOfText(text: string): TextParts {
  let at = 0;
  return {
    next: () => {
      const part = at < text.length ? text.slice(at, at + PART) : undefined;
      at += PART;
      return Promise.resolve(part);
    },
    done: () => (text === '' ? undefined : Math.min(at / text.length, 1)),
    close: () => {
      at = text.length;
    },
  };
}

/**
 * A file's bytes are opened for its head, and whoever reads it first goes on from there; for a second reading they are
 * opened anew.
 */
function bytesToCome(
  open: () => Promise<OpenBytes | LoadProblem>,
  { signal, stop, heard }: FileSignals,
  name: string,
): Pick<SourceFile, 'head' | 'text' | 'open' | 'bytes'> {
  let peeked: Promise<OpenBytes | LoadProblem> | undefined;
  let head = new Uint8Array(0);
  const within = async (mostBytes: number): Promise<OpenBytes | LoadProblem> => {
    const bytes = await (peeked ?? open());
    peeked = undefined;
    if ('kind' in bytes || bytes.length === undefined || bytes.length <= mostBytes) return bytes;
    bytes.close();
    return tooLarge(bytes.length, mostBytes, name);
  };
  const parts = async (mostBytes: number): Promise<TextParts | LoadProblem> => {
    const bytes = await within(mostBytes);
    return 'kind' in bytes ? bytes : textParts(bytes, mostBytes, name, heard);
  };
  return {
    head: async () => {
      peeked ??= open().then(async (bytes) => {
        if ('kind' in bytes) return bytes;
        const chunks = await firstChunks(bytes);
        if (!Array.isArray(chunks)) return chunks;
        head = joinedHead(chunks);
        return { ...bytes, next: () => Promise.resolve(chunks.shift() ?? bytes.next()) };
      });
      const bytes = await peeked;
      return 'kind' in bytes ? bytes : head;
    },
    text: async (mostBytes) => {
      const opened = await parts(mostBytes);
      if ('kind' in opened) return opened;
      let text = '';
      for (;;) {
        const part = await opened.next();
        signal.throwIfAborted();
        stop.throwIfAborted();
        if (part === undefined) return text;
        if (typeof part !== 'string') return part;
        text += part;
      }
    },
    open: parts,
    bytes: async (mostBytes) => {
      const bytes = await within(mostBytes);
      return 'kind' in bytes ? bytes : countedBytes(bytes, mostBytes, name, heard);
    },
  };
}

async function firstChunks(bytes: OpenBytes): Promise<Uint8Array[] | LoadProblem> {
  const chunks: Uint8Array[] = [];
  for (let count = 0; count < HEAD_BYTES;) {
    const chunk = await bytes.next();
    if (chunk === undefined) break;
    if ('kind' in chunk) return chunk;
    chunks.push(chunk);
    count += chunk.length;
  }
  return chunks;
}

function joinedHead(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(
    Math.min(
      HEAD_BYTES,
      chunks.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  let at = 0;
  for (const chunk of chunks) {
    head.set(chunk.subarray(0, head.length - at), at);
    at += chunk.length;
  }
  return head;
}

/** Bytes that are being read. */
interface OpenBytes extends Pick<ByteParts, 'next' | 'close'> {
  /** How many there are; undefined where nobody says it. */
  readonly length: number | undefined;
}

async function openBytes(
  data: Exclude<TextData, string>,
  name: string,
  signals: FileSignals,
): Promise<OpenBytes | LoadProblem> {
  if (data instanceof Blob) return byteParts(data.stream(), data.size, name, signals);
  if (data instanceof ReadableStream)
    return data.locked
      ? { kind: 'network', source: name, detail: 'the stream was read already' }
      : byteParts(data, undefined, name, signals);
  const response = await fetchAllowed(data.address, eitherSignal(signals.signal, signals.stop));
  if (!(response instanceof Response)) return response;
  return byteParts(response.body ?? new Blob([]).stream(), lengthOf(response), name, signals);
}

/** Of what comes out of the stream: a compressed answer says the length of something else. */
function lengthOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  const encoding = headers.get('content-encoding') ?? 'identity';
  return length === null || encoding !== 'identity' ? undefined : Number(length);
}

function byteParts(
  stream: ReadableStream<Uint8Array>,
  length: number | undefined,
  name: string,
  { signal, stop }: FileSignals,
): OpenBytes {
  const reader = stream.getReader();
  let isOver = false;
  const close = (): void => {
    isOver = true;
    // What it rejects with is what `next` tells.
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', close, { once: true });
  stop.addEventListener('abort', close, { once: true });
  if (signal.aborted || stop.aborted) close();
  return {
    length,
    close,
    next: async () => {
      if (isOver) return undefined;
      try {
        const { value, done } = await reader.read();
        if (isOver) return undefined;
        isOver = done;
        return value;
      } catch (error) {
        if (isOver) return undefined;
        return { kind: 'network', source: name, detail: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function tooLarge(bytes: number, mostBytes: number, name: string): LoadProblem {
  return { kind: 'too-large', source: name, detail: `${Math.ceil(bytes / 1e6)} MB > ${mostBytes / 1e6} MB` };
}

/** A host may say less than it sends, or nothing, or send for ever: what comes is counted. */
function countedBytes(
  { next, length, close }: OpenBytes,
  mostBytes: number,
  name: string,
  heard: FileSignals['heard'],
): ByteParts {
  let read = 0;
  return {
    done: () => (length === undefined || length === 0 ? undefined : Math.min(read / length, 1)),
    close,
    next: async () => {
      const bytes = await next();
      if (bytes === undefined || 'kind' in bytes) return bytes;
      read += bytes.length;
      if (read > mostBytes) {
        close();
        return tooLarge(read, mostBytes, name);
      }
      heard?.(read, length);
      return bytes;
    },
  };
}

function textParts(bytes: OpenBytes, mostBytes: number, name: string, heard: FileSignals['heard']): TextParts {
  const { next, ...parts } = countedBytes(bytes, mostBytes, name, heard);
  const decoder = new TextDecoder();
  return {
    ...parts,
    next: async () => {
      const part = await next();
      if (part === undefined) return decoder.decode() || undefined;
      return 'kind' in part ? part : decoder.decode(part, { stream: true });
    },
  };
}
