import { readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const COUNTS = { en: '11 of 11 events', ru: '11 из 11 событий', ar: '11 من أصل 11 حدثًا', fr: '11 sur 11 événements' };

// Modules of their own: elsewhere all words are here from the start. What a page loads when it has nothing else to do
// never comes.
beforeEach(() => {
  vi.resetModules();
  vi.doMock('../../../src/ui/context/use-preload', () => ({ usePreload: () => false }));
});
afterEach(() => {
  vi.doUnmock('../../../src/ui/context/use-preload');
  vi.resetModules();
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
});

const views = (['timeline', 'list'] as const).flatMap((view) =>
  Object.entries(COUNTS).map(([lang, count]) => [view, lang, count] as const),
);

test.each(views)('the opening view as a %s in %s says opening words only', async (view, lang, count) => {
  const [{ mountTimeline }, { translateFor }, { withLazyCode }] = await Promise.all([
    import('../../../src/app/mount-timeline'),
    import('../../../src/base/messages/choose-catalogue'),
    import('../../../src/base/lazy-code'),
  ]);
  const target = document.body.appendChild(document.createElement('div'));
  const handle = await act(async () =>
    mountTimeline(target, {
      source: { kind: 'text', text, name: 'here' },
      view: { view },
      options: { lang },
      address: true,
    }),
  );
  await act(async () => {
    await vi.dynamicImportSettled();
  });
  expect(target.querySelector('.dt-event-count')?.textContent?.replace(/[\u2068\u2069]/g, '')).toBe(count);
  expect(target.querySelector(view === 'list' ? '.dt-list' : '.dt-legend')).not.toBeNull();
  expect(target.querySelector('[role="alert"]')).toBeNull();
  const t = await withLazyCode(() => translateFor(lang));
  await act(async () => handle.destroy());
  // That it says no other is told by the console, which is silent; and here is one that it wouldn't have had.
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  expect(t('share.title').replace(/[\u2068\u2069]/g, '')).toBe('title');
  expect(warn.mock.calls.flat().join()).toContain('"share.title" is not here');
});

test('a file that something is wrong with is read again when the words for it are here; a part brings those of the language that is spoken then', async () => {
  const [{ readText }, { translateFor }, { withLazyCode }, { LAZY_MODULES }] = await Promise.all([
    import('../../../src/app/shipped-datasets'),
    import('../../../src/base/messages/choose-catalogue'),
    import('../../../src/base/lazy-code'),
    import('../../../src/ui/shell/page-modules'),
  ]);
  const russian = await withLazyCode(() => translateFor('ru'));
  const read = readText('{"events": {}}', 'wrong.json', russian);
  expect(read).toBeInstanceOf(Promise);
  const loaded = await read;
  expect(loaded.ok ? '' : loaded.problem.detail).toMatch(/^\p{Script=Cyrillic}/u);
  expect(russian('problem.noEvents')).toMatch(/^\p{Script=Cyrillic}/u);
  // From then on a language comes with these too, and a part with those of each that is spoken.
  const french = await withLazyCode(() => translateFor('fr'));
  expect(french('problem.noEvents')).not.toBe(russian('problem.noEvents'));
  await LAZY_MODULES.help.load();
  expect(russian('help.title')).toMatch(/^\p{Script=Cyrillic}/u);
  expect(russian('help.title')).not.toBe(french('help.title'));
});

test('a message that nothing brought is said in English, and in the language when it has come', async () => {
  const [{ createLanguage }, { ENGLISH }] = await Promise.all([
    import('../../../src/app/language'),
    import('../../../src/base/messages/choose-catalogue'),
  ]);
  const language = createLanguage(['ru'], []);
  await language.coming;
  const said: string[] = [];
  const stop = language.subscribe(() => said.push(language.get().translate('help.title')));
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  // English isn't here either.
  expect(language.translate('help.title')).toBe('title');
  expect(ENGLISH('tool.fit')).toBe('Fit');
  await vi.dynamicImportSettled();
  await vi.waitFor(() => expect(said.at(-1)).toMatch(/^\p{Script=Cyrillic}/u));
  expect(ENGLISH('help.title')).toBe('Keys');
  expect(warn.mock.calls.map(([complaint]) => /in "(\w+)"/.exec(complaint as string)?.[1])).toEqual(['ru', 'en']);
  stop();
});
