// Ports, which have no origin, and not windows.
/* oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PROTOCOL } from '../../../src/embed/frame-protocol';
import type { FrameMessage } from '../../../src/embed/frame-protocol';
import type { TimelineElement } from '../../../src/embed/element/timeline-element';
import { frameAddress } from '../../../src/embed/element/frame-address';

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
    expect(frameOf(element)!.style.minHeight).toBe(`${height}px`);
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

  /** What the frame hears from now on; resolves when there are so many. */
  const hearing = (count: number, from = port()) =>
    new Promise<unknown[]>((done) => {
      const heard: unknown[] = [];
      from.onmessage = ({ data }) => {
        heard.push(data);
        if (heard.length === count) done(heard);
      };
    });
  /** As a page that has just come into the frame. */
  const arrive = () => {
    const frame = frameOf(element)!;
    if (frame.contentWindow === null || !('isTests' in frame.contentWindow))
      Object.defineProperty(frame, 'contentWindow', {
        value: {
          isTests: true,
          postMessage: (data: unknown, _: string, ports: MessagePort[]) => sent.push({ data, ports }),
        },
      });
    hello(frame.contentWindow);
  };

  test('attributes that change are told in one message, and so is one that goes', async () => {
    hello(window0());
    await say({ type: 'ready', state }, 'timeline-ready');
    const before = frameOf(element);
    const first = hearing(2);
    element.setAttribute('countries', 'US');
    element.setAttribute('group', 'type');
    element.setAttribute('theme', 'dark');
    element.setAttribute('q', '');
    expect(await first).toEqual([
      { type: 'setTheme', theme: 'dark' },
      { type: 'setState', state: { countries: 'US', group: 'type', q: '' } },
    ]);
    const second = hearing(2);
    element.removeAttribute('countries');
    element.removeAttribute('theme');
    element.setAttribute('group', 'type');
    element.setAttribute('label', 'Another');
    expect(await second).toEqual([
      { type: 'setTheme', theme: 'auto' },
      { type: 'setState', state: { countries: null } },
    ]);
    expect(frameOf(element)).toBe(before);
    expect(before!.title).toBe('Another');
  });

  test('one that sets the page up loads it anew, and the view that was there is given back', async () => {
    hello(window0());
    await say({ type: 'ready', state }, 'timeline-ready');
    await say({ type: 'state', by: 'reader', state: { group: 'type', from: 5, event: 'a' } }, 'timeline-state');
    const before = frameOf(element);
    element.setAttribute('lang', 'fr');
    await Promise.resolve();
    expect(frameOf(element)).not.toBe(before);
    expect(frameOf(element)!.src).toBe('http://localhost:3000/index.html?embed=1&lang=fr&countries=RU');
    expect(element.getState()).toBeUndefined();
    element.setState({ event: 'b' });
    arrive();
    const heard = hearing(1);
    await say({ type: 'ready', state: { group: 'country' } }, 'timeline-ready');
    expect(await heard).toEqual([{ type: 'setState', state: { group: 'type', from: 5, event: 'b' } }]);
    // How a dataset opens only a new page knows; all else is as it was.
    element.setAttribute('from', '2016-02-22');
    await Promise.resolve();
    element.removeAttribute('from');
    await Promise.resolve();
    expect(frameOf(element)!.src).toBe('http://localhost:3000/index.html?embed=1&lang=fr&countries=RU');
    arrive();
    const again = hearing(1);
    await say({ type: 'ready', state: {} }, 'timeline-ready');
    expect(await again).toEqual([{ type: 'setState', state: { group: 'type', event: 'a' } }]);
    // Of another dataset nothing is known.
    element.setAttribute('set', 'other');
    await Promise.resolve();
    arrive();
    await say({ type: 'ready', state: {} }, 'timeline-ready');
    const last = hearing(1);
    element.select('c');
    expect(await last).toEqual([{ type: 'setState', state: { event: 'c' } }]);
  });

  test('what changes before it is ready waits, and loads nothing', async () => {
    const before = frameOf(element);
    for (let n = 0; n < 40; n++) {
      element.setAttribute('from', String(Date.UTC(2016, 0, 1 + n)));
      element.setState({ q: `word ${n}` });
      await Promise.resolve();
    }
    element.select('a');
    hello(window0());
    const heard = hearing(1);
    await say({ type: 'ready', state }, 'timeline-ready');
    expect(await heard).toEqual([
      { type: 'setState', state: { from: String(Date.UTC(2016, 1, 9)), q: 'word 39', event: 'a' } },
    ]);
    expect(frameOf(element)).toBe(before);
  });

  test('of what is said faster than it may be, the last is told, and little of the rest', async () => {
    hello(window0());
    await say({ type: 'ready', state }, 'timeline-ready');
    const heard: unknown[] = [];
    const last = new Promise<void>((done) => {
      port().onmessage = ({ data }: MessageEvent<{ readonly state: { readonly q: string } }>) => {
        heard.push(data);
        if (data.state.q === '59') done();
      };
    });
    for (let n = 0; n < 60; n++) {
      element.setState({ q: String(n) });
      await Promise.resolve();
    }
    await last;
    expect(heard.length).toBeLessThanOrEqual(2);
  });

  test('out of the page and in again it is ready anew, with what it showed and what was said meanwhile', async () => {
    hello(window0());
    const ready = element.ready;
    await say({ type: 'ready', state }, 'timeline-ready');
    expect(await ready).toBe(element);
    await say({ type: 'state', by: 'reader', state: { group: 'type' } }, 'timeline-state');
    await say({ type: 'height', height: 333 }, 'timeline-height');
    element.remove();
    element.setState({ sort: 'title' });
    document.body.append(element);
    expect(element.getState()).toBeUndefined();
    expect(frameOf(element)!.style.minHeight).toBe('');
    let isReady = false;
    const anew = element.ready.then(() => {
      isReady = true;
    });
    element.setState({ event: 'a' });
    await Promise.resolve();
    expect([isReady, frameOf(element)!.contentWindow]).toEqual([false, null]);
    arrive();
    const heard = hearing(1);
    await say({ type: 'ready', state: { group: 'country' } }, 'timeline-ready');
    await anew;
    expect(await heard).toEqual([{ type: 'setState', state: { group: 'type', sort: 'title', event: 'a' } }]);
    expect(element.getState()).toEqual({ group: 'country' });
  });

  test('put elsewhere in one go it has the frame that the browser loads anew by itself', async () => {
    hello(window0());
    await say({ type: 'ready', state }, 'timeline-ready');
    await say({ type: 'state', by: 'reader', state: { group: 'type' } }, 'timeline-state');
    const frame = frameOf(element);
    document.body.appendChild(document.createElement('section')).append(element);
    expect([element.getState(), frameOf(element)]).toEqual([undefined, frame]);
    hello(window0());
    const heard = hearing(1);
    await say({ type: 'ready', state: { group: 'country' } }, 'timeline-ready');
    expect(await heard).toEqual([{ type: 'setState', state: { group: 'type' } }]);
  });

  test('moved without leaving the page it keeps its frame', () => {
    expect(typeof element.connectedMoveCallback).toBe('function');
  });

  test('another page in the frame (a reload) is another load', async () => {
    hello(window0());
    await say({ type: 'ready', state }, 'timeline-ready');
    await say({ type: 'state', by: 'reader', state: { group: 'type' } }, 'timeline-state');
    hello(window0());
    const heard = hearing(1);
    port().postMessage({ type: 'connected' });
    await say({ type: 'height', height: 200 }, 'timeline-height');
    expect(element.getState()).toBeUndefined();
    await say({ type: 'ready', state: {} }, 'timeline-ready');
    expect(await heard).toEqual([{ type: 'setState', state: { group: 'type' } }]);
  });

  test('a dataset is told before there is another, answered, and told again after a reload', async () => {
    const given = element.setDataset({ title: 'First' });
    const other = element.setDataset('Second', 'second.json');
    expect(await given).toBe(false);
    element.setState({ q: 'x' });
    hello(window0());
    const heard = hearing(1);
    port().postMessage({ type: 'connected' });
    const [message] = (await heard) as [{ readonly id: number }];
    expect(message).toEqual({ type: 'setDataset', dataset: 'Second', name: 'second.json', id: message.id });
    const state0 = hearing(1);
    await say({ type: 'ready', state }, 'timeline-ready');
    expect(await state0).toEqual([{ type: 'setState', state: { q: 'x' } }]);
    port().postMessage({ type: 'answer', id: message.id - 1, ok: false, detail: '' });
    port().postMessage({ type: 'answer', id: message.id, ok: true, detail: '' });
    expect(await other).toBe(true);
    hello(window0());
    const again = hearing(1);
    port().postMessage({ type: 'connected' });
    expect(await again).toEqual([message]);
    const bad = element.setDataset('Dear reader');
    const [asked] = (await hearing(1)) as [{ readonly id: number }];
    port().postMessage({ type: 'answer', id: asked.id, ok: false, detail: 'not-json' });
    expect(await bad).toBe(false);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    await expect(element.setDataset(circle)).rejects.toThrow(TypeError);
  });

  test('what is said is plain data: no NaN, dates as texts, no proxies', async () => {
    hello(window0());
    await say({ type: 'ready', state }, 'timeline-ready');
    const heard = hearing(1);
    element.setState({
      from: Number.NaN,
      to: new Date(0),
      scale: Infinity,
      actors: new Proxy(['a'], {}),
      q: undefined,
      event: null,
      pair: new Date(Number.NaN),
    });
    expect(await heard).toEqual([
      {
        type: 'setState',
        state: { from: 'NaN', to: '1970-01-01T00:00:00.000Z', scale: 'NaN', actors: ['a'], event: null, pair: 'NaN' },
      },
    ]);
  });

  test('destroyed, nobody waits any more, and what is called does nothing', async () => {
    const ready = element.ready;
    const dataset = element.setDataset('x');
    element.destroy();
    await expect(ready).rejects.toMatchObject({ name: 'AbortError' });
    expect(await dataset).toBe(false);
    element.destroy();
    element.setState({ q: 'x' });
    element.select('a');
    element.setAttribute('set', 'b');
    await Promise.resolve();
    expect([frameOf(element), element.getState()]).toEqual([undefined, undefined]);
  });

  test('nonsense from the frame changes nothing', async () => {
    hello(window0());
    for (const message of [
      null,
      7,
      'height',
      { type: 'navigate', href: 'x' },
      { type: 'height', height: 'tall' },
      { type: 'height', height: Number.NaN },
      { type: 'height' },
      { type: 'open-link', href: 'javascript:alert(1)' },
      { type: 'open-link' },
    ])
      port().postMessage(message);
    await say({ type: 'ready', state }, 'timeline-ready');
    expect(frameOf(element)!.style.minHeight).toBe('');
    expect(events.map(([name]) => name)).toEqual(['ready']);
  });

  test('the room that a code keeps is given up for the height that there is', async () => {
    element.style.minHeight = '560px';
    hello(window0());
    await say({ type: 'height', height: 300 }, 'timeline-height');
    expect([element.style.minHeight, frameOf(element)!.style.minHeight]).toEqual(['', '300px']);
  });
});

describe('attributes are properties', () => {
  const own = (properties: object) => {
    const made = Object.assign(document.createElement('diplomatic-timeline'), properties);
    return Object.fromEntries(made.getAttributeNames().map((name) => [name, made.getAttribute(name)]));
  };

  test.each<[object, Record<string, string>]>([
    [{ actors: ['a', 'b,c', '5%'] }, { actors: 'a,b%2Cc,5%25' }],
    [
      { from: Date.UTC(2016, 1, 22), to: new Date(Date.UTC(2016, 1, 23)) },
      { from: '1456099200000', to: '1456185600000' },
    ],
    [
      { q: 'talks', event: null, view: undefined, lock: false, set: '' },
      { q: 'talks', set: '' },
    ],
  ])('%o', (properties, attributes) => {
    expect(own(properties)).toEqual(attributes);
  });

  test('set before the element is known, they count when it is', () => {
    const made = document.createElement('diplomatic-timeline') as TimelineElement & { actors: unknown };
    Object.defineProperty(made, 'actors', { value: ['a', 'b'], configurable: true, writable: true, enumerable: true });
    document.body.append(made);
    expect([made.getAttribute('actors'), made.actors]).toEqual(['a,b', 'a,b']);
  });

  test('an element is made first and set up later, in the page or out of it', async () => {
    const made = document.createElement('diplomatic-timeline') as TimelineElement & { src: string };
    const errors: unknown[] = [];
    made.on('error', (detail) => errors.push(detail));
    document.body.append(made);
    expect([frameOf(made), errors]).toEqual([undefined, []]);
    made.src = './index.html';
    made.setAttribute('group', 'type');
    await Promise.resolve();
    expect(frameOf(made)!.src).toBe('http://localhost:3000/index.html?embed=1&group=type');
  });
});
