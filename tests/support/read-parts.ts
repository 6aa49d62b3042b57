import type { SourceFile } from '../../src/formats/source-file';
import type { LoadProblem } from '../../src/model/load-problem';

/** All bytes of a file as they come, and why there are no more; `largest` is the largest part. */
export async function bytesOf(
  file: SourceFile,
  mostBytes = Infinity,
): Promise<{ bytes: Uint8Array; problem: LoadProblem | undefined; parts: number; largest: number }> {
  const opened = await file.bytes(mostBytes);
  if ('kind' in opened) return { bytes: new Uint8Array(0), problem: opened, parts: 0, largest: 0 };
  const chunks: Uint8Array[] = [];
  let problem: LoadProblem | undefined;
  for (;;) {
    const chunk = await opened.next();
    if (chunk === undefined) break;
    if ('kind' in chunk) {
      problem = chunk;
      break;
    }
    chunks.push(chunk);
  }
  return {
    bytes: new Uint8Array(Buffer.concat(chunks)),
    problem,
    parts: chunks.length,
    largest: Math.max(0, ...chunks.map(({ length }) => length)),
  };
}
