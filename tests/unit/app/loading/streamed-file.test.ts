import { describe, expect, test } from 'vitest';
import { streamedFile } from '../../../../src/app/loading/streamed-file';
import type { FileSignals } from '../../../../src/app/loading/streamed-file';
import { HEAD_BYTES } from '../../../../src/formats/source-file';
import type { SourceFile } from '../../../../src/formats/source-file';

const MOST = 10_000_000;
const made = (): FileSignals => ({ signal: new AbortController().signal, stop: new AbortController().signal });

async function headOf(file: SourceFile): Promise<Uint8Array> {
  const head = await file.head();
  if ('kind' in head) throw new Error(head.detail);
  return head;
}

async function partsOf(file: SourceFile): Promise<string> {
  const parts = await file.open(MOST);
  if ('kind' in parts) return parts.kind;
  let text = '';
  for (;;) {
    const part = await parts.next();
    if (part === undefined) return text;
    if (typeof part !== 'string') return part.kind;
    text += part;
  }
}

describe('a file whose bytes come part by part', () => {
  const text = `\uFEFF${'ä'.repeat(700_000)}\n${'z'.repeat(10)}`;
  const expected = text.slice(1);

  test('gives its head, and from there on all of it', async () => {
    const file = streamedFile(new Blob([text]).stream(), 'x', made());
    const head = await headOf(file);
    expect([head.length, head[0], head[3]]).toEqual([HEAD_BYTES, 0xef, 0xc3]);
    expect(await partsOf(file)).toBe(expected);
  });

  test('gives its text without anybody having looked at its head', async () => {
    expect(await streamedFile(new Blob([text]).stream(), 'x', made()).text(MOST)).toBe(expected);
  });

  test('is read a second time where it can be', async () => {
    const file = streamedFile(new Blob([text]), 'x', made());
    expect([await file.text(MOST), await partsOf(file), (await headOf(file)).length]).toEqual([
      expected,
      expected,
      HEAD_BYTES,
    ]);
    const once = streamedFile(new Blob(['ab']).stream(), 'x', made());
    expect([await partsOf(once), await partsOf(once)]).toEqual(['ab', 'network']);
  });

  test('has all of it in its head where it is short', async () => {
    expect(new TextDecoder().decode(await headOf(streamedFile(new Blob(['ab']), 'x', made())))).toBe('ab');
    expect((await headOf(streamedFile(new Blob([]), 'x', made()))).length).toBe(0);
  });

  test('that breaks off in its head says why', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('line is dead')),
    });
    expect(await streamedFile(broken, 'x', made()).head()).toEqual({
      kind: 'network',
      source: 'x',
      detail: 'line is dead',
    });
  });

  test('isn’t read where it is said to be longer than may be', async () => {
    const file = streamedFile(new Blob(['x'.repeat(3_000_000)]), 'x', made());
    await file.head();
    expect(await file.text(2_000_000)).toEqual({ kind: 'too-large', source: 'x', detail: '3 MB > 2 MB' });
  });

  test('is let go of when it isn’t wanted any more: its text rejects, and its stream is cancelled', async () => {
    const gone = new AbortController();
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: () => new Promise(() => undefined),
      cancel: () => {
        cancelled = true;
      },
    });
    const coming = streamedFile(stream, 'x', { ...made(), signal: gone.signal }).text(MOST);
    gone.abort(new Error('gone'));
    await expect(coming).rejects.toThrow('gone');
    expect(cancelled).toBe(true);
  });
});
