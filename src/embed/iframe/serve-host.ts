import { makeGathered } from '../../app/gathered';
import type { TimelineHandle } from '../../app/timeline-handle';
import type { FrameMessage, MessageView, Mover } from '../frame-protocol';
import type { ThemeName, ViewParams } from '../../state/address/view-params';
import { decodeHostMessage } from './host-message';
import type { CheckedHostMessage } from './host-message';

const MOST_MESSAGES = 10;
const PER_MS = 1000;
/**
 * A hand moves the window with every frame; told seven times a second, another frame can follow within its own limit.
 */
const STATE_EVERY_MS = 150;

/** What of a mounted timeline a host page can reach. */
export type ServedTimeline = Pick<
  TimelineHandle,
  'getState' | 'setState' | 'select' | 'setTheme' | 'setDataset' | 'getDataset' | 'on'
>;

interface ServeOptions {
  /** The author allows editing: the host page is told the dataset. */
  readonly tellsDataset?: boolean;
  readonly nowMs?: () => number;
}

/**
 * Answers a host page over the port until the page is gone, and tells it what happens. Returns what sends one more
 * message, and how to stop.
 */
export function serveHost(
  port: MessagePort,
  timeline: ServedTimeline,
  { tellsDataset = false, nowMs = () => performance.now() }: ServeOptions = {},
): {
  readonly post: (message: FrameMessage) => void;
  readonly stop: () => void;
} {
  const post = (message: FrameMessage) => port.postMessage(message);
  const { mover, stop: stopObeying } = obeyHost(port, timeline, post, nowMs);
  const view = () => wholeMs(timeline.getState());
  const states = tellStates((by) => post({ type: 'state', state: view(), by }));
  /** What opens with a dataset was chosen by no reader. */
  let opening: ReturnType<typeof setTimeout> | undefined;
  const by = () => (opening === undefined ? mover() : 'host');
  const stops = [
    timeline.on('ready', () => {
      clearTimeout(opening);
      // What a host said meanwhile is done in the same task.
      opening = setTimeout(() => {
        opening = undefined;
      });
      post({ type: 'ready', state: view() });
      if (tellsDataset)
        void timeline.getDataset().then((dataset) => {
          if (dataset !== undefined) post({ type: 'dataset', dataset, by: 'host' });
        });
    }),
    ...(tellsDataset ? [timeline.on('dataset', (dataset) => post({ type: 'dataset', dataset, by: 'reader' }))] : []),
    timeline.on('state', () => states.note(by())),
    timeline.on('select', (id) => post({ type: 'select', id: id ?? null, by: by() })),
    timeline.on('error', ({ kind, source, detail }) =>
      post({ type: 'error', error: kind, detail: `${source}: ${detail}` }),
    ),
  ];
  return {
    post,
    stop: () => {
      for (const stop of stops) stop();
      clearTimeout(opening);
      states.stop();
      stopObeying();
      port.close();
    },
  };
}

/** What was said and isn't done yet, each kind once: what comes faster than it may be done is gathered. */
interface Due {
  theme?: ThemeName;
  dataset?: Extract<CheckedHostMessage, { readonly type: 'setDataset' }>;
}

/** Does what the host says, at most MOST_MESSAGES times in PER_MS; what is more is done together, the last of it too. */
function obeyHost(
  port: MessagePort,
  timeline: ServedTimeline,
  post: (message: FrameMessage) => void,
  nowMs: () => number,
): { readonly mover: () => Mover; readonly stop: () => void } {
  let mover: Mover = 'reader';
  let due: Due = {};
  const gathered = makeGathered();
  const setDataset = makeDatasetTurns(timeline, post);
  const act = () => {
    const { theme, dataset } = due;
    due = {};
    const { view, select } = gathered.take();
    mover = 'host';
    try {
      if (theme !== undefined) timeline.setTheme(theme);
      if (dataset !== undefined) setDataset.set(dataset);
      if (view !== undefined) timeline.setState(view);
      if (select !== undefined) timeline.select(select.id);
    } finally {
      mover = 'reader';
    }
  };
  const note = (message: CheckedHostMessage) => {
    switch (message.type) {
      case 'setState':
        return gathered.view(message.state);
      case 'select':
        return gathered.select(message.id ?? undefined);
      case 'setTheme':
        due.theme = message.theme;
        return undefined;
      case 'setDataset':
        if (due.dataset !== undefined) answer(post, due.dataset.id, REPLACED);
        due.dataset = message;
        return undefined;
    }
  };
  const limit = makeRateLimit(MOST_MESSAGES, PER_MS, nowMs);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const actLater = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, PER_MS);
  };
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const passage = limit();
    if (passage === 'refuse')
      post({ type: 'error', error: 'too-many', detail: `more than ${MOST_MESSAGES} messages a second` });
    const decoded = decodeHostMessage(data);
    if (decoded.ok) note(decoded.message);
    else answer(post, decoded.id, decoded.detail);
    if (passage !== 'pass') return actLater();
    act();
    if (!decoded.ok) post({ type: 'error', error: decoded.fault, detail: decoded.detail });
    else if (decoded.detail !== undefined) post({ type: 'error', error: 'malformed', detail: decoded.detail });
    return undefined;
  });
  port.start();
  return {
    mover: () => (setDataset.isComing() ? 'host' : mover),
    stop: () => clearTimeout(timer),
  };
}

const REPLACED = 'another dataset was given meanwhile';

function answer(post: (message: FrameMessage) => void, id: number | undefined, detail: string): void {
  if (id !== undefined) post({ type: 'answer', id, ok: detail === '', detail });
}

/** Puts datasets in, the last of which is shown, and answers what became of each. */
function makeDatasetTurns(
  timeline: ServedTimeline,
  post: (message: FrameMessage) => void,
): {
  readonly set: (asked: Extract<CheckedHostMessage, { readonly type: 'setDataset' }>) => void;
  readonly isComing: () => boolean;
} {
  let turn = 0;
  let coming = 0;
  const set = ({ dataset, name, id }: Extract<CheckedHostMessage, { readonly type: 'setDataset' }>): void => {
    turn += 1;
    coming += 1;
    const mine = turn;
    let why = '';
    const stop = timeline.on('error', ({ kind, detail }) => {
      if (mine === turn) why = `${kind}: ${detail}`;
    });
    const end = (detail: string) => {
      coming -= 1;
      stop();
      answer(post, id, detail);
    };
    timeline.setDataset(dataset, name).then(
      (isThere) => end(isThere ? '' : mine === turn && why !== '' ? why : REPLACED),
      (error: unknown) => end(error instanceof Error ? error.message : String(error)),
    );
  };
  return { set, isComing: () => coming > 0 };
}

/**
 * A hand leaves the window between two milliseconds; whoever is told to show it should come to stand exactly there. What
 * is no instant is never told.
 */
function wholeMs({ from, to, ...view }: Required<ViewParams>): MessageView {
  return { ...view, from: wholeOf(from), to: wholeOf(to) };
}

function wholeOf(at: number | null): number | null {
  return at === null || !Number.isFinite(at) ? null : Math.round(at);
}

/**
 * The first change is told at once, those that follow closely together; of what a reader and the host moved, the reader
 * is told.
 */
function tellStates(tell: (by: Mover) => void): { readonly note: (by: Mover) => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due: Mover | undefined;
  const flush = () => {
    timer = undefined;
    if (due === undefined) return;
    tell(due);
    due = undefined;
    timer = setTimeout(flush, STATE_EVERY_MS);
  };
  return {
    note: (by) => {
      due = due === 'reader' ? due : by;
      if (timer === undefined) flush();
    },
    stop: () => clearTimeout(timer),
  };
}

/** What becomes of one more message: `refuse` is the first of a run that is too many, `drop` the others. */
type Passage = 'pass' | 'refuse' | 'drop';

/** Lets `most` messages pass in any `perMs`; `nowMs` is a clock that only goes forward. */
function makeRateLimit(most: number, perMs: number, nowMs: () => number): () => Passage {
  let passed: readonly number[] = [];
  let isRefusing = false;
  return () => {
    const now = nowMs();
    passed = passed.filter((at) => now - at < perMs);
    if (passed.length < most) {
      passed = [...passed, now];
      isRefusing = false;
      return 'pass';
    }
    const passage = isRefusing ? 'drop' : 'refuse';
    isRefusing = true;
    return passage;
  };
}
