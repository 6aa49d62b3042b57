import type { MessageView } from '../frame-protocol';
import { ATTRIBUTES } from './frame-address';
import { makeFrameHost } from './frame-host';
import { ELEMENT_BASE } from './element-base';

/** What `on` listens to, with what it is told. */
interface ElementEvents {
  readonly ready: MessageView;
  /** The reader changed the view. What the element itself was told to show isn't told back. */
  readonly state: MessageView;
  readonly select: string | null;
  /** The reader has edited it: all of it, as `getDataset` gives it. */
  readonly dataset: object;
  readonly height: number;
  readonly error: { readonly error: string; readonly detail: string };
  readonly 'open-link': { readonly href: string };
}

/**
 * `<diplomatic-timeline src="..." label="Timeline: ...">fallback link</diplomatic-timeline>`: a timeline in a sandboxed
 * frame, as high as its content. What stands inside is shown until the frame is ready, and stays if it never is. Each
 * attribute is a property, too. Out of the page it has no frame; put in again it loads anew, and shows what it showed.
 */
export class TimelineElement extends ELEMENT_BASE {
  static readonly observedAttributes = ATTRIBUTES;

  readonly #host = makeFrameHost(this);

  connectedCallback(): void {
    // Properties that were set before the script was here would hide those of the element.
    const own = this as Record<string, unknown>;
    for (const name of ATTRIBUTES) {
      if (Object.hasOwn(own, name)) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
    this.#host.enter();
  }

  /** Moved by `moveBefore` a frame stays what it is. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this.#host.leave();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before !== now) this.#host.change(name);
  }

  /**
   * Resolves with the element as soon as there is a dataset on screen; after a move or another load, that of the new
   * one. Rejected by `destroy`.
   */
  get ready(): Promise<this> {
    return this.#host.ready();
  }

  /** The view on screen, in the words of the address; undefined until `ready`. */
  getState(): MessageView | undefined {
    return this.#host.getState();
  }

  /**
   * Lays a part of the view over the one on screen, as soon as there is one; null for what it is without anything said.
   * Not told back as a `timeline-state`.
   */
  setState(state: MessageView): void {
    this.#host.setState(state);
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
  setDataset(dataset: string | object, name?: string): Promise<boolean> {
    return this.#host.setDataset(dataset, name);
  }

  /**
   * The dataset on screen with whatever its reader has edited, in the form that `setDataset` takes; undefined until `ready`,
   * and where the element doesn't say `allow="edit"`.
   */
  getDataset(): object | undefined {
    return this.#host.getDataset();
  }

  /** The events of the element without their prefix: `on('state', listener)`. Returns how to stop listening. */
  on<Name extends keyof ElementEvents>(name: Name, listener: (detail: ElementEvents[Name]) => void): () => void {
    const hear = (event: Event) => listener((event as CustomEvent<ElementEvents[Name]>).detail);
    this.addEventListener(`timeline-${name}`, hear);
    return () => this.removeEventListener(`timeline-${name}`, hear);
  }

  /** Takes the frame away; the fallback comes back. */
  destroy(): void {
    this.#host.destroy();
  }
}

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

/** A property's value as its attribute. */
function attributeOf(value: unknown): string {
  return Array.isArray(value)
    ? value.map((id) => `${id}`.replace(/[%,]/g, encodeURIComponent)).join()
    : `${value instanceof Date ? +value : value}`;
}
