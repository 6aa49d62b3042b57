import { PROTOCOL } from '../frame-protocol';
import type { Connect, FrameMessage, Hello, HostMessage, MessageView } from '../frame-protocol';
import { AFTER_DATA, AFTER_OPENING, AFTER_PAGE, ATTRIBUTES, frameAddress } from './frame-address';
import { FRAME_STYLE, LEAST_PX, MOST_PX, makeFrame } from './frame-element';
import { PAUSE_MS, plain } from './frame-speech';

type Said = Exclude<HostMessage, { readonly type: 'select' }>;
type Due = { [Type in Said['type']]: Extract<Said, { readonly type: Type }> | undefined };

/** A dataset that a script gave, until another one is named. */
type GivenDataset = Extract<HostMessage, { readonly type: 'setDataset' }>;

/** What keeps a frame in an element and speaks with it. */
export interface FrameHost<Element> {
  /** The element stands in a page, or doesn't any more. */
  readonly enter: () => void;
  readonly leave: () => void;
  /** An attribute has become another one. */
  readonly change: (name: string) => void;
  readonly ready: () => Promise<Element>;
  readonly getState: () => MessageView | undefined;
  readonly setState: (state: MessageView) => void;
  readonly setDataset: (dataset: string | object, name?: string) => Promise<boolean>;
  readonly getDataset: () => object | undefined;
  readonly destroy: () => void;
}

/**
 * One an element. Closures: what is private to it is a name of one letter in the loader that way. What touches all of it
 * stays in one: each function that moves out costs ten to twenty bytes, of which the loader has none left.
 */
export function makeFrameHost<Host extends HTMLElement>(element: Host): FrameHost<Host> {
  const root = element.attachShadow({ mode: 'open' });
  const fallback = root.appendChild(document.createElement('slot'));
  /** The window that the frame speaks to; null while the element isn't in a page. */
  let page: (Window & typeof globalThis) | null = null;
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  /** Who waits for the load that is coming. */
  const waiting: ((isThere: boolean) => void)[] = [];
  let isReady = false;
  /** The view on screen, as of the load that is ready. */
  let state: MessageView | undefined;
  /** The last view there was, which the next load takes over. */
  let last: MessageView | undefined;
  /** The dataset on screen, where the author allows editing. */
  let told: object | undefined;
  let given: GivenDataset | undefined;
  let settleGiven: ((isThere: boolean) => void) | undefined;
  /** How many were given: an answer to one before is none to the last. */
  let datasets = 0;
  /**
   * What is to be said as soon as the frame is there to hear it, in the order in which it can matter: another dataset
   * opens with its own view.
   */
  const due: Due = { setTheme: undefined, setDataset: undefined, setState: undefined };
  let saying: ReturnType<typeof setTimeout> | undefined;
  let loading: ReturnType<typeof setTimeout> | undefined;
  /** Attributes that changed and wait for the end of the task, so that several make one message. */
  const changed: string[] = [];

  /** Whether nobody has said no. */
  const tell = (name: string, detail: unknown): boolean =>
    element.dispatchEvent(
      new CustomEvent(`timeline-${name}`, { detail, bubbles: true, composed: true, cancelable: true }),
    );

  /** Says something to the frame, soon, or when it is ready for it; of what is said faster the last is told. */
  const say = (message?: Said): void => {
    if (message) due[message.type] = message as never;
    saying ??= setTimeout(sayDue);
  };
  const sayDue = (): void => {
    saying = undefined;
    for (const message of Object.values(due) as (Said | undefined)[]) {
      // Before there is a dataset there is no view.
      if (!message || !port || (!isReady && message.type === 'setState')) continue;
      due[message.type] = undefined;
      port.postMessage(message, []);
      saying ??= setTimeout(sayDue, PAUSE_MS);
    }
  };

  const settleWaiting = (isThere: boolean): void => {
    for (const settle of waiting.splice(0)) settle(isThere);
  };
  const answer = (isThere: boolean): void => {
    settleGiven?.(isThere);
    if (!isThere) given = undefined;
  };
  const forgetDataset = (): void => {
    due.setDataset = undefined;
    answer(false);
  };

  /** What was on screen isn't any more: the next load is another one, for whoever waits. */
  const restart = (): void => {
    port?.close();
    port = state = told = undefined;
    fallback.hidden = isReady = false;
  };
  const clear = (): void => {
    clearTimeout(loading);
    restart();
    frame?.remove();
    frame = undefined;
  };
  const nameFrame = (): void => {
    if (frame) frame.title = element.getAttribute('label') ?? 'Timeline';
  };
  const load = (): void => {
    const minHeight = frame?.style.minHeight ?? '';
    clear();
    const address = frameAddress(element);
    if (!address) {
      // One that hasn't got its address yet is no mistake.
      if (element.hasAttribute('src')) tell('error', { error: 'not-allowed', detail: 'src' });
      return;
    }
    frame = makeFrame(address);
    nameFrame();
    frame.style.minHeight = minHeight;
    root.append(frame);
  };

  const setState = (part: MessageView): void =>
    say({ type: 'setState', state: { ...due.setState?.state, ...plain(part) } });

  const follow = (): void => {
    const names = changed.splice(0);
    if (!page) return;
    const params = new URL(frameAddress(element) ?? 'x:').searchParams;
    let view: Record<string, unknown> | undefined;
    let isNew = false;
    for (const name of names) {
      const at = ATTRIBUTES.indexOf(name);
      if (name === 'theme') say({ type: 'setTheme', theme: (params.get(name) ?? 'auto') as 'auto' });
      else if (name === 'label') nameFrame();
      else if (at >= AFTER_OPENING || (at >= AFTER_PAGE && params.has(name))) (view ??= {})[name] = params.get(name);
      else {
        isNew = true;
        delete (last as Record<string, unknown> | undefined)?.[name];
        delete (due.setState?.state as Record<string, unknown> | undefined)?.[name];
        if (at < AFTER_DATA) {
          forgetDataset();
          last = undefined;
        }
      }
    }
    if (view) setState(view);
    if (!isNew) return;
    clearTimeout(loading);
    if (isReady || !frame) load();
    else loading = setTimeout(load, PAUSE_MS);
  };

  const onMessage = ({ source, data }: MessageEvent<Partial<Hello> | undefined>): void => {
    const from = frame?.contentWindow;
    if (!from || source !== from || data?.protocol !== PROTOCOL) return;
    // The frame takes the first of several: that port is the right one over which something comes.
    const { port1, port2 } = new MessageChannel();
    // This way of listening starts the port.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    port1.onmessage = ({ data: message }: MessageEvent<Partial<FrameMessage> | null>) => {
      if (frame?.contentWindow !== from) return;
      if (port !== port1) {
        restart();
        port = port1;
        say(given);
      }
      hear(message);
    };
    from.postMessage({ type: 'connect', protocol: PROTOCOL } satisfies Connect, '*', [port2]);
  };

  /** What comes from the frame is no more to be trusted than the page that it shows. */
  const hear = (message: Partial<FrameMessage> | null): void => {
    switch (message?.type) {
      case 'ready':
        state = message.state;
        fallback.hidden = true;
        if (!isReady) {
          isReady = true;
          // What the reader had before this load, and what was said meanwhile.
          say(last && { type: 'setState', state: { ...last, ...due.setState?.state } });
          settleWaiting(true);
        }
        tell('ready', state);
        break;
      case 'state':
        state = message.state;
        last = { ...state };
        if (message.by === 'reader') tell('state', state);
        break;
      case 'select':
        if (message.by === 'reader') tell('select', message.id);
        break;
      case 'height': {
        const px = Math.min(Math.max(message.height as number, LEAST_PX), MOST_PX);
        // Not for what is no number.
        if (frame && px > 0) {
          frame.style.minHeight = `${px}px`;
          // A pasted code keeps the room with it until now.
          element.style.minHeight = '';
          tell('height', px);
        }
        break;
      }
      case 'dataset':
        told = message.dataset;
        if (message.by === 'reader') tell('dataset', told);
        break;
      case 'answer':
        if (message.id === datasets) answer(message.ok as boolean);
        break;
      case 'error': {
        const { error, detail } = message;
        tell('error', { error, detail });
        break;
      }
      case 'open-link': {
        const { href } = message;
        if (/^https?:/.test(href as string) && tell('open-link', { href })) open(href, '_blank', 'noreferrer');
      }
    }
  };

  const leave = (): void => {
    page?.removeEventListener('message', onMessage);
    page = null;
    // Moved within a task the browser has loaded the frame anew already.
    if (element.isConnected) restart();
    else clear();
  };
  return {
    enter: () => {
      page = element.ownerDocument.defaultView;
      if (!page) return;
      page.addEventListener('message', onMessage);
      // A stylesheet belongs to the document that made it.
      const sheet = new page.CSSStyleSheet();
      sheet.replaceSync(FRAME_STYLE);
      root.adoptedStyleSheets = [sheet];
      if (!frame) load();
    },
    leave,
    change: (name) => {
      if (page && changed.push(name) === 1) queueMicrotask(follow);
    },
    ready: () =>
      new Promise((resolve, reject) => {
        waiting.push((isThere) => (isThere ? resolve(element) : reject(new DOMException('', 'AbortError'))));
        if (isReady) settleWaiting(true);
      }),
    getState: () => state,
    getDataset: () => told,
    setState,
    setDataset: (dataset, name) =>
      new Promise((resolve) => {
        const text = typeof dataset === 'string' ? dataset : JSON.stringify(dataset);
        forgetDataset();
        settleGiven = resolve;
        given = { type: 'setDataset', dataset: text, name, id: ++datasets };
        say(given);
      }),
    destroy: () => {
      leave();
      clear();
      settleWaiting(false);
      forgetDataset();
      last = undefined;
    },
  };
}
