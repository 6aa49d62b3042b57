import { makeColumnTable } from '../../src/model/table-of-columns';
import type { EventTable } from '../../src/model/event-table';
import { NO_FILTER } from '../../src/model/filter';
import type { Filter } from '../../src/model/filter';
import { EVENT_TYPES } from '../../src/model/vocabulary';
import type { Grouping } from '../../src/model/vocabulary';
import { countsOf, roleCountsOf } from '../../src/state/query/facet-counts';
import { matchEvents } from '../../src/state/query/matches';
import type { Matches } from '../../src/state/query/matches';
import { makeChart, sceneOf } from '../support/make-chart';
import { makeColumns } from '../support/make-columns';
import { makeFloor } from './floor';
import type { Floor } from './floor';
import type { MicroResult } from './results';
import { timeOf } from './sample';
import { WORD_FILTER } from '../../src/state/query/word-filter';

/** Widths of the window, as shares of all the time. */
const SHARES = [1, 0.1, 0.01, 0.002];
/** How far a window may reach beyond all the time, as a share of it. */
const OVERSHOOT = 0.05;
/** The plot of a window of 1440 by 900. */
const PLOT = { widthPx: 850, heightPx: 620 };

/** Words of the made titles. */
const WORDS = [
  'talks',
  'warns',
  'strikes',
  'agrees',
  'sanctions',
  'comments',
  'criticizes',
  'appeals',
  'pauses',
  'sends',
];

const size = Number(process.argv[2]);
await WORD_FILTER.load();
const columns = makeColumns({ size });
const { table } = makeColumnTable(columns);
const actor = middlingActor(table);
const floor = makeFloor(table, actor);
const results: MicroResult[] = [...filters(), ...lanes(), ...scenes()];
console.log(JSON.stringify(results));

function result(what: string, ms: number, floorName: keyof Floor, floorMs: number): MicroResult {
  return { what, ms, floor: floorName, floorMs };
}

function timeFloor(name: keyof Floor, share = 1): number {
  return timeOf(
    () => floor[name](share),
    () => undefined,
  );
}

/** With every count that a menu could ask for: they are worked out when somebody looks. */
function answered(matches: Matches, of: EventTable): number {
  const { actors, countries, types, tones } = countsOf(matches, of);
  return matches.count + actors.length + countries.length + types.length + tones.length + roleCountsOf(matches).length;
}

function filters(): MicroResult[] {
  const fused = timeFloor('filterAndHistogram');
  const linked = timeFloor('linkedCounts');
  const postings = timeFloor('oneActor');
  // Another filter every time, and more of them than are remembered: nothing is answered from memory.
  let turn = 0;
  const timeFilter = (filter: (turn: number) => Partial<Filter>) =>
    timeOf(
      (asked: Filter) => answered(matchEvents(table, asked), table),
      () => ({ ...NO_FILTER, ...filter(turn++) }),
    );
  const typesAt = (at: number) => [0, 1, 2].map((i) => EVENT_TYPES[(at + i * 3) % EVENT_TYPES.length] ?? 'talks');
  return [
    result(
      'filter and counts: nothing chosen, first time',
      timeOf(
        (fresh: EventTable) => answered(matchEvents(fresh, NO_FILTER), fresh),
        () => makeColumnTable(columns).table,
      ),
      'linkedCounts',
      linked,
    ),
    result(
      'filter and counts: three types',
      timeFilter((at) => ({ types: typesAt(at) })),
      'linkedCounts',
      linked,
    ),
    result(
      'filter and counts: one country',
      timeFilter((at) => ({ countries: [table.countries[at % table.countries.length] ?? ''] })),
      'linkedCounts',
      linked,
    ),
    result(
      'filter and counts: one actor',
      timeFilter((at) => ({ actors: [`actor-${actor + (at % 20)}`] })),
      'oneActor',
      postings,
    ),
    result(
      'filter and counts: a word, first search',
      onceOf(() => answered(matchEvents(table, { ...NO_FILTER, text: 'aid' }), table)),
      'filterAndHistogram',
      fused,
    ),
    result(
      'filter and counts: a word, further ones',
      timeFilter((at) => ({ text: WORDS[at % WORDS.length] ?? '' })),
      'filterAndHistogram',
      fused,
    ),
  ];
}

function lanes(): MicroResult[] {
  const postings = timeFloor('allPostings');
  const fresh = (): EventTable => makeColumnTable(columns).table;
  const chart = (grouping: Grouping) => (of: EventTable) => makeChart(of, { grouping, ...PLOT });
  return [
    result(
      'table from columns',
      timeOf(fresh, () => undefined),
      'allPostings',
      postings,
    ),
    ...(['country', 'actor', 'type'] as const).flatMap((grouping) => [
      result(`lanes by ${grouping}: first time`, timeOf(chart(grouping), fresh), 'allPostings', postings),
      result(
        `lanes by ${grouping}: again`,
        timeOf(chart(grouping), () => table),
        'allPostings',
        postings,
      ),
    ]),
  ];
}

function scenes(): MicroResult[] {
  return SHARES.flatMap((share) => {
    const least = timeFloor('lanesFromPrefix', share);
    const layout = makeChart(table, { grouping: 'actor', ...PLOT });
    const { scale } = layout.chart;
    let turn = 0;
    // Every frame a fiftieth of the window further, four windows wide there and back, as under a hand that pans.
    const next = () => {
      const step = turn++ % 400;
      const middle = (1 - share) / 2;
      const from = Math.min(
        Math.max(middle + (Math.min(step, 400 - step) - 100) * share * 0.02, -OVERSHOOT),
        1 + OVERSHOOT - share,
      );
      return { start: scale.timeAt(from), end: scale.timeAt(from + share) };
    };
    const scene = (chart: typeof layout) => sceneOf(chart, next(), { top: 0, bottom: PLOT.heightPx });
    const percent = `${share * 100} % of the time`;
    return [
      result(
        `scene: ${percent}, first frame`,
        timeOf(scene, () => makeChart(table, { grouping: 'actor', ...PLOT })),
        'lanesFromPrefix',
        least,
      ),
      result(
        `scene: ${percent}, further frames`,
        timeOf(scene, () => layout),
        'lanesFromPrefix',
        least,
      ),
    ];
  });
}

function onceOf(call: () => unknown): number {
  const began = performance.now();
  call();
  return performance.now() - began;
}

/** The actor in the middle by number of events. */
function middlingActor({ actors, participantActor }: EventTable): number {
  const counts = new Uint32Array(actors.length);
  for (const at of participantActor) counts[at] = (counts[at] ?? 0) + 1;
  return [...counts.keys()].toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))[actors.length >> 1] ?? 0;
}
