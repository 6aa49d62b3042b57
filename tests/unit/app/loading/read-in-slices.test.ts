import { describe, expect, test } from 'vitest';
import { readInSlices } from '../../../../src/app/loading/read-in-slices';
import type { ReadInSlicesOptions, ReadingOutcome } from '../../../../src/app/loading/read-in-slices';
import { sourceFile } from '../../../../src/app/loading/open-source';
import type { TextData } from '../../../../src/app/loading/dataset-source';
import { andThen } from '../../../../src/base/awaitable';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { mappedPlan } from '../../../../src/formats/table/table-plan';
import { tableReader } from '../../../../src/formats/table/table-reader';
import { datasetHead } from '../../../../src/model/dataset-head';
import type { LoadProgress } from '../../../../src/state/view/timeline-state';

const translate = makeTranslate('en', english);
const header = 'date,title,who\n';
const line = (i: number): string => `2016-02-${String(1 + (i % 28)).padStart(2, '0')},Tïtle ${i},Actor ${i % 90}\n`;
const csvOf = (rows: number): string => header + Array.from({ length: rows }, (_, i) => line(i)).join('');

const plan = mappedPlan('rows.csv', datasetHead({ id: 'rows', title: 'Rows', actors: [] }), {
  date: 'date',
  title: 'title',
  actors: [{ column: 'who' }],
});

interface Heard {
  readonly progress: LoadProgress[];
  readonly parts: number[];
  readonly prepared: number[];
}

interface Load extends Heard {
  readonly stop: AbortController;
  readonly leave: AbortController;
  readonly outcome: Promise<ReadingOutcome>;
}

/**
 * Loads with a clock that goes a millisecond each time it is asked, so that slices end and progress is told, whatever
 * the machine.
 */
function load(data: TextData, parts: { readonly onPart?: (load: Load) => void; readonly step?: number } = {}): Load {
  let now = 0;
  const stop = new AbortController();
  const leave = new AbortController();
  const heard: Heard = { progress: [], parts: [], prepared: [] };
  const options: ReadInSlicesOptions = {
    translate,
    stop: stop.signal,
    signal: leave.signal,
    onProgress: (progress) => heard.progress.push(progress),
    onPart: ({ table }) => {
      heard.parts.push(table.size);
      parts.onPart?.(running);
    },
    prepare: [
      ({ size }) => void heard.prepared.push(size),
      function* second({ size }) {
        yield 0.5;
        heard.prepared.push(-size);
      },
    ],
    slices: { now: () => (now += parts.step ?? 0.01) },
  };
  const file = sourceFile(data, 'rows.csv', { stop: stop.signal, signal: leave.signal });
  const running: Load = {
    ...heard,
    stop,
    leave,
    outcome: andThen(file, (it) =>
      readInSlices({ reader: tableReader, files: [it], plan }, options),
    ) as Promise<ReadingOutcome>,
  };
  return running;
}

describe('rows', () => {
  test.each<[string, (csv: string) => TextData]>([
    ['a text', (csv) => csv],
    ['a file', (csv) => new Blob([csv])],
    ['a stream', (csv) => new Blob([csv]).stream()],
    ['a stream of single bytes', (csv) => bytewise(csv.slice(0, header.length + 400 * line(3).length))],
  ])('are read from %s', async (_, dataOf) => {
    const outcome = await load(dataOf(csvOf(2000))).outcome;
    expect(outcome.end === 'whole' && [outcome.made.table.titleAt(0), outcome.made.rejections.length > 1]).toEqual([
      'Tïtle 0',
      false,
    ]);
  });

  test('show a first part early, made ready like the whole, and then the whole', async () => {
    const { outcome, parts, prepared, progress } = load(csvOf(30_000), { step: 0.8 });
    const { end, made } = await outcome;
    expect([end, made?.table.size]).toEqual(['whole', 30_000]);
    expect(parts).toHaveLength(1);
    const [part = 0] = parts;
    expect(part >= 20_000 && part < 21_000).toBe(true);
    expect(prepared).toEqual([part, -part, 30_000, -30_000]);
    expect(progress.length).toBeGreaterThan(2);
    expect(
      progress.every(
        ({ done = 0, rows = 0 }, index) =>
          index === 0 || (done >= (progress[index - 1]!.done ?? 0) && rows >= (progress[index - 1]!.rows ?? 0)),
      ),
    ).toBe(true);
    expect(progress.at(-1)!.done!).toBeLessThanOrEqual(1);
  });

  test('come slowly: what is there is shown after a third of a second', async () => {
    const { outcome, parts } = load(csvOf(3000), { step: 10 });
    expect((await outcome).end).toBe('whole');
    expect(parts[0]!).toBeLessThan(2000);
  });

  test('that are few are shown once', async () => {
    const { outcome, parts } = load(csvOf(500));
    expect((await outcome).end).toBe('whole');
    expect(parts).toEqual([]);
  });

  test('stopped by the reader give what had come, and no fault of the file', async () => {
    const { outcome } = load(new Blob([csvOf(200_000)]), { onPart: ({ stop }) => stop.abort() });
    const result = await outcome;
    if (result.end !== 'stopped' || result.made === undefined) throw new Error(result.end);
    expect(result.rows).toBe(result.made.table.size);
    expect(result.rows >= 20_000 && result.rows < 200_000).toBe(true);
    expect(result.made.rejections).toEqual([]);
  });

  test('stopped before any came give nothing', async () => {
    const { outcome, stop } = load(new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) }));
    stop.abort();
    expect(await outcome).toEqual({ end: 'stopped', made: undefined, rows: 0 });
  });

  test('that nobody wants any more end without a word', async () => {
    const { outcome, leave } = load(csvOf(50_000), { onPart: (running) => running.leave.abort(new Error('gone')) });
    await expect(outcome).rejects.toThrow('gone');
    expect(leave.signal.aborted).toBe(true);
  });

  test('of which the connection breaks are those that came, with what happened', async () => {
    const bytes = new TextEncoder().encode(csvOf(40));
    let sent = false;
    const { outcome } = load(
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (sent) controller.error(new Error('line is dead'));
          else controller.enqueue(bytes);
          sent = true;
        },
      }),
    );
    const result = await outcome;
    if (result.end !== 'failed') throw new Error(result.end);
    expect([result.problem, result.made?.table.size]).toEqual([
      { kind: 'network', source: 'rows.csv', detail: 'line is dead' },
      40,
    ]);
    expect(result.made?.rejections.map(({ effect }) => effect)).toEqual(['cut-short']);
  });

  test('of a file that is too large are never begun', async () => {
    const blob = Object.defineProperty(new Blob(['x']), 'size', { value: 300_000_000 });
    expect(await load(blob).outcome).toMatchObject({
      end: 'failed',
      made: undefined,
      problem: { kind: 'too-large', source: 'rows.csv', detail: '300 MB > 200 MB' },
    });
  });

  test('under another header are refused in words', async () => {
    expect(await load('a,b\n1,2\n').outcome).toMatchObject({
      end: 'failed',
      made: undefined,
      problem: { kind: 'no-column', source: 'rows.csv' },
    });
  });

  test('of a stream that was read already can’t be had', async () => {
    const stream = new Blob([csvOf(3)]).stream();
    stream.getReader();
    expect(await load(stream).outcome).toMatchObject({ end: 'failed', problem: { kind: 'network' } });
  });
});

function bytewise(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += 1)));
      else controller.close();
    },
  });
}
