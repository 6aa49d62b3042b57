import { afterEach, expect, test, vi } from 'vitest';
import type { FrameMessage } from '../../../../src/embed/frame-protocol';
import { serveHost } from '../../../../src/embed/iframe/serve-host';
import type { ServedTimeline } from '../../../../src/embed/iframe/serve-host';

type Heard = Parameters<ServedTimeline['on']>[1];

/** A timeline that remembers what it was told, and a host's end of the port. */
function connected(
  first: Record<string, unknown> = { group: 'country', from: null, to: 1.4 },
  options: Parameters<typeof serveHost>[2] = {},
) {
  const listeners = new Map<string, Set<Heard>>();
  const tell = (name: string, detail?: unknown) => {
    for (const listener of listeners.get(name) ?? []) (listener as (detail: unknown) => void)(detail);
  };
  const told: unknown[] = [];
  const puts: ((outcome: string) => void)[] = [];
  let view = first;
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
    getDataset: () => Promise.resolve({ id: 'whole' }),
    setDataset: (text: string, name: string) => {
      told.push(['dataset', text, name]);
      return new Promise<boolean>((done) => {
        puts.push((outcome) => {
          if (outcome === 'there') {
            tell('ready');
            tell('state', view);
            tell('select');
          } else if (outcome !== 'replaced') tell('error', { kind: 'not-json', source: name, detail: outcome });
          done(outcome === 'there');
        });
      });
    },
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
  const served = serveHost(port2, timeline, { ...options, nowMs: () => clock.now });
  ends.push(() => {
    served.stop();
    port1.close();
  });
  return {
    answers,
    told,
    tell,
    /** One a dataset: what becomes of it. */
    puts,
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
    { type: 'error', error: 'malformed', detail: 'state.group: found "flag", expected one of country, actor, type' },
    { type: 'error', error: 'too-large', detail: 'more than 16 kB' },
  ]);
  expect(told).toEqual([]);
});

test('of a thousand messages a second ten are done at once, the others together, and the last is never lost', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { send, told, answers, answered, clock } = connected();
  send(
    ...Array.from({ length: 1000 }, (_, n) => ({
      type: 'setState',
      state: n % 2 === 0 ? { q: `${n}` } : { sort: 'title' },
    })),
    { type: 'select', id: 'ev-1' },
    { type: 'setTheme', theme: 'dark' },
    { type: 'end' },
    { type: 'setDataset', id: 1, dataset: '' },
    { type: 'setDataset', id: 2, dataset: [] },
    { type: 'setDataset', id: 3, dataset: '{}' },
  );
  // Ports keep their order: the refusal of the second comes when all before have been dealt with.
  await answered(4);
  expect(told).toHaveLength(10);
  clock.now = 1000;
  vi.advanceTimersByTime(1000);
  expect(told.slice(10)).toEqual(['dark', ['dataset', '{}', 'dataset'], { q: '998', sort: 'title' }, 'ev-1']);
  vi.useRealTimers();
  send({ type: 'end' });
  const errors = () => answers.flatMap((answer) => (answer.type === 'error' ? [answer.error] : []));
  await vi.waitFor(() => expect(errors()).toEqual(['too-many', 'unsupported']));
  expect(answers.flatMap((answer) => (answer.type === 'answer' ? [[answer.id, answer.ok]] : []))).toEqual([
    [2, false],
    [1, false],
  ]);
});

test('answers what has become of a dataset, and takes nothing that it opens with for a reader’s', async () => {
  const { send, told, answers, answered, puts } = connected();
  const until = (count: number) => vi.waitFor(() => expect(puts).toHaveLength(count));
  send({ type: 'setDataset', id: 1, dataset: 'one', name: 'one.json' });
  await until(1);
  send({ type: 'setDataset', id: 2, dataset: 'two' });
  await until(2);
  puts[0]!('replaced');
  puts[1]!('there');
  await answered(5);
  send({ type: 'setDataset', id: 3, dataset: 'three' });
  await until(3);
  puts[2]!('line 1');
  await answered(7);
  expect(told).toEqual([
    ['dataset', 'one', 'one.json'],
    ['dataset', 'two', 'dataset'],
    ['dataset', 'three', 'dataset'],
  ]);
  expect(answers.filter(({ type }) => type === 'answer' || type === 'error')).toEqual([
    { type: 'answer', id: 1, ok: false, detail: 'another dataset was given meanwhile' },
    { type: 'answer', id: 2, ok: true, detail: '' },
    { type: 'error', error: 'not-json', detail: 'dataset: line 1' },
    { type: 'answer', id: 3, ok: false, detail: 'not-json: line 1' },
  ]);
  expect(answers.flatMap((answer) => ('by' in answer ? [answer.by] : []))).toEqual(['host', 'host']);
});

test('what is no instant is never told', async () => {
  const { send, answers, answered, told } = connected();
  send({ type: 'setState', state: { q: 'a' } });
  await answered(1);
  expect(told).toHaveLength(1);
  const { tell, answers: others, answered: heard } = connected({ group: 'country', from: Number.NaN, to: Infinity });
  tell('ready');
  await heard(1);
  expect(others[0]).toEqual({ type: 'ready', state: { group: 'country', from: null, to: null } });
  expect(answers).toHaveLength(1);
});

test('tells that there is a dataset, what was chosen, and what went wrong', async () => {
  const { tell, answers, answered } = connected();
  tell('ready');
  // What comes in the task of a dataset comes with that.
  await new Promise((done) => setTimeout(done));
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

test('the dataset is told where the author allows editing, and nowhere else', async () => {
  const allowed = connected(undefined, { tellsDataset: true });
  allowed.tell('ready');
  allowed.tell('dataset', { id: 'edited' });
  await allowed.answered(3);
  expect(allowed.answers.filter(({ type }) => type === 'dataset')).toEqual([
    { type: 'dataset', dataset: { id: 'edited' }, by: 'reader' },
    { type: 'dataset', dataset: { id: 'whole' }, by: 'host' },
  ]);
  const other = connected();
  other.tell('dataset', { id: 'edited' });
  other.tell('ready');
  other.tell('select', 'e');
  await other.answered(2);
  expect(other.answers.map(({ type }) => type)).toEqual(['ready', 'select']);
});
