import { createHandle } from '../../app/timeline-handle';
import type { HandledTimeline } from '../../app/timeline-handle';
import { fullScreenElement } from '../../ui/kit/full-screen';
import { screenBoxOf } from '../../ui/kit/screen-space';
import { serveHost } from './serve-host';
import { PROTOCOL } from '../frame-protocol';
import type { FrameMessage, Hello } from '../frame-protocol';

/**
 * Speaks with the page that this one stands in as a frame, over the port that it hands in: docs/embedding.md. Until it
 * does, the timeline fills the frame; from then on it is as high as its content, and the host makes room. So it is where
 * a host that knows other words has made the room that these asked for.
 */
export function connectFrame(mounted: HandledTimeline, target: Element, tellsDataset = false): void {
  const timeline = createHandle(mounted);
  let post: ((message: FrameMessage) => void) | undefined;
  /** Heights that the frame didn't have when they were told: a host may come to an earlier one while the next is told. */
  const asked = new Set<number>();
  const report = reportHeight(target, (height) => {
    if (height !== window.innerHeight) asked.add(height);
    post?.({ type: 'height', height });
    for (const message of inOtherWords(height)) window.parent.postMessage(message, '*');
  });
  const { measure } = report;
  // What lies hidden in a box that scrolls grows without any box of its own that an observer of sizes could see.
  const content = new MutationObserver(measure);
  content.observe(target, { subtree: true, childList: true, attributeFilter: ['style'] });
  const grow = () => {
    content.disconnect();
    window.removeEventListener('resize', onResize);
    timeline.setHeight('content');
  };
  const onResize = () => {
    if (asked.has(window.innerHeight)) grow();
    else measure();
  };
  window.addEventListener('resize', onResize);
  timeline.on('ready', () => {
    measure();
    void timeline.whenPainted().then(measure);
  });
  timeline.on('state', measure);
  greetParent((port) => {
    ({ post } = serveHost(port, timeline, { tellsDataset }));
    post({ type: 'connected' });
    grow();
    report.again();
    askForLinks(target, (href) => post?.({ type: 'open-link', href }));
  });
}

/** A height as Embedly's hosts hear it (and those of Flourish and Observable), and AMP's. Numbers, and nothing else. */
function inOtherWords(height: number): readonly object[] {
  return [
    { context: 'iframe.resize', height },
    { sentinel: 'amp', type: 'embed-size', height },
  ];
}

/**
 * Leaves it to the host page whether a link that opens a new tab does so: plain clicks are told instead of followed.
 * With a key held or another button the reader has said how to open it, and the browser does. Returns how to stop.
 */
function askForLinks(inside: Element, ask: (href: string) => void): () => void {
  const onClick = (event: Event) => {
    if (
      !(event instanceof MouseEvent) ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.target !== '_blank' || !['http:', 'https:'].includes(link.protocol)) return;
    event.preventDefault();
    ask(link.href);
  };
  inside.addEventListener('click', onClick);
  return () => inside.removeEventListener('click', onClick);
}

/** A loader that comes late must still hear one of them. */
const HELLO_AT_MS = [0, 100, 400, 1600];
const HELLO: Hello = { type: 'hello', protocol: PROTOCOL };

/**
 * Tells the parent that the frame is there, and calls back with the port of the first `connect` that the parent itself
 * sends. Messages of anybody else, and every later `connect`, change nothing. Returns how to stop.
 */
function greetParent(onPort: (port: MessagePort) => void): () => void {
  const { parent } = window;
  const hellos = HELLO_AT_MS.map((ms) => setTimeout(() => parent.postMessage(HELLO, '*'), ms));
  const stop = () => {
    for (const hello of hellos) clearTimeout(hello);
    window.removeEventListener('message', onMessage);
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    const [port, ...more] = event.ports;
    if (event.source !== parent || port === undefined || more.length > 0 || !isConnect(event.data)) return;
    stop();
    onPort(port);
  };
  window.addEventListener('message', onMessage);
  return stop;
}

function isConnect(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    'protocol' in data &&
    data.type === 'connect' &&
    data.protocol === PROTOCOL
  );
}

/**
 * What opens comes in steps: the code of a list, its first cards, their true heights. The host hears of them together.
 */
const GATHER_MS = 80;

interface HeightReport {
  /**
   * Has it measured again: a frame out of sight isn't drawn, and observers keep silent in it, but it can be measured.
   */
  readonly measure: () => void;
  /** Tells it once more, even if it is as before. */
  readonly again: () => void;
}

/**
 * Calls back with the height that an element needs, in whole CSS px, soon and whenever it becomes another one. An
 * element that isn't laid out (a hidden tab) or fills the screen says nothing; it is told when that is over.
 */
function reportHeight(element: Element, tell: (heightPx: number) => void): HeightReport {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = () => {
    timer = undefined;
    const heightPx = Math.ceil(neededPx(element));
    // Nobody has room for what is no number.
    if (!(heightPx > 0 && heightPx < Infinity) || heightPx === told || fullScreenElement() !== undefined) return;
    told = heightPx;
    tell(heightPx);
  };
  const measure = () => {
    timer ??= setTimeout(report, GATHER_MS);
  };
  new ResizeObserver(measure).observe(element);
  return {
    measure,
    again: () => {
      told = 0;
      measure();
    },
  };
}

/** The element's own height, and what lies hidden in a box that scrolls because the timeline fills its frame. */
function neededPx(element: Element): number {
  const { height } = screenBoxOf(element);
  if (height === 0) return 0;
  const hidden = [...element.querySelectorAll('.dt-app--fill :is(.dt-lanes, .dt-view)')].map(
    (box) => box.scrollHeight - box.clientHeight,
  );
  return height + Math.max(0, ...hidden);
}
