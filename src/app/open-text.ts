import type { LoadProblem } from '../state/view/timeline-state';
import { fetchAllowed } from './fetch-allowed';

/** A text that may be long: at hand, a file, a stream of UTF-8, or an address on the page's own host. */
export type TextData = string | Blob | ReadableStream<Uint8Array> | { readonly address: string };

/** A text that is being read part by part. */
export interface OpenedText {
  /** The next part; undefined at the end and once reading was stopped, or why there is no more. */
  readonly next: () => Promise<string | LoadProblem | undefined>;
  /** Share that was read, 0 to 1; undefined where nobody says how long it is. */
  readonly done: () => number | undefined;
  /** Lets go of it before its end. */
  readonly close: () => void;
}

export interface OpenTextOptions {
  /** Either of them ends reading. */
  readonly signal: AbortSignal;
  readonly stop: AbortSignal;
  readonly mostBytes: number;
}

/**
 * Opens a text; a LoadProblem where it can't be had, or is said to be longer than `mostBytes`. `name` is what a reader
 * calls it.
 */
export async function openText(
  data: TextData,
  name: string,
  options: OpenTextOptions,
): Promise<OpenedText | LoadProblem> {
  if (typeof data === 'string') return openString(data);
  if (data instanceof Blob)
    return data.size > options.mostBytes
      ? tooLarge(name, data.size, options)
      : openStream(data.stream(), data.size, name, options);
  if (data instanceof ReadableStream && data.locked)
    return { kind: 'network', source: name, detail: 'the stream was read already' };
  if (data instanceof ReadableStream) return openStream(data, undefined, name, options);
  const either = eitherSignal(options);
  const response = await fetchAllowed(data.address, either);
  if (!(response instanceof Response)) return response;
  const bytes = lengthOf(response);
  if (bytes !== undefined && bytes > options.mostBytes) {
    void response.body?.cancel();
    return tooLarge(name, bytes, options);
  }
  return response.body === null ? openString('') : openStream(response.body, bytes, name, options);
}

function tooLarge(name: string, bytes: number, { mostBytes }: OpenTextOptions): LoadProblem {
  return { kind: 'too-large', source: name, detail: `${Math.ceil(bytes / 1e6)} MB > ${mostBytes / 1e6} MB` };
}

/** Of what comes out of the stream: a compressed answer says the length of something else. */
function lengthOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  const encoding = headers.get('content-encoding') ?? 'identity';
  return length === null || encoding !== 'identity' ? undefined : Number(length);
}

/** As long as the parts that a network hands over. */
const PART = 65_536;

function openString(text: string): OpenedText {
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

function openStream(
  stream: ReadableStream<Uint8Array>,
  bytes: number | undefined,
  name: string,
  { signal, stop }: OpenTextOptions,
): OpenedText {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let read = 0;
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
    done: () => (bytes === undefined || bytes === 0 ? undefined : Math.min(read / bytes, 1)),
    close,
    next: async () => {
      if (isOver) return undefined;
      try {
        const { value, done } = await reader.read();
        if (isOver) return undefined;
        read += value?.length ?? 0;
        isOver = done;
        return decoder.decode(value, { stream: !done });
      } catch (error) {
        if (isOver) return undefined;
        return { kind: 'network', source: name, detail: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function eitherSignal({ signal, stop }: OpenTextOptions): AbortSignal {
  const either = new AbortController();
  for (const one of [signal, stop]) {
    if (one.aborted) either.abort(one.reason);
    one.addEventListener('abort', () => either.abort(one.reason), { once: true });
  }
  return either.signal;
}
