import type { TimelineEvents, TimelineHandle } from '../../app/timeline-handle';
import type { ViewRequest } from '../../state/address/host-view';
import type { DecodedAddress } from '../../state/address/address';
import type { DatasetInput } from '../../model/dataset-input';
import { ELEMENT_BASE } from '../element/element-base';
import type { InlineOptions } from './inline-options';

/** What the element needs of the library, which is loaded when one first stands in a page. */
export interface InlineLibrary {
  readonly mountTimeline: (element: Element, options: InlineOptions) => TimelineHandle;
  readonly decodeAddress: (params: URLSearchParams) => DecodedAddress;
}

/** Attributes that a timeline follows while it stands there: the view, in the words of the address. */
const VIEW_ATTRIBUTES =
  'from to scale group order expanded actors countries roles types tones match q event actor compare pair sort view'.split(
    ' ',
  );
/** Those that set it up: a change of these makes another one. */
const SETUP_ATTRIBUTES = 'src hide lock lang gestures motion allow'.split(' ');

/**
 * What a page says of all its elements (`article > *`, `main *`) it says of this one as well, and wins over what its root
 * says of it. As a line of text, a grid, a flexible box, a float or a cell it still holds one box that is as wide as it
 * gets: wider than any page, until the page bounds it. Size, place and whether it is there at all are the page's to say;
 * in columns, or with lines from above to below, there would be no timeline.
 */
const STYLE = `:host { display: block; columns: auto !important; writing-mode: horizontal-tb !important; }
:host([hidden]), [hidden] { display: none !important; }
:host > div { display: grid; grid: none / minmax(0, 9999px); grid-column: 1 / -1; }`;

/**
 * `<diplomatic-timeline-inline src="calls.json" group="actor">fallback</diplomatic-timeline-inline>`: a timeline in the
 * page itself, in a shadow root. What stands inside is shown until it is there. Taken out of the page it leaves nothing
 * behind; put back it begins anew, and one that is only moved goes on.
 */
export abstract class InlineElement extends ELEMENT_BASE {
  static readonly observedAttributes = [...SETUP_ATTRIBUTES, ...VIEW_ATTRIBUTES, 'theme', 'height'];

  /** Resolves with the handle as soon as there is a dataset on screen. */
  readonly ready: Promise<TimelineHandle>;
  readonly #root: ShadowRoot;
  readonly #place = document.createElement('div');
  readonly #fallback = document.createElement('slot');
  #isReady: (timeline: TimelineHandle) => void = () => undefined;
  #timeline: TimelineHandle | undefined;
  #library: InlineLibrary | undefined;
  #data: string | object | undefined;
  /** Counts mountings: what was loaded for a former one is of no use any more. */
  #turn = 0;
  #changed: Set<string> | undefined;

  constructor() {
    super();
    this.ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
    const root = this.attachShadow({ mode: 'open' });
    this.#root = root;
    this.adoptedCallback();
    const box = document.createElement('div');
    box.append(this.#fallback, this.#place);
    root.append(box);
  }

  /** Gets at the library: once for each mounting. */
  protected abstract load(): Promise<InlineLibrary>;

  /** A stylesheet belongs to the document that made it. */
  adoptedCallback(): void {
    const sheet = new (this.ownerDocument.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
  }

  /** The handle while the element stands in a document and the library is there. */
  get timeline(): TimelineHandle | undefined {
    return this.#timeline;
  }

  /** The dataset itself, as an object or as JSON; comes before the attribute `src`. Another one replaces it. */
  get data(): string | DatasetInput | object | undefined {
    return this.#data;
  }

  set data(data: string | DatasetInput | object | undefined) {
    this.#data = data;
    if (this.#timeline === undefined || data === undefined) this.#change('src');
    else void this.#timeline.setDataset(typeof data === 'string' ? data : JSON.stringify(data));
  }

  connectedCallback(): void {
    if (this.#timeline === undefined) void this.#mount();
  }

  /** A move keeps the timeline, in browsers that tell it from taking out and putting in. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    // Other browsers and frameworks move by taking out and putting in again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  attributeChangedCallback(name: string): void {
    this.#change(name);
  }

  /** Lays a part of the view over the one on screen, as soon as there is one. */
  setState(part: ViewRequest): void {
    void this.ready.then(() => this.#timeline?.setState(part));
  }

  /** Chooses an event by id; null lets go. */
  select(id: string | null): void {
    void this.ready.then(() => this.#timeline?.select(id ?? undefined));
  }

  /** The dataset on screen with whatever its reader has edited; undefined where there is none. */
  getDataset(): Promise<DatasetInput | undefined> {
    return this.#timeline?.getDataset() ?? Promise.resolve(undefined);
  }

  #change(name: string): void {
    if (this.#changed === undefined) queueMicrotask(this.#follow);
    (this.#changed ??= new Set()).add(name);
  }

  readonly #follow = (): void => {
    const changed = [...(this.#changed ?? [])];
    this.#changed = undefined;
    if (!this.isConnected) return;
    const isGone = (name: string) => VIEW_ATTRIBUTES.includes(name) && !this.hasAttribute(name);
    const timeline = this.#timeline;
    const library = this.#library;
    // What is taken away is the author's no more, and only a new one knows what the dataset opens with.
    if (
      timeline === undefined ||
      library === undefined ||
      changed.some((name) => SETUP_ATTRIBUTES.includes(name) || isGone(name))
    )
      return void this.#mount();
    if (changed.includes('theme')) timeline.setTheme(this.#asked(library).options.theme ?? 'auto');
    if (changed.includes('height')) timeline.setHeight(this.#height() ?? 'fill');
    const view = changed.filter((name) => VIEW_ATTRIBUTES.includes(name));
    if (view.length > 0) timeline.setState(this.#asked(library, view).view);
  };

  async #mount(): Promise<void> {
    this.#leave();
    const src = this.getAttribute('src');
    if (this.#data === undefined && src === null) return;
    const turn = this.#turn;
    const library = await this.load().catch((error: unknown) => {
      this.#tell('error', { kind: 'missing', source: 'diplomatic-timeline', detail: String(error) });
    });
    if (library === undefined || turn !== this.#turn || !this.isConnected) return;
    const { view, options } = this.#asked(library);
    // The timeline looks for it around its own place, which this element's root closes off.
    const lang = options.lang ?? this.closest('[lang]')?.getAttribute('lang');
    const height = this.#height();
    const timeline = library.mountTimeline(this.#place, {
      ...(this.#data === undefined ? { src: src ?? '' } : { dataset: this.#data }),
      view,
      options: { ...options, ...(lang ? { lang } : {}) },
      ...(height === undefined ? {} : { height }),
    });
    this.#timeline = timeline;
    this.#library = library;
    timeline.on('ready', () => {
      this.#fallback.hidden = true;
      this.#isReady(timeline);
      this.#tell('ready', timeline.getState());
    });
    timeline.on('state', (state) => this.#tell('state', state));
    timeline.on('select', (id) => this.#tell('select', id ?? null));
    timeline.on('dataset', (dataset) => this.#tell('dataset', dataset));
    timeline.on('error', (problem) => this.#tell('error', problem));
  }

  #leave(): void {
    this.#turn += 1;
    this.#timeline?.destroy();
    this.#timeline = undefined;
    this.#place.replaceChildren();
    this.#fallback.hidden = false;
  }

  #height(): 'content' | 'fill' | undefined {
    const height = this.getAttribute('height');
    return height === 'content' || height === 'fill' ? height : undefined;
  }

  /** What attributes ask for, all of them or some of the view's; what can't be read is left out. */
  #asked(
    { decodeAddress }: InlineLibrary,
    names: readonly string[] = [...SETUP_ATTRIBUTES, ...VIEW_ATTRIBUTES, 'theme'],
  ): DecodedAddress {
    const params = new URLSearchParams();
    for (const name of names) {
      const value = this.getAttribute(name);
      if (value !== null && name !== 'src') params.set(name, value);
    }
    return decodeAddress(params);
  }

  #tell(name: keyof TimelineEvents, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`timeline-${name}`, { detail, bubbles: true, composed: true }));
  }
}
