import type { EventColumns, TimelineHandle } from '../../src/entries/library';
import { makeColumns } from '../support/make-columns';
import { startClock } from './page-clock';
import type { PageClock } from './page-clock';

/** What the driver calls in the measured page. */
export interface BenchPage {
  readonly clock: PageClock;
  readonly load: () => Promise<void>;
  readonly makeData: (size: number) => void;
  /** Mounts the data into the empty element; ms to the first complete picture. */
  readonly mount: () => Promise<number>;
  readonly unmount: () => Promise<void>;
  /** Shows a share of all the time, in its middle; resolves when it is painted and at rest. */
  readonly showShare: (share: number) => Promise<void>;
  /** Chooses each of so many actors alone, from the most active down, and lets go again: ms to paint. */
  readonly filterByActors: (count: number) => Promise<Readonly<Record<'chosen' | 'letGo', readonly number[]>>>;
}

declare global {
  interface Window {
    bench: BenchPage;
    /** What `watchInputs` fills. */
    delays?: readonly number[];
  }
}

type Library = typeof import('../../src/entries/library');

const clock = startClock();
let library: Library | undefined;
let columns: EventColumns | undefined;
let timeline: TimelineHandle | undefined;

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('Asked for before it was there');
  return thing;
}

/**
 * Sets a part of the view just after a frame; ms until the ink is there, which the frame then going on or coming next
 * shows.
 */
async function timeSet(view: Parameters<TimelineHandle['setState']>[0]): Promise<number> {
  const handle = there(timeline);
  await clock.afterFrame();
  const began = performance.now();
  handle.setState(view);
  await handle.whenPainted();
  return performance.now() - began;
}

function byActivity({ dataset, participantActor }: EventColumns): string[] {
  const counts = new Uint32Array(dataset.actors.length);
  for (const actor of participantActor) counts[actor] = (counts[actor] ?? 0) + 1;
  return [...dataset.actors.keys()]
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .map((index) => dataset.actors[index]?.id ?? '');
}

window.bench = {
  clock,
  load: async () => {
    const address = './diplomatic-timeline.js';
    library = (await import(/* @vite-ignore */ address)) as Library;
  },
  makeData: (size) => {
    columns = makeColumns({ size });
  },
  mount: async () => {
    const target = document.createElement('div');
    document.body.append(target);
    await clock.afterFrame();
    const began = performance.now();
    timeline = there(library).mountTimeline(target, {
      shadow: false,
      source: { kind: 'columns', columns: there(columns) },
    });
    const handle = timeline;
    await new Promise<void>((resolve) => handle.on('ready', () => resolve()));
    await handle.whenPainted();
    await clock.nextFrame();
    return performance.now() - began;
  },
  unmount: async () => {
    timeline?.destroy();
    timeline = undefined;
    document.body.replaceChildren();
    await clock.afterFrame();
  },
  showShare: async (share) => {
    const { start } = there(columns);
    const first = start[0] ?? 0;
    const length = (start.at(-1) ?? 0) - first;
    const from = first + (length * (1 - share)) / 2;
    there(timeline).setState({ window: share === 1 ? null : { start: from, end: from + length * share } });
    await there(timeline).whenPainted();
    await clock.afterFrame();
  },
  filterByActors: async (count) => {
    const ids = byActivity(there(columns));
    const chosen = [];
    const letGo = [];
    for (let i = 0; i < count; i++) {
      chosen.push(await timeSet({ actors: [ids[Math.floor((i * ids.length) / count)] ?? ''] }));
      letGo.push(await timeSet({ actors: [] }));
    }
    return { chosen, letGo };
  },
};
