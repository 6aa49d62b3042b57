import { lazyCode } from '../../base/lazy-code';
import type { Awaitable } from '../../base/awaitable';
import { MOST_JSON_BYTES } from '../../formats/json/read-dataset';
import { HEAD_BYTES } from '../../formats/source-file';
import type { SourceFile } from '../../formats/source-file';
import type { LoadProblem } from '../../model/load-problem';
import type { TextData } from './dataset-source';
import { fetchAllowed } from './fetch-allowed';
import type { FileSignals } from './streamed-file';

/** What reads part by part: a page with a dataset of its own does without. */
const STREAMED = lazyCode(() =>
  import('./streamed-file').then(({ fileBeside, partsOfText, streamedFile }) => ({
    fileBeside,
    partsOfText,
    streamedFile,
  })),
);

/** A file for readers of formats; `name` is what a reader of the page calls it. Rejects with `CodeMissing`. */
export function sourceFile(data: TextData, name: string, signals: FileSignals): Awaitable<SourceFile> {
  return typeof data === 'string'
    ? textFile(data, name, signals)
    : STREAMED.load().then(({ streamedFile }) => streamedFile(data, name, signals));
}

/**
 * A file on the page's own host, all of it: nothing is known of a file before it is here, and larger ones than a dataset
 * can be are none. Never rejects but for an abort; the world failing is a LoadProblem.
 */
export async function fetchFile(address: string, signals: FileSignals): Promise<SourceFile | LoadProblem> {
  const response = await fetchAllowed(address, signals.signal);
  if (!(response instanceof Response)) return response;
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length > MOST_JSON_BYTES) return { kind: 'too-large', source: address, detail: `${Math.round(length / 1e6)} MB` };
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    const file = textFile(new TextDecoder().decode(bytes), address, signals);
    return { ...file, head: () => bytes.subarray(0, HEAD_BYTES) };
  } catch (error) {
    return { kind: 'network', source: address, detail: error instanceof Error ? error.message : String(error) };
  }
}

function textFile(text: string, name: string, signals: FileSignals): SourceFile {
  return {
    name,
    head: () => new TextEncoder().encode(text.slice(0, HEAD_BYTES)).subarray(0, HEAD_BYTES),
    text: () => text,
    open: () => STREAMED.load().then(({ partsOfText }) => partsOfText(text)),
    beside: (address) => STREAMED.load().then(({ fileBeside }) => fileBeside(address, name, signals)),
  };
}
