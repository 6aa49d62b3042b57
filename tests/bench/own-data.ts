import { english } from '../../src/base/messages/en';
import { runToEnd } from '../../src/base/steps';
import { makeTranslate } from '../../src/base/translate';
import { makeRecordSplitter } from '../../src/formats/table/record-splitter';
import { tableReader } from '../../src/formats/table/table-reader';
import { makeDateColumn } from '../../src/model/dates/reading/date-column';
import { makeTableBuilder } from '../../src/model/table-builder';
import { fileAtHand } from '../support/file-at-hand';
import type { OwnDataResult } from './results';
import { median } from './stats';

/** As the file readers have them. */
const PART_BYTES = 65_536;
const PIECE = 8192;
const RUNS = 5;
const PLACES = ['Russia', 'United States', 'France', 'Germany', 'Syria', 'Turkey', 'Iran', 'China', 'Jordan', 'Egypt'];

const rows = Number(process.argv[2]);
const text = makeCsv(rows);
const bytes = new TextEncoder().encode(text);
const days = text
  .split('\n')
  .slice(1, -1)
  .map((line) => line.slice(0, line.indexOf(',')));
const reads: Awaited<ReturnType<typeof readAll>>[] = [];
for (let run = 0; run < RUNS; run++) reads.push(await readAll());
const result: OwnDataResult = {
  rows,
  bytes: bytes.length,
  bytesMs: timeOnce(decodeAll),
  splitMs: timeOnce(splitAll),
  datesMs: timeOnce(readDays),
  wholeMs: median(reads.map(({ wholeMs }) => wholeMs)),
  firstMs: median(reads.map(({ firstMs }) => firstMs)),
  longestMs: median(reads.map(({ longestMs }) => longestMs)),
};
console.log(JSON.stringify(result));

/** A date of either order, a title, two names, an address; the same for the same number of rows. */
function makeCsv(count: number): string {
  let seed = 20_160_224;
  const next = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >>> 8) % most;
  };
  const place = (): string => PLACES[next(PLACES.length)] ?? '';
  let csv = 'Date,Title,Who,Link\n';
  for (let row = 0; row < count; row++) {
    const day = `${1 + next(28)}/${1 + next(12)}/${1990 + next(30)}`;
    csv += `${day},"Meeting ${row}, on ${place()}",${place()} and ${place()},https://example.org/news/${next(40_000)}\n`;
  }
  return csv;
}

function timeOnce(act: () => unknown): number {
  return median(
    Array.from({ length: RUNS }, () => {
      const began = performance.now();
      act();
      return performance.now() - began;
    }),
  );
}

function decodeAll(): number {
  const decoder = new TextDecoder();
  let length = 0;
  for (let at = 0; at < bytes.length; at += PART_BYTES)
    length += decoder.decode(bytes.subarray(at, at + PART_BYTES), { stream: true }).length;
  return length;
}

function splitAll(): number {
  let cells = 0;
  const splitter = makeRecordSplitter({
    delimiter: ',',
    onRecord: (record) => {
      cells += record.length;
    },
  });
  for (let at = 0; at < text.length; at += PIECE) splitter.push(text.slice(at, at + PIECE));
  splitter.finish();
  return cells;
}

function readDays(): unknown {
  const column = makeDateColumn({ languages: ['en'] });
  for (const day of days) column.add(day);
  return column.decide(2026);
}

/** From the file to a table that can be drawn: of the first records, and of all of them. */
async function readAll(): Promise<Pick<OwnDataResult, 'wholeMs' | 'firstMs' | 'longestMs'>> {
  const t = makeTranslate('en', english);
  const { signal } = new AbortController();
  const file = fileAtHand(bytes, { part: PART_BYTES });
  const into = makeTableBuilder();
  const began = performance.now();
  const survey = await tableReader.survey([file], { t, signal });
  if (survey?.ok !== true) throw new Error('The made table has no plan');
  let firstMs: number | undefined;
  let paused = performance.now();
  let longestMs = 0;
  await tableReader.read([file], survey.plan, {
    t,
    signal,
    stop: signal,
    into,
    onProgress: async () => {
      longestMs = Math.max(longestMs, performance.now() - paused);
      if (firstMs === undefined && into.size() > 0) {
        runToEnd(into.build());
        firstMs = performance.now() - began;
      }
      paused = performance.now();
    },
  });
  const { table } = runToEnd(into.build());
  const wholeMs = performance.now() - began;
  if (table.size !== rows) throw new Error(`${table.size} events of ${rows} rows`);
  return { wholeMs, firstMs: firstMs ?? wholeMs, longestMs };
}
