import type { Awaitable } from '../../base/awaitable';
import { lazyCode } from '../../base/lazy-code';
import { HEAD_BYTES } from '../../formats/source-file';
import type { SourceFile } from '../../formats/source-file';
import type { TextData } from './dataset-source';
import type { FileSignals } from './streamed-file';

/** What reads part by part: a page with a dataset of its own does without. */
const STREAMED = lazyCode(() =>
  import('./streamed-file').then(({ bytesOfText, fileBeside, partsOfText, streamedFile }) => ({
    bytesOfText,
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

function textFile(text: string, name: string, signals: FileSignals): SourceFile {
  return {
    name,
    head: () => new TextEncoder().encode(text.slice(0, HEAD_BYTES)).subarray(0, HEAD_BYTES),
    text: () => text,
    open: () => STREAMED.load().then(({ partsOfText }) => partsOfText(text)),
    bytes: () => STREAMED.load().then(({ bytesOfText }) => bytesOfText(text)),
    beside: (address) => STREAMED.load().then(({ fileBeside }) => fileBeside(address, name, signals)),
  };
}
