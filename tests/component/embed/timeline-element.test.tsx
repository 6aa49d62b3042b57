// Ports, which have no origin, and not windows.
/* oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL } from '../../../src/embed/frame-protocol';
import type { FrameMessage } from '../../../src/embed/frame-protocol';
import type { TimelineElement } from '../../../src/embed/element/timeline-element';
import { frameAddress } from '../../../src/embed/element/timeline-element';

beforeAll(async () => {
  CSSStyleSheet.prototype.replaceSync ??= () => undefined;
  await import('../../../src/entries/element');
});
let element: TimelineElement;
afterEach(() => document.body.replaceChildren());

function make(attributes: Readonly<Record<string, string>>): TimelineElement {
  const made = document.createElement('diplomatic-timeline') as TimelineElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(Object.assign(document.createElement('a'), { href: '#', textContent: 'The timeline' }));
  return made;
}

describe('the frame’s address', () => {
  test.each<[Record<string, string>, string | undefined]>([
    [{ src: 'https://example.org/t/' }, 'https://example.org/t/?embed=1'],
    [
      { src: '../t/?set=a', actors: 'a,b', from: '2016-02-22', theme: 'dark', label: 'L' },
      'http://localhost:3000/t/?set=a&embed=1&from=2016-02-22&actors=a%2Cb&theme=dark',
    ],
    [
      { src: 'https://example.org/t/?countries=US#event=e', countries: 'RU' },
      'https://example.org/t/?countries=RU&embed=1#event=e',
    ],
    [{ src: 'javascript:alert(1)' }, undefined],
    [{ src: 'JaVaScRiPt:alert(1)' }, undefined],
    [{ src: 'data:text/html,x' }, undefined],
    [{ src: 'blob:http://localhost/x' }, undefined],
    [{ src: 'file:///etc/passwd' }, undefined],
    [{ src: 'https://' }, undefined],
  ])('%o', (attributes, address) => {
    expect(frameAddress(make(attributes))).toBe(address);
  });
});

const frameOf = (host: TimelineElement) => host.shadowRoot?.querySelector('iframe') ?? undefined;

test('makes the frame as a page without scripts would', () => {
  document.body.append(make({ src: 'https://example.org/t/', label: 'Timeline: Syria' }));
  const frame = frameOf(document.querySelector<TimelineElement>('diplomatic-timeline')!)!;
  expect(frame.getAttribute('sandbox')).toBe(
    'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads',
  );
  expect([frame.title, frame.getAttribute('style')]).toEqual(['Timeline: Syria', null]);
});

test('for an address that is no page’s there is no frame, a word of it, and the fallback', () => {
  element = make({ src: 'javascript:alert(1)' });
  const heard: unknown[] = [];
  element.on('error', (detail) => heard.push(detail));
  document.body.append(element);
  expect(heard).toEqual([{ error: 'not-allowed', detail: 'src' }]);
  expect(frameOf(element)).toBeUndefined();
  expect(element.shadowRoot?.querySelector('slot')?.hidden).toBe(false);
});

describe('with a frame', () => {
  let sent: { data: unknown; ports: readonly MessagePort[] }[];
  const events: [string, unknown][] = [];

  const hello = (source: unknown, data: unknown = { type: 'hello', protocol: PROTOCOL }) =>
    window.dispatchEvent(Object.assign(new Event('message'), { data, source }));
  /** The frame's end of the port that the host handed over last. */
  const port = () => sent.at(-1)!.ports[0]!;
  /** Says something as the frame would, and waits until the element has told of it. */
  const say = (message: FrameMessage | unknown, event: string) =>
    new Promise<unknown>((done) => {
      element.addEventListener(event, (heard) => done((heard as CustomEvent).detail), { once: true });
      port().postMessage(message);
    });
  const state = { group: 'country', event: null };

  beforeEach(() => {
    sent = [];
    events.length = 0;
    element = make({ src: './index.html', countries: 'RU' });
    for (const name of ['ready', 'state', 'select', 'height', 'error', 'open-link'])
      element.addEventListener(`timeline-${name}`, (event) => events.push([name, (event as CustomEvent).detail]));
    document.body.append(element);
    // jsdom loads no frame in a shadow root.
    const contentWindow = {
      postMessage: (data: unknown, _: string, ports: MessagePort[]) => sent.push({ data, ports }),
    };
    Object.defineProperty(frameOf(element)!, 'contentWindow', { value: contentWindow });
  });
  afterEach(() => {
    for (const { ports } of sent) ports[0]?.close();
    element.destroy();
  });
  const window0 = () => frameOf(element)!.contentWindow;

  test('answers its own frame, and nobody else', () => {
    hello(window);
    hello(null);
    hello(window0(), { type: 'hello', protocol: 'diplomatic-timeline/2' });
    hello(window0(), 'hello');
    hello(window0(), null);
    expect(sent).toEqual([]);
    hello(window0());
    expect(sent.map(({ data }) => data)).toEqual([{ type: 'connect', protocol: PROTOCOL }]);
  });

  test('the fallback goes when the frame is ready, and the handle knows the view', async () => {
    const slot = element.shadowRoot!.querySelector('slot')!;
    hello(window0());
    expect([slot.hidden, element.getState()]).toEqual([false, undefined]);
    await say({ type: 'ready', state }, 'timeline-ready');
    await expect(element.ready).resolves.toBe(element);
    expect([slot.hidden, element.getState()]).toEqual([true, state]);
  });

  test.each([
    [500, 500],
    [10, 120],
    [1e9, 4000],
  ])('a height of %i makes the frame %i px high', async (asked, height) => {
    hello(window0());
    expect(await say({ type: 'height', height: asked }, 'timeline-height')).toBe(height);
    expect(frameOf(element)!.style.height).toBe(`${height}px`);
  });

  test('what the host asked for isn’t told as if a reader had', async () => {
    hello(window0());
    port().postMessage({ type: 'state', state: { group: 'type' }, by: 'host' });
    port().postMessage({ type: 'select', id: 'a', by: 'host' });
    expect(await say({ type: 'state', state: { group: 'actor' }, by: 'reader' }, 'timeline-state')).toEqual({
      group: 'actor',
    });
    expect(events.map(([name]) => name)).toEqual(['state']);
    expect(element.getState()).toEqual({ group: 'actor' });
  });

  test('of several hellos the port counts over which the frame speaks', async () => {
    hello(window0());
    hello(window0());
    const first = sent[0]!.ports[0]!;
    const told = new Promise((done) => {
      element.addEventListener('timeline-ready', done, { once: true });
    });
    first.postMessage({ type: 'ready', state });
    await told;
    const heard = new Promise((done) => {
      first.onmessage = ({ data }) => done(data);
    });
    element.setState({ event: 'a' });
    expect(await heard).toEqual({ type: 'setState', state: { event: 'a' } });
  });

  test('attributes that change are told in one message; one that goes, or sets the page up, loads it anew', async () => {
    hello(window0());
    await say({ type: 'ready', state }, 'timeline-ready');
    const heard: unknown[] = [];
    const all = new Promise<void>((done) => {
      port().onmessage = ({ data }) => heard.push(data) === 2 && done();
    });
    element.setAttribute('countries', 'US');
    element.setAttribute('group', 'type');
    element.setAttribute('theme', 'dark');
    await all;
    expect(heard).toEqual([
      { type: 'setTheme', theme: 'dark' },
      { type: 'setState', state: { countries: 'US', group: 'type' } },
    ]);
    const before = frameOf(element);
    element.removeAttribute('countries');
    await Promise.resolve();
    expect(frameOf(element)).not.toBe(before);
    expect(frameOf(element)!.src).toBe('http://localhost:3000/index.html?embed=1&group=type&theme=dark');
  });

  test('nonsense from the frame changes nothing', async () => {
    hello(window0());
    for (const message of [
      null,
      7,
      'height',
      { type: 'navigate', href: 'x' },
      { type: 'height', height: 'tall' },
      { type: 'open-link', href: 'javascript:alert(1)' },
      { type: 'open-link' },
    ])
      port().postMessage(message);
    await say({ type: 'ready', state }, 'timeline-ready');
    expect(frameOf(element)!.style.height).toBe('');
    expect(events.filter(([name]) => name === 'open-link')).toEqual([]);
  });
});
