import type { MessageView } from '../frame-protocol';

/** What of an embedded timeline is used here; `embed.js` and the library bring the rest. */
interface Followed {
  readonly setState: (part: MessageView) => void;
}

interface EmbeddedTimeline extends HTMLElement, Followed {
  readonly on: (name: 'state', listener: (state: MessageView) => void) => void;
}

interface Library {
  readonly mountTimeline: (
    element: HTMLElement,
    options: object,
  ) => Followed & { readonly on: (name: 'select', listener: (id: string | undefined) => void) => void };
}

/**
 * A script of a dataset hands its text over as an event of its own element, before anybody could listen to that: on its
 * way down.
 */
let dataset: unknown;
document.addEventListener(
  'timeline-dataset',
  (event) => {
    dataset = event instanceof CustomEvent ? event.detail : undefined;
  },
  true,
);

// When the other scripts are here, however they came.
addEventListener('load', () => {
  if (location.protocol === 'file:') for (const frame of document.querySelectorAll('iframe')) openFromDisk(frame);
  const [element, byCountry, byType] = ['element', 'by-country', 'by-type'].map((id) =>
    document.querySelector<EmbeddedTimeline>(`#${id}`),
  );
  byCountry?.on('state', ({ from, to, event }) => byType?.setState({ from, to, event }));
  byType?.on('state', ({ from, to, event }) => byCountry?.setState({ from, to, event }));
  const place = document.querySelector<HTMLElement>('#inline');
  const library = (window as Window & { DiplomaticTimeline?: Library }).DiplomaticTimeline;
  if (place === null || library === undefined) return;
  const inline = library.mountTimeline(place, { dataset, group: 'actor', hide: ['details'], height: 'content' });
  element?.on('state', ({ event }) => inline.setState({ event }));
  const chosen = document.querySelector('#chosen');
  inline.on('select', (id) => {
    chosen?.replaceChildren(id === undefined ? '' : `Chosen: ${id}`);
  });
});

/** A browser lets a frame from a disk load its own files only where it isn't in a sandbox of another origin. */
function openFromDisk(frame: HTMLIFrameElement): void {
  frame.sandbox.add('allow-same-origin');
  const { src } = frame;
  frame.src = src;
}
