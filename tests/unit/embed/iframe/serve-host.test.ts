import { afterEach, expect, test, vi } from 'vitest';
import type { FrameMessage } from '../../../../src/embed/frame-protocol';
import { serveHost } from '../../../../src/embed/iframe/serve-host';
import type { ServedTimeline } from '../../../../src/embed/iframe/serve-host';

type Heard = Parameters<ServedTimeline['on']>[1];

/** A timeline that remembers what it was told, and a host's end of the port. */
function connected() {
  const listeners = new Map<string, Set<Heard>>();
  const tell = (name: string, detail?: unknown) => {
    for (const listener of listeners.get(name) ?? []) (listener as (detail: unknown) => void)(detail);
  };
  const told: unknown[] = [];
  let view: Record<string, unknown> = { group: 'country', from: null, to: 1.4 };
  const timeline = {
    getState: () => view,
    setState: (part: object) => {
      told.push(part);
      view = { ...view, ...part };
      tell('state', view);
    },
    select: (id: string | undefined) => {
      told.push(id);
      tell('select', id);
    },
    setTheme: (theme: string) => void told.push(theme),
    on: (name: string, listener: Heard) => {
      listeners.set(name, (listeners.get(name) ?? new Set<Heard>()).add(listener));
      return () => listeners.get(name)?.delete(listener);
    },
  } as unknown as ServedTimeline;
  const { port1, port2 } = new MessageChannel();
  const answers: FrameMessage[] = [];
  const waiting = new Set<() => void>();
  port1.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
    answers.push(data);
    for (const look of waiting) look();
  });
  port1.start();
  const clock = { now: 0 };
  const served = serveHost(port2, timeline, () => clock.now);
  ends.push(() => {
    served.stop();
    port1.close();
  });
  return {
    answers,
    told,
    tell,
    clock,
    port: port1,
    /** Resolves when the frame has answered so often. */
    answered: (count: number) =>
      new Promise<void>((done) => {
        const look = () => {
          if (answers.length < count) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
    /** Resolves when all that was sent before has been dealt with: a refusal comes after it. */
    send: (...messages: unknown[]) => {
      for (const message of messages) port1.postMessage(message);
    },
  };
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
});

test('does what a host asks, in fresh values', async () => {
  const { send, told, answered } = connected();
  send(
    { type: 'setState', state: { actors: 'a,b' } },
    { type: 'select', id: 'ev-1' },
    { type: 'setTheme', theme: 'dark' },
    { type: 'select', id: null },
    { type: 'end' },
  );
  await answered(4);
  expect(told).toEqual([{ actors: ['a', 'b'] }, 'ev-1', 'dark', undefined]);
});

test('an unknown type is answered, and so is what can’t be used', async () => {
  const { send, told, answers, answered } = connected();
  send({ type: 'navigate', href: 'x' }, { type: 'setState', state: { group: 'flag' } }, 'x'.repeat(1_000_000));
  await answered(3);
  expect(answers).toEqual([
    { type: 'error', error: 'unsupported', detail: 'navigate' },
    { type: 'error', error: 'malformed', detail: 'state.group' },
    { type: 'error', error: 'too-large', detail: 'more than 16 kB' },
  ]);
  expect(told).toEqual([]);
});

test('of a thousand messages a second ten are heard, and the others are answered once', async () => {
  const { send, told, answers, answered, clock } = connected();
  send(...Array.from({ length: 1000 }, (_, n) => ({ type: 'setTheme', theme: n % 2 === 0 ? 'dark' : 'light' })));
  await answered(1);
  expect(told).toHaveLength(10);
  clock.now = 1000;
  // Ports keep their order: when this is answered, all before have been dealt with.
  send({ type: 'end' });
  await answered(2);
  expect(answers.map((answer) => answer.type === 'error' && answer.error)).toEqual(['too-many', 'unsupported']);
  expect(told).toHaveLength(10);
});

test('tells that there is a dataset, what was chosen, and what went wrong', async () => {
  const { tell, answers, answered } = connected();
  tell('ready');
  tell('select', 'ev-1');
  tell('error', { kind: 'missing', source: 'a.json', detail: 'HTTP 404' });
  await answered(3);
  expect(answers).toEqual([
    { type: 'ready', state: { group: 'country', from: null, to: 1 } },
    { type: 'select', id: 'ev-1', by: 'reader' },
    { type: 'error', error: 'missing', detail: 'a.json: HTTP 404' },
  ]);
});

test('says whose hand changed the view, so that what a host asked for isn’t taken for a reader’s', async () => {
  const { send, tell, answers, answered } = connected();
  send({ type: 'setState', state: { q: 'talks' } });
  await answered(1);
  send({ type: 'select', id: 'ev-1' });
  await answered(2);
  tell('select', 'ev-2');
  await answered(3);
  expect(answers).toEqual([
    { type: 'state', state: { group: 'country', q: 'talks', from: null, to: 1 }, by: 'host' },
    { type: 'select', id: 'ev-1', by: 'host' },
    { type: 'select', id: 'ev-2', by: 'reader' },
  ]);
});

test('a hand that moves the view sixty times a second is told at most seven times', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { tell, answers, send, answered } = connected();
  for (let frame = 0; frame < 60; frame++) {
    tell('state');
    vi.advanceTimersByTime(1000 / 60);
  }
  vi.useRealTimers();
  send({ type: 'end' });
  await answered(7);
  const states = answers.filter(({ type }) => type === 'state');
  expect(states.length).toBeGreaterThan(4);
  expect(states.length).toBeLessThanOrEqual(7);
});
