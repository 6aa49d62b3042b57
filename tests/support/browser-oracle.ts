import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import { readInEnglish } from '../../src/formats/json/read-in-english';
import { makeLanes } from '../../src/layout/lanes/lanes';
import { project } from '../../src/layout/scale/projection';
import type { Projection } from '../../src/layout/scale/projection';
import { timeScaleOf } from '../../src/layout/scale/time-scale-of';
import type { WholeDataset, DiplomaticEvent } from '../../src/model/dataset';
import { makeEventTable } from '../../src/model/table-builder';
import { timeSpan } from '../../src/model/dates/instant';
import type { Grouping, ScaleKind } from '../../src/model/vocabulary';
import type { ChartReading, Span } from './browser-timeline';

const file = resolve(import.meta.dirname, '../../data/syria-cessation-2016.json');

/** The shipped dataset as the page reads it. */
export const dataset: WholeDataset = readShipped();
export const table = makeEventTable(dataset);
export const t = makeTranslate('en', english);

function readShipped(): WholeDataset {
  const read = readInEnglish(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(`The shipped dataset can't be read: ${read.problem.detail}`);
  return read.dataset;
}

export function eventOf(id: string): DiplomaticEvent {
  return dataset.events.find((event) => event.id === id)!;
}

/** Ids of the events that pass, in time order. */
export function idsWhere(passes: (event: DiplomaticEvent) => boolean): string[] {
  return Array.from({ length: table.size }, (_, row) => table.eventAt(row))
    .filter(passes)
    .map(({ id }) => id);
}

/** Whether the country is involved in one of the roles; "acting" alone by default, as in the filter. */
export function involves(country: string, roles: readonly string[] = ['acting']): (event: DiplomaticEvent) => boolean {
  return ({ countries }) => countries.some((entry) => entry.country === country && roles.includes(entry.role));
}

export interface LaneOracle {
  readonly group?: Grouping;
  readonly passes?: (event: DiplomaticEvent) => boolean;
}

/**
 * Lane by lane, "id: rows", the events that pass, touch the lane and touch the window; told without looking at any
 * layout of marks.
 */
export function expectedLanes(window: Span, { group = 'country', passes = () => true }: LaneOracle = {}): string[] {
  const expanded = group === 'country' ? dataset.opening?.expanded : undefined;
  return makeLanes(table, group, expanded).map((lane) => {
    const rows = [...lane.rows].filter(
      (row) => passes(table.eventAt(row)) && table.start[row]! < window.end && table.end[row]! > window.start,
    );
    return `${lane.id}: ${rows.toSorted((a, b) => a - b).join(' ')}`;
  });
}

/** The same as the page shows it. A row that stands in two buttons of a lane would come twice. */
export function shownLanes({ targets, laneCount }: ChartReading, { group = 'country' }: LaneOracle = {}): string[] {
  const expanded = group === 'country' ? dataset.opening?.expanded : undefined;
  const ids = makeLanes(table, group, expanded).map(({ id }) => id);
  return Array.from({ length: laneCount }, (_, index) => {
    const own = targets.filter(({ laneIndex }) => laneIndex === index);
    // Every button must say the lane it stands in.
    const named = new Set(own.map(({ lane }) => lane));
    const id = own.length === 0 ? ids[index] : [...named].join(' and ');
    return `${id}: ${own
      .flatMap(({ rows }) => rows)
      .toSorted((a, b) => a - b)
      .join(' ')}`;
  });
}

/** The window laid over a plot, for asking which time stands where. */
export function projectionOf(window: Span, widthPx: number, scale: ScaleKind = 'folded'): Projection {
  return project(timeScaleOf(table, scale), timeSpan(window.start, window.end), widthPx);
}
