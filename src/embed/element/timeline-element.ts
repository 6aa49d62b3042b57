import { parseUrl } from '../../base/parse-url';
import { PROTOCOL } from '../frame-protocol';
import type { Connect, FrameMessage, HostMessage, MessageView } from '../frame-protocol';

/**
 * The attributes, in the order of what a change of one asks for. First those that set a page up, what is shown before
 * the rest: they load the frame anew. Then the view, in the words of the address, which a frame takes over by a message;
 * of that first what a dataset itself may say for how it opens, so that what is so without the attribute only a new page
 * knows.
 */
const ATTRIBUTES =
  'src set data hide lock lang gestures motion from to scale group expanded order actors countries roles types tones match q event actor compare pair sort view theme label'.split(
    ' ',
  );
const AFTER_DATA = ATTRIBUTES.indexOf('hide');
const AFTER_PAGE = ATTRIBUTES.indexOf('from');
const AFTER_OPENING = ATTRIBUTES.indexOf('order');

/**
 * The address of an element's frame: its `src` against the page's, with the other attributes as parameters. Undefined
 * for an address that isn't a page's (`javascript:` and the like); `file:` is one only where the host page is a file
 * too.
 */
export function frameAddress(element: Element): string | undefined {
  const { baseURI } = element;
  const url = parseUrl(element.getAttribute('src') || 'none:', baseURI);
  if (!url) return undefined;
  if (!/^(https?:|file:file:)/.test(url.protocol + baseURI)) return undefined;
  url.searchParams.set('embed', '1');
  for (const name of ATTRIBUTES.slice(1, -1)) {
    const value = element.getAttribute(name);
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

const LEAST_PX = 120;
const MOST_PX = 4000;
/** Until the frame says how high it wants to be. */
const FIRST_PX = 560;
/** The frame takes ten messages a second. */
const EACH_MS = 110;
/** Whoever sets a page up attribute by attribute, while it loads, is waited for. */
const SETTLE_MS = 300;

/** What stands inside lies over the frame until that is ready: what comes after doesn't move then. */
const STYLE = `:host{display:grid;grid:auto/100%}:host([hidden]),[hidden]{display:none}slot,iframe{grid-area:1/1}slot{display:block;z-index:1;align-self:start;background:canvas}iframe{width:100%;height:${FIRST_PX}px;border:0}`;

/** What `on` listens to, with what it is told. */
interface ElementEvents {
  readonly ready: MessageView;
  /** The reader changed the view. What the element itself was told to show isn't told back. */
  readonly state: MessageView;
  readonly select: string | null;
  readonly height: number;
  readonly error: { readonly error: string; readonly detail: string };
  readonly 'open-link': { readonly href: string };
}

/** In the order in which they can matter to each other: another dataset opens with its own view. */
const SAID = ['setTheme', 'setDataset', 'setState'] as const;
type Said = Extract<HostMessage, { readonly type: (typeof SAID)[number] }>;
type Due = { [Type in Said['type']]?: Extract<Said, { readonly type: Type }> | undefined };

/** A dataset that a script gave, until another one is named. */
interface GivenDataset {
  readonly message: Extract<HostMessage, { readonly type: 'setDataset' }>;
  readonly settle: (isThere: boolean) => void;
}

/** Plain data that any port takes: no proxies, dates as texts, and what is no number as a text that is refused. */
function plain(state: MessageView): MessageView {
  return JSON.parse(
    JSON.stringify(state, function write(this: Readonly<Record<string, unknown>>, name, value: unknown) {
      const raw = this[name];
      return (typeof raw === 'number' || raw instanceof Date) && !isFinite(+raw) ? 'NaN' : value;
    }),
  ) as MessageView;
}

/** A property's value as its attribute. */
function attributeOf(value: unknown): string {
  return Array.isArray(value)
    ? value.map((id) => `${id}`.replace(/%/g, '%25').replace(/,/g, '%2C')).join()
    : `${value instanceof Date ? +value : value}`;
}

/**
 * `<diplomatic-timeline src="..." label="Timeline: ...">fallback link</diplomatic-timeline>`: a timeline in a sandboxed
 * frame, as high as its content. What stands inside is shown until the frame is ready, and stays if it never is. Each
 * attribute is a property, too. Out of the page it has no frame; put in again it loads anew, and shows what it showed.
 */
export class TimelineElement extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #fallback = document.createElement('slot');
  /** The window that the frame speaks to; undefined while the element isn't in a page. */
  #page: Window | undefined;
  #frame: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  /** Who waits for the load that is coming. */
  #waiting: [resolve: (element: this) => void, reject: (reason: unknown) => void][] = [];
  #isReady = false;
  /** The view on screen, as of the load that is ready. */
  #state: MessageView | undefined;
  /** The last view there was, which the next load takes over. */
  #last: MessageView | undefined;
  #dataset: GivenDataset | undefined;
  /** What is to be said as soon as the frame is there to hear it. */
  #due: Due = {};
  #saying: ReturnType<typeof setTimeout> | undefined;
  #loading: ReturnType<typeof setTimeout> | undefined;
  /** Attributes that changed and wait for the end of the task, so that several make one message. */
  #changed: string[] = [];

  constructor() {
    super();
    this.#root.append(this.#fallback);
  }

  connectedCallback(): void {
    const { defaultView } = this.ownerDocument;
    if (defaultView === null) return;
    this.#takeProperties();
    this.#page = defaultView;
    defaultView.addEventListener('message', this.#onMessage);
    // A stylesheet belongs to the document that made it.
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#load();
  }

  /** Moved by `moveBefore` a frame stays what it is. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this.#leave();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (this.#page && before !== now && this.#changed.push(name) === 1) queueMicrotask(this.#follow);
  }

  /**
   * Resolves with the element as soon as there is a dataset on screen; after a move or another load, that of the new
   * one. Rejected by `destroy`.
   */
  get ready(): Promise<this> {
    return new Promise((...both) => {
      if (this.#isReady) both[0](this);
      else this.#waiting.push(both);
    });
  }

  /** The view on screen, in the words of the address; undefined until `ready`. */
  getState(): MessageView | undefined {
    return this.#state;
  }

  /**
   * Lays a part of the view over the one on screen, as soon as there is one; null for what it is without anything said.
   * Not told back as a `timeline-state`.
   */
  setState(state: MessageView): void {
    this.#say({ type: 'setState', state: { ...this.#due.setState?.state, ...plain(state) } });
  }

  /** Chooses an event by id; null lets go. */
  select(id: string | null = null): void {
    this.setState({ event: id });
  }

  /**
   * Shows a dataset, an object or a file's text of up to 25 MB, in the place of what `src` leads to. Resolves when it is
   * on screen: true; or when it can't be used (`timeline-error` says why), another was given, or the element destroyed:
   * false.
   */
  async setDataset(dataset: string | object, name?: string): Promise<boolean> {
    const text = typeof dataset === 'string' ? dataset : JSON.stringify(dataset);
    this.#forgetDataset();
    return new Promise((settle) => {
      const message = { type: 'setDataset', dataset: text, name, id: ++datasets } as const;
      this.#dataset = { message, settle };
      this.#say(message);
    });
  }

  /** The events of the element without their prefix: `on('state', listener)`. Returns how to stop listening. */
  on<Name extends keyof ElementEvents>(name: Name, listener: (detail: ElementEvents[Name]) => void): () => void {
    const hear = (event: Event) => listener((event as CustomEvent<ElementEvents[Name]>).detail);
    this.addEventListener(`timeline-${name}`, hear);
    return () => this.removeEventListener(`timeline-${name}`, hear);
  }

  /** Takes the frame away; the fallback comes back. */
  destroy(): void {
    this.#leave();
    for (const [, reject] of this.#waiting.splice(0)) reject(new DOMException('destroyed', 'AbortError'));
    this.#forgetDataset();
    this.#last = undefined;
    this.#due = {};
  }

  #leave(): void {
    this.#page?.removeEventListener('message', this.#onMessage);
    this.#page = undefined;
    this.#clear();
  }

  #clear(): void {
    clearTimeout(this.#loading);
    this.#restart();
    this.#frame?.remove();
    this.#frame = undefined;
  }

  /** What was on screen isn't any more: the next load is another one, for whoever waits. */
  #restart(): void {
    this.#port?.close();
    this.#port = this.#state = undefined;
    this.#fallback.hidden = false;
    this.#isReady = false;
  }

  readonly #load = (): void => {
    const height = this.#frame?.style.height ?? '';
    this.#clear();
    const address = frameAddress(this);
    if (!address) {
      // One that hasn't got its address yet is no mistake.
      if (this.getAttribute('src')) this.#tell('error', { error: 'not-allowed', detail: 'src' });
      return;
    }
    const frame = this.ownerDocument.createElement('iframe');
    this.#frame = frame;
    this.#name();
    Object.assign(frame, { loading: 'lazy', referrerPolicy: 'no-referrer', allow: 'fullscreen; clipboard-write' });
    // From a disk, a frame without an origin may not even load its own script.
    frame.setAttribute(
      'sandbox',
      `allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads${address.startsWith('file:') ? ' allow-same-origin' : ''}`,
    );
    frame.src = address;
    frame.style.height = height;
    this.#root.append(frame);
  };

  readonly #follow = (): void => {
    const changed = this.#changed;
    this.#changed = [];
    if (!this.#page) return;
    const params = new URL(frameAddress(this) ?? 'x:').searchParams;
    const view: Record<string, unknown> = {};
    let isNew = false;
    for (const name of changed) {
      const at = ATTRIBUTES.indexOf(name);
      if (name === 'theme') this.#say({ type: 'setTheme', theme: (params.get(name) ?? 'auto') as 'auto' });
      else if (name === 'label') this.#name();
      else if (at >= AFTER_OPENING || (at >= AFTER_PAGE && params.has(name))) view[name] = params.get(name);
      else {
        isNew = true;
        for (const known of [this.#last, this.#due.setState?.state]) if (known) Reflect.deleteProperty(known, name);
        if (at < AFTER_DATA) {
          this.#forgetDataset();
          this.#last = undefined;
        }
      }
    }
    if (Object.keys(view).length > 0) this.setState(view);
    if (!isNew) return;
    clearTimeout(this.#loading);
    if (this.#isReady || this.#frame === undefined) this.#load();
    else this.#loading = setTimeout(this.#load, SETTLE_MS);
  };

  readonly #onMessage = ({ source, data }: MessageEvent<Partial<Connect> | undefined>): void => {
    const frame = this.#frame?.contentWindow;
    if (!frame || source !== frame || (data?.type as string) !== 'hello' || data?.protocol !== PROTOCOL) return;
    // The frame takes the first of several: that port is the right one over which something comes.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data: message }: MessageEvent<Partial<FrameMessage> | null>) => {
      if (this.#frame?.contentWindow !== frame) return;
      if (this.#port !== port1) {
        this.#restart();
        this.#port = port1;
        this.#due.setDataset = this.#dataset?.message;
        this.#say();
      }
      this.#hear(message);
    });
    port1.start();
    const connect: Connect = { type: 'connect', protocol: PROTOCOL };
    frame.postMessage(connect, '*', [port2]);
  };

  /** What comes from the frame is no more to be trusted than the page that it shows. */
  #hear(message: Partial<FrameMessage> | null): void {
    switch (message?.type) {
      case 'ready':
        this.#state = message.state;
        this.#fallback.hidden = true;
        if (!this.#isReady) {
          this.#isReady = true;
          // What the reader had before this load, and what was said meanwhile.
          if (this.#last)
            this.#due.setState = { type: 'setState', state: { ...this.#last, ...this.#due.setState?.state } };
          this.#say();
          for (const [resolve] of this.#waiting.splice(0)) resolve(this);
        }
        this.#tell('ready', message.state);
        break;
      case 'state':
        this.#state = message.state;
        this.#last = { ...message.state };
        if (message.by === 'reader') this.#tell('state', message.state);
        break;
      case 'select':
        if (message.by === 'reader') this.#tell('select', message.id);
        break;
      case 'height': {
        const height = Math.min(Math.max(message.height as number, LEAST_PX), MOST_PX);
        // Not for what is no number.
        if (!this.#frame || !(height > 0)) break;
        this.#frame.style.height = `${height}px`;
        // A pasted code keeps the room with it until now.
        this.style.minHeight = '';
        this.#tell('height', height);
        break;
      }
      case 'answer':
        if (message.id === this.#dataset?.message.id) this.#answer(!!message.ok);
        break;
      case 'error':
        this.#tell('error', { error: message.error, detail: message.detail });
        break;
      case 'open-link':
        if (/^https?:/.test(`${message.href}`) && this.#tell('open-link', { href: message.href }))
          open(message.href, '_blank', 'noopener,noreferrer');
    }
  }

  #answer(isThere: boolean): void {
    this.#dataset?.settle(isThere);
    if (!isThere) this.#dataset = undefined;
  }

  #forgetDataset(): void {
    this.#due.setDataset = undefined;
    this.#answer(false);
  }

  /** Says something to the frame, soon, or when it is ready for it; of what is said faster the last is told. */
  #say(message?: Said): void {
    if (message) this.#due[message.type] = message as never;
    this.#saying ??= setTimeout(this.#sayDue);
  }

  readonly #sayDue = (): void => {
    this.#saying = undefined;
    for (const type of SAID) {
      const message = this.#due[type];
      // Before there is a dataset there is no view.
      if (!message || !this.#port || (!this.#isReady && type === 'setState')) continue;
      this.#due[type] = undefined;
      this.#port.postMessage(message);
      this.#saying ??= setTimeout(this.#sayDue, EACH_MS);
    }
  };

  #name(): void {
    if (this.#frame) this.#frame.title = this.getAttribute('label') ?? 'Timeline';
  }

  /** Properties that were set before the script was here would hide those of the element. */
  #takeProperties(): void {
    const own = this as Record<string, unknown>;
    for (const name of ATTRIBUTES) {
      if (!Object.hasOwn(own, name)) continue;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }

  /** Whether nobody has said no. */
  #tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(
      new CustomEvent(`timeline-${name}`, { detail, bubbles: true, composed: true, cancelable: name === 'open-link' }),
    );
  }
}

/** Of all elements, so that an answer to one that was asked before is none to the next. */
let datasets = 0;

for (const name of ATTRIBUTES)
  Object.defineProperty(TimelineElement.prototype, name, {
    get(this: TimelineElement) {
      return this.getAttribute(name);
    },
    set(this: TimelineElement, value: unknown) {
      if (value === undefined || value === null || value === false) this.removeAttribute(name);
      else this.setAttribute(name, attributeOf(value));
    },
  });
