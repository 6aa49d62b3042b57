import type { TimelineHandle } from '../../app/timeline-handle';
import type { FrameMessage, HostMessage, MessageView, Mover } from '../frame-protocol';
import type { ViewParams } from '../../state/address/view-params';
import { decodeHostMessage } from './host-message';

const MOST_MESSAGES = 10;
const PER_MS = 1000;
/**
 * A hand moves the window with every frame; told seven times a second, another frame can follow within its own limit.
 */
const STATE_EVERY_MS = 150;

/** What of a mounted timeline a host page can reach. */
export type ServedTimeline = Pick<TimelineHandle, 'getState' | 'setState' | 'select' | 'setTheme' | 'on'>;

/**
 * Answers a host page over the port until the page is gone, and tells it what happens. Returns what sends one more
 * message, and how to stop.
 */
export function serveHost(
  port: MessagePort,
  timeline: ServedTimeline,
  nowMs = () => performance.now(),
): {
  readonly post: (message: FrameMessage) => void;
  readonly stop: () => void;
} {
  const post = (message: FrameMessage) => port.postMessage(message);
  let mover: Mover = 'reader';
  const obey = (message: HostMessage<ViewParams>) => {
    mover = 'host';
    try {
      switch (message.type) {
        case 'setState':
          return timeline.setState(message.state);
        case 'select':
          return timeline.select(message.id ?? undefined);
        default:
          return timeline.setTheme(message.theme);
      }
    } finally {
      mover = 'reader';
    }
  };
  const nextPassage = makeRateLimit(MOST_MESSAGES, PER_MS, nowMs);
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const passage = nextPassage();
    if (passage === 'refuse')
      post({ type: 'error', error: 'too-many', detail: `more than ${MOST_MESSAGES} messages a second` });
    if (passage !== 'pass') return;
    const decoded = decodeHostMessage(data);
    if (decoded.ok) obey(decoded.message);
    else post({ type: 'error', error: decoded.fault, detail: decoded.detail });
  });
  port.start();
  const view = () => wholeMs(timeline.getState());
  const states = tellStates((by) => post({ type: 'state', state: view(), by }));
  const stops = [
    timeline.on('ready', () => post({ type: 'ready', state: view() })),
    timeline.on('state', () => states.note(mover)),
    timeline.on('select', (id) => post({ type: 'select', id: id ?? null, by: mover })),
    timeline.on('error', ({ kind, source, detail }) =>
      post({ type: 'error', error: kind, detail: `${source}: ${detail}` }),
    ),
  ];
  return {
    post,
    stop: () => {
      for (const stop of stops) stop();
      states.stop();
      port.close();
    },
  };
}

/** A hand leaves the window between two milliseconds; whoever is told to show it should come to stand exactly there. */
function wholeMs({ from, to, ...view }: Required<ViewParams>): MessageView {
  return { ...view, from: wholeOf(from), to: wholeOf(to) };
}

function wholeOf(at: number | null): number | null {
  return at === null ? null : Math.round(at);
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
