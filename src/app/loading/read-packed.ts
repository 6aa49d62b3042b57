import { UNPACKING } from '../../formats/lazy-readers';
import type { UnpackOptions } from '../../formats/packed/unpacked';
import type { Reading } from '../../formats/reader';
import type { SourceFile } from '../../formats/source-file';
import type { LoadProblem } from '../../model/load-problem';
import type { Awaitable } from '../../base/awaitable';

/** What reads a packed file: the first of the files in it that can be read; where none can, why the first can't. */
export async function readingOfPacked<Found extends Reading>(
  file: SourceFile,
  options: UnpackOptions,
  readingOf: (part: SourceFile) => Awaitable<Found | LoadProblem>,
): Promise<Found | LoadProblem> {
  const unpack = await UNPACKING.load();
  const files = await unpack(file, options);
  if (files === undefined || 'kind' in files) return files ?? { kind: 'damaged', source: file.name, detail: '' };
  let problem: LoadProblem | undefined;
  for (const part of files) {
    const found = await readingOf(part);
    if (!('kind' in found)) return found;
    problem ??= found;
  }
  return problem ?? { kind: 'archive', source: file.name, detail: '' };
}
