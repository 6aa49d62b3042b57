/**
 * Runs in a page before its own scripts: what a browser does later (frames, idle callbacks, observers, deferred work,
 * queued events, scripts that have loaded) it does later still, in the same order. A test that reads the page a moment
 * too early fails then each time, not now and then.
 */
export function comeLate(): void {
  const LATE_MS = 120;
  const late = (act: () => void): number => window.setTimeout(act, LATE_MS);

  const frame = window.requestAnimationFrame.bind(window);
  const frames = new Map<number, number>();
  const cancelFrame = window.cancelAnimationFrame.bind(window);
  let turn = 0;
  // A movement goes on evenly once it has begun: only the first frame after a pause is late.
  let movingUntil = 0;
  window.requestAnimationFrame = (callback) => {
    const id = ++turn;
    const draw = () => {
      frames.set(
        id,
        frame((now) => {
          frames.delete(id);
          movingUntil = performance.now() + 8;
          callback(now);
        }),
      );
    };
    if (performance.now() < movingUntil) draw();
    else frames.set(id, -late(() => frames.has(id) && draw()));
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    const known = frames.get(id);
    frames.delete(id);
    if (known === undefined) return;
    if (known < 0) clearTimeout(-known);
    else cancelFrame(known);
  };

  const idle = window.requestIdleCallback.bind(window);
  const cancelIdle = window.cancelIdleCallback.bind(window);
  const idles = new Map<number, number>();
  window.requestIdleCallback = (callback, options) => {
    const id = ++turn;
    idles.set(id, -late(() => idles.set(id, idle(callback, options))));
    return id;
  };
  window.cancelIdleCallback = (id) => {
    const known = idles.get(id) ?? 0;
    if (known < 0) clearTimeout(-known);
    else cancelIdle(known);
  };

  const post = MessagePort.prototype.postMessage as (this: MessagePort, ...all: unknown[]) => void;
  MessagePort.prototype.postMessage = function postLate(this: MessagePort, ...all: unknown[]) {
    late(() => post.apply(this, all));
  };

  for (const name of ['ResizeObserver', 'IntersectionObserver'] as const) {
    const Observer = window[name] as new (callback: (...all: unknown[]) => void, options?: object) => object;
    (window as unknown as Record<string, unknown>)[name] = class extends Observer {
      constructor(callback: (...all: unknown[]) => void, options?: object) {
        super((...all) => late(() => callback(...all)), options);
      }
    };
  }

  const putOff = (
    target: EventTarget,
    type: string,
    again: (event: never) => Event,
    takes: (event: Event) => boolean = () => true,
  ) => {
    target.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted || !takes(event) || event.target === null) return;
        event.stopImmediatePropagation();
        const { target: whom } = event;
        late(() => whom.dispatchEvent(again(event as never)));
      },
      { capture: true },
    );
  };
  putOff(
    window,
    'hashchange',
    ({ oldURL, newURL }: HashChangeEvent) => new HashChangeEvent('hashchange', { oldURL, newURL }),
  );
  putOff(window, 'resize', () => new Event('resize'));
  putOff(document, 'scroll', ({ bubbles }: Event) => new Event('scroll', { bubbles }));
  putOff(
    document,
    'toggle',
    ({ oldState, newState }: ToggleEvent) => new ToggleEvent('toggle', { oldState, newState }),
  );
  putOff(
    document,
    'close',
    () => new Event('close'),
    ({ target }) => target instanceof HTMLDialogElement,
  );
  putOff(
    document,
    'load',
    () => new Event('load'),
    ({ target }) => target instanceof HTMLScriptElement,
  );
  putOff(document, 'fullscreenchange', () => new Event('fullscreenchange', { bubbles: true }));

  const listen = MediaQueryList.prototype.addEventListener as (
    this: MediaQueryList,
    type: string,
    listener: (event: Event) => void,
    options?: unknown,
  ) => void;
  MediaQueryList.prototype.addEventListener = function listenLate(
    this: MediaQueryList,
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: unknown,
  ) {
    listen.call(
      this,
      type,
      typeof listener === 'function'
        ? (event) => late(() => listener(event))
        : (event) => late(() => listener.handleEvent(event)),
      options,
    );
  } as typeof MediaQueryList.prototype.addEventListener;
}
