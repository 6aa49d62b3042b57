import { readFileSync } from 'node:fs';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import { readInEnglish } from '../../src/formats/json/read-in-english';
import { layoutTimeline } from '../../src/layout/layout-timeline';
import type { SceneInput } from '../../src/layout/scene-input';
import type { TimelineLayout } from '../../src/layout/layout-timeline';
import type { MeasureText } from '../../src/layout/labels/label-place';
import { clampWindow } from '../../src/layout/scale/projection';
import type { Scene, SceneLabel } from '../../src/layout/scene';
import type { TimeScale } from '../../src/layout/scale/time-scale';
import type { WholeDataset } from '../../src/model/dataset';
import { makeEventTable } from '../../src/model/table-builder';
import type { EventTable } from '../../src/model/event-table';
import type { TimeSpan } from '../../src/model/dates/instant';
import type { Grouping, ScaleKind } from '../../src/model/vocabulary';
import { makeActor, makeDataset, makeEvent, randomFrom } from './make-dataset';

export const t = makeTranslate('en', english);

/** Near the page's own widths at 12.5 px: 6.1 px a character, 6.7 in bold. */
export const evenly: MeasureText = (text, bold) => text.length * (bold ? 6.7 : 6.1);

/** A dataset that the page ships; the one it opens with. */
export function shippedDataset(id = 'syria-cessation-2016'): WholeDataset {
  const result = readInEnglish(readFileSync(`data/${id}.json`, 'utf8'), `${id}.json`);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.dataset;
}

const tables = new WeakMap<WholeDataset, EventTable>();

/** One table a dataset, so that scales are shared as on the page. */
export function tableFor(dataset: WholeDataset): EventTable {
  const table = tables.get(dataset) ?? makeEventTable(dataset);
  tables.set(dataset, table);
  return table;
}

export interface ChartSketch {
  readonly grouping?: Grouping;
  readonly expanded?: readonly string[];
  readonly scale?: ScaleKind;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly mask?: Uint8Array;
  readonly coarse?: boolean;
  readonly measure?: MeasureText;
  readonly labelled?: boolean;
}

/** A chart as the page lays it out; by default the plot of a window of 1440 by 900. */
export function makeChart(data: WholeDataset | EventTable, sketch: ChartSketch = {}): TimelineLayout {
  const {
    grouping = 'country',
    expanded,
    scale = 'folded',
    widthPx = 850,
    heightPx = 620,
    coarse = false,
    labelled = true,
  } = sketch;
  const table = 'events' in data ? tableFor(data) : data;
  return layoutTimeline(
    table,
    { mask: sketch.mask ?? new Uint8Array(table.size).fill(1), group: grouping, expanded, laneOrder: 'file', scale },
    {
      widthPx,
      fillPx: heightPx,
      lanes: 'full',
      pointer: coarse ? 'coarse' : 'fine',
      measure: sketch.measure ?? evenly,
      labelled,
      t,
    },
  );
}

/** The scene of a window, all lanes in sight, nothing chosen. */
export function sceneOf(
  layout: TimelineLayout,
  window: TimeSpan = layout.chart.scale.domain,
  input: Partial<SceneInput> = {},
): Scene {
  return layout.sceneAt({
    window,
    top: 0,
    bottom: Infinity,
    selected: undefined,
    hovered: undefined,
    hoveredActor: undefined,
    ...input,
  });
}

/** Whether a label ends with an ellipsis because the plot left it no more room. */
export function isShortened(
  { chart }: TimelineLayout,
  { row, text, note }: Pick<SceneLabel, 'row' | 'text' | 'note'>,
): boolean {
  return text !== chart.labelOf(row).text || note.endsWith('…');
}

/** Windows that a hand could reach, at all zooms, always the same ones for a seed. */
export function windowsOver(scale: TimeScale, widthPx: number, count: number, seed: number): TimeSpan[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const length = 1.1 * 2 ** (-7 * random());
    const start = -0.05 + random() * (1.1 - length);
    return clampWindow(scale, { start: scale.timeAt(start), end: scale.timeAt(start + length) }, widthPx);
  });
}

const FORMS = [
  (day: string) => day,
  (day: string) => day,
  (day: string) => day,
  (day: string) => day,
  (day: string) => `[${day},${later(day, 2)}]`,
  (day: string) => `{${day},${later(day, 3)}}`,
  (day: string) => `[..${day}]`,
  (day: string) => `${day}/${later(day, 40)}`,
  (day: string) => `${day}/..`,
  (day: string) => `${day.slice(0, 7)}/${later(day, 90)}`,
  (day: string) => `${day}?`,
  (day: string) => day.slice(0, 7),
  (day: string) => day.slice(0, 4),
];

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface MixedSketch {
  readonly seed: number;
  readonly events: number;
  /** Over how many days the events are strewn, in two bursts a year apart and a rest. */
  readonly days?: number;
  readonly actors?: number;
}

/** Events of every form of date, over a few actors of four countries and none; the same seed gives the same dataset. */
export function makeMixedDataset({ seed, events, days = 60, actors = 9 }: MixedSketch): WholeDataset {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)]!;
  const codes = ['AA', 'BB', 'CC', 'DD', undefined];
  const kinds = ['person', 'government', 'armed-group', 'international-organisation', 'ministry', 'category'] as const;
  const cast = Array.from({ length: actors }, (_, index) => {
    const code = pick(codes);
    return makeActor(`actor-${index}`, { kind: pick(kinds), countries: code === undefined ? [] : [code] });
  });
  const made = Array.from({ length: events }, (_, index) => {
    const day = new Date(Date.UTC(random() < 0.3 ? 2014 : 2015, 8, 1 + below(days))).toISOString().slice(0, 10);
    return makeEvent({
      id: `event-${index}`,
      title: 'A happening of some length'.slice(0, 6 + below(20)),
      date: pick(FORMS)(day),
      tone: pick(['cooperation', 'conflict', 'neutral'] as const),
      deed: random() < 0.5,
      importance: pick([1, 2, 3] as const),
      type: pick(['talks', 'military', 'statement', undefined] as const),
      participants: Array.from(
        { length: below(4) },
        () => [pick(cast).id, pick(['party', 'speaker', 'target', 'excluded'] as const)] as const,
      ),
      countries: Array.from(
        { length: below(3) },
        () => [pick(['AA', 'BB', 'CC', 'EE']), pick(['acting', 'location', 'acting'] as const)] as const,
      ),
    });
  });
  return makeDataset(made, { actors: cast, asOf: undefined });
}
