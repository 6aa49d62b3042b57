import { parseUrl } from '../../base/parse-url';
import { PROTOCOL } from '../frame-protocol';
import type { Connect, FrameMessage, HostMessage, MessageView } from '../frame-protocol';

/** Attributes that a frame takes over by a message while it stands there: the view, in the words of the address. */
const VIEW_ATTRIBUTES =
  'from to scale group order expanded actors countries roles types tones match q event actor compare pair sort view'.split(
    ' ',
  );
/** Those that set a page up: a change of these loads the frame anew. */
const PAGE_ATTRIBUTES = 'src set data hide lock lang gestures motion label'.split(' ');

/**
 * The address of an element's frame: its `src` against the page's, with the other attributes as parameters. Undefined
 * for an address that isn't a page's (`javascript:` and the like); `file:` is one only where the host page is a file
 * too.
 */
export function frameAddress(element: Element): string | undefined {
  const src = element.getAttribute('src') ?? '';
  const { baseURI } = element;
  const url = parseUrl(src, baseURI);
  if (url === undefined) return undefined;
  const isPage = /^https?:$/.test(url.protocol) || (url.protocol === 'file:' && baseURI.startsWith('file:'));
  if (!isPage) return undefined;
  url.searchParams.set('embed', '1');
  for (const name of [...PAGE_ATTRIBUTES, ...VIEW_ATTRIBUTES, 'theme']) {
    const value = element.getAttribute(name);
    if (value !== null && name !== 'src' && name !== 'label') url.searchParams.set(name, value);
  }
  return url.href;
}

const LEAST_PX = 120;
const MOST_PX = 4000;
/** Until the frame says how high it wants to be. */
const FIRST_PX = 560;

const STYLE = `:host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:${FIRST_PX}px;border:0}`;

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

/**
 * `<diplomatic-timeline src="..." label="Timeline: ...">fallback link</diplomatic-timeline>`: a timeline in a sandboxed
 * frame, as high as its content. What stands inside is shown until the frame is ready, and stays if it never is.
 */
export class TimelineElement extends HTMLElement {
  static readonly observedAttributes = [...PAGE_ATTRIBUTES, ...VIEW_ATTRIBUTES, 'theme'];

  /** Resolves with the element as soon as there is a dataset on screen. */
  readonly ready: Promise<this>;
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #fallback = document.createElement('slot');
  #isReady: (element: this) => void = () => undefined;
  #frame: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  #state: MessageView | undefined;
  /** Attributes that changed and wait for the end of the task, so that several make one message. */
  #changed: Set<string> | undefined;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(this.#fallback);
  }

  connectedCallback(): void {
    addEventListener('message', this.#onMessage);
    this.#load();
  }

  disconnectedCallback(): void {
    this.destroy();
  }

  attributeChangedCallback(name: string): void {
    if (this.#frame === undefined) return;
    if (this.#changed === undefined) queueMicrotask(this.#follow);
    (this.#changed ??= new Set()).add(name);
  }

  /** The view on screen, in the words of the address; undefined until `ready`. */
  getState(): MessageView | undefined {
    return this.#state;
  }

  /** Lays a part of the view over the one on screen, as soon as there is one. Not told back as a `timeline-state`. */
  setState(state: MessageView): void {
    this.#post({ type: 'setState', state });
  }

  /** Chooses an event by id; null lets go. */
  select(id: string | null = null): void {
    this.#post({ type: 'select', id });
  }

  /** The events of the element without their prefix: `on('state', listener)`. Returns how to stop listening. */
  on<Name extends keyof ElementEvents>(name: Name, listener: (detail: ElementEvents[Name]) => void): () => void {
    const hear = (event: Event) => listener((event as CustomEvent<ElementEvents[Name]>).detail);
    this.addEventListener(`timeline-${name}`, hear);
    return () => this.removeEventListener(`timeline-${name}`, hear);
  }

  /** Takes the frame away; the fallback comes back. */
  destroy(): void {
    removeEventListener('message', this.#onMessage);
    this.#frame?.remove();
    this.#port?.close();
    this.#frame = this.#port = undefined;
    this.#fallback.hidden = false;
  }

  #load(): void {
    this.#frame?.remove();
    this.#port = undefined;
    this.#fallback.hidden = false;
    const address = frameAddress(this);
    if (address === undefined) {
      this.#tell('error', { error: 'not-allowed', detail: 'src' });
      return;
    }
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('label') ?? 'Timeline';
    frame.loading = 'lazy';
    frame.referrerPolicy = 'no-referrer';
    frame.allow = 'fullscreen; clipboard-write';
    // From a disk, a frame without an origin may not even load its own script.
    frame.setAttribute(
      'sandbox',
      `allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads${address.startsWith('file:') ? ' allow-same-origin' : ''}`,
    );
    frame.src = address;
    this.#frame = frame;
    this.#root.append(frame);
  }

  readonly #follow = (): void => {
    const changed = [...(this.#changed ?? [])];
    this.#changed = undefined;
    if (this.#frame === undefined) return;
    const isTold = (name: string) => this.getAttribute(name) !== null && !PAGE_ATTRIBUTES.includes(name);
    // What is taken away is the author's no more, and only a new page knows what the dataset opens with.
    if (this.#port === undefined || !changed.every(isTold)) return this.#load();
    if (changed.includes('theme')) this.#post({ type: 'setTheme', theme: this.getAttribute('theme') as 'auto' });
    const view = changed.filter((name) => name !== 'theme').map((name) => [name, this.getAttribute(name)]);
    if (view.length > 0) this.setState(Object.fromEntries(view));
  };

  readonly #onMessage = ({ source, data }: MessageEvent<Partial<Connect> | undefined>): void => {
    const frame = this.#frame?.contentWindow;
    if (!frame || source !== frame || (data?.type as string) !== 'hello' || data?.protocol !== PROTOCOL) return;
    // The frame takes the first of several: that port is the right one over which something comes.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data: message }: MessageEvent<Partial<FrameMessage> | null>) => {
      if (this.#frame?.contentWindow !== frame) return;
      this.#port = port1;
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
        this.#isReady(this);
        this.#tell('ready', message.state);
        break;
      case 'state':
        this.#state = message.state;
        if (message.by === 'reader') this.#tell('state', message.state);
        break;
      case 'select':
        if (message.by === 'reader') this.#tell('select', message.id);
        break;
      case 'height': {
        const height = Math.min(Math.max(Number(message.height), LEAST_PX), MOST_PX);
        if (this.#frame !== undefined && height > 0) this.#frame.style.height = `${height}px`;
        this.#tell('height', height);
        break;
      }
      case 'error':
        this.#tell('error', { error: message.error, detail: message.detail });
        break;
      case 'open-link':
        if (/^https?:/.test(String(message.href)) && this.#tell('open-link', { href: message.href }))
          open(message.href, '_blank', 'noopener,noreferrer');
    }
  }

  #post(message: HostMessage): void {
    void this.ready.then(() => this.#port?.postMessage(message));
  }

  /** Whether nobody has said no. */
  #tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(
      new CustomEvent(`timeline-${name}`, { detail, bubbles: true, composed: true, cancelable: name === 'open-link' }),
    );
  }
}
