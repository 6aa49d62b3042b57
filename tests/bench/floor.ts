import type { EventTable } from '../../src/model/event-table';
import { COUNTRY_ROLES, EVENT_TYPES, TONES } from '../../src/model/vocabulary';

/** What the arithmetic alone costs: tight loops over the same typed arrays, with nothing made for anybody to use. */
export interface Floor {
  /** One pass: rows of three types, counted into the columns of the plot by their start. */
  readonly filterAndHistogram: () => number;
  /**
   * One pass: how many of those rows each type, tone, actor and country has, the type's own choice not held against it.
   */
  readonly linkedCounts: () => number;
  /** One actor's rows through its postings, counted into the columns of the plot. */
  readonly oneActor: () => number;
  /** Two passes over the participants: every actor's rows, packed one list after the other. */
  readonly allPostings: () => number;
  /**
   * As many lanes as there are actors, by columns of the plot, from running sums by actor and time; `share` (0 to 1) of
   * all the time.
   */
  readonly lanesFromPrefix: (share: number) => number;
}

const PLOT_PX = 1000;
const BINS = 4096;

export function makeFloor(table: EventTable, actor: number): Floor {
  const { size, type, tone, participantOffset, participantActor, countryOffset, countryIndex } = table;
  const px = binsOf(table, PLOT_PX);
  const wanted = new Uint8Array(256);
  for (const name of ['talks', 'agreement', 'military'] as const) wanted[EVENT_TYPES.indexOf(name)] = 1;
  const histogram = new Uint32Array(PLOT_PX);
  const postings = postingsOf(table, actor);
  const actors = table.actors.length;
  const prefix = prefixSums(table, binsOf(table, BINS));
  const packed = new Uint32Array(participantActor.length);
  const heads = new Uint32Array(actors + 1);
  const edges = new Uint16Array(PLOT_PX + 1);
  const cells = new Uint32Array(actors * PLOT_PX);
  const counts = {
    types: new Uint32Array(256),
    tones: new Uint32Array(TONES.length),
    actors: new Uint32Array(actors),
    countries: new Uint32Array(table.countries.length + COUNTRY_ROLES.length),
  };
  return {
    filterAndHistogram: () => {
      histogram.fill(0);
      for (let row = 0; row < size; row++) if (wanted[type[row]!] === 1) histogram[px[row]!]!++;
      return histogram[0]!;
    },
    linkedCounts: () => {
      for (const each of Object.values(counts)) each.fill(0);
      for (let row = 0; row < size; row++) {
        counts.types[type[row]!]!++;
        if (wanted[type[row]!] === 0) continue;
        counts.tones[tone[row]!]!++;
        for (let i = participantOffset[row]!, end = participantOffset[row + 1]!; i < end; i++)
          counts.actors[participantActor[i]!]!++;
        for (let i = countryOffset[row]!, end = countryOffset[row + 1]!; i < end; i++)
          counts.countries[countryIndex[i]!]!++;
      }
      return counts.tones[0]!;
    },
    oneActor: () => {
      histogram.fill(0);
      for (let i = 0; i < postings.length; i++) histogram[px[postings[i]!]!]!++;
      return histogram[0]!;
    },
    allPostings: () => {
      heads.fill(0);
      for (let i = 0; i < participantActor.length; i++) heads[participantActor[i]! + 1]!++;
      for (let at = 1; at <= actors; at++) heads[at]! += heads[at - 1]!;
      for (let row = 0; row < size; row++) {
        for (let i = participantOffset[row]!, end = participantOffset[row + 1]!; i < end; i++)
          packed[heads[participantActor[i]!]!++] = row;
      }
      return packed[0]!;
    },
    lanesFromPrefix: (share) => {
      for (let x = 0; x <= PLOT_PX; x++) edges[x] = BINS * ((1 - share) / 2 + (share * x) / PLOT_PX);
      for (let lane = 0, out = 0; lane < actors; lane++) {
        const base = lane * (BINS + 1);
        let before = prefix[base + edges[0]!]!;
        for (let x = 1; x <= PLOT_PX; x++) {
          const sum = prefix[base + edges[x]!]!;
          cells[out++] = sum - before;
          before = sum;
        }
      }
      return cells.at(-1)!;
    },
  };
}

/** Which of `count` equal parts of the whole time each row begins in. */
function binsOf({ start, extent }: EventTable, count: number): Uint16Array {
  const scale = count / (extent.end - extent.start);
  return Uint16Array.from(start, (at) => Math.min((at - extent.start) * scale, count - 1));
}

function postingsOf({ size, participantOffset, participantActor }: EventTable, actor: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < size; row++) {
    if (participantActor.subarray(participantOffset[row], participantOffset[row + 1]).includes(actor)) rows.push(row);
  }
  return Uint32Array.from(rows);
}

/** For each actor, how many participations lie before each bin. */
function prefixSums({ size, participantOffset, participantActor, actors }: EventTable, bins: Uint16Array): Uint32Array {
  const prefix = new Uint32Array(actors.length * (BINS + 1));
  for (let row = 0; row < size; row++) {
    const at = bins[row]! + 1;
    for (let i = participantOffset[row]!, end = participantOffset[row + 1]!; i < end; i++)
      prefix[participantActor[i]! * (BINS + 1) + at]!++;
  }
  for (let lane = 0; lane < actors.length; lane++) {
    const base = lane * (BINS + 1);
    for (let bin = 1; bin <= BINS; bin++) prefix[base + bin]! += prefix[base + bin - 1]!;
  }
  return prefix;
}
