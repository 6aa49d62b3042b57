/** What runs in the measured page before the timeline's own code: it sees every frame, input and listener. */

/** One frame: when it began, and how long the page's own callbacks took since the frame before, ms. */
export interface FrameRecord {
  readonly at: number;
  readonly scriptMs: number;
}

export interface PageClock {
  readonly startFrames: () => void;
  readonly stopFrames: () => readonly FrameRecord[];
  readonly nextFrame: () => Promise<void>;
  /** Resolves between two frames, just after one has been drawn. */
  readonly afterFrame: () => Promise<void>;
  /** From each input (of the types asked for) to the end of the frame that painted it, ms; each call begins anew. */
  readonly watchInputs: (types: readonly string[]) => readonly number[];
  /** When the last input happened. */
  readonly lastInputAt: () => number;
  /** When the chart last said that its buttons stand where the ink is. */
  readonly lastSettledAt: () => number;
  /** Tasks over 50 ms since the last call, each in ms. */
  readonly takeLongTasks: () => readonly number[];
}

const INPUTS = ['wheel', 'mousemove', 'mousedown', 'mouseup', 'click'];

export function startClock(): PageClock {
  const request = window.requestAnimationFrame.bind(window);
  let scriptMs = 0;
  const timed = <Args extends unknown[], Result>(call: (...args: Args) => Result) =>
    function timedCall(this: unknown, ...args: Args): Result {
      const began = performance.now();
      try {
        return call.apply(this, args);
      } finally {
        scriptMs += performance.now() - began;
      }
    };
  window.requestAnimationFrame = (callback) => request(timed(callback));
  timeListeners(timed);

  let frames: FrameRecord[] = [];
  let recording = false;
  const tick = (at: number): void => {
    if (recording) frames.push({ at, scriptMs });
    scriptMs = 0;
    request(tick);
  };
  request(tick);
  const nextFrame = () => new Promise<void>((resolve) => request(() => resolve()));
  return {
    startFrames: () => {
      frames = [];
      recording = true;
    },
    stopFrames: () => {
      recording = false;
      return frames;
    },
    nextFrame,
    afterFrame: async () => {
      await nextFrame();
      await afterTask();
    },
    ...watchInput(request),
    ...watchLongTasks(),
    lastSettledAt: watchSettling(),
  };
}

/** A task of its own: in a frame's callback, what runs once the frame has been drawn. */
function afterTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Wraps every listener that is added from now on; one that is taken away again is found by what it was. */
function timeListeners(timed: (call: (event: Event) => unknown) => (event: Event) => unknown): void {
  const wrapped = new WeakMap<object, EventListener>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const wrap = (listener: EventListenerOrEventListenerObject): EventListener => {
    const known =
      wrapped.get(listener) ??
      timed(typeof listener === 'function' ? listener : (event) => listener.handleEvent(event));
    wrapped.set(listener, known);
    return known;
  };
  EventTarget.prototype.addEventListener = function add(this: EventTarget, type, listener, options) {
    addEventListener.call(this, type, listener === null ? null : wrap(listener), options);
  };
  EventTarget.prototype.removeEventListener = function remove(this: EventTarget, type, listener, options) {
    removeEventListener.call(this, type, listener === null ? null : (wrapped.get(listener) ?? listener), options);
  };
}

function watchInput(request: typeof requestAnimationFrame): Pick<PageClock, 'watchInputs' | 'lastInputAt'> {
  let types: readonly string[] = [];
  let delays: number[] = [];
  let lastInputAt = 0;
  for (const type of INPUTS) {
    window.addEventListener(
      type,
      ({ timeStamp, isTrusted }) => {
        if (!isTrusted) return;
        lastInputAt = timeStamp;
        if (!types.includes(type)) return;
        const mine = delays;
        request(async () => {
          await afterTask();
          mine.push(performance.now() - timeStamp);
        });
      },
      { capture: true, passive: true },
    );
  }
  return {
    watchInputs: (asked) => {
      types = asked;
      delays = [];
      return delays;
    },
    lastInputAt: () => lastInputAt,
  };
}

function watchLongTasks(): Pick<PageClock, 'takeLongTasks'> {
  let seen: number[] = [];
  const take = (list: PerformanceEntryList): void => {
    seen.push(...list.map(({ duration }) => duration));
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    takeLongTasks: () => {
      take(observer.takeRecords());
      const all = seen;
      seen = [];
      return all;
    },
  };
}

function watchSettling(): () => number {
  let at = 0;
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof HTMLElement && target.dataset['settled'] === 'yes'))
      at = performance.now();
  });
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-settled'] });
  return () => at;
}
