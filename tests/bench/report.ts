import type { BenchResults, Machine, MicroResult, OwnDataResult, PageResult, ThrottledResult } from './results';

/**
 * The marked parts of docs/performance.md, as Markdown, by the name of their mark; parts that weren't measured are
 * missing.
 */
export function reportParts(results: BenchResults): ReadonlyMap<string, string> {
  const { machine, micro, page, throttled, ownData, growth } = results;
  const parts = new Map([['machine', machineTable(machine)]]);
  const goals = goalsTable(results);
  if (goals !== undefined) parts.set('goals', goals);
  if (page !== undefined) parts.set('page', pageTables(page));
  if (throttled !== undefined) parts.set('throttled', throttledTable(throttled));
  if (micro !== undefined) parts.set('micro', microTable(micro));
  if (ownData !== undefined) parts.set('own-data', ownDataTable(ownData));
  if (growth.length > 0) {
    parts.set(
      'growth',
      table(
        ['cost', 'exponent, all sizes', 'from 10,000 on'],
        growth.map(({ what, exponent, exponentFull }) => [what, power(exponent), power(exponentFull)]),
      ),
    );
  }
  return parts;
}

/**
 * Puts each part between its marks (`<!-- bench:page -->` and `<!-- /bench:page -->`); what a person wrote around them
 * stays.
 */
export function withParts(text: string, parts: ReadonlyMap<string, string>): string {
  let written = text;
  for (const [name, part] of parts) {
    const [from, to] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
    const start = written.indexOf(from);
    const end = written.indexOf(to);
    if (start < 0 || end < start) throw new Error(`The text has no place for "${name}": ${from} ... ${to}`);
    written = `${written.slice(0, start + from.length)}\n${part}\n${written.slice(end)}`;
  }
  return written;
}

function machineTable(machine: Machine): string {
  const rows = [
    ['processor', `${machine.processor}, ${machine.cores} cores`],
    ['memory', `${machine.memoryGb} GB`],
    ['system', machine.system],
    ['load before', machine.loadBefore.toFixed(1)],
    ['Node', machine.node],
    ['browser', machine.browser],
    ['drawing', machine.drawing],
  ];
  return table(
    ['machine', ''],
    rows.flatMap(([name = '', value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const GOAL_SIZE = 500_000;

/** What was aimed at beside what came out; undefined where the size of the goals wasn't measured. */
function goalsTable({ page, throttled }: BenchResults): string | undefined {
  const at = page?.[GOAL_SIZE];
  if (at === undefined) return undefined;
  const row = (what: string, goal: number, unit: string, value: number): string[] => [
    what,
    `${goal} ${unit}`,
    `${value.toFixed(1)} ${unit}`,
    value <= goal + 0.1 ? 'yes' : '**no**',
  ];
  return table(
    ['at 500,000 events', 'goal', 'measured', 'met'],
    [
      row('mount', 250, 'ms', at.mount),
      row('zoom, 95 % of frames', 16.7, 'ms', at.zoom.frame.p95),
      row('pan, 95 % of frames', 16.7, 'ms', at.pan.frame.p95),
      row('one actor, painted within (95 %)', 2, 'frames', framesOf(at.filter.p95)),
      row('memory', 100, 'MB', (at.heap.usedBytes + at.heap.backingBytes) / 1e6),
      row('buttons stand after the last move of a drag', 100, 'ms', at.pan.settleMs),
      row(
        'buttons stand after the last turn of the wheel (its gesture ends 150 ms later)',
        250,
        'ms',
        at.zoom.settleMs,
      ),
      ...(throttled === undefined
        ? []
        : [row('5,000 events, processor slowed 4 times: input to paint, 95 %', 50, 'ms', throttled.all.p95)]),
    ],
  );
}

function ownDataTable({ rows, bytes, bytesMs, splitMs, datesMs, wholeMs, firstMs, longestMs }: OwnDataResult): string {
  const row = (what: string, time: number): string[] => [what, ms(time), `${(time / bytesMs).toFixed(1)}x`];
  return table(
    [`${events(String(rows))} rows, ${megabytes(bytes)}`, 'ms', 'of reading the bytes'],
    [
      row('reading the bytes', bytesMs),
      row('splitting into records', splitMs),
      row('reading the dates', datesMs),
      row('all of it: survey, events, table', wholeMs),
      [
        `first table to draw: ${((100 * firstMs) / wholeMs).toFixed(0)} % of all`,
        ms(firstMs),
        `${(firstMs / bytesMs).toFixed(1)}x`,
      ],
      row('longest stretch of reading without a pause', longestMs),
    ],
  );
}

function pageTables(page: Readonly<Record<number, PageResult>>): string {
  const all = Object.entries(page);
  const rowsOf = (cells: (result: PageResult) => readonly string[]) =>
    all.map(([size, result]) => [events(size)].concat(cells(result)));
  const frames = table(
    ['events', 'zoom: median', '95 %', '99 %', 'most', 'pan: median', '95 %', '99 %', 'most'],
    rowsOf(({ zoom, pan }) =>
      [zoom, pan].flatMap(({ frame }) => [frame.median, frame.p95, frame.p99, frame.max].map(ms)),
    ),
  );
  const script = table(
    [
      'events',
      'zoom: script median',
      '95 %',
      'all tasks, mean',
      'settles after',
      'pan: script median',
      '95 %',
      'all tasks, mean',
      'settles after',
    ],
    rowsOf(({ zoom, pan }) =>
      [zoom, pan].flatMap((hand) => [hand.script.median, hand.script.p95, hand.taskMs, hand.settleMs].map(ms)),
    ),
  );
  const rest = table(
    [
      'events',
      'mount',
      'again',
      'one actor',
      '95 %',
      'let go, 95 %',
      'memory',
      'empty page',
      'elements',
      'most',
      'long tasks: mounting',
      'under the hand',
      'jumping',
    ],
    rowsOf(({ mount, mountAgain, filter, unfilter, heap, nodes, longTasks }) => [
      ms(mount),
      ms(mountAgain),
      inFrames(filter.median),
      inFrames(filter.p95),
      inFrames(unfilter.p95),
      megabytes(heap.usedBytes + heap.backingBytes),
      megabytes(heap.emptyBytes),
      String(nodes.whole),
      String(nodes.most),
      told(longTasks.mount),
      told(longTasks.gestures),
      told(longTasks.jumps),
    ]),
  );
  return [
    rest,
    '',
    'Frames, ms from one to the next:',
    '',
    frames,
    '',
    'Work in a frame, ms, and how long after the last input the buttons stand:',
    '',
    script,
  ].join('\n');
}

function throttledTable({ wheel, drag, click, all }: ThrottledResult): string {
  return table(
    ['input', 'count', 'median', '95 %', 'most'],
    [['wheel', wheel] as const, ['drag', drag] as const, ['click', click] as const, ['all', all] as const].map(
      ([name, { count, median, p95, max }]) => [name, String(count), ms(median), ms(p95), ms(max)],
    ),
  );
}

function microTable(micro: Readonly<Record<number, readonly MicroResult[]>>): string {
  const sizes = Object.keys(micro);
  const steps = Object.values(micro)[0] ?? [];
  const cell = ({ ms: own, floorMs }: MicroResult) => `${ms(own)} / ${ms(floorMs)} = ${ratio(own / floorMs)}`;
  return table(
    ['step', 'floor', ...sizes.map(events)],
    steps.map(({ what, floor }) =>
      [what, floor].concat(
        sizes.map((size) => {
          const found = micro[Number(size)]?.find((each) => each.what === what);
          return found === undefined ? '' : cell(found);
        }),
      ),
    ),
  );
}

/** A Markdown table; all columns but the first are numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function events(size: string): string {
  return Number(size).toLocaleString('en-US');
}

function ms(value: number): string {
  if (!Number.isFinite(value)) return '-';
  return value >= 100
    ? value.toFixed(0)
    : value >= 1
      ? value.toFixed(1)
      : value >= 0.01
        ? value.toFixed(2)
        : value.toFixed(4);
}

const FRAME_MS = 1000 / 60;
/** A frame that began a little late is still that frame. */
const LATE_MS = 1;

/** Time from just after a frame, with the number of frames it takes at 60 a second. */
function inFrames(value: number): string {
  return `${ms(value)} (${framesOf(value)})`;
}

function framesOf(value: number): number {
  return Math.max(Math.ceil((value - LATE_MS) / FRAME_MS), 1);
}

function power(exponent: number): string {
  return Number.isFinite(exponent) ? exponent.toFixed(2) : '-';
}

function ratio(value: number): string {
  return `${value >= 10 ? value.toFixed(0) : value.toFixed(1)}x`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function told(tasks: readonly number[]): string {
  return tasks.length === 0 ? 'none' : `${tasks.length}, at most ${Math.max(...tasks).toFixed(0)} ms`;
}
