import { afterEach, expect, test, vi } from 'vitest';
import { chunkLoader } from '../../../src/app/chunk-loader';
import type { ChunkCode } from '../../../src/app/chunk-loader';

interface Inert {
  readonly name: string;
  readonly needs?: string;
}

/**
 * Runs an entry in a document with these parts in its template; scripts put into the head wait for what becomes of
 * them.
 */
function openWith(parts: readonly Inert[]) {
  const template = Object.assign(document.createElement('template'), { id: 'script-parts' });
  for (const { name, needs } of parts) {
    const script = document.createElement('script');
    script.setAttribute('src', `./assets/${name.slice(2)}`);
    script.dataset['part'] = name;
    if (needs !== undefined) script.dataset['needs'] = needs;
    template.content.append(script);
  }
  const own = document.createElement('script');
  own.dataset['part'] = './app.js';
  document.body.append(template);
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(own);
  const waiting: HTMLScriptElement[] = [];
  vi.spyOn(document.head, 'append').mockImplementation(
    (...nodes) => void waiting.push(...nodes.filter((node) => node instanceof HTMLScriptElement)),
  );
  let use: Parameters<ChunkCode>[1] | undefined;
  const entry: ChunkCode = (exports, given) => {
    use = given;
    Object.assign(exports, { shared: 'of the entry' });
  };
  chunkLoader(entry);
  const take = (name: string): HTMLScriptElement =>
    waiting.splice(
      waiting.findIndex(({ dataset }) => dataset['part'] === name),
      1,
    )[0]!;
  return {
    use: use!,
    asked: () => waiting.map((script) => script.getAttribute('src')),
    arrive: (name: string, partCode: ChunkCode) =>
      void Object.assign(take(name), { partCode }).dispatchEvent(new Event('load')),
    fail: (name: string) => void take(name).dispatchEvent(new Event('error')),
  };
}

afterEach(() => document.body.replaceChildren());

test('a part gets at what the entry exports, and runs once however often it is asked for', async () => {
  const { use, asked, arrive } = openWith([{ name: './list.js' }]);
  const ran = vi.fn<ChunkCode>((exports, given) => void Object.assign(exports, { list: given('./app.js') }));
  const both = [use.part('./list.js'), use.part('./list.js')];
  expect(asked()).toEqual(['./assets/list.js']);
  arrive('./list.js', ran);
  expect(await Promise.all(both)).toEqual([{ list: { shared: 'of the entry' } }, { list: { shared: 'of the entry' } }]);
  expect(await use.part('./list.js')).toBe(await both[0]);
  expect(ran).toHaveBeenCalledTimes(1);
});

test('what a part needs is loaded along, each once, and is here when it runs', async () => {
  const { use, asked, arrive } = openWith([
    { name: './a.js', needs: './shared.js' },
    { name: './b.js', needs: './shared.js' },
    { name: './shared.js' },
  ]);
  const [a, b] = [use.part('./a.js'), use.part('./b.js')];
  expect(asked()).toEqual(['./assets/a.js', './assets/shared.js', './assets/b.js']);
  const code: ChunkCode = (exports, given) => void Object.assign(exports, given('./shared.js'));
  arrive('./a.js', code);
  arrive('./b.js', code);
  arrive('./shared.js', (exports) => void Object.assign(exports, { one: 1 }));
  expect([await a, await b]).toEqual([{ one: 1 }, { one: 1 }]);
});

test('a part that can’t be had says which, and is asked for again', async () => {
  const { use, arrive, fail, asked } = openWith([{ name: './list.js' }]);
  const first = use.part('./list.js');
  fail('./list.js');
  await expect(first).rejects.toThrow('./assets/list.js could not be loaded');
  const second = use.part('./list.js');
  expect(asked()).toHaveLength(1);
  arrive('./list.js', (exports) => void Object.assign(exports, { ok: true }));
  expect(await second).toEqual({ ok: true });
});

test('a part whose need can’t be had isn’t run without it: what is missing is asked for again, and nothing else', async () => {
  const { use, arrive, fail, asked } = openWith([{ name: './a.js', needs: './shared.js' }, { name: './shared.js' }]);
  const first = use.part('./a.js');
  arrive('./a.js', (exports, given) => void Object.assign(exports, given('./shared.js')));
  fail('./shared.js');
  await expect(first).rejects.toThrow('./assets/shared.js could not be loaded');
  const second = use.part('./a.js');
  expect(asked()).toEqual(['./assets/shared.js']);
  arrive('./shared.js', (exports) => void Object.assign(exports, { one: 1 }));
  expect(await second).toEqual({ one: 1 });
});

test('a script that loads but hands nothing over is none, and only what the page names is loaded', async () => {
  const { use, asked } = openWith([{ name: './list.js' }]);
  await expect(use.part('./elsewhere.js')).rejects.toThrow('no part ./elsewhere.js');
  expect(asked()).toEqual([]);
});
