import { afterEach, expect, test, vi } from 'vitest';
import { loadChunks } from '../../../src/app/chunk-loader';
import type { ChunkCode } from '../../../src/app/chunk-loader';

interface Inert {
  readonly name: string;
  readonly needs?: string;
  readonly ahead?: string;
  readonly src?: string;
}

/**
 * Runs an entry in a document with these parts in its template; scripts put into the head wait for what becomes of
 * them.
 */
async function openWith(parts: readonly Inert[], opened: { readonly wide?: boolean } = {}) {
  const template = Object.assign(document.createElement('template'), { id: 'script-parts' });
  for (const { name, needs, ahead, src } of [{ name: './app' } as Inert, ...parts]) {
    const script = document.createElement('script');
    script.setAttribute('src', src ?? `./assets/${name.slice(2)}.js`);
    script.dataset['part'] = name;
    if (needs !== undefined) script.dataset['needs'] = needs;
    if (ahead !== undefined) script.dataset['ahead'] = ahead;
    template.content.append(script);
  }
  document.body.append(template);
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === 'wide' && opened.wide === true }));
  const waiting: HTMLScriptElement[] = [];
  vi.spyOn(document.head, 'append').mockImplementation(
    (...nodes) => void waiting.push(...nodes.filter((node) => node instanceof HTMLScriptElement)),
  );
  const take = (name: string): HTMLScriptElement =>
    waiting.splice(
      waiting.findIndex(({ dataset }) => dataset['part'] === name),
      1,
    )[0]!;
  const arrive = (name: string, partCode: ChunkCode) =>
    void Object.assign(take(name), { partCode }).dispatchEvent(new Event('load'));
  let use: Parameters<ChunkCode>[1] | undefined;
  const entry = vi.fn<ChunkCode>((exports, given) => {
    use = given;
    Object.assign(exports, { shared: 'of the entry' });
  });
  let isReady: (value: unknown) => void = () => undefined;
  const done = loadChunks(
    './app',
    new Promise((resolve) => {
      isReady = resolve;
    }),
  );
  const asked = () => waiting.map((script) => script.getAttribute('src'));
  const askedFirst = asked();
  arrive('./app', entry);
  await Promise.resolve();
  const ranEarly = entry.mock.calls.length;
  isReady(undefined);
  await done;
  return {
    use: use!,
    asked,
    askedFirst,
    ranEarly,
    arrive,
    charsets: () => waiting.map(({ charset }) => charset),
    fail: (name: string) => void take(name).dispatchEvent(new Event('error')),
  };
}

afterEach(() => document.body.replaceChildren());

test('a part gets at what the entry exports, and runs once however often it is asked for', async () => {
  const { use, asked, arrive } = await openWith([{ name: './list' }]);
  const ran = vi.fn<ChunkCode>((exports, given) => void Object.assign(exports, { list: given('./app') }));
  const both = [use.part('./list'), use.part('./list')];
  expect(asked()).toEqual(['./assets/list.js']);
  arrive('./list', ran);
  expect(await Promise.all(both)).toEqual([{ list: { shared: 'of the entry' } }, { list: { shared: 'of the entry' } }]);
  expect(await use.part('./list')).toBe(await both[0]);
  expect(ran).toHaveBeenCalledTimes(1);
});

test('what a part needs is loaded along, each once, and is here when it runs', async () => {
  const { use, asked, arrive } = await openWith([
    { name: './a', needs: './shared' },
    { name: './b', needs: './shared' },
    { name: './shared' },
  ]);
  const [a, b] = [use.part('./a'), use.part('./b')];
  expect(asked()).toEqual(['./assets/a.js', './assets/shared.js', './assets/b.js']);
  const code: ChunkCode = (exports, given) => void Object.assign(exports, given('./shared'));
  arrive('./a', code);
  arrive('./b', code);
  arrive('./shared', (exports) => void Object.assign(exports, { one: 1 }));
  expect([await a, await b]).toEqual([{ one: 1 }, { one: 1 }]);
});

test('a part that can’t be had says which, and is asked for again', async () => {
  const { use, arrive, fail, asked } = await openWith([{ name: './list' }]);
  const first = use.part('./list');
  fail('./list');
  await expect(first).rejects.toThrow('./assets/list.js could not be loaded');
  const second = use.part('./list');
  expect(asked()).toHaveLength(1);
  arrive('./list', (exports) => void Object.assign(exports, { ok: true }));
  expect(await second).toEqual({ ok: true });
});

test('a part whose need can’t be had isn’t run without it: what is missing is asked for again, and nothing else', async () => {
  const { use, arrive, fail, asked } = await openWith([{ name: './a', needs: './shared' }, { name: './shared' }]);
  const first = use.part('./a');
  arrive('./a', (exports, given) => void Object.assign(exports, given('./shared')));
  fail('./shared');
  await expect(first).rejects.toThrow('./assets/shared.js could not be loaded');
  const second = use.part('./a');
  expect(asked()).toEqual(['./assets/shared.js']);
  arrive('./shared', (exports) => void Object.assign(exports, { one: 1 }));
  expect(await second).toEqual({ one: 1 });
});

test('a script that loads but hands nothing over is none, and only what the page names is loaded', async () => {
  const { use, asked } = await openWith([{ name: './list' }]);
  await expect(use.part('./elsewhere')).rejects.toThrow('./elsewhere could not be loaded');
  expect(asked()).toEqual([]);
});

test('what the page opens with is fetched beside the entry, with what it needs, and nothing else is', async () => {
  const parts = [
    { name: './chart', needs: './scene', ahead: 'wide' },
    { name: './list', ahead: 'narrow' },
    { name: './scene' },
  ];
  const wide = await openWith(parts, { wide: true });
  expect(wide.askedFirst).toEqual(['./assets/app.js', './assets/chart.js', './assets/scene.js']);
  // Asked for by the entry while it comes, it isn't fetched twice; one that failed is.
  const chart = wide.use.part('./chart');
  wide.fail('./chart');
  wide.arrive('./scene', () => undefined);
  await expect(chart).rejects.toThrow('./assets/chart.js could not be loaded');
  const again = wide.use.part('./chart');
  expect(wide.asked()).toEqual(['./assets/chart.js']);
  wide.arrive('./chart', (exports) => void Object.assign(exports, { drawn: true }));
  expect(await again).toEqual({ drawn: true });
  document.body.replaceChildren();
  expect((await openWith(parts)).askedFirst).toEqual(['./assets/app.js']);
});

test('the entry runs once the document is there, however early its script is', async () =>
  expect((await openWith([])).ranEarly).toBe(0));

test('scripts are read as UTF-8, and one whose address isn’t the build’s is never put into the page', async () => {
  const { use, asked, arrive, charsets } = await openWith([
    { name: './list' },
    { name: './evil', src: 'https://evil.example/assets/evil.js' },
  ]);
  const list = use.part('./list');
  expect(charsets()).toEqual(['utf-8']);
  await expect(use.part('./evil')).rejects.toThrow('could not be loaded');
  expect(asked()).toEqual(['./assets/list.js']);
  // Lest it is given up while other tests run.
  arrive('./list', () => undefined);
  await list;
});
