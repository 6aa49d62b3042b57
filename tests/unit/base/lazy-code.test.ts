import { expect, test } from 'vitest';
import { CodeMissing, lazyCode, withLazyCode } from '../../../src/base/lazy-code';

/** Code that comes when the test says so, and how often it was asked for. */
function codeOnDemand<Code>(code: Code) {
  const waiting: { readonly resolve: (code: Code) => void; readonly reject: (error: unknown) => void }[] = [];
  const lazy = lazyCode(() => new Promise<Code>((resolve, reject) => waiting.push({ resolve, reject })));
  return {
    lazy,
    asked: () => waiting.length,
    arrive: () => waiting.at(-1)?.resolve(code),
    fail: () => waiting.at(-1)?.reject(new Error('cut off')),
  };
}

test('code is loaded once, however often it is asked for, and is here from then on', async () => {
  const { lazy, asked, arrive } = codeOnDemand('code');
  expect(lazy.now()).toBeUndefined();
  const both = [lazy.load(), lazy.load()];
  arrive();
  expect(await Promise.all(both)).toEqual(['code', 'code']);
  expect([asked(), lazy.now(), await lazy.load()]).toEqual([1, 'code', 'code']);
});

test('what can’t be loaded says so with its cause, and asking again asks again', async () => {
  const { lazy, asked, arrive, fail } = codeOnDemand('code');
  const first = lazy.load();
  fail();
  await expect(first).rejects.toBeInstanceOf(CodeMissing);
  await expect(first).rejects.toMatchObject({ message: 'cut off', cause: { message: 'cut off' } });
  const second = lazy.load();
  arrive();
  expect([await second, asked()]).toEqual(['code', 2]);
});

test('what comes along is asked for with the code, which isn’t here before', async () => {
  const code = codeOnDemand('code');
  const words = codeOnDemand('words');
  code.lazy.along(words.lazy.load);
  const both = code.lazy.load();
  expect([code.asked(), words.asked()], 'side by side').toEqual([1, 1]);
  code.arrive();
  await Promise.resolve();
  expect(code.lazy.now()).toBeUndefined();
  words.arrive();
  expect([await both, words.lazy.now()]).toEqual(['code', 'words']);
});

test('a reader that meets no such code gives its result at once', () => {
  expect(withLazyCode(() => 7)).toBe(7);
});

test('a reader that asks for code that isn’t here runs again when it is', async () => {
  const one = codeOnDemand((text: string) => text.toUpperCase());
  const two = codeOnDemand((text: string) => `${text}!`);
  const results: (string | undefined)[] = [];
  const read = withLazyCode(() => {
    const upper = one.lazy.ask()?.('a');
    // Only what the first gives leads to the second.
    const result = upper === undefined ? undefined : two.lazy.ask()?.(upper);
    results.push(result);
    return result;
  });
  one.arrive();
  await expect.poll(() => two.asked()).toBe(1);
  two.arrive();
  expect(await read).toBe('A!');
  expect(results).toEqual([undefined, undefined, 'A!']);
});

test('a look at what is here makes nobody wait for it', () => {
  const { lazy, asked } = codeOnDemand('code');
  expect(withLazyCode(() => lazy.now() ?? 'without')).toBe('without');
  expect(asked()).toBe(0);
});

test('a reader is refused what can’t be loaded', async () => {
  const { lazy, fail } = codeOnDemand('code');
  const read = withLazyCode(() => lazy.ask());
  fail();
  await expect(read).rejects.toBeInstanceOf(CodeMissing);
});

test('what comes along with other code is here, and who listens hears of it', () => {
  const { lazy, asked } = codeOnDemand('code');
  let told = 0;
  lazy.subscribe(() => {
    told += 1;
  });
  lazy.bring('brought');
  expect([lazy.now(), withLazyCode(() => lazy.ask()), asked(), told]).toEqual(['brought', 'brought', 0, 1]);
});
