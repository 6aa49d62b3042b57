import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/base/messages/words';
import { compileMessages } from '../../../src/base/messages/compile-messages';
import { openingKeys } from '../../../src/build/opening-keys';

const sourceOf = (language: string) =>
  JSON.parse(readFileSync(`src/base/messages/${language}.json`, 'utf8')) as Record<string, string>;
const keys = Object.keys(sourceOf('en'));
const folder = mkdtempSync(join(tmpdir(), 'opening-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The opening keys of a little program; its entry is main.ts. */
function foundIn(files: Readonly<Record<string, string>>): readonly string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return [...openingKeys(join(folder, 'main.ts'), ['a.one', 'a.two', 'a.two.more', 'b', 'c.one', 'expected.text'])];
}

describe('the words of the opening view', () => {
  test('are those of all code that is loaded without words of its own', () => {
    expect(
      foundIn({
        'main.ts':
          "import { x } from './x';\nimport type { Y } from './y';\nconst later = lazyCode(() => import('./later').then(({ later }) => later));\nconst spoken = withWords(() => import('./y'));",
        'x.ts': "export const x = t('a.one');",
        'y.ts': "t('c.one')",
        'later.tsx': "export { z } from './z';",
        'z.ts': "t('b')",
      }),
    ).toEqual(['a.one', 'b']);
  });

  test('are all that a template may say, and none that only a comment names', () => {
    expect(foundIn({ 'main.ts': "// t('b')\nt(`a.${each}`)" })).toEqual(['a.one', 'a.two']);
    expect(foundIn({ 'main.ts': 't(`a.${each}.more`)' })).toEqual(['a.two.more']);
    expect(foundIn({ 'main.ts': "t(`c.${is ? 'one' : 'two'}`)" })).toEqual(['c.one']);
  });

  test('hold nothing that a reader of files asks for when something is wrong', () =>
    expect(foundIn({ 'main.ts': "['expected.text', 'b']" })).toEqual(['b']));

  test('are about half of what the page can say', () => {
    const opening = openingKeys('src/main.tsx', keys);
    expect(opening.size / keys.length).toBeGreaterThan(0.3);
    expect(opening.size / keys.length).toBeLessThan(0.6);
    for (const key of [
      'tool.fit',
      'type.talks',
      'list.gapDays',
      'overview.name',
      'summary.asOf',
      'failure.part',
      'notice.network.do',
      'lang.missing',
      'lane.heading.bodies',
    ])
      expect(opening).toContain(key);
    for (const key of [
      'share.link',
      'details.when',
      'key.zoom',
      'help.title',
      'written.who',
      'check.line',
      'reject.where',
      'notice.leftOut',
      'expected.json',
    ])
      expect(opening).not.toContain(key);
  });
});

test.each(LANGUAGES)('both parts of %s are its file, the first in the order of English', async (language) => {
  const [{ default: opening }, { default: further }, { default: english }] = await Promise.all([
    openingOf(language),
    furtherOf(language),
    import('../../../src/base/messages/en-opening'),
  ]);
  const named = Array.isArray(opening)
    ? Object.fromEntries(Object.keys(english).map((key, at) => [key, opening[at] as unknown]))
    : opening;
  expect({ ...named, ...further }).toEqual(compileMessages(sourceOf(language)));
  expect(Object.keys(named).length + Object.keys(further).length).toBe(keys.length);
});

function openingOf(language: string): Promise<{ readonly default: object }> {
  switch (language) {
    case 'ar':
      return import('../../../src/base/messages/ar-opening');
    case 'fr':
      return import('../../../src/base/messages/fr-opening');
    case 'ru':
      return import('../../../src/base/messages/ru-opening');
    default:
      return import('../../../src/base/messages/en-opening');
  }
}

function furtherOf(language: string): Promise<{ readonly default: object }> {
  switch (language) {
    case 'ar':
      return import('../../../src/base/messages/ar-further');
    case 'fr':
      return import('../../../src/base/messages/fr-further');
    case 'ru':
      return import('../../../src/base/messages/ru-further');
    default:
      return import('../../../src/base/messages/en-further');
  }
}
